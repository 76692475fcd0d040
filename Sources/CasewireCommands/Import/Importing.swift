import StageKit
import StageProtocol

/// Brings old mails in, a bounded number on their way, and keeps how far it came.
actor Importing {
    /// Mails that are read ahead, and those that the broker has and has not settled yet.
    static let window = 64
    private static let mostUnsettled = 2_000

    private let connection: Connection
    private let name: String
    private let stage: String
    private let history: JSON
    private let checkpoint: ImportCheckpoint
    private let patience: Duration
    private let totalBytes: Int
    private var ledger: ImportLedger
    private var lastProgress = ContinuousClock.now
    private var lastWrite = ContinuousClock.now
    private let bar = ProgressLine(Console.standardError)

    init(
        connection: Connection, name: String, stage: String, history: JSON, checkpoint: ImportCheckpoint,
        patience: Duration, totalBytes: Int
    ) {
        self.connection = connection
        self.name = name
        self.stage = stage
        self.history = history
        self.checkpoint = checkpoint
        self.patience = patience
        self.totalBytes = totalBytes
        ledger = ImportLedger(taken: checkpoint.read())
    }

    /// Whether nothing has moved for so long.
    private var isOverdue: Bool { ContinuousClock.now - lastProgress > patience }

    func run(_ reading: MailReading) async -> ImportLedger {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.submitAll(reading) }
            group.addTask { await self.settle() }
        }
        bar.clear()
        if ledger.taken == ledger.read, ledger.pending == 0 { checkpoint.remove() } else { keep() }
        return ledger
    }

    // MARK: Submitting

    private func submitAll(_ reading: MailReading) async {
        await withTaskGroup(of: Void.self) { group in
            var onTheirWay = 0
            for await item in reading.items {
                switch item {
                case .passed(let path, let reason, let isMail):
                    if isMail { tell("casewire: \(path.printable) was not imported: \(reason)") }
                    ledger.note(problem: isMail)
                case .mail(let path, let bytes, let known):
                    guard ledger.begin(bytes: bytes.count) else {
                        reading.done()
                        continue
                    }
                    let number = ledger.read
                    if onTheirWay >= Self.window { await group.next() }
                    onTheirWay += 1
                    await haveRoom()
                    group.addTask {
                        await self.submit(bytes, number, path, known)
                        reading.done()
                    }
                }
                if isOverdue { break }
            }
        }
        ledger.isComplete = true
    }

    private func haveRoom() async {
        while ledger.pending >= Self.mostUnsettled, !isOverdue { try? await Task.sleep(for: .milliseconds(20)) }
    }

    private func submit(_ bytes: [UInt8], _ number: Int, _ path: String, _ known: JSON?) async {
        // The place and the content name it: the same file again brings nothing twice.
        let id = "import:\(name):\(number):\(Blobs.hash(of: bytes).prefix(24))"
        let draft = SubmissionDraft(
            id: id, via: "import", name: String(path.suffix(200)), to: stage, raw: bytes, media: "message/rfc822",
            orders: ["history": known ?? history])
        var pause = Pause(first: .milliseconds(100), most: .seconds(2))
        while !isOverdue {
            do {
                switch try await connection.use({ try await $0.submit(draft, within: .seconds(10)) }) {
                case .accepted(let accepted):
                    ledger.accept(number, id, accepted.state)
                    return progress()
                case .later(let after): try await Task.sleep(for: min(after, .seconds(5)))
                }
            } catch let refusal as BrokerRefusal where refusal.code != "unexpected" {
                tell("casewire: \(path.printable) was not imported: \(refusal.message)")
                ledger.refuse(number)
                return progress()
            } catch is CancellationError {
                return
            } catch {
                try? await Task.sleep(for: pause.next())
            }
        }
    }

    // MARK: Settling

    private func settle() async {
        var pause = Pause(first: .milliseconds(20), most: .seconds(1))
        while !isOverdue, let ids = ledger.ask(most: 500) {
            var isProgress = false
            if !ids.isEmpty {
                let question: JSON = ["ids": .array(ids.map { .string($0) })]
                if let states = try? await connection.use({ try await $0.ask("submissions", question) }) {
                    isProgress = ledger.settle(states.array ?? [])
                }
            }
            if isProgress {
                pause.reset()
                progress()
            }
            do { try await Task.sleep(for: pause.next()) } catch { return }
        }
    }

    // MARK: Telling

    private func progress() {
        lastProgress = .now
        if ContinuousClock.now - lastWrite > .seconds(1) {
            lastWrite = .now
            keep()
        }
        draw()
    }

    private func keep() {
        do { try checkpoint.write(taken: ledger.taken) } catch {
            tell("casewire: how far the import came cannot be written down: \(error)")
        }
    }

    private func tell(_ line: String) {
        bar.clear()
        Console.standardError.line(line)
        draw()
    }

    private func draw() {
        let mebibyte = 1 << 20
        bar.draw(
            min(ledger.bytes, totalBytes) / mebibyte, of: max(1, totalBytes / mebibyte),
            "MiB: \(ledger.read) messages read, \(ledger.settled) settled")
    }
}
