import Calendars
import Holidays
import StageProtocol

/// Holidays of a file, each with what it would change.
struct HolidayReview {
    enum Effect: String {
        case new
        /// Closed by name already.
        case known
        /// The desk is not open on that day anyway.
        case notOpen = "not-open"
        /// standards.yaml gives that day hours of its own; a person decides.
        case otherHours = "other-hours"
    }

    struct Day {
        var holiday: HolidayCalendar.Holiday
        var effect: Effect
    }

    let days: [Day]
    private let others: [HolidayCalendar.Holiday]

    init(_ holidays: HolidayCalendar, against calendar: BusinessCalendar) {
        // Two feasts on one day close it once.
        var named: [CalendarDay: [String]] = [:]
        for holiday in holidays.holidays { named[holiday.day, default: []].append(holiday.name) }
        days = named.sorted { $0.key < $1.key }.map { day, names in
            let holiday = HolidayCalendar.Holiday(day: day, name: names.joined(separator: ", ").oneLine)
            return Day(holiday: holiday, effect: Self.effect(of: day, calendar))
        }
        others = holidays.others
    }

    private static func effect(of day: CalendarDay, _ calendar: BusinessCalendar) -> Effect {
        if calendar.exceptions.name(ofClosed: day) != nil { return .known }
        if calendar.exceptions.hasOtherHours(on: day) { return .otherHours }
        return calendar.hours(on: day).isEmpty ? .notOpen : .new
    }

    var lines: [String] {
        var table = TextTable([
            .init(title: "date"), .init(title: "day"), .init(title: "name"), .init(title: "it would"),
        ])
        for day in days {
            let holiday = day.holiday
            table.add([
                holiday.day.description, "\(holiday.day.weekday.rawValue.prefix(3))", holiday.name,
                words(day.effect),
            ])
        }
        let left = others.map { "\($0.day)  \($0.name.oneLine): has hours, and is left to you (other_hours)" }
        return table.lines(width: Console.standardOutput.width, paint: Console.standardOutput.paint) + left
    }

    private func words(_ effect: Effect) -> String {
        switch effect {
        case .new: "close the desk"
        case .known: "change nothing: closed already"
        case .notOpen: "change nothing: not open on that day"
        case .otherHours: "not be added: the day has other_hours"
        }
    }

    func json(isWritten: Bool) -> JSON {
        [
            "written": .bool(isWritten),
            "days": .array(
                days.map {
                    [
                        "date": .string($0.holiday.day.description), "name": .string($0.holiday.name),
                        "effect": .string($0.effect.rawValue),
                    ]
                }),
            "others": .array(
                others.map { ["date": .string($0.day.description), "name": .string($0.name.oneLine)] }),
        ]
    }
}

/// Adds days to `closed:` of `calendar:` in the text of a standards.yaml, which keeps every other byte.
enum ClosedDays {
    /// Nil where there is no such list, or none with a day a line.
    static func adding(_ holidays: [HolidayCalendar.Holiday], to text: String) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let calendar = lines.firstIndex(where: { $0.hasPrefix("calendar:") }) else { return nil }
        let rest = lines[(calendar + 1)...]
        let end = rest.firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("#") } ?? lines.endIndex
        guard
            let closed = rest[..<end].firstIndex(where: {
                $0.drop { $0 == " " }.prefix { $0 != "#" }.split(separator: " ") == ["closed:"]
            })
        else { return nil }
        let indent = lines[closed].prefix { $0 == " " }.count
        let entries = lines[(closed + 1)..<end].prefix {
            $0.allSatisfy(\.isWhitespace) || $0.prefix { $0 == " " }.count > indent
        }
        guard let last = entries.lastIndex(where: { $0.contains(":") && !isComment($0) }) else { return nil }
        let margin = String(lines[last].prefix { $0 == " " })
        let added = holidays.map { "\(margin)\($0.day): \(quoted($0.name))" }
        lines.insert(contentsOf: added, at: last + 1)
        return lines.joined(separator: "\n")
    }

    private static func isComment(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix("#") }

    /// A text that YAML reads as that very text.
    private static func quoted(_ name: String) -> String {
        let safe = name.oneLine.map { character -> String in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: String(character)
            }
        }
        return "\"\(safe.joined())\""
    }
}
