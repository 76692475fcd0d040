import Casework
import Crypto
import StageKit

/// Holds texts against the standards.
struct Judging: Sendable {
    let staff: Staff
    /// How many questions one text may ask.
    let questions: Int
    /// The desk's own addresses.
    let own: [String]
    /// What the desk signs its links with.
    let key: SymmetricKey

    /// What stands against a text for a customer; nothing where it may go.
    func findings(
        on text: String, purpose: String, language: String?, author: String?, mood: String?, now: Timestamp
    ) -> [JSON] {
        let context = GateContext(
            language: language, authority: staff.authority(of: author), purpose: purpose, mood: mood,
            questions: questions, now: now, own: own, key: key)
        let verdict = CourtesyGate.judge(text, context)
        guard verdict.verdict != .pass else { return [] }
        return verdict.findings.map { finding in
            // A text that the gate cannot read is a matter for a person, whichever stage wrote it.
            let rule = finding.rule == .unknownLanguage ? "language" : finding.rule.rawValue
            return ["rule": .string(rule), "words": .string(finding.words), "advice": .string(finding.advice)]
        }
    }

    /// Findings in words, for the person who must write it anew.
    static func explain(_ findings: JSON?) -> String {
        let lines = (findings?.array ?? []).map { finding in
            let rule = finding["rule"]?.string ?? "rule"
            let words = finding["words"]?.string.map { " \"\($0)\"" } ?? ""
            let advice = finding["advice"]?.string.map { ": \($0)" } ?? ""
            return rule + words + advice
        }
        return lines.isEmpty ? "no reason was given" : lines.joined(separator: "; ")
    }
}

extension Responder {
    /// Says of a proposed text whether it may leave, and as which bytes.
    func judge(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let say = try delivery.say
        let text = try delivery.text
        if say.proposal.audience == .customer {
            let understanding: Understanding? = try delivery.section("understanding")
            let findings = judging.findings(
                on: text, purpose: say.proposal.purpose, language: say.proposal.language, author: say.proposal.author,
                mood: understanding?.mood, now: delivery.now)
            if !findings.isEmpty { return outcome.refuse(say, findings: .array(findings)) }
        }
        do {
            var contact: ContactSection? = try delivery.section("contact")
            if let customer = contact?.customer, customer.name == nil,
                let named = try Story(delivery.log()).customer(contact)
            {
                contact?.customer = named
            }
            let mail = try composer.compose(
                say, text: text, ref: delivery.case.ref, contact: contact,
                at: delivery.message.time, writer: writer(of: say.proposal))
            outcome.pass(say, final: mail.bytes, messageID: mail.messageID, index: ["mid:\(mail.messageID)"])
        } catch let error as Composer.Unsendable {
            outcome.refuse(
                say,
                findings: [["rule": "mail", "words": .string(error.words), "advice": .string(error.description)]])
        }
    }

    /// The colleague whose own words a text for a customer is.
    private func writer(of proposal: Say) -> String? {
        guard proposal.audience == .customer else { return nil }
        return proposal.details?["person"]?.string.flatMap { judging.staff.name(of: $0) }
    }

    /// Our own text was refused: somebody else has to find the words.
    func refused(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let say = try delivery.say
        // An answer that the customer overtook is written anew, once what they said is understood.
        guard say.proposal.audience == .customer, say.state != .superseded else { return }
        if Purpose.receipts.contains(say.proposal.purpose), try acknowledgeAnew(say, delivery, &outcome) { return }
        let why = Judging.explain(say.findings)
        let reason = "The text for the customer (\(say.proposal.purpose)) was held back: \(why)"
        try outcome.emit("handover", Handover(code: "gate", reason: reason, draft: delivery.text))
    }
}
