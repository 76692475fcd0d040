import Casework
import Foundation
import StageKit

extension Lookout {
    /// `case.staff`: a colleague says what is to become of a spike.
    func staffWrote(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard try delivery.case.kind == Spike.kind, var spike: Spike = try delivery.section("spike") else { return }
        let mail: JSON = try delivery.data()
        let words = mail["words"]?.string ?? ""
        guard
            let person = mail["person"]?.string.flatMap({ desk[$0] })
                ?? desk.person(at: mail["from"]?["address"]?.string ?? "")
        else {
            return try outcome.append(
                "noted", ["unheard": "staff", "reason": "people.yaml names nobody who wrote from there"] as JSON)
        }
        switch SpikeWord(words, languages: desk.languages) {
        case .tell(let language, let words):
            if let reason = try objection(to: words, language: language, spike, delivery.now) {
                return try giveBack(mail["words"]?.string ?? "", reason, to: person, delivery, &outcome)
            }
            spike.quiet = nil
            spike.notice = Spike.Notice(words: words, language: language, by: person.id, at: delivery.now)
            try await tell(&spike, delivery, &outcome)
            try outcome.append("decided", ["told": .string(words ?? ""), "person": .string(person.id)] as JSON)
        case .quiet(let reason):
            // It stays on watch until no more than usual come: what a person has judged raises no second alarm.
            spike.quiet = Spike.Quiet(why: reason, by: person.id, at: delivery.now)
            try outcome.set("spike", schema: Spike.schema, spike)
            try outcome.append("decided", ["quiet": .string(reason), "person": .string(person.id)] as JSON)
            await watching.forgetSpikes()
        case .note(let words):
            spike.taken = person.id
            try outcome.set("spike", schema: Spike.schema, spike)
            try outcome.append("noted", ["note": .string(words), "person": .string(person.id)] as JSON)
        case .none:
            try giveBack(
                words,
                "This is no customer's case. Write /tell to have those affected told, with words of your own behind it "
                    + "if you like; /quiet and why, if there is nothing to tell; or /note.",
                to: person, delivery, &outcome)
        }
    }

    /// Why customers cannot be told so; nil where they can.
    private func objection(to words: String?, language: String, _ spike: Spike, _ now: Timestamp) throws -> String? {
        if spike.notice != nil { return "Those affected have been told already, and are told once." }
        let text = try desk.notice(
            ref: "CW-0000000", name: nil, ask: nil, news: words, language: language)
        let verdict = CourtesyGate.judge(
            text.body, GateContext(language: language, purpose: Purpose.update, now: now))
        guard let finding = verdict.findings.first else { return nil }
        return "\(finding.rule.rawValue): “\(finding.words)”. \(finding.advice)"
    }

    private func giveBack(
        _ words: String, _ reason: String, to person: Desk.Person, _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) throws {
        let number = delivery.message.id
        try outcome.append(
            "noted", ["given_back": .string(number), "reason": .string(reason), "person": .string(person.id)] as JSON)
        let mail = try desk.back(words, reason, ref: delivery.case.ref, to: person)
        outcome.say(
            "back-\(number)-\(person.id)", to: [person.address], audience: .staff, purpose: Purpose.staffRefused,
            subject: mail.subject, text: mail.body, details: ["person": .string(person.id)])
    }

    /// `spike.joined`: one more is affected by what customers are told of.
    func tell(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard try delivery.case.status == .open, var spike: Spike = try delivery.section("spike"), spike.isTold
        else { return }
        try await tell(&spike, delivery, &outcome)
    }

    /// Tells all who are affected and were not told.
    private func tell(_ spike: inout Spike, _ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard let notice = spike.notice else { return }
        let known = Set(spike.told)
        let told = try await watching.affected(by: spike.topic, since: spike.since)
            .filter { known.isDisjoint(with: $0.cases) }.compactMap(\.open)
        try outcome.emit("affects", about: told, Affected(spike: delivery.case.ref, notice: notice))
        spike.told += told
        try outcome.set("spike", schema: Spike.schema, spike)
        await watching.forgetSpikes()
    }

    /// The data of `spike.affects`.
    struct Affected: Codable, Sendable {
        /// The case of the spike.
        var spike: String
        var notice: Spike.Notice
    }

    /// `spike.affects`: a customer is told, once.
    func affects(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let head = try delivery.case
        guard head.kind == nil, head.status == .open, let contact: ContactSection = try delivery.section("contact")
        else {
            return
        }
        let affected: Affected = try delivery.data()
        let understanding: Understanding? = try delivery.section("understanding")
        let language = CustomerLanguage.choose(contact, understanding, from: desk.languages) ?? "en"
        let mail = try desk.notice(
            ref: head.ref, name: contact.customer.name, ask: understanding?.asks.first?.quote,
            news: language == affected.notice.language ? affected.notice.words : nil, language: language)
        outcome.say(
            "spike-\(affected.spike)", to: [contact.customer.address], purpose: Purpose.update, subject: mail.subject,
            language: language, author: affected.notice.by, text: mail.body)
        try outcome.append("noted", ["related": .string(affected.spike), "kind": .string(Spike.kind)] as JSON)
    }

    /// `say.refused`: a text was held back. What is told was held against the gate before; the case's story says what stood in
    /// its way.
    func refused(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let findings = try delivery.say.findings ?? []
        try outcome.append(
            "noted", ["unsaid": .string(try delivery.say.proposal.name), "findings": findings] as JSON)
    }
}

/// What a colleague's mail about a spike asks for.
enum SpikeWord: Sendable, Hashable {
    /// `/tell`, `/tell Words`, `/tell de Worte`: those affected are told.
    case tell(language: String, String?)
    /// `/quiet why`: there is nothing to tell.
    case quiet(String)
    /// `/note words`: for the story; whoever writes one looks after it.
    case note(String)
    /// Something else.
    case none

    init(_ text: String, languages: [String]) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let command = text.prefix { !$0.isWhitespace }
        var rest = String(text.dropFirst(command.count)).trimmingCharacters(in: .whitespacesAndNewlines)
        switch command.lowercased() {
        case "/tell":
            let first = String(rest.prefix { !$0.isWhitespace })
            let isLanguage = languages.contains(first)
            if isLanguage { rest = String(rest.dropFirst(first.count)).trimmingCharacters(in: .whitespacesAndNewlines) }
            self = .tell(language: isLanguage ? first : "en", rest.isEmpty ? nil : rest)
        case "/quiet" where !rest.isEmpty: self = .quiet(rest)
        case "/note" where !rest.isEmpty: self = .note(rest)
        default: self = .none
        }
    }
}
