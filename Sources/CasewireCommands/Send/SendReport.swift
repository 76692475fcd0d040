import StageProtocol

/// Keeps the ledger of a run and tells it: a line for each mail, progress on a terminal, the sum at the end.
actor SendReport {
    private var ledger = SendLedger()
    private let isJSON: Bool
    private let bar = ProgressLine(Console.standardError)
    private var lastProgress = ContinuousClock.now

    init(isJSON: Bool) { self.isJSON = isJSON }

    func read(_ id: String, path: String) { ledger.read(id, path: path) }

    func passed(_ path: String, reason: String, isMail: Bool) {
        ledger.pass(.init(path: path, reason: reason, isMail: isMail))
        // A companion of a mail, a licence beside it: nothing to tell somebody who sends the folder.
        if isMail { tell("casewire: \(path.printable) was not sent: \(reason)") }
    }

    func accepted(_ id: String, state: SubmissionState, ref: String?) {
        progress()
        if let settled = ledger.accept(id, state: state, ref: ref) { show(settled) }
    }

    func refused(_ id: String, _ reason: String) {
        progress()
        ledger.refuse(id, reason)
        if let item = ledger.items[id] { show(item) }
    }

    func allSubmitted() { ledger.isComplete = true }

    /// Whether nothing has moved for so long. While files are still read and sent, each that is taken is progress.
    func isOverdue(_ patience: Duration) -> Bool { ContinuousClock.now - lastProgress > patience }

    func unsettled(most: Int) -> [String]? { ledger.unsettled(most: most) }

    func settle(_ states: [JSON]) -> Bool {
        let settled = ledger.settle(states)
        if !settled.isEmpty { progress() }
        settled.forEach(show)
        return !settled.isEmpty
    }

    /// Tells the sum. Returns why the run was not a whole success, if it was not.
    func finish(waited: Bool) -> CommandFailure? {
        bar.clear()
        if isJSON {
            Console.standardOutput.json(ledger.json)
        } else {
            Console.standardOutput.line(sum)
        }
        let missing = ledger.order.count - ledger.accepted - ledger.refused
        if missing > 0 {
            return CommandFailure(
                .later,
                "\(count(missing, "mail")) of \(ledger.order.count) could not be handed over in time; send again.")
        }
        if waited, ledger.count(.received) > 0 {
            let pending = count(ledger.count(.received), "mail")
            return CommandFailure(
                .later,
                "\(pending) on the broker's disk but not settled yet; look again with \"casewire report intake\".")
        }
        if ledger.refused > 0 {
            return CommandFailure(
                .failed, "the broker refused \(count(ledger.refused, "mail")); the lines above say why.")
        }
        if !ledger.unread.isEmpty {
            return CommandFailure(
                .failed, "\(count(ledger.unread.count, "file")) could not be read; the lines above name them.")
        }
        if ledger.order.isEmpty { return CommandFailure(.data, "there was no mail in what you named.") }
        return nil
    }

    private var sum: String {
        let parts = [
            (ledger.count(.opened), "opened"), (ledger.count(.followed_up), "followed up"),
            (ledger.count(.duplicate), "duplicates"), (ledger.count(.parked), "parked"),
            (ledger.count(.received), "not settled yet"), (ledger.refused, "refused"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let taken = "\(ledger.accepted) of \(count(ledger.order.count, "mail")) taken"
        return told.isEmpty ? taken : "\(taken): \(told)"
    }

    private func show(_ item: SendLedger.Item) {
        if !isJSON {
            bar.clear()
            Console.standardOutput.line(item.line)
        }
        draw()
    }

    private func tell(_ line: String) {
        bar.clear()
        Console.standardError.line(line)
        draw()
    }

    private func progress() {
        lastProgress = .now
        draw()
    }

    private func draw() {
        bar.draw(ledger.settled, of: ledger.order.count, "settled, \(ledger.accepted) taken")
    }
}
