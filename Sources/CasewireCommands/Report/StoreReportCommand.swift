import ArgumentParser
import Reports

/// A report that is read from the store.
protocol StoreReportCommand: AsyncParsableCommand {
    /// The names of the reports that it shows.
    static var names: [String] { get }
    /// Whether an alarm ends the command with 1, so that who looks every night by a timer notices.
    static var failsOnAlarm: Bool { get }
    var options: ReportOptions { get }
}

extension StoreReportCommand {
    static var failsOnAlarm: Bool { false }

    func run() async throws {
        let told = try await options.told(Self.names)
        try ReportOutput(told, options: options).write()
        if Self.failsOnAlarm, told.reports.contains(where: { !$0.alarms.isEmpty }) {
            throw CommandFailure(.failed, "")
        }
    }
}

struct StandardsReport: StoreReportCommand {
    static let names = ["standards"]
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "How far each standard was kept, with the worst cases.")
    @OptionGroup var options: ReportOptions
}

struct VoiceReport: StoreReportCommand {
    static let names = ["voice"]
    static let configuration = CommandConfiguration(
        commandName: "voice", abstract: "What customers write about, how they feel, and what no article answers.",
        discussion: "Words are quoted of those alone who agreed to it on the page on which they voted.")
    @OptionGroup var options: ReportOptions
}

struct ParityReport: StoreReportCommand {
    static let names = ["parity"]
    static let failsOnAlarm = true
    static let configuration = CommandConfiguration(
        commandName: "parity", abstract: "Whether all customers were served alike.",
        discussion: """
            Waits, remedies and tone across sizes of accounts, languages and channels, within cases of the same topic and \
            month. Ends with 1 where a gap is larger than chance explains. docs/reports.md tells how it is reckoned.
            """)
    @OptionGroup var options: ReportOptions
}

struct PromisesReport: StoreReportCommand {
    static let names = ["promises"]
    static let configuration = CommandConfiguration(
        commandName: "promises", abstract: "What was promised to customers, and what became of it.",
        discussion: """
            A promise is kept by a text that says so or by a colleague's /kept, late when its time is up, and made good \
            when an apology with an offer has left. Of more than 10,000 promises the latest due are told one by one.
            """)
    @OptionGroup var options: ReportOptions
}

struct EscalationsReport: StoreReportCommand {
    static let names = ["escalations"]
    static let configuration = CommandConfiguration(
        commandName: "escalations", abstract: "What was seen coming, who was told, and how soon somebody acted.")
    @OptionGroup var options: ReportOptions
}

struct WorkloadReport: StoreReportCommand {
    static let names = ["workload"]
    static let configuration = CommandConfiguration(
        commandName: "workload", abstract: "How much there was to do, when, and for whom.")
    @OptionGroup var options: ReportOptions
}

struct FeedbackReport: StoreReportCommand {
    static let names = ["feedback"]
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "What became of what customers told us.")
    @OptionGroup var options: ReportOptions
}

struct SurveyReport: StoreReportCommand {
    static let names = ["survey"]
    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "How content customers are, as far as they said.",
        discussion: """
            CSAT is the share of answers of 4 or 5, with its 95 % interval after Wilson: with few answers it is wide, and \
            should be. A customer's last vote on a case counts.
            """)
    @OptionGroup var options: ReportOptions
}

struct UnderstandingReport: StoreReportCommand {
    static let names = ["understanding"]
    static let configuration = CommandConfiguration(
        commandName: "understanding", abstract: "How often what was meant was understood, as far as people looked.",
        discussion: """
            A case counts once a person has answered or corrected in it; what they left as it was counts as right.
            """)
    @OptionGroup var options: ReportOptions
}

struct IntakeReport: StoreReportCommand {
    static let names = ["intake"]
    static let failsOnAlarm = true
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "What came in, what became of it, and whether that adds up.",
        discussion: "Ends with 1 where what was received is not all accounted for.")
    @OptionGroup var options: ReportOptions
}

struct AllReports: StoreReportCommand {
    static let names = ReportCatalog.all.map(\.name)
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "All of these, from one look at the store.",
        discussion: "As CSV, -o names a folder, which gets a file for each table.")
    @OptionGroup var options: ReportOptions
}
