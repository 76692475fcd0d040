import ArgumentParser
import Calendars
import Clocks
import Pipeline
import StageKit
import StageProtocol

/// `casewire clocks REF`: what a customer counts on, from when to when, and what came of it.
struct ClocksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clocks", abstract: "Show the clocks of a case, now or at another time.",
        discussion: """
            They are worked out from the case's log, the standards and the calendar as they stand in the pipeline's files: so \
            a change of standards.yaml can be looked at before it is used. --at shows an earlier moment, or a later one as \
            if nothing happened until then. Times are on the desk's own clock. With --format json: {ref, at, \
            turn, waiting_since, next_word, gamed, clocks, runs}.
            """)

    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String

    @Option(
        help: ArgumentHelp(
            "Another moment: 2026-11-24T10:00:00Z, or 2026-11-24T10:00 on the desk's own clock.", valueName: "time"))
    var at: String?

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let standards = try options.load().standards
        let moment = try at.map { text -> Timestamp in
            guard let moment = Timestamp(text) ?? Timestamp(onClockOf: standards.calendar, text) else {
                throw CommandFailure(
                    .usage,
                    "\"\(text)\" is no time; write 2026-11-24T10:00:00Z, or 2026-11-24T10:00 on the desk's clock.")
            }
            return moment
        }
        let story = try await options.withBroker { try await $0.ask("case", ["ref": .string(reference)]) }
        let clocks = try CaseClocks(of: story, standards, at: moment)
        let console = Console.standardOutput
        if output.isJSON {
            let members = clocks.json.object ?? [:]
            return console.json(.object(members.merging(["ref": story["ref"] ?? .null]) { $1 }))
        }
        let times = Times(now: clocks.moment, onClockOf: standards.calendar)
        let text = ClocksText(clocks, times: times, paint: console.paint)
        console.lines([console.paint.bold(story["ref"]?.string ?? reference)] + text.lines)
    }
}

extension CaseClocks {
    /// The clocks of a case as the broker tells it, by a pipeline's standards.
    /// - Parameter moment: nil for now, or the case's last entry where the clock was set back since.
    init(of story: JSON, _ standards: Standards, at moment: Timestamp? = nil) throws {
        let figures: Figures
        do {
            figures = try standards.json.decode()
        } catch {
            throw CommandFailure(.config, "standards.yaml has not what clocks are kept by: \(error).")
        }
        let log: [Entry] = try (story["log"] ?? []).decode()
        self.init(
            log, heard: story["heard"]?.int.map { Int($0) }, opened: story["opened"]?.moment, figures: figures,
            at: moment ?? max(.current, log.last?.at ?? .current))
    }
}

extension Timestamp {
    /// The moment that a day and a time name on a desk's own clock, such as `2026-11-24T10:00`.
    init?(onClockOf calendar: BusinessCalendar, _ text: String) {
        guard let nominal = Timestamp(text + "Z") ?? Timestamp(text + ":00Z") else { return nil }
        self.init(milliseconds: calendar.moment(nominal: nominal.milliseconds))
    }
}
