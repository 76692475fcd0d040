import Calendars

/// Who looks after customers and whom to turn to next: `people.yaml` as a stage is handed it.
struct People: Decodable, Sendable, Hashable {
    struct Person: Decodable, Sendable, Hashable {
        var id: String
        var name: String
        var address: String
        /// What this person may grant: `refund`, `credit` and others, in the currency of the goodwill standard.
        var authority: [String: Double]
        /// Topics in which this person is asked first; none is all of them.
        var topics: [String]
        var languages: [String]
        var away: [Absence]
        /// When they are there, by day of the week; nil for always.
        var hours: [String: [String]]?
        /// The time zone of their hours; nil for the desk's.
        var zone: String?

        /// The name they are called by.
        var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }

        func isAway(on day: CalendarDay) -> Bool { away.contains { $0.from <= day && day <= $0.until } }
    }

    /// Both days are away.
    struct Absence: Sendable, Hashable {
        var from: CalendarDay
        var until: CalendarDay
    }

    struct Rung: Decodable, Sendable, Hashable {
        var who: [String]
        /// How long after the rung below.
        var after: TimeSpan
    }

    var people: [Person]
    var ladder: [Rung]
    /// Ladders of topics that have their own.
    var ladders: [String: [Rung]]?

    func rungs(topic: String?) -> [Rung] { topic.flatMap { ladders?[$0] } ?? ladder }

    subscript(id: String) -> Person? { people.first { $0.id == id } }

    /// The person behind an address.
    func person(at address: String) -> Person? {
        people.first { $0.address.lowercased() == address.lowercased() }
    }
}

extension People.Absence: Decodable {
    private enum Key: String, CodingKey { case from, until }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func day(_ key: Key) throws -> CalendarDay {
            let text = try container.decode(String.self, forKey: key)
            guard let day = CalendarDay(text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "\"\(text)\" is no date such as 2026-12-25")
            }
            return day
        }
        from = try day(.from)
        until = try day(.until)
    }
}
