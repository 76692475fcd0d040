import Casework
import StageKit

extension Work {
    /// `/move tomas why`: somebody else acts on these from now on, and is told of them.
    /// - Parameter seen: whose they were when that was written, by number, where the writer says so.
    /// - Returns: why that cannot be, in words; nil where it was done.
    mutating func move(_ items: [FeedbackItem], _ word: LedgerWord, by person: Colleagues.Person, seen: JSON?) throws
        -> String?
    {
        let id = word.rest.prefix { !$0.isWhitespace }.lowercased()
        let reason = String(word.rest.dropFirst(id.count).drop(while: \.isWhitespace))
        guard let next = house.colleagues[id] else {
            let names = house.colleagues.people.map(\.id).joined(separator: ", ")
            return "Write behind /move who acts on it: people.yaml names no \"\(id)\"; there are \(names)."
        }
        guard !next.isAway(on: day) else { return "\(next.name) is away." }
        for item in items {
            guard item.owner.id != next.id else { return "Number \(item.number) is \(next.name)'s already." }
            let before = seen?["\(item.number)"]?.string
            let wasTheirs = item.earlier?.contains(person.id) == true && item.owner.id != person.id
            guard before.map({ $0 == item.owner.id }) ?? !wasTheirs else {
                return "Number \(item.number) is \(item.owner.name)'s meanwhile."
            }
        }
        for var item in items {
            item.earlier = (item.earlier ?? []) + [item.owner.id]
            item.owner = next.colleague
            // Who takes it on themselves knows.
            item.handed = next.id == person.id ? now : nil
            keep(item)
        }
        var line: [String: JSON] = [
            "moved": .array(items.map { .int(Int64($0.number)) }), "owner": .string(next.id),
            "person": .string(person.id),
        ]
        if !reason.isEmpty { line["reason"] = .string(reason) }
        try note(.object(line))
        return nil
    }
}
