import Casework
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
                deadline: deadline)
        }
        guard isOpen else { return }
        let moment = received.message.time
        let next = said.heard < head.heard ? story.heard(after: said.heard) : nil
        // News of an earlier text that comes after news of a later one has nothing to say of what came since.
        let isOld = story.told.contains {
            $0.at > moment && Purpose.kind(of: $0.purpose) == Purpose.kind(of: said.purpose)
        }
        let waits = isOld ? nil : next
        switch said.purpose {
        case _ where said.answers:
            if isOld, care.turn == "customer" { return }
            clocks.answered(&care, at: moment, next: waits)
            try resolveIfWanted(said, at: moment, waits: waits)
        case Purpose.question:
            if !isOld { clocks.asked(&care, at: moment, next: waits) }
        case _ where Purpose.receipts.contains(said.purpose):
            clocks.acknowledged(&care, at: moment, next: waits)
        case Purpose.thanks:
            // Who asks for nothing and was thanked has all there is to have.
            guard let understanding, understanding.satisfied, understanding.heard == head.heard else { return }
            try resolve("the customer asked for nothing and was thanked")
        case _ where care.turn == "us" && !Purpose.own.contains(said.purpose):
            clocks.updated(&care, at: moment)
        default: break
        }
    }

    /// A colleague's last word resolves the case once it has left, and not before.
    private mutating func resolveIfWanted(_ said: Said, at moment: Timestamp, waits: Timestamp?) throws {
        let own = story.told.last { $0.at <= moment && $0.purpose == said.purpose }
        if waits == nil, own?.resolves == true, owed.isEmpty {
            try resolve("answered, and settled by \(care.advocate.name)")
        }
    }

    /// `say.refused`: a text of ours was held back. Who wrote it is told, with the rule and a better wording.
    mutating func refused(_ say: SayHead, text: String) throws {
        let proposal = say.proposal
        guard proposal.audience == .customer else { return }
        let author = proposal.details?["person"]?.string.flatMap { office.people[$0] }
        let reason =
            say.state == .superseded
            ? "The customer wrote again before your words could leave. Read what is new and answer once more."
            : "The words do not keep to our standards."
        for person in author.map({ [$0] }) ?? standingIn {
            let mail = try office.staffMail.refused(
                text, findings: StaffMail.Finding.all(say.findings), about(reason, deadline: deadline), to: person)
            self.say("refused-\(say.say)-\(person.id)", Purpose.staffRefused, mail, to: person)
        }
    }
}
