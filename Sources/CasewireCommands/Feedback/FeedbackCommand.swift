import ArgumentParser
import Casework
import Pipeline
import StageKit
import StageProtocol

/// `casewire feedback`: what customers said in words, who acts on it, and what was done.
struct FeedbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "See what customers said, and say what was done about it.",
        discussion: """
            Every piece of feedback has an owner: of criticism, who is asked first in its topic; of praise, who is praised. \
            Owners are told by mail and may answer it with /did and what was done, /move and \
            whose it is, or /quiet and why there is nothing to do. See docs/feedback.md.
            """,
        subcommands: [List.self, Done.self, Move.self, Quiet.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what customers said: what is open by the day it is due, then what was done or put away.")

        @Flag(help: "Only what nobody has acted on yet.")
        var open = false
        @Flag(help: "Only what is overdue.")
        var due = false
        @Option(help: ArgumentHelp("Only what this person acts on: an id in people.yaml.", valueName: "person"))
        var owner: String?
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (sections, now) = try await options.withBroker { broker in
                let sections = try await broker.sections(named: "feedback")
                // What is overdue is so by the broker's clock.
                return (sections, try await broker.ask("pulse")["now"]?.moment ?? .current)
            }
            let ledger = FeedbackLedger(
                sections, .init(isOpen: open, isDue: due, owner: owner), now: now)
            let console = Console.standardOutput
            if output.isJSON { return console.json(try ledger.json) }
            console.lines(ledger.lines(try options.times(now: now), width: console.width, paint: console.paint))
        }
    }

    /// What every word about feedback may say: whose it is, what it is about, how long what becomes of it is waited for.
    struct Word: ParsableArguments {
        @Option(help: ArgumentHelp("Who says so: an id in people.yaml; left out, its owner.", valueName: "person"))
        var by: String?
        @Option(help: ArgumentHelp("Which piece of the case; left out, all that are open.", valueName: "number"))
        var number: Int?
        @Option(help: ArgumentHelp("How long to wait for what becomes of it; 0 for not at all.", valueName: "seconds"))
        var timeout = 30.0

        /// The piece as a command by mail names it.
        var piece: String { number.map { "#\($0) " } ?? "" }
        var patience: Duration { .seconds(timeout) }

        /// Hands a command by mail over, in its owner's name where nobody else says so, and waits for what becomes of it.
        func say(_ command: String, _ words: String, of ref: String, _ broker: BrokerClient) async throws
            -> StaffWordFate
        {
            let item = try await FeedbackCommand.open(number, of: ref, broker).items[0]
            let reply = try await broker.ask(
                "staff",
                [
                    "ref": .string(ref), "person": .string(by ?? item.owner.id),
                    "words": .string("\(command) \(piece)\(words)"),
                ])
            return try await StaffWordFate.wait(for: reply, by: broker, within: patience)
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what was done about feedback; who said it hears of it.",
            discussion: """
                Several cases may be named, where several customers said the same. The words reach each of them as they \
                stand here, once their case is resolved. They are held against what may be said to a customer first; \
                words that may not come back at once.
                """)

        @Argument(
            help: ArgumentHelp("The cases' references, and last what was done, in quotes.", valueName: "ref... words"))
        var given: [String]
        @OptionGroup var word: Word
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            // Words that are not in quotes would be told in part.
            let isRef = given.map { $0.hasPrefix("CW-") }
            guard given.count > 1, isRef.last == false, isRef.dropLast().allSatisfy({ $0 }) else {
                throw ValidationError("Name one or more cases, and last in quotes what was done.")
            }
        }

        func run() async throws {
            let words = given.last ?? ""
            try FeedbackCommand.check([word.by].compactMap(\.self), options)
            let fates = try await options.withBroker { broker in
                var fates: [StaffWordFate] = []
                for ref in given.dropLast() { fates.append(try await word.say("/did", words, of: ref, broker)) }
                return fates
            }
            if output.isJSON {
                Console.standardOutput.json(.array(fates.map(\.json)))
            } else {
                Console.standardOutput.lines(fates.map(\.line))
            }
            if fates.contains(where: { $0.end == .refused }) { throw CommandFailure(.failed, "") }
        }
    }
}
