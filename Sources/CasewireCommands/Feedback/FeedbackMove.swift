import ArgumentParser
import Casework
import Pipeline
import StageKit
import StageProtocol

extension FeedbackCommand {
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hand feedback to somebody else to act on.",
            discussion: """
                The new owner is told of it, and its day stays as it is. Where something was done about it or it went to \
                somebody else meanwhile, nothing is changed.
                """)

        @Argument(help: ArgumentHelp("The case's reference.", valueName: "ref"))
        var ref: String
        @Option(help: ArgumentHelp("Who acts on it from now on: an id in people.yaml.", valueName: "person"))
        var to: String
        @Option(help: ArgumentHelp("Why.", valueName: "reason"))
        var because: String?
        @OptionGroup var word: Word
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            try FeedbackCommand.check([to] + [word.by].compactMap(\.self), options)
            let fate = try await options.withBroker { broker in
                let (story, items) = try await FeedbackCommand.open(word.number, of: ref, broker)
                let owners = Dictionary(
                    items.map { ("\($0.number)", JSON.string($0.owner.id)) }, uniquingKeysWith: { $1 })
                let reply = try await broker.ask(
                    "staff",
                    [
                        "ref": .string(ref), "person": .string(word.by ?? items[0].owner.id),
                        "words": .string("/move \(word.piece)\(to) \(because ?? "")"),
                        "seen": ["status": story["status"] ?? nil, "feedback": .object(owners)],
                    ])
                return try await StaffWordFate.wait(for: reply, by: broker, within: word.patience)
            }
            try fate.tell(output)
        }
    }

    /// What of a case's feedback is to be acted on, with the case.
    /// - Parameter number: which piece of it; nil for all.
    /// - Throws: where there is nothing of the kind.
    static func open(_ number: Int?, of ref: String, _ broker: BrokerClient) async throws -> (
        story: JSON, items: [FeedbackItem]
    ) {
        let story = try await broker.ask("case", ["ref": .string(ref)])
        let feedback: Feedback? = try? story["sections"]?["feedback"]?.decode()
        let items = (feedback?.items ?? []).filter { item in
            item.isOpen && item.kind == .corrective && number.map { $0 == item.number } ?? true
        }
        guard !items.isEmpty else {
            let which = number.map { "number \($0) " } ?? ""
            throw CommandFailure(.failed, "there is no open feedback \(which)in \(ref); see casewire feedback list.")
        }
        return (story, items)
    }

    /// - Throws: where `people.yaml` names nobody so.
    static func check(_ ids: [String], _ options: PipelineOptions) throws {
        let known = try options.load().people.people.map(\.id)
        guard let stranger = ids.first(where: { !known.contains($0) }) else { return }
        throw CommandFailure(
            .usage, "people.yaml names nobody \"\(stranger)\"; there are \(known.joined(separator: ", ")).")
    }
}
