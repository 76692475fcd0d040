import ArgumentParser
import Casework
import FoundationEssentials
import Language
import Pipeline
import StageKit
import StageProtocol

/// `casewire correct REF`: what a customer really meant, where it was understood otherwise.
struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Say what was meant where a case was understood otherwise.",
        discussion: """
            The topic stands for the case from then on, the mood for the latest words, the asks for what has been written so \
            far. It is recorded with before and after, feeds the next training (casewire corrections) and counts in casewire \
            report understanding. Naming what was understood already confirms it.
            """)

    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String

    @Option(help: "The topic that was meant.")
    var topic: String?

    @Option(help: "The mood that was meant.")
    var mood: MoodName?

    @Option(
        help: ArgumentHelp(
            "What is asked, as question:WORDS (or request, complaint, deadline); all of it, repeated.",
            valueName: "kind:words"))
    var ask: [String] = []

    @Flag(help: "Nothing is asked.")
    var noAsks = false

    @Option(help: ArgumentHelp("Who says so: an id in people.yaml.", valueName: "person"))
    var by: String

    @OptionGroup var options: PipelineOptions

    enum MoodName: String, ExpressibleByArgument, CaseIterable {
        case calm, worried, upset, angry, happy
    }

    func validate() throws {
        guard topic != nil || mood != nil || !ask.isEmpty || noAsks else {
            throw ValidationError("Say what was meant: --topic, --mood, --ask or --no-asks.")
        }
        guard ask.isEmpty || !noAsks else { throw ValidationError("--ask and --no-asks exclude each other.") }
        for text in ask where Self.split(text) == nil {
            throw ValidationError("--ask \(text) must be KIND:WORDS with question, request, complaint or deadline.")
        }
    }

    func run() async throws {
        let loaded = try options.load()
        guard loaded.people.people.contains(where: { $0.id == by }) else {
            throw CommandFailure(.usage, "--by \(by): people.yaml names nobody so.")
        }
        if let topic { try checkTopic(topic, try CorrectedTexts.topics(of: loaded.config)) }
        let reply = try await options.withBroker { broker in
            var asks: [Understanding.Ask]?
            if noAsks { asks = [] }
            if !ask.isEmpty {
                let story = try await broker.ask("case", ["ref": .string(reference)])
                asks = try ask.compactMap(Self.split).map { try Self.place($0, in: story) }
            }
            let request = CorrectionRequest(by: by, topic: topic, mood: mood?.rawValue, asks: asks)
            return try await broker.ask(
                "correct", ["ref": .string(reference), "correction": try JSON(encoding: request)])
        }
        Console.standardOutput.line("\(reply["ref"]?.string ?? reference): taken; casewire case shows it.")
    }

    private func checkTopic(_ topic: String, _ known: Set<String>) throws {
        guard !known.isEmpty, !known.contains(topic) else { return }
        throw CommandFailure(
            .usage, "--topic \(topic): there is none; there are \(known.sorted().joined(separator: ", ")).")
    }

    private static func split(_ text: String) -> (kind: String, words: String)? {
        guard let colon = text.firstIndex(of: ":"), let kind = Ask.Kind(rawValue: String(text[..<colon])) else {
            return nil
        }
        let words = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : (kind.rawValue, words)
    }

    /// An ask is an exact part of what the customer wrote, in the contact it stands in.
    private static func place(_ ask: (kind: String, words: String), in story: JSON) throws -> Understanding.Ask {
        let contacts = CorrectedTexts.contacts(in: story)
        guard let place = contacts.lastIndex(where: { $0.contains(ask.words) }) else {
            throw CommandFailure(.usage, "--ask: the customer has not written \"\(ask.words)\"; quote their own words.")
        }
        return Understanding.Ask(quote: ask.words, kind: ask.kind, contact: place + 1)
    }
}
