import ArgumentParser
import Foundation
import Mail
import Pipeline
import StageKit
import StageProtocol

/// `casewire customer`: all that is kept of one person, to hand to them or to erase.
struct CustomerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "Show, export or erase what is kept of a customer.",
        discussion: """
            Export writes everything down for the one it is about: as JSON, as a page to read, with their files. Erase \
            takes it out of the store for good, and looks through every byte of it whether anything is left.
            """,
        subcommands: [Show.self, Export.self, Erase.self], defaultSubcommand: Show.self)
}

/// Whom a command is about.
struct CustomerArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The customer's address.", valueName: "address"))
    var address: String

    func validate() throws {
        guard MailAddress(address: address).isDeliverable else {
            throw ValidationError("\"\(address)\" is no mail address.")
        }
    }

    /// The address as the broker knows it.
    var comparable: String { MailAddress(address: address).comparable }
}

extension CustomerCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List a customer's cases, those of others in which they take part, and their mail that was parked or given up."
        )

        @OptionGroup var customer: CustomerArgument
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let known = try await options.withBroker { try await KnownCustomer(customer.comparable, $0) }
            if output.isJSON { return Console.standardOutput.json(known.json) }
            Console.standardOutput.lines(known.lines)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write down all that is kept of a customer.",
            discussion: """
                FOLDER gets customer.json (everything), index.html (the same to read), files/ (what was attached) \
                and mails/ (mails as they came, while they are kept). Look through it before you hand it on: words \
                of other people may stand in it.
                """)

        @OptionGroup var customer: CustomerArgument

        @Option(name: .shortAndLong, help: ArgumentHelp("A folder that is not there yet.", valueName: "folder"))
        var out: String

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: out) else {
                throw CommandFailure(.usage, "\(out) is there already; name a folder that is not.")
            }
            let export = try await options.withBroker { client in
                let known = try await KnownCustomer(customer.comparable, client)
                guard !known.isUnknown else {
                    throw CommandFailure(.failed, "nothing is kept of \(customer.comparable).")
                }
                var export = CustomerExport(known, into: out)
                try await export.write(client)
                return export
            }
            if output.isJSON { return Console.standardOutput.json(export.summary) }
            Console.standardOutput.lines(export.lines)
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase all that is kept of a customer, for good.",
            discussion: """
                Takes the customer's cases out with everything that belongs to them: story, sections, texts, timers, \
                dead letters, mails as they came, files, and their mail that was parked or given up. What stays is a line in the journal \
                that says how much it was. Cases of other people in which they take part are named and stay. Backups \
                and your mail server are yours to mind: a mail that lies in a mailbox may come in again.
                """)

        @OptionGroup var customer: CustomerArgument

        @Flag(help: "Erase without asking.")
        var yes = false

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let config = try options.load().config
            let result = try await options.withBroker { client in
                let known = try await KnownCustomer(customer.comparable, client)
                try confirm(known)
                let erasure = CustomerErasure(known: known, config: config)
                return try await erasure.run(client)
            }
            if output.isJSON {
                Console.standardOutput.json(result.json)
            } else {
                Console.standardOutput.lines(result.lines)
            }
            guard result.isClean else { throw CommandFailure(.failed, result.remark) }
        }

        private func confirm(_ known: KnownCustomer) throws {
            guard !yes else { return }
            guard Console.standardError.isTerminal else {
                throw CommandFailure(.usage, "erasing cannot be undone; --yes says that it is meant.")
            }
            Console.standardError.lines(known.lines + ["", "Erasing cannot be undone. Type the address to go on:"])
            guard MailAddress(address: readLine()?.trimmed ?? "").comparable == customer.comparable else {
                throw CommandFailure(.failed, "nothing was erased.")
            }
        }
    }
}
