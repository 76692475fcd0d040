import Calendars
import Casework
import StageKit

/// Who acts on feedback: `people.yaml` as a stage is handed it.
struct Colleagues: Sendable {
    struct Person: Sendable, Hashable {
        var id: String
        var name: String
        var address: String
        var topics: [String]
        var languages: [String]
        /// Days on which they are not there, both ends included.
        var away: [ClosedRange<CalendarDay>]
        /// When they are there; nil for always.
        var hours: BusinessCalendar?

        /// The name they are called by.
        var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }

        /// As an item names its owner.
        var colleague: Care.Colleague { Care.Colleague(id: id, name: name) }

        /// When they are there from a moment on.
        func opening(after moment: Timestamp) -> Timestamp {
            guard let hours, !hours.isOpen(at: moment.milliseconds) else { return moment }
            return Timestamp(milliseconds: hours.nextOpen(after: moment.milliseconds))
        }
    }

    let people: [Person]
    /// Ids, from the lowest rung up.
    private let ladder: [[String]]

    init(_ json: JSON, zone: String) throws {
        people = try (json["people"]?.array ?? []).compactMap { try Person($0, zone: zone) }
        ladder = (json["ladder"]?.array ?? []).map { ($0["who"]?.array ?? []).compactMap(\.string) }
    }

    subscript(id: String) -> Person? { people.first { $0.id == id } }

    func person(at address: String) -> Person? {
        people.first { $0.address.lowercased() == address.lowercased() }
    }

    /// Who acts on criticism of a topic: who is asked first in it, else in one of the others, else the top of the ladder. Who
    /// is away is passed over while somebody else is there.
    func owner(of topic: String?, else others: [String], on day: CalendarDay) -> Person? {
        for topic in [topic].compactMap(\.self) + others {
            let asked = people.filter { $0.topics.contains(topic) }
            if let person = asked.first(where: { !$0.isAway(on: day) }) ?? asked.first { return person }
        }
        return top ?? people.first
    }

    /// Whose name stands in words of praise: the first that is named in full, or by the first name.
    func named(in words: String) -> Person? {
        let spoken = words.split { !$0.isLetter }.map(String.init)
        return people.compactMap { person in spoken.firstIndex(of: person.firstName).map { (person, $0) } }
            .min { $0.1 < $1.1 }?.0
    }

    /// Who leads somebody: the first rung above the one they stand on that is there, or the top.
    func lead(of id: String, on day: CalendarDay) -> Person? {
        let own = ladder.firstIndex { $0.contains(id) }.map { $0 + 1 } ?? 0
        let above = ladder.dropFirst(own).joined().compactMap { self[$0] }
        return above.first { $0.id != id && !$0.isAway(on: day) } ?? top
    }

    /// Who is told in somebody's place while they are away: who is asked as well in one of the topics, else who leads them, else the
    /// highest on the ladder that is there. Whoever is away is told all the same where nobody else is there.
    /// - Parameter other: somebody who is told by another way, and stands in for nobody here.
    func standIn(for person: Person, in topics: [String], except other: String? = nil, on day: CalendarDay) -> Person {
        guard person.isAway(on: day) else { return person }
        let asked = topics.flatMap { topic in people.filter { $0.topics.contains(topic) } }
        let above = lead(of: person.id, on: day).map { [$0] } ?? []
        let others = ladder.reversed().joined().compactMap { self[$0] }
        return (asked + above + others).first { $0.id != other && !$0.isAway(on: day) } ?? person
    }

    private var top: Person? { ladder.last?.lazy.compactMap { self[$0] }.first }
}

extension Colleagues.Person {
    fileprivate init?(_ json: JSON, zone: String) throws {
        guard let id = json["id"]?.string, let address = json["address"]?.string else { return nil }
        func list(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.string) }
        let hours = json["hours"]?.object.flatMap { week in
            week.isEmpty
                ? nil
                : [
                    "zone": json["zone"] ?? .string(zone), "hours": .object(week), "closed": [:], "other_hours": [:],
                ] as JSON
        }
        self.init(
            id: id, name: json["name"]?.string ?? id, address: address, topics: list("topics"),
            languages: list("languages"),
            away: (json["away"]?.array ?? []).compactMap { days in
                guard let from = days["from"]?.string.flatMap(CalendarDay.init),
                    let until = days["until"]?.string.flatMap(CalendarDay.init), from <= until
                else { return nil }
                return from...until
            },
            hours: try hours?.decode())
    }

    func isAway(on day: CalendarDay) -> Bool { away.contains { $0.contains(day) } }
}
