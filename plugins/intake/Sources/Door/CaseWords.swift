import Casework
import Mail
import StageKit

extension ContactIntake {
    /// Takes what a customer wrote on their own page: a contact like any other, and no doubt whose.
    /// - Parameter settled: false where they say with it that their matter is not solved.
    func hear(
        _ draft: ContactDraft, on told: Told, settled: Bool?, language: String, id: String
    ) async throws -> Answer {
        let draft = draft.masked(by: masks)
        return try await take(draft.files, via: "page", id: id) { attachments in
            var contact = Contact(
                channel: "page", from: told.person, words: draft.words, attachments: attachments, settled: settled)
            contact.subject = told.sections.contact?.subject
            var admission = try Admission(.customer, entry: contact, output: "contact")
            admission.match = [Match(key: Reference.key(told.ref))]
            let address = MailAddress(address: told.person.address).comparable
            admission.participants = [address]
            admission.customer = address
            admission.subject = told.subject
            // The thread of mails stays as it is: our next mail goes on in it.
            var section =
                told.sections.contact ?? ContactSection(customer: told.person, channel: "page", subject: told.subject)
            section.customer = told.person
            section.channel = "page"
            section.language = language
            try admission.set("contact", schema: ContactSection.schema, section)
            return admission
        }
    }

    /// Takes a customer's word that their matter is solved.
    func settle(_ told: Told, id: String) async throws -> Answer {
        try await take([], via: "page", id: id) { _ in
            let word = Settled(from: told.person, at: told.now)
            var admission = try Admission(.feedback, entry: word, output: "settled")
            admission.match = [Match(key: Reference.key(told.ref))]
            return admission
        }
    }

    /// Ends every link to the case's pages that was made so far.
    func endLinks(_ told: Told, id: String) async throws -> Answer {
        try await take([], via: "page", id: id) { _ in
            let note = Contact.linksEnded(by: told.person, channel: "page")
            var admission = try Admission(.notice, entry: note, output: "notice")
            admission.match = [Match(key: Reference.key(told.ref))]
            try admission.set("page", schema: PageSection.schema, PageSection(endingLinksAt: told.now))
            return admission
        }
    }
}

extension ContactCheck {
    /// What is wrong with words that somebody adds who is known already.
    func wordProblems(_ draft: ContactDraft) -> [FieldProblem] {
        problems(draft).filter { $0.field == .text || $0.field == .files }
    }
}
