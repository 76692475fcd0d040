import Foundation
import Testing

@testable import Mail

@Suite struct ComposingTests {
    private var mail: OutgoingMail {
        var mail = OutgoingMail(
            from: MailAddress(name: "Größe & Söhne, Kundendienst", address: "desk@shop.example"),
            to: [MailAddress(name: "Anna Müller", address: "anna@example.org")],
            subject: "Ihre Anfrage — Wasserkocher № 7",
            messageID: "c1.mac@shop.example", date: MailDate(unixSeconds: 1_700_000_000, offsetSeconds: 3_600),
            body: "Guten Tag,\n\nwir schicken einen neuen. 😀\n.\nFrom here on\n" + String(repeating: "lang ", count: 60)
        )
        mail.replyTo = MailAddress(address: "desk+c.17.mac@shop.example")
        mail.inReplyTo = "<one@example.org>"
        mail.references = ["<zero@example.org>", "one@example.org"]
        mail.headers = [.init("Auto-Submitted", "auto-replied"), .init("X-Auto-Response-Suppress", "All")]
        return mail
    }

    @Test func whatIsWrittenIsWhatIsRead() throws {
        let read = try MailParser.parse(mail.bytes())
        #expect(read.from == [mail.from])
        #expect(read.to == mail.to)
        #expect(read.replyTo.map(\.address) == ["desk+c.17.mac@shop.example"])
        #expect(read.subject == mail.subject)
        #expect(read.messageID == "c1.mac@shop.example")
        #expect(read.inReplyTo == ["one@example.org"])
        #expect(read.references == ["zero@example.org", "one@example.org"])
        #expect(read.date == mail.date)
        #expect(read.text.squeezed == mail.body.squeezed)
        #expect(read.own["auto-submitted"] == "auto-replied")
        #expect(read.problems.isEmpty)
    }

    @Test func theWireFormIsShortASCIILinesWithCRLF() throws {
        let bytes = try mail.bytes()
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").utf8.contains { $0 == 0x0A || $0 == 0x0D })
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 100 })
        #expect(text.contains("Content-Transfer-Encoding: quoted-printable"))
    }

    @Test func equalMailsGiveEqualBytes() throws {
        var other = mail
        other.attachments = [.init(name: "Maße.txt", mediaType: "text/plain", content: Array("10 cm".utf8))]
        #expect(try other.bytes() == other.bytes())
        #expect(try mail.bytes() == mail.bytes())
    }

    @Test func attachmentsArriveAsTheyWere() throws {
        var other = mail
        let content = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        other.attachments = [.init(name: "Größe – Übersicht.pdf", mediaType: "application/pdf", content: content)]
        let read = try MailParser.parse(other.bytes())
        #expect(read.attachments.map(\.name) == ["Größe – Übersicht.pdf"])
        #expect(read.attachments.first?.content == content)
        #expect(read.text.squeezed == mail.body.squeezed)
    }

    @Test(arguments: ["a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b", "a\u{2028}b", "a\u{85}b"])
    func aValueCannotBeginAHeaderOfItsOwn(_ value: String) {
        var changed: [OutgoingMail] = []
        for path in [\OutgoingMail.subject, \.messageID, \.from.address] {
            var other = mail
            other[keyPath: path] = value
            changed.append(other)
        }
        var named = mail
        named.to[0].name = value
        var headed = mail
        headed.headers = [.init("X-Note", value)]
        var titled = mail
        titled.headers = [.init(value, "x")]
        var attached = mail
        attached.attachments = [.init(name: value, mediaType: "text/plain", content: [])]
        var referring = mail
        referring.references = [value]
        for mail in changed + [named, headed, titled, attached, referring] {
            #expect(throws: MailError.self) { try mail.bytes() }
        }
    }

    @Test func headersOfTheMailItselfCannotBeAdded() {
        for name in ["To", "bcc", "Content-Type", "From", "Message-ID"] {
            var other = mail
            other.headers = [.init(name, "x")]
            #expect(throws: MailError.self) { try other.bytes() }
        }
    }
}
