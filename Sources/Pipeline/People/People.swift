package import Calendars
package import StageProtocol

/// Who looks after customers, and whom to turn to when time runs short.
package struct People: Sendable, Hashable {
    package struct Person: Sendable, Hashable {
        package struct Absence: Sendable, Hashable {
            /// Both days are away.
            package var from: CalendarDay
            package var until: CalendarDay
        }

        package var id: String
        package var name: String
        package var address: String
        package var role: String
        /// Topics in which this person is asked first.
        package var topics: [String]
        package var languages: [String]
        /// What this person may promise without asking: `refund`, `credit` and `discount` in the currency of the
        /// goodwill standard, `discount_percent` in percent.
        package var authority: [String: Double]
        package var away: [Absence]
        /// When this person is there; none is always.
        package var hours: BusinessCalendar.Week = [:]
        /// The IANA name of the time zone of their hours, where it is another than the desk's.
        package var zone: String?
    }

    package struct Rung: Sendable, Hashable {
        package var who: [String]
        /// How long after the rung below; the first is told when a deadline is missed or near.
        package var after: TimeSpan
    }

    /// In the order of the file.
    package var people: [Person]
    package var ladder: [Rung]
    /// Ladders of topics that have their own.
    package var ladders: [String: [Rung]] = [:]

    package subscript(id: String) -> Person? { people.first { $0.id == id } }

    /// What a stage that reads `people` is handed: people as a list, rungs from the bottom up, dates as texts.
    package var json: JSON {
        var members: [String: JSON] = ["people": .array(people.map(\.json)), "ladder": .array(ladder.map(\.json))]
        if !ladders.isEmpty { members["ladders"] = .object(ladders.mapValues { .array($0.map(\.json)) }) }
        return .object(members)
    }
}

extension People.Person {
    fileprivate var json: JSON {
        var members = plain.object ?? [:]
        if !hours.isEmpty {
            let days = hours.map { ($0.key.rawValue, JSON.array($0.value.map { .string($0.description) })) }
            members["hours"] = .object(Dictionary(days, uniquingKeysWith: { $1 }))
            members["zone"] = zone.map(JSON.string)
        }
        return .object(members)
    }

    private var plain: JSON {
        [
            "id": .string(id), "name": .string(name), "address": .string(address), "role": .string(role),
            "topics": .array(topics.map(JSON.string)), "languages": .array(languages.map(JSON.string)),
            "authority": .object(authority.mapValues(JSON.double)),
            "away": .array(
                away.map { ["from": .string($0.from.description), "until": .string($0.until.description)] }),
        ]
    }
}

extension People.Rung {
    fileprivate var json: JSON { ["who": .array(who.map(JSON.string)), "after": .string(after.description)] }
}
