import ArgumentParser
import Calendars
import Foundation
import Holidays
import Pipeline
import StageProtocol

/// `casewire calendar`: when the desk is open, and holidays from a calendar file.
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Show when the desk is open; take holidays from a calendar file.",
        subcommands: [Show.self, Import.self], defaultSubcommand: Show.self)
}

extension CalendarCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the days to come with their hours, as standards.yaml has them.")

        @Option(help: "So many days, from today.")
        var days = 14

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard (1...3660).contains(days) else { throw ValidationError("--days is a number from 1 to 3660.") }
        }

        func run() throws {
            let calendar = try options.load().standards.calendar
            let today = calendar.day(at: Timestamp.current.milliseconds)
            let list = (0..<Int64(days)).map { OpenDay(today.advanced(by: $0), calendar) }
            if output.isJSON {
                return Console.standardOutput.json(
                    ["zone": .string(calendar.zone), "days": .array(list.map(\.json))])
            }
            Console.standardOutput.lines(["Hours are those of \(calendar.zone)."] + list.map(\.line))
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which days of a calendar file (.ics) would be closed, for review, and write them down.",
            discussion: """
                Each whole day of the file is listed with what it would change. Nothing is changed without --write: then \
                the new ones are added to "closed" in standards.yaml, and all else in that file stays as it is. Events \
                with hours are listed and left to you: a half day belongs into "other_hours".
                """)

        @Argument(help: ArgumentHelp("The calendar file.", valueName: "file"), completion: .file(extensions: ["ics"]))
        var file: String

        @Option(help: "So many years are looked at, from today.")
        var years = 2

        @Flag(help: "Add the new ones to standards.yaml.")
        var write = false

        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func validate() throws {
            guard (1...20).contains(years) else { throw ValidationError("--years is a number from 1 to 20.") }
        }

        func run() throws {
            let pipeline = try options.load()
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw CommandFailure(.usage, "\(file) cannot be read.")
            }
            let today = pipeline.standards.calendar.day(at: Timestamp.current.milliseconds)
            let holidays: HolidayCalendar
            do {
                holidays = try HolidayCalendar(
                    Array(bytes), from: today, through: today.advanced(by: Int64(years) * 366))
            } catch {
                throw CommandFailure(.data, "\(file): \(error).")
            }
            let review = HolidayReview(holidays, against: pipeline.standards.calendar)
            let added = review.days.filter { $0.effect == .new }.map(\.holiday)
            let isWritten = write && !added.isEmpty
            if isWritten { try add(added, to: pipeline.config.standardsPath) }
            if output.isJSON { return Console.standardOutput.json(review.json(isWritten: isWritten)) }
            Console.standardOutput.lines(review.lines)
            Console.standardOutput.line(summary(added.count, pipeline.config.standardsPath, isWritten))
        }

        private func summary(_ count: Int, _ path: String, _ isWritten: Bool) -> String {
            if count == 0 { return "Nothing is new: \(path) has them all." }
            if isWritten { return "\(count) days were added to \(path). They count after casewire reload." }
            return "\(count) are new; --write adds them to \(path)."
        }

        /// Adds the days and looks whether the file still says what it said.
        private func add(_ holidays: [HolidayCalendar.Holiday], to path: String) throws {
            let before = try String(contentsOfFile: path, encoding: .utf8)
            guard let after = ClosedDays.adding(holidays, to: before) else {
                throw CommandFailure(
                    .failed, "\(path) has no list of closed days that could be added to; write them there yourself.")
            }
            try after.write(toFile: path, atomically: true, encoding: .utf8)
            do {
                let calendar = try options.load().standards.calendar
                guard holidays.allSatisfy({ calendar.exceptions.name(ofClosed: $0.day) == $0.name.oneLine }) else {
                    throw CommandFailure(.failed, "\(path) could not be added to; it is as it was.")
                }
            } catch {
                try before.write(toFile: path, atomically: true, encoding: .utf8)
                throw error
            }
        }
    }
}

/// A day with its hours.
private struct OpenDay {
    private let day: CalendarDay
    private let hours: [OpeningHours]
    private let name: String?

    init(_ day: CalendarDay, _ calendar: BusinessCalendar) {
        self.day = day
        hours = calendar.hours(on: day)
        name = calendar.exceptions.name(ofClosed: day)
    }

    var line: String {
        let open = hours.isEmpty ? "closed" : hours.map(\.description).joined(separator: ", ")
        return "\(day)  \(day.weekday.rawValue.prefix(3))  \(open)\(name.map { "  (\($0))" } ?? "")"
    }

    var json: JSON {
        [
            "date": .string(day.description), "weekday": .string(day.weekday.rawValue),
            "hours": .array(hours.map { .string($0.description) }), "closed": name.map { .string($0) } ?? nil,
        ]
    }
}
