import ArgumentParser
import Casework
import Foundation
import Pipeline
import StageKit
import StageProtocol

/// `casewire appreciation`: the list of those who come often and like to hear from the shop.
struct AppreciationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appreciation", abstract: "Hand the appreciation list to a mailing tool, or take somebody off it.",
        discussion: """
            Customers join it by their own click and leave it by one. Whoever writes to the list puts the link under "leave" \
            into each mail, and into its header: List-Unsubscribe: <LINK> and List-Unsubscribe-Post: \
            List-Unsubscribe=One-Click (RFC 8058). Export it anew for each mailing: the list is as it is now.
            """,
        subcommands: [Export.self, Leave.self])

    struct Export: AsyncParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case csv, json
        }

        static let configuration = CommandConfiguration(
            abstract: "Print who is on the list: address, name, language, since when, and the link that leaves it.")

        @Option(help: "csv for a mailing tool, json for programs.")
        var format = Format.csv
        @OptionGroup var options: PipelineOptions

        func run() async throws {
            let door = try WebDoor(try options.load().config)
            let sections = try await options.withBroker {
                try await $0.sections(named: "appreciation")
            }
            let list = AppreciationList(
                sections, web: door.web, key: try SigningKey.load(path: door.key))
            switch format {
            case .csv: FileHandle.standardOutput.write(Data(list.csv.utf8))
            case .json: Console.standardOutput.json(list.json)
            }
        }
    }

    struct Leave: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take somebody off the list, who asked for it on another way.",
            discussion: """
                They get no thanks, no questions and no news of what was done any more either, as by their own click. When \
                they write, they are answered as always.
                """)

        @OptionGroup var customer: CustomerArgument
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let door = try WebDoor(try options.load().config)
            let ref = try await options.withBroker { try await leave($0, by: door) }
            if output.isJSON {
                return Console.standardOutput.json(["address": .string(customer.comparable), "ref": .string(ref)])
            }
            Console.standardOutput.line("\(customer.comparable) gets no such mails any more (\(ref)).")
        }

        /// - Returns: the case in which it stands.
        private func leave(_ broker: BrokerClient, by door: WebDoor) async throws -> String {
            let known = try await broker.ask("customer", ["address": .string(customer.comparable)])
            guard let ref = known["cases"]?.array?.first?["ref"]?.string else {
                throw CommandFailure(.failed, "\(customer.comparable) has no case here, and gets no mails from it.")
            }
            let word = ListChoice(.leave, who: CaseLink.person(customer.comparable))
            var admission = try Admission(.feedback, entry: word, output: "feedback")
            admission.match = [Match(key: "ref:" + ref)]
            let draft = SubmissionDraft(
                id: "list:\(ref):\(Timestamp.current.milliseconds)", via: "command", to: door.stage,
                admission: admission)
            switch try await broker.submit(draft, within: .seconds(10)) {
            case .accepted: return ref
            case .later: throw CommandFailure(.later, "the broker has too much to do; try again in a moment.")
            }
        }
    }
}
