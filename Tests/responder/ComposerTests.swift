import Calendars
import Casework
import Crypto
import Mail
import StageKit
import Testing

@testable import responder

@Suite struct ComposerTests {
    private let key = SymmetricKey(data: Array(repeating: UInt8(7), count: 32))
    private var composer: Composer {
        Composer(
            desk: .init(name: "Hearth & Table", address: "desk@hearth.example"), key: key,
            time: SpokenTime(zone: "Europe/Dublin"))
    }
    private let contact = ContactSection(
        customer: Party(name: "Ann Lee", address: "ann@example.com"), channel: "mail", subject: "Re: AW: My pan",
        last_message_id: "m1@example.com", references: ["m0@example.com", "m1@example.com"])

    private func head(_ change: (inout SayHead) -> Void = { _ in }) -> SayHead {
        var head = SayHead(
            say: 3, state: .proposed,
            proposal: Say(
                name: "answer-1", to: ["ann@example.com"], purpose: "answer", answers: true, subject: "Your pan",
                body: 0),
            by: "responder", hash: "ab", heard: 1)
        change(&head)
        return head
    }

    private func compose(_ head: SayHead, _ contact: ContactSection?) throws -> Composer.Composed {
        try composer.compose(head, text: "Hello", ref: Scene.ref, contact: contact, at: Scene.start)
    }

    @Test func theMailStandsInTheCustomersThread() throws {
        let mail = try MailParser.parse(compose(head(), contact).bytes)
        #expect(mail.subject == "Re: My pan [\(Scene.ref)]")
        #expect(mail.inReplyTo == ["m1@example.com"])
        #expect(mail.references == ["m0@example.com", "m1@example.com"])
        #expect(mail.from == [MailAddress(name: "Hearth & Table", address: "desk@hearth.example")])
        #expect(mail.to == [MailAddress(name: "Ann Lee", address: "ann@example.com")])
    }

    @Test func aReplyProvesWhoseWordsItIs() throws {
        let mail = try MailParser.parse(compose(head(), contact).bytes)
        let token = SignedToken(verifying: try #require(mail.replyTo.first?.tag), with: key)
        #expect(token?.kind == .customer && token?.subject == Scene.ref.lowercased())
    }

    @Test func machinesAreToldNotToAnswer() throws {
        let text = String(decoding: try compose(head(), contact).bytes, as: UTF8.self)
        #expect(text.contains("Auto-Submitted: auto-replied\r\n"))
        #expect(text.contains("X-Auto-Response-Suppress: All\r\n"))
        let unasked = String(decoding: try compose(head(), nil).bytes, as: UTF8.self)
        #expect(unasked.contains("Auto-Submitted: auto-generated\r\n"))
    }

    @Test func aMailThatCanBeDoneWithoutEndsByOneClick() throws {
        let link = "https://help.hearth.example/u/u.cw-7k3f9qx.0123456789abcdef.abcdefghjkmnpqrs"
        func text(_ link: JSON) throws -> String {
            String(
                decoding: try compose(head { $0.proposal.details = ["unsubscribe": link] }, contact).bytes,
                as: UTF8.self)
        }
        let mail = try text(.string(link))
        #expect(mail.contains("\r\nList-Unsubscribe: <\(link)>\r\n"))
        #expect(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
        for bad: JSON in ["mailto:a@b.c", "https://a.example/\r\nBcc: x@y.z", "https://a.example/>x", 7] {
            #expect(try !text(bad).contains("List-Unsubscribe"))
        }
    }

    @Test func theSameTextGivesTheSameBytesAndAnotherAnotherName() throws {
        let first = try compose(head(), contact)
        #expect(try compose(head(), contact).bytes == first.bytes)
        #expect(try compose(head { $0.say = 4 }, contact).messageID != first.messageID)
        #expect(first.messageID.hasPrefix("casewire.cw-7k3f9qx.") && first.messageID.hasSuffix("@hearth.example"))
        #expect(first.messageID == first.messageID.lowercased())
    }

    @Test(arguments: [
        "My pan\r\nBcc: all@example.com", "My pan\nX: y", "My pan\u{2028}Bcc: a@example.com", "My pan\u{0}\u{85}Bcc: b",
    ])
    func aSubjectCannotBecomeAHeader(_ subject: String) throws {
        var contact = contact
        contact.subject = subject
        let bytes = try compose(head(), contact).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("\nBcc:") && !text.contains("\nX:"))
        #expect(try MailParser.parse(bytes).subject.hasPrefix("Re: My pan"))
    }

    @Test(arguments: [
        "ann@example.com\r\nBcc: x@example.com", "ann@example.com, bob@example.com", "Ann <ann@example.com",
    ])
    func anAddressCannotBecomeTwo(_ address: String) {
        #expect(throws: Composer.Unsendable.self) { try compose(head { $0.proposal.to = [address] }, contact) }
    }

    @Test(arguments: ["m1@example.com>\r\nBcc: x@example.com", "not an id", ""])
    func aForgedMessageIDIsLeftOut(_ id: String) throws {
        var contact = contact
        (contact.last_message_id, contact.references) = (id, [id])
        let mail = try MailParser.parse(compose(head(), contact).bytes)
        #expect(mail.inReplyTo.isEmpty && mail.references.isEmpty)
    }

    @Test(arguments: [
        ("Ann Lee", "Ann Lee"), ("Tomás O'Brien-Núñez", "Tomás O'Brien-Núñez"), ("Dr. Ann", "Dr. Ann"),
        ("Buy at www.bad.example", nil), ("Ann\r\nBcc: x", nil), ("Ann <a@b.c>", nil), ("win 500", nil), ("", nil),
        ("{{shop}}", nil),
    ])
    func onlyANameIsAName(_ given: String, _ spoken: String?) {
        #expect(Writing.spoken(given) == spoken)
    }
}
