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
        case .tell(let words):
            if let reason = try objection(to: words, spike, delivery.now) {
                return try giveBack(mail["words"]?.string ?? "", reason, to: person, delivery, &outcome)
            }
            let before = spike.notice
            // What was said in another language stands.
            var notice = Spike.Notice(
                (before?.all ?? [:]).merging(words) { $1 }, by: person.id, at: delivery.now)
            let isCorrected = before.map { $0.all != notice.all } ?? false
            notice.corrections = isCorrected ? (before?.corrections ?? 0) + 1 : before?.corrections
            spike.quiet = nil
            spike.notice = notice
            try await tell(&spike, instead: isCorrected ? before : nil, delivery, &outcome)
            let said = words.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
            try outcome.append("decided", ["told": .string(said), "person": .string(person.id)] as JSON)
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
    /// - Parameter words: by language; none for the notice as it is drafted.
    private func objection(to words: [String: String], _ spike: Spike, _ now: Timestamp) throws -> String? {
        if let notice = spike.notice, spike.quiet == nil, words.allSatisfy({ notice.all[$0.key] == $0.value }) {
            return
                "Those affected have been told already, and are told once. Write /tell and new words, and who read the old "
                + "ones reads the new."
        }
        let texts =
            words.isEmpty ? [("en", nil)] : words.sorted { $0.key < $1.key }.map { ($0.key, Optional($0.value)) }
        for (language, words) in texts {
            if let words, let reason = misread(words, as: language, now) { return reason }
            let text = try desk.notice(
                ref: "CW-0000000", name: nil, ask: nil, news: words, language: language,
                isCorrected: spike.notice != nil)
            let verdict = CourtesyGate.judge(
                text.body, GateContext(language: language, purpose: Purpose.update, now: now))
            guard let finding = verdict.findings.first else { continue }
            return "\(finding.rule.rawValue): “\(finding.words)”. \(finding.advice)"
        }
        return nil
    }

    /// Why words would reach readers of another language than their own; nil where they would not. They are read by themselves:
    /// the notice around them is in the readers' language, and would speak for them.
    private func misread(_ words: String, as language: String, _ now: Timestamp) -> String? {
        guard desk.languages.contains(language) else {
            return
                "There are no texts in “\(language)”, so nobody would read these words. There are texts in "
                + desk.languages.joined(separator: ", ") + "."
        }
        let read = CourtesyGate.judge(
            words, GateContext(language: language, purpose: Purpose.update, now: now)
        ).language
        guard read != language else { return nil }
        return
            "These words would go to those who read “\(language)”, and do not read as that language. Write its code behind "
            + "/tell, as in /tell \(read ?? "de") and the words; there are texts in "
            + desk.languages.joined(separator: ", ") + "."
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
    /// - Parameter before: what others were told, where it is said anew: they are told once more.
    private func tell(
        _ spike: inout Spike, instead before: Spike.Notice? = nil, _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) async throws {
        guard let notice = spike.notice else { return }
        let known = Set(spike.told)
        let affected = try await watching.affected(by: spike.topic, since: spike.since)
        let told = affected.filter { known.isDisjoint(with: $0.cases) }.compactMap(\.open)
        try outcome.emit("affects", about: told, Affected(spike: delivery.case.ref, notice: notice))
        if let before {
            // Of those that are still there: who was erased is told of nothing.
            let earlier = affected.flatMap(\.cases).filter(known.contains)
            try outcome.emit(
                "affects", about: earlier, Affected(spike: delivery.case.ref, notice: notice, instead: before))
        }
        spike.told += told
        try outcome.set("spike", schema: Spike.schema, spike)
        await watching.forgetSpikes()
    }

    /// The data of `spike.affects`.
    struct Affected: Codable, Sendable {
        /// The case of the spike.
        var spike: String
        var notice: Spike.Notice
        /// What the customer was told before, where it is said anew.
        var instead: Spike.Notice?
    }

    /// `spike.affects`: a customer is told, once, and once more where what they were told is said anew in their language.
    func affects(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let head = try delivery.case
        let affected: Affected = try delivery.data()
        // What is no longer right is put right also where the case is settled by now.
        guard head.kind == nil, head.status == .open || affected.instead != nil,
            let contact: ContactSection = try delivery.section("contact")
        else { return }
        let understanding: Understanding? = try delivery.section("understanding")
        let language = CustomerLanguage.choose(contact, understanding, from: desk.languages) ?? "en"
        let words = affected.notice.all[language]
        if let before = affected.instead, before.all[language] == words { return }
        let mail = try desk.notice(
            ref: head.ref, name: contact.customer.name, ask: understanding?.asks.first?.quote, news: words,
            language: language, isCorrected: affected.instead != nil)
        let number = affected.instead == nil ? "" : "-\(affected.notice.corrections ?? 1)"
        outcome.say(
            "spike-\(affected.spike)\(number)", to: [contact.customer.address], purpose: Purpose.update,
            subject: mail.subject, language: language, author: affected.notice.by, text: mail.body)
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
    /// `/tell`, `/tell Words`, `/tell de Worte`, one below the other: those affected are told, in these words of each language.
    case tell([String: String])
    /// `/quiet why`: there is nothing to tell.
    case quiet(String)
    /// `/note words`: for the story; whoever writes one looks after it.
    case note(String)
    /// Something else.
    case none

    init(_ text: String, languages: [String]) {
        let (command, rest) = Self.parts(of: text)
        switch command {
        case "/tell": self = .tell(Self.words(in: text, languages: languages))
        case "/quiet" where !rest.isEmpty: self = .quiet(rest)
        case "/note" where !rest.isEmpty: self = .note(rest)
        default: self = .none
        }
    }

    /// The words behind each `/tell` that begins a line.
    private static func words(in text: String, languages: [String]) -> [String: String] {
        var pieces: [String] = []
        for line in text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if parts(of: line).command == "/tell" {
                pieces.append(line)
            } else if let last = pieces.indices.last {
                pieces[last] += "\n" + line
            }
        }
        return pieces.reduce(into: [:]) { words, piece in
            var rest = parts(of: piece).rest
            let first = String(rest.prefix { !$0.isWhitespace })
            let language = language(first, of: languages)
            if language != nil { rest = String(rest.dropFirst(first.count)).trimmed }
            if !rest.isEmpty { words[language ?? "en"] = rest }
        }
    }

    /// The language that a word names: `de`, `DE`, `de:`, `de-AT`; also one without texts where only a code can be meant, `it:`.
    private static func language(_ word: String, of languages: [String]) -> String? {
        let bare = word.trimmingCharacters(in: [":", ","])
        let tag = String(bare.prefix { $0.isLetter })
        // "Es un problema nuestro" begins a sentence, and "en-route" is a word.
        let isRegion = [0, "-AT".count].contains(bare.count - tag.count)
        guard isRegion, bare != word || tag == tag.lowercased() || tag == tag.uppercased() else { return nil }
        let code = tag.lowercased()
        if languages.contains(code) { return code }
        return word.hasSuffix(":") && code.count == 2 && code.allSatisfy { $0.isASCII && $0.isLetter } ? code : nil
    }

    private static func parts(of text: String) -> (command: String, rest: String) {
        let text = text.trimmed
        let command = text.prefix { !$0.isWhitespace }
        return (command.lowercased(), String(text.dropFirst(command.count)).trimmed)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
