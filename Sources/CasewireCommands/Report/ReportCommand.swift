import ArgumentParser

/// `casewire report`: figures over all cases, and over all that came in.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Tell figures over all cases.",
        discussion: """
            Each reads the store itself, beside a broker at work or with none: as text for the terminal, JSON, CSV, or as one \
            page of HTML that prints well.
            """,
        subcommands: [
            StandardsReport.self, VoiceReport.self, SurveyReport.self, ParityReport.self, PromisesReport.self,
            EscalationsReport.self, WorkloadReport.self, FeedbackReport.self, UnderstandingReport.self,
            IntakeReport.self, AllReports.self,
        ])
}
