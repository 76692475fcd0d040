import Casework
import Clocks
import StageKit

extension CaseWork {
    /// `case.said`: a text left, or could not be sent.
    mutating func said(_ said: Said) throws {
        guard said.audience == .customer else {
            // No mail about a mail to a colleague that failed: it would fail as well.
            if !said.sent {
                received.logger.warning(
                    "a mail to a colleague was not delivered", metadata: ["purpose": "\(said.purpose)"])
            }
            return
        }
        guard said.sent else {
            return try tellAdvocate(
                "unsent-\(received.message.id)",
                reason: "a text to the customer (\(said.purpose)) could not be delivered: \(said.detail)",
                due: due)
        }
        guard isOpen else { return }
        if said.answers || said.purpose == Purpose.question, let own = text(of: said) { try granted(by: own) }
        if said.answers {
            care.waits_for = nil
            try resolveIfWanted(said)
        } else if said.purpose == Purpose.thanks, let understanding, understanding.satisfied,
            understanding.heard == head.heard, toCome.isEmpty
        {
            // Who asks for nothing and was thanked has all there is to have.
            try resolve("the customer asked for nothing and was thanked")
        }
    }

    /// A colleague's last word resolves the case once it has left, and not before; nor while something that was promised is to come,
    /// be it in that very word.
    private mutating func resolveIfWanted(_ said: Said) throws {
        guard said.heard >= head.heard, let told = text(of: said), told.resolves else { return }
        guard toCome.isEmpty else {
            let what = toCome.map { "\"\($0.what)\" (/kept \($0.number))" }.joined(separator: ", ")
            return try tellAdvocate(
                "open-\(received.message.id)",
                reason:
                    "your answer has left, and the case stays open, since more is to come: \(what). Reply with /kept when it "
                    + "is done, then with /resolve", due: due)
        }
        let author = told.author.flatMap { office.people[$0] }
        try resolve("answered, and settled by \(author?.name ?? care.advocate.name)")
    }

    /// The text that this tells of.
    private func text(of said: Said) -> Story.Told? {
        let moment = received.message.time
        let texts = story.told.filter { $0.purpose == said.purpose }
        // On a case whose time stands, since the clock was set back, it is dated later than the message that tells of it.
        return texts.last { $0.at <= moment } ?? texts.last
    }

    /// `say.refused`: a text of ours was held back. Who wrote it is told, with the rule and a better wording.
    mutating func refused(_ say: SayHead, text: String) throws {
        let proposal = say.proposal
        guard proposal.audience == .customer else { return }
        if proposal.purpose == Purpose.update, say.state != .superseded, try updateAnew(proposal.name) { return }
        let author = proposal.details?["person"]?.string.flatMap { office.people[$0] }
        let reason =
            say.state == .superseded
            ? "The customer wrote again before your words could leave. Read what is new and answer once more."
            : "The words do not keep to our standards."
        var findings = StaffMail.Finding.all(say.findings)
        if proposal.details?["keeps"] != nil {
            findings.append(
                .init(
                    rule: "", words: "/kept",
                    advice: "Write it above the new words as well; what was promised is kept once they have left."))
        }
        for person in author.map({ [$0] }) ?? standingIn {
            let mail = try office.staffMail.refused(
                text, findings: findings, about(reason, due: due), to: person)
            self.say("refused-\(say.say)-\(person.id)", Purpose.staffRefused, mail, to: person)
        }
    }
}
