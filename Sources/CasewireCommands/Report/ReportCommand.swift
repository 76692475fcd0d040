import ArgumentParser
import StageKit
import StageProtocol

/// `casewire report`: figures over all cases.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Tell figures over all cases.",
        discussion: """
            intake, survey and understanding ask the running broker. All others read the store itself, beside a broker at work \
            or with none: as text for the terminal, JSON, CSV, or as one page of HTML that prints well.
            """,
        subcommands: [
            Intake.self, Survey.self, Understanding.self, StandardsReport.self, VoiceReport.self, ParityReport.self,
            PromisesReport.self, EscalationsReport.self, WorkloadReport.self, FeedbackReport.self, AllReports.self,
        ])

    struct Intake: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What came in, what became of it, and whether that adds up.",
            discussion: "Ends with 1 where what was received is not all accounted for.")

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let reply = try await options.withBroker { try await $0.ask("report-intake", ["limit": 10_000]) }
            let report = IntakeReport(reply)
            if output.isJSON {
                Console.standardOutput.json(report.json)
            } else {
                Console.standardOutput.lines(report.lines(Console.standardOutput.paint))
            }
            if !report.reconciles { throw CommandFailure(.failed, "") }
        }
    }

    struct Understanding: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How often what was meant was understood, as far as people looked.",
            discussion: """
                A case counts once a person has answered or corrected in it; what they left as it was counts as right. Of more \
                than 10,000 cases the latest are told.
                """)

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (reviews, understood) = try await options.withBroker { broker in
                (
                    try await broker.ask("sections", ["name": "review", "limit": 10_000], within: .seconds(60)),
                    try await broker.ask("sections", ["name": "understanding", "limit": 10_000], within: .seconds(60))
                )
            }
            let report = UnderstandingReport(reviews: reviews.array ?? [], understood: understood.array ?? [])
            if output.isJSON { return Console.standardOutput.json(report.json) }
            Console.standardOutput.lines(report.lines(Console.standardOutput.paint))
        }
    }

    struct Survey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How content customers are, as far as they said.",
            discussion: """
                CSAT is the share of answers of 4 or 5, with its 95 % interval after Wilson: with few answers it is \
                wide, and should be. A customer's last vote on a case counts.
                """)

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let question: JSON = ["name": "feedback", "limit": 10_000_000]
            let sections = try await options.withBroker {
                try await $0.ask("sections", question, within: .seconds(60))
            }
            let report = SurveyReport(sections.array ?? [])
            if output.isJSON { return Console.standardOutput.json(report.json) }
            Console.standardOutput.lines(report.lines)
        }
    }
}
