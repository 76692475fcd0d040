import Casework
import Mail
import StageKit

/// What somebody wrote into the form or sent as a request, before it is a contact.
struct ContactDraft: Sendable {
    var name = ""
    var address = ""
    var ref = ""
    var subject = ""
    var text = ""
    var files: [FormFields.File] = []
    /// The language of the page, where there was one.
    var language: String?
}

/// What is wrong with a field, in a way that each language can say.
struct FieldProblem: Sendable, Hashable {
    /// The fields that a person fills in.
    enum Field: String, Sendable, Hashable {
        case name, address, ref, subject, text, files
    }

    /// The kinds of problem.
    enum Kind: Sendable, Hashable {
        case missing, tooLong(Int), noAddress, ownAddress, noReference, tooMany(Int), tooLarge(Int)
    }

    var field: Field
    var kind: Kind
}

/// Tells what is wrong with a draft.
struct ContactCheck: Sendable {
    let settings: IntakeSettings

    /// Characters of the text.
    static let longestText = 50_000

    func problems(_ draft: ContactDraft) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func limit(_ field: FieldProblem.Field, _ text: String, _ most: Int) {
            if text.count > most { problems.append(FieldProblem(field: field, kind: .tooLong(most))) }
        }
        limit(.name, draft.name, 120)
        if let kind = addressProblem(draft.address) { problems.append(FieldProblem(field: .address, kind: kind)) }
        if !isBlank(draft.ref), Reference.canonical(draft.ref) == nil {
            problems.append(FieldProblem(field: .ref, kind: .noReference))
        }
        limit(.subject, draft.subject, 200)
        if isBlank(draft.text) {
            problems.append(FieldProblem(field: .text, kind: .missing))
        } else {
            limit(.text, draft.text, Self.longestText)
        }
        if draft.files.count > settings.maxAttachments {
            problems.append(FieldProblem(field: .files, kind: .tooMany(settings.maxAttachments)))
        } else if draft.files.contains(where: { $0.bytes.count > settings.maxAttachmentMiB << 20 }) {
            problems.append(FieldProblem(field: .files, kind: .tooLarge(settings.maxAttachmentMiB)))
        }
        return problems
    }

    private func addressProblem(_ text: String) -> FieldProblem.Kind? {
        if isBlank(text) { return .missing }
        let address = MailAddress(address: text)
        guard address.isDeliverable, address.domain.contains(".") || address.domain.hasPrefix("[") else {
            return .noAddress
        }
        return address.withoutTag == MailAddress(address: settings.desk.address).withoutTag ? .ownAddress : nil
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension ContactDraft {
    /// The draft as a contact of a case.
    /// - Parameter channel: `form` or `api`.
    func admission(channel: String, attachments: [Attachment]) throws -> Admission {
        let sender = MailAddress(address: address)
        let name = SubjectLine.oneLine(name)
        let party = Party(name: name.isEmpty ? nil : name, address: sender.normalized)
        let subject = SubjectLine.cleaned(subject)
        let contact = Contact(
            channel: channel, from: party, subject: subject, words: words, attachments: attachments)
        var admission = try Admission(.customer, entry: contact, output: "contact")
        // Anybody can write a reference into a form: it counts for who takes part in the case only.
        if let ref = Reference.canonical(ref) {
            admission.match = [Match(key: Reference.key(ref), participant: sender.comparable)]
        }
        admission.participants = [sender.comparable]
        admission.customer = sender.comparable
        admission.subject = subject ?? SubjectLine.standIn(for: words)
        try admission.set(
            "contact", schema: ContactSection.schema,
            ContactSection(customer: party, channel: channel, subject: subject, language: language))
        return admission
    }

    /// The text as it is kept.
    var words: String { Self.lines(text) }

    /// The draft without what the standards hide.
    func masked(by masks: Masks) -> ContactDraft {
        var draft = self
        draft.name = masks.masked(name)
        draft.subject = masks.masked(subject)
        draft.text = masks.masked(text)
        for index in files.indices { draft.files[index].name = masks.masked(files[index].name) }
        return draft
    }

    /// Line ends as everywhere else, other control characters left out, no blank lines around.
    private static func lines(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            String(
                String.UnicodeScalarView(
                    line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }))
        }
        let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
        let begun = lines.drop(while: isBlank)
        return begun.reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }

    /// Names this very content, for telling a form that was sent twice from one that was changed.
    var fingerprint: String {
        let parts =
            [name, address, ref, subject, text, language ?? ""] + files.flatMap { [$0.name, Blobs.hash(of: $0.bytes)] }
        return Blobs.hash(of: Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }
}
