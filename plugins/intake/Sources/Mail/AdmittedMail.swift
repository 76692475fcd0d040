import Casework
import Mail
import StageKit

/// A mail that becomes part of a case, or opens one.
struct AdmittedMail: Sendable {
    let role: Admit.Role
    let output: String
    let match: [Match]
    var index: [String]
    let dedupe: String
    let heard: HeardMail
    let subject: String?
    var participants: [String] = []
    /// Whose case it is, when it opens one.
    var customer: String?
    /// Where the customer wishes answers; sets section `contact`.
    var answerTo: Party?
    /// Who wrote, where answers go if the address that they are wished at takes no part in the case.
    var sender: Party?
    /// The subject where it is none of an answer.
    var topic: String?
    /// When it was said, where that is history.
    var past: Timestamp?

    init(
        role: Admit.Role, output: String, mail: ParsedMail, from: Party, evidence: Evidence, raw: String,
        person: String? = nil, channel: String = "mail"
    ) {
        self.role = role
        self.output = output
        match = evidence.matches
        index = mail.messageID.map { [Evidence.key($0)] } ?? []
        dedupe = ContentName.of(mail, raw: raw)
        let cleaned = SubjectLine.cleaned(CardNumbers.masked(mail.subject))
        let words = CardNumbers.masked(mail.words)
        subject = cleaned ?? SubjectLine.standIn(for: words)
        let references = Thread.of(mail)
        heard = HeardMail(
            contact: Contact(
                channel: channel, from: from, subject: cleaned, words: words,
                folded: mail.folded.isEmpty ? nil : CardNumbers.masked(mail.folded),
                attachments: mail.attachments.enumerated().map { Attachment($0.element, number: $0.offset + 1) },
                message_id: mail.messageID, references: references, raw: raw,
                automatic: mail.automatic?.kind.rawValue ?? (mail.bounce == nil ? nil : "bounce"),
                authentication: mail.authentication.first.map {
                    Authentication(server: $0.server, results: $0.results)
                },
                problems: mail.problems.map(CardNumbers.masked), zone: mail.date?.zone),
            person: person, bounce: mail.bounce.map(HeardMail.Bounce.init))
    }

    /// The admission as StageKit takes it.
    func admission() throws -> Admission {
        var admission = try Admission(role, entry: heard, output: output)
        admission.match = match
        admission.index = index
        admission.participants = participants
        admission.customer = customer
        admission.subject = subject
        admission.dedupe = dedupe
        admission.topic = topic
        admission.past = past
        // Whoever holds a signed address is heard. Answers go on to those who take part: an address that turns up later
        // could be anybody's.
        for party in [sender, answerTo].compactMap(\.self) {
            try admission.set(
                "contact", schema: ContactSection.schema, section(answeringTo: party),
                ifTakesPart: MailAddress(address: party.address).comparable)
        }
        return admission
    }

    /// How the customer is reached from now on.
    var section: ContactSection? { answerTo.map(section) }

    private func section(answeringTo answerTo: Party) -> ContactSection {
        let contact = heard.contact
        let identifier = contact.message_id.flatMap { MessageID.isWellFormed("<\($0)>") ? $0 : nil }
        return ContactSection(
            customer: answerTo, channel: contact.channel, subject: contact.subject, last_message_id: identifier,
            references: Array(contact.references.filter { MessageID.isWellFormed("<\($0)>") }.suffix(20)))
    }
}

/// The thread that a mail belongs to.
private enum Thread {
    /// Message-IDs before this one, oldest first, the mail it answers last.
    static func of(_ mail: ParsedMail) -> [String] {
        let chain = mail.references.filter { !mail.inReplyTo.contains($0) } + mail.inReplyTo
        return Array(chain.filter { $0 != mail.messageID }.suffix(100))
    }
}

extension Attachment {
    /// A part of a mail; those without a name are numbered.
    init(_ part: ParsedMail.Attachment, number: Int) {
        let name = part.name.map { CardNumbers.masked(SubjectLine.oneLine($0)) } ?? ""
        self.init(
            name: name.isEmpty ? "attachment-\(number)" : name, media_type: part.mediaType, bytes: part.bytes,
            sha256: part.sha256, inline: part.inline)
    }
}
