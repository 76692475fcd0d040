import Calendars
import Casework
import StageKit

extension Work {
    /// `case.staff`: a colleague says what was done about feedback, or who acts on it from now on. Every other word of theirs is
    /// escalation's.
    mutating func staffWrote(_ mail: JSON) async throws {
        guard let word = LedgerWord(mail["words"]?.string ?? "") else { return }
        let address = mail["from"]?["address"]?.string ?? ""
        // A stranger's mail is told of by escalation, whatever stands in it.
        guard
            let person = mail["person"]?.string.flatMap({ house.colleagues[$0] })
                ?? house.colleagues.person(at: address)
        else { return }
        let items = (feedback.items ?? []).filter { item in
            item.isOpen && item.kind == .corrective && word.number.map { $0 == item.number } ?? true
        }
        guard !items.isEmpty else {
            let earlier = head.linked.map { " This case goes on from \($0): say it of that one." } ?? ""
            return try giveBack(
                word.rest, to: person,
                "There is no open feedback \(word.number.map { "number \($0) " } ?? "")in \(head.ref).\(earlier) "
                    + "See casewire feedback list.")
        }
        switch word.deed {
        case .did: try await did(word.rest, about: items, by: person)
        case .move:
            if let problem = try move(items, word, by: person, seen: mail["seen"]?["feedback"]) {
                try giveBack(word.rest, to: person, problem)
            }
        }
    }

    /// Something was done, and the customer hears of it.
    private mutating func did(_ what: String, about items: [FeedbackItem], by person: Colleagues.Person) async throws {
        guard !what.isEmpty else {
            return try giveBack("", to: person, "Write behind /did what was done, as the customer may read it.")
        }
        for var item in items {
            item.done = .init(at: now, what: what, by: person.id)
            keep(item)
        }
        try note([
            "done": .array(items.map { .int(Int64($0.number)) }), "person": .string(person.id), "what": .string(what),
        ])
        try await tell()
    }

    /// Tells the customer what was done about what they said, once: when the case is resolved, and if they wish such mails.
    mutating func tell() async throws {
        let items = (feedback.items ?? []).filter { $0.kind == .corrective && $0.done != nil && $0.told == nil }
        guard head.status == .resolved, let done = items.last?.done, let customer = contact?.customer else { return }
        // What was done in one go is told in one.
        let told = items.filter { $0.done?.what == done.what }
        let past = try await self.past()
        guard !past.hasLeft(with: appreciation) else {
            return try note(["untold": .string(Purpose.didAsSaid), "reason": "the customer wishes no such mails"])
        }
        // Who said the same in several cases hears of it in one of them.
        if let ref = feedback.hasTold(done.what) ? head.ref : past.told(done.what) {
            for var item in told {
                item.told = now
                keep(item)
            }
            return try note([
                "untold": .string(Purpose.didAsSaid), "reason": .string("the customer has heard the same in \(ref)"),
            ])
        }
        try say(
            "did-\(received.message.id)", Purpose.didAsSaid, to: customer,
            ["words": told.map { quoted($0.words) }.joined(separator: "\n>\n"), "news": done.what], author: done.by,
            details: ["person": .string(done.by), "items": .array(told.map { .int(Int64($0.number)) })])
        for var item in told {
            item.told = now
            keep(item)
        }
    }

    /// What was to be told was held back: who wrote it finds other words.
    mutating func takeBack(_ say: SayHead) throws {
        let person = say.proposal.details?["person"]?.string
        let findings = say.findings?.array ?? say.findings?["findings"]?.array ?? []
        let reasons = findings.map { finding in
            [finding["rule"]?.string, finding["words"]?.string.map { "\"\($0)\"" }, finding["advice"]?.string]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
        }
        let numbers = Set((say.proposal.details?["items"]?.array ?? []).compactMap(\.int).map { Int($0) })
        var words = ""
        for var item in (feedback.items ?? []).filter({ numbers.contains($0.number) }) {
            words = item.done?.what ?? words
            item.done = nil
            item.told = nil
            keep(item)
        }
        guard let colleague = person.flatMap({ house.colleagues[$0] }) else { return }
        let why = reasons.isEmpty ? "The mail could not leave." : reasons.joined(separator: "\n")
        try giveBack(words, to: colleague, "\(why)\n\nBegin your answer with /did.")
    }

    mutating func giveBack(_ words: String, to person: Colleagues.Person, _ reason: String) throws {
        let id = received.message.id
        try note(["given_back": .string(id), "reason": .string(reason), "person": .string(person.id)])
        let language = person.languages.map { house.language($0) }.first ?? "en"
        try say(
            "back-\(id)-did-\(person.id)", Purpose.staffRefused, to: person,
            [
                "findings": reason, "words": words.isEmpty ? "–" : quoted(words),
                "deadline": house.moments.day(
                    house.standards.nextDay(after: now).milliseconds, language: language),
            ])
    }
}
