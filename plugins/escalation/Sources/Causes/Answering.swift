import Calendars
import Casework
import Clocks
import Foundation
import StageKit

extension CauseWork {
    /// `case.staff`: a colleague says something to the cause, by mail or by command.
    mutating func staffWrote(_ mail: JSON) throws {
        let address = mail["from"]?["address"]?.string ?? ""
        guard let person = mail["person"]?.string.flatMap({ office.people[$0] }) ?? office.people.person(at: address)
        else {
            return try record("noted", ["untold": "a stranger", "reason": "people.yaml names nobody who wrote this"])
        }
        let words = mail["words"]?.string ?? ""
        guard isOpen else {
            let end = cause.merged.map { "goes on in \($0)" } ?? "is mended already"
            return try giveBack(words, to: person, "The cause \(end).")
        }
        switch CauseCommand(words) {
        case .found(let what): try record("decided", ["found": .string(what), "person": .string(person.id)])
        case .note(let what): try record("noted", ["note": .string(what), "person": .string(person.id)])
        case .mended(let what):
            if let due, cause.missed == nil { outcome.standard("repair_first", met: now < due, due: due) }
            try record("decided", ["mended": .string(what), "person": .string(person.id)])
            close("the cause is mended: \(what)")
            // Whose it is would else look for what another has found.
            if person.id != owner.id {
                try tell([owner], "mended-\(received.message.id)", "\(person.name) has mended it: \(what)")
            }
        case .later(let day, let reason):
            let noon = office.calendar.moment(nominal: day.number * 86_400_000)
            let end = Timestamp(milliseconds: office.calendar.endOfBusinessDay(after: noon))
            guard day >= ladder.day, end > now else {
                return try giveBack(words, to: person, "\(day) has passed; name a day to come.")
            }
            var body: [String: JSON] = ["later": .string(end.description), "person": .string(person.id)]
            if !reason.isEmpty { body["reason"] = .string(reason) }
            try record("decided", .object(body))
        case .assign(let id, let reason):
            guard let next = office.people[id] else {
                let names = office.people.people.map(\.id).joined(separator: ", ")
                return try giveBack(words, to: person, "people.yaml names no \"\(id)\"; there are \(names).")
            }
            guard next.id != owner.id else { return try giveBack(words, to: person, "It is \(next.name)'s already.") }
            guard !next.isAway(on: ladder.day) else { return try giveBack(words, to: person, "\(next.name) is away.") }
            try hand(to: next, by: person, because: reason)
        case .same(let ref):
            if let problem = try merge(into: ref, by: person) { try giveBack(words, to: person, problem) }
        case .wrong(let reason): try giveBack(words, to: person, reason)
        }
    }

    private mutating func giveBack(_ words: String, to person: People.Person, _ reason: String) throws {
        let number = received.message.id
        try record(
            "noted",
            ["given_back": .string(number), "reason": .string(reason), "person": .string(person.id)])
        let lines = words.trimmingCharacters(in: .whitespacesAndNewlines)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let quoted = lines.map { "> \($0)" }
        let mail = try self.mail(
            "This could not be done: \(reason)\n\nYou wrote:\n\n\(quoted.joined(separator: "\n"))", to: person,
            isOpen ? .back : nil)
        outcome.say(
            "back-\(number)-\(person.id)", to: [person.address], audience: .staff, purpose: Purpose.staffCause,
            subject: mail.subject, text: mail.body, details: ["person": .string(person.id)])
    }
}
