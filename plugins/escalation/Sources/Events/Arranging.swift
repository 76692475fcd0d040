import Casework
import StageKit

// What colleagues arrange among themselves: who looks after a case, and whose word is awaited.
extension CaseWork {
    /// Somebody else looks after the case: they get the story, and the customer is told who it is now. Of a resolved case nothing
    /// is due, and the customer hears of nobody new before they write again.
    /// - Returns: why that cannot be, in words; nil where it was done.
    mutating func assign(to id: String, by person: People.Person, _ number: String, because reason: String) throws
        -> String?
    {
        guard let next = office.people[id] ?? office.people.person(at: id) else {
            let names = office.people.people.map(\.id).joined(separator: ", ")
            return "people.yaml names no \"\(id)\"; there are \(names)."
        }
        guard next.id != care.advocate.id else { return "\(next.name) looks after this case already." }
        guard !next.isAway(on: office.ladder(at: now).day) else { return "\(next.name) is away." }
        var circumstances: [String: JSON] = ["person": .string(person.id)]
        if !reason.isEmpty { circumstances["reason"] = .string(reason) }
        try handOver(to: next, circumstances)
        // Who takes it on themselves knows.
        guard next.id != person.id else { return nil }
        try notice(
            "assigned-\(number)", to: [next],
            reason: "\(person.name) hands this case to you" + (reason.isEmpty ? "" : ": \(reason)"),
            due: due == .nothing ? open.map(\.due).min().map(Due.by) ?? .nothing : due)
        return nil
    }

    /// The next word is awaited from somebody; `nobody` ends it. It is written down, and clocks and updates go by it.
    /// - Returns: why that cannot be, in words; nil where it was done.
    mutating func wait(for whom: String, _ what: String, by person: People.Person) throws -> String? {
        guard isOpen else { return "The case is resolved; it opens again when the customer writes." }
        var body: [String: JSON] = ["waits_for": .string(whom), "person": .string(person.id)]
        if !what.isEmpty { body["what"] = .string(what) }
        try record("decided", .object(body))
        return nil
    }
}

extension StaffCommand {
    /// Whether its words are for the customer, or end the case, so that they must rest on all that the customer wrote.
    var speaks: Bool {
        if case .resolve = self { return true }
        return hasWords
    }

    /// Whether there are words in it that the customer is to read.
    var hasWords: Bool {
        switch self {
        case .answer: true
        case .resolve(let words), .kept(_, let words): !words.isEmpty
        case .correct(_, _, let rest): StaffCommand(rest).hasWords
        default: false
        }
    }
}
