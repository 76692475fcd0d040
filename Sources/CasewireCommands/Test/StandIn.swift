import ArgumentParser
import FoundationEssentials
import Glibc
import StageKit

/// A stage that answers each type of message as its settings say: what a test puts in the place of a real one.
struct StandIn: Stage {
    static let name = StandInCommand.name
    static let version = Casewire.version

    /// What comes of a message of a type.
    struct Answer: Decodable, Sendable {
        var set: [String: JSON]?
        var emit: [String: JSON]?
        var fail: String?
    }

    private let answers: [String: Answer]

    init(settings: [String: Answer], context: StageContext) { answers = settings }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard let answer = answers[delivery.type] else {
            throw StageFailure.permanent("no-answer", "the stand-in of the test has no answer to \(delivery.type)")
        }
        if let reason = answer.fail { throw StageFailure.permanent("stand-in", reason) }
        for (name, value) in (answer.set ?? [:]).sorted(by: { $0.key < $1.key }) {
            try outcome.set(name, schema: "\(name)/1", value)
        }
        for (name, value) in (answer.emit ?? [:]).sorted(by: { $0.key < $1.key }) { try outcome.emit(name, value) }
    }
}

/// `casewire stand-in`: the program of a stand-in; a test starts it.
struct StandInCommand: AsyncParsableCommand {
    static let name = "stand-in"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Stand in for a stage, as a test says.", shouldDisplay: false)

    func run() async throws { Glibc.exit(await StandIn.perform([], environment: ProcessInfo.processInfo.environment)) }
}
