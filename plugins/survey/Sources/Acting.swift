import Calendars
import Casework
import StageKit

extension Work {
    /// `case.staff`: a colleague says what was done about feedback, who acts on it from now on, or why nothing is to be done. Every
    /// other word of theirs is escalation's, and those about a case of the house are not ours.
    mutating func staffWrote(_ mail: JSON) async throws {
        guard head.kind == nil, let word = LedgerWord(mail["words"]?.string ?? "") else { return }
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
            let away = feedback.items?.last { $0.quiet != nil && word.number.map { [$0] }?.contains($0.number) ?? true }
            let why = away?.quiet.map { " It was put away: \($0.why)." } ?? ""
            return try giveBack(
                word.rest, to: person,
                "There is no open feedback \(word.number.map { "number \($0) " } ?? "")in \(head.ref).\(why)\(earlier) "
                    + "See casewire feedback list.")
        }
        switch word.deed {
        case .did: try await did(word.rest, about: items, by: person)
        case .move:
            if let problem = try move(items, word, by: person, seen: mail["seen"]?["feedback"]) {
                try giveBack(word.rest, to: person, problem, about: items)
            }
        case .quiet:
            guard !word.rest.isEmpty else {
                return try giveBack(
                    "", to: person, "Write behind /quiet why nothing is to be done; the customer does not hear it.",
                    about: items)
            }
            try putAway(items, because: word.rest, by: person.id)
        }
    }

    /// Something was done, and the customer hears of it.
    private mutating func did(_ what: String, about items: [FeedbackItem], by person: Colleagues.Person) async throws {
        guard !what.isEmpty else {
            return try giveBack(
                "", to: person, "Write behind /did what was done, as the customer may read it.", about: items)
        }
        // While the case is open they wait for its end; whoever wrote them hears now what stands in the way.
        if let customer = contact?.customer {
            let told = try didAsSaid(what, about: items, to: customer, by: person.id)
            let findings = house.findings(on: told.body, by: person.id, mood: understanding?.mood, language, now)
            guard findings.isEmpty else { return try giveBack(what, to: person, Self.reasons(findings), about: items) }
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

    /// What the customer is to read of it.
    private func didAsSaid(_ what: String, about items: [FeedbackItem], to customer: Party, by person: String) throws
        -> Template.Rendered
    {
        try text(
            Purpose.didAsSaid, to: customer,
            ["words": items.map { quoted($0.words) }.joined(separator: "\n>\n"), "news": what], author: person)
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
            "did-\(received.message.id)", Purpose.didAsSaid,
            didAsSaid(done.what, about: told, to: customer, by: done.by), to: customer, author: done.by,
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
        let numbers = Set((say.proposal.details?["items"]?.array ?? []).compactMap(\.int).map { Int($0) })
        var words = ""
        let items = (feedback.items ?? []).filter { numbers.contains($0.number) }
        for var item in items {
            words = item.done?.what ?? words
            item.done = nil
            item.told = nil
            keep(item)
        }
        guard let colleague = person.flatMap({ house.colleagues[$0] }) else { return }
        try giveBack(words, to: colleague, Self.reasons(findings), about: items)
    }

    /// What the gate found, and how to answer.
    private static func reasons(_ findings: [JSON]) -> String {
        let lines = findings.map { finding in
            [finding["rule"]?.string, finding["words"]?.string.map { "\"\($0)\"" }, finding["advice"]?.string]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
        }
        let why = lines.isEmpty ? "The mail could not leave." : lines.joined(separator: "\n")
        return "\(why)\n\nBegin your answer with /did."
    }

    /// Nothing is to be done about these any more, and the customer hears nothing.
    /// - Parameter person: who says so; nil where it follows from what the customer said.
    mutating func putAway(_ items: [FeedbackItem], because why: String, by person: String? = nil) throws {
        guard !items.isEmpty else { return }
        for var item in items {
            item.quiet = .init(at: now, why: why, by: person)
            keep(item)
        }
        var line: [String: JSON] = [
            "quiet": .array(items.map { .int(Int64($0.number)) }), "reason": .string(why),
        ]
        line["person"] = person.map(JSON.string)
        try note(.object(line))
    }

    /// - Parameter items: what the words are about; they name the day by which something is to be done.
    mutating func giveBack(
        _ words: String, to person: Colleagues.Person, _ reason: String, about items: [FeedbackItem] = []
    ) throws {
        let id = received.message.id
        try note(["given_back": .string(id), "reason": .string(reason), "person": .string(person.id)])
        let language = person.languages.map { house.language($0) }.first ?? "en"
        try say(
            "back-\(id)-did-\(person.id)", Purpose.staffRefused, to: person,
            [
                "findings": reason, "words": words.isEmpty ? "–" : quoted(words),
                "deadline": items.compactMap(\.due).min().map {
                    house.moments.day($0.milliseconds, language: language)
                } ?? "",
            ])
    }
}
