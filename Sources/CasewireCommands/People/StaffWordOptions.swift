import ArgumentParser
import FoundationEssentials
import Pipeline
import StageKit
import StageProtocol

/// Whose word it is and on which case; and what becomes of it.
struct StaffWordOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String
    @Option(help: ArgumentHelp("Who says so: an id in people.yaml.", valueName: "person"))
    var by: String
    @Option(
        help: ArgumentHelp(
            "How many contacts of the case you have read; where there are more, nothing is done.", valueName: "number"))
    var heard: Int?
    @Option(help: ArgumentHelp("How long to wait for what becomes of it; 0 for not at all.", valueName: "seconds"))
    var timeout = 30.0
    @OptionGroup var format: FormatOptions
    @OptionGroup var options: PipelineOptions

    /// Hands a colleague's words over and tells what became of them.
    /// - Parameters:
    ///   - others: people beside the one who says it, by their ids.
    ///   - write: gets the case as it is before they are written, and what hands them over.
    func say(
        naming others: [String] = [],
        _ write: (_ seen: JSON, _ hand: (String) async throws -> Void) async throws -> Void
    ) async throws {
        try check([by] + others)
        try await options.withBroker { broker in
            let seen = try await broker.ask("case", ["ref": .string(reference)])
            try await write(seen) { words in
                let reply = try await broker.ask(
                    "staff",
                    [
                        "ref": .string(reference), "person": .string(by), "words": .string(words),
                        "seen": [
                            "heard": heard.map { .int(Int64($0)) } ?? seen["heard"] ?? nil,
                            "owner": seen["owner"] ?? nil, "status": seen["status"] ?? nil,
                        ],
                    ])
                try await StaffWordFate.wait(for: reply, by: broker, within: .seconds(timeout)).tell(format)
            }
        }
    }

    /// - Throws: where `people.yaml` names nobody so.
    private func check(_ ids: [String]) throws {
        let known = try options.load().people.people.map(\.id)
        guard let stranger = ids.first(where: { !known.contains($0) }) else { return }
        throw CommandFailure(
            .usage, "people.yaml names nobody \"\(stranger)\"; there are \(known.joined(separator: ", ")).")
    }
}

/// What became of a colleague's words.
struct StaffWordFate: Equatable {
    enum End: String {
        /// The text is with the mail server, or in the outbox.
        case sent
        /// It was done, with no text to the customer.
        case done
        /// It was not done; the mail to the colleague and `reason` tell why.
        case refused
        /// It is taken and safe, and not done yet.
        case taken
    }

    var ref: String
    var end: End
    var reason: String?

    var line: String {
        switch end {
        case .sent: "\(ref): sent"
        case .done: "\(ref): done"
        case .refused: "\(ref): not done: \(reason ?? "see the mail about it")"
        case .taken: "\(ref): taken, and not done yet; casewire case \(ref) shows it"
        }
    }

    var json: JSON {
        ["ref": .string(ref), "state": .string(end.rawValue), "reason": reason.map { .string($0) } ?? nil]
    }

    /// Looks at the case until the messages are worked and their texts have left or were held back.
    static func wait(for reply: JSON, by broker: BrokerClient, within limit: Duration) async throws -> StaffWordFate {
        let ref = reply["ref"]?.string ?? ""
        let ids = (reply["messages"]?.array ?? []).compactMap(\.int)
        let end = ContinuousClock.now + limit
        while true {
            if let fate = StaffWordFate(of: ids, in: try await broker.ask("case", ["ref": .string(ref)])) {
                return fate
            }
            guard ContinuousClock.now < end else { return StaffWordFate(ref: ref, end: .taken) }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Nil while it is not settled.
    init?(of ids: [Int64], in story: JSON) {
        let ref = story["ref"]?.string ?? ""
        let journal = story["journal"]?.array ?? []
        for id in ids {
            let acts = journal.filter { $0["message"]?.int == id }
            if let dead = acts.last(where: { $0["what"]?.string == "dead" }) {
                let reason = dead["detail"]?["error"]?["message"]?.string ?? "it could not be worked (casewire dead)"
                self.init(ref: ref, end: .refused, reason: reason)
                return
            }
            guard acts.contains(where: { $0["what"]?.string == "done" }) else { return nil }
            let texts = (story["texts"]?.array ?? []).filter { text in
                let name = text["name"]?.string ?? ""
                return name == "staff-\(id)" || name == "did-\(id)"
            }
            if let back = (story["log"]?.array ?? []).last(where: { $0["body"]?["given_back"]?.string == "\(id)" }) {
                self.init(ref: ref, end: .refused, reason: back["body"]?["reason"]?.string)
                return
            }
            guard let text = texts.first else { continue }
            switch text["state"]?.string {
            case "sent":
                self.init(ref: ref, end: .sent)
                return
            case "refused", "failed", "superseded":
                self.init(ref: ref, end: .refused, reason: Self.advice(text))
                return
            default: return nil
            }
        }
        self.init(ref: ref, end: .done)
    }

    init(ref: String, end: End, reason: String? = nil) {
        self.ref = ref
        self.end = end
        self.reason = reason
    }

    /// Why a text was held back: each finding with its rule, its words and a better wording.
    private static func advice(_ text: JSON) -> String? {
        let lines = FindingText.all(text["findings"]).map(\.line)
        if text["state"]?.string == "superseded" { return "the customer wrote meanwhile" }
        return lines.isEmpty ? text["result"]?["detail"]?.string : lines.joined(separator: "\n  ")
    }
}

extension StaffWordFate {
    /// Tells it to whoever wrote them.
    /// - Throws: `CommandFailure` where it was not done.
    func tell(_ output: FormatOptions) throws {
        if output.isJSON { Console.standardOutput.json(json) } else { Console.standardOutput.line(line) }
        if end == .refused { throw CommandFailure(.failed, "") }
    }
}
