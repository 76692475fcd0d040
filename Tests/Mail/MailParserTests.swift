import Foundation
import Testing

@testable import Mail

@Suite struct MailParserTests {
    @Test func headersAreRead() throws {
        let mail = try Fixtures.mail(
            """
            Return-Path: <anna@Example.org>
            From: =?utf-8?Q?Anna_M=C3=BCller?= <anna@example.org>
            To: Desk <desk+c.17.mac@shop.example>, team: b@c.example;
            Reply-To: other@example.org
            Subject: =?iso-8859-1?Q?Gr=FC=DFe?= aus Berlin
            Date: Fri, 19 May 2000 01:13:19 -0400
            Message-ID: <one@Example.ORG>
            In-Reply-To: <two@example.org>
            References: <three@example.org>
             <two@example.org>

            Hello
            """)
        #expect(mail.from == [MailAddress(name: "Anna Müller", address: "anna@example.org")])
        #expect(mail.to.map(\.address) == ["desk+c.17.mac@shop.example", "b@c.example"])
        #expect(mail.to.first?.tag == "c.17.mac")
        #expect(mail.replyTo.map(\.address) == ["other@example.org"])
        #expect(mail.subject == "Grüße aus Berlin")
        #expect(mail.date?.rfc3339 == "2000-05-19T01:13:19-04:00")
        #expect(mail.messageID == "one@Example.ORG")
        #expect(mail.inReplyTo == ["two@example.org"])
        #expect(mail.references == ["three@example.org", "two@example.org"])
        #expect(mail.returnPath == "anna@Example.org")
        #expect(mail.words == "Hello")
        #expect(mail.problems.isEmpty)
    }

    @Test func jsonGoesRoundWithoutTheAttachmentsContent() throws {
        let mail = try MailParser.parse(Fixtures.bytes("ruby-mail/attachment_"))
        let attachment = try #require(mail.attachments.first)
        #expect(attachment.content.count == attachment.bytes)
        #expect(!attachment.content.isEmpty)
        let json = try JSONEncoder().encode(mail)
        var expected = mail
        for index in expected.attachments.indices { expected.attachments[index].content = [] }
        #expect(try JSONDecoder().decode(ParsedMail.self, from: json) == expected)
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let keys: Set<String> = [
            "from", "to", "cc", "reply_to", "sender", "return_path", "subject", "date", "message_id", "in_reply_to",
            "references", "text", "words", "folded", "attachments", "automatic", "bounce", "own", "problems",
            "authentication",
        ]
        #expect(Set(object.keys) == keys)
    }

    @Test(arguments: [
        ("japanese_iso_2022.eml", "すみません。"), ("ks_c_5601-1987.eml", "스티해"),
        ("japanese_shift_jis.eml", "あいうえお"),
    ])
    func legacyCharsetsAreRead(_ name: String, _ words: String) throws {
        #expect(try MailParser.parse(Fixtures.bytes("ruby-mail/\(name)")).text.hasPrefix(words))
    }

    @Test(arguments: [
        ("utf-8", [0x47, 0x72, 0xFC, 0xDF, 0x65] as [UInt8]), ("us-ascii", [0x47, 0x72, 0xFC, 0xDF, 0x65]),
        ("iso-8859-1", Array("Grüße".utf8)), ("x-nobody-knows", Array("Grüße".utf8)),
        ("nonsense", [0x47, 0x72, 0xFC, 0xDF, 0x65]),
    ])
    func wronglyDeclaredCharsetsAreReadAndNamed(_ charset: String, _ body: [UInt8]) throws {
        let mail = try MailParser.parse(
            Array(
                "From: a@b.example\nDate: Fri, 19 May 2000 01:13:19 -0400\nMessage-ID: <a@b>\nContent-Type: text/plain; charset=\(charset)\n\n"
                    .utf8) + body)
        #expect(mail.text == "Grüße")
        #expect(mail.problems.count == 1)
    }

    @Test func everyTransferEncodingIsUndone() throws {
        func text(_ encoding: String, _ body: String) throws -> String {
            try Fixtures.mail(
                "From: a@b.example\nContent-Transfer-Encoding: \(encoding)\nContent-Type: text/plain; charset=utf-8\n\n\(body)\n"
            ).text
        }
        #expect(try text("quoted-printable", "Gr=C3=BC=\n=C3=9Fe") == "Grüße")
        #expect(try text("base64", "R3LDvMOf\nZQ==") == "Grüße")
        #expect(try text("base64", "R3LD*vM!OfZQ") == "Grüße")
        #expect(try text("x-uuencode", "begin 644 a.txt\n%:&5L;&\\`\n`\nend") == "hello")
        #expect(try text("8bit", "Grüße") == "Grüße")
        #expect(try text("nobody-knows", "plain") == "plain")
    }

    @Test func plainTextIsPreferredToHTMLUnlessItSaysNothing() throws {
        func mail(_ plain: String) throws -> ParsedMail {
            let html = String(repeating: "<p>The kettle I bought leaks from its lid.</p>", count: 20)
            return try Fixtures.mail(
                """
                From: a@b.example
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                \(plain)
                --b
                Content-Type: text/html

                \(html)
                --b--
                """)
        }
        #expect(try mail("Your program shows no HTML.").text.hasPrefix("The kettle"))
        #expect(try mail(String(repeating: "The kettle leaks. ", count: 12)).text.hasPrefix("The kettle leaks."))
    }

    @Test func forwardedMessagesSignaturesAndWinmailAreAttachments() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See below.
            --b
            Content-Type: message/rfc822

            From: c@d.example
            Subject: inner

            Inner words.
            --b
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: base64

            eJ8+Ig==
            --b
            Content-Type: application/pgp-signature; name="../../signature.asc"

            x
            --b--
            """)
        #expect(mail.words == "See below.")
        #expect(mail.attachments.map(\.name) == ["message.eml", "winmail.dat", "signature.asc"])
        #expect(String(decoding: mail.attachments[0].content, as: UTF8.self).contains("Inner words."))
        #expect(mail.problems.contains { $0.contains("winmail.dat") })
    }

    @Test func inlineImagesAreNamed() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html

            <p>Look: <img src="cid:pic" alt="the lid"></p>
            --b
            Content-Type: image/png
            Content-ID: <pic>
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --b--
            """)
        #expect(mail.text == "Look: [the lid]")
        let image = try #require(mail.attachments.first)
        #expect(image.inline)
        #expect(image.contentID == "pic")
        #expect(image.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
    }

    @Test func rawBytesInHeadersAreRead() throws {
        let head =
            Array("From: a@b.example\nTo: =?iso-8859-1?Q?J".utf8) + [0xFC]
            + Array("rgen?= <j@b.example>\nSubject: Gr".utf8)
        let mail = try MailParser.parse(head + [0xFC, 0xDF] + Array("e\n\nHello".utf8))
        #expect(mail.to.first?.name == "Jürgen")
        #expect(mail.subject == "Grüße")
    }

    @Test func aMailWithoutFromIsParsedAndItsProblemsNamed() throws {
        let mail = try Fixtures.mail("Subject: hello\n\nIs anybody there?")
        #expect(mail.from.isEmpty)
        #expect(mail.words == "Is anybody there?")
        #expect(mail.problems.count == 3)
    }

    @Test func addressesWithCommentsAreFound() throws {
        let mail = try MailParser.parse(Fixtures.bytes("ruby-mail/example13.eml"))
        #expect(mail.from.map(\.address) == ["jdoe@machine.example"])
    }

    @Test func flowedTextIsJoined() throws {
        let mail = try Fixtures.mail(
            "From: a@b.example\nContent-Type: text/plain; format=flowed\n\nOne long \nsentence.\n> quoted \n> too\n-- \nAnna\n"
        )
        #expect(mail.text == "One long sentence.\n> quoted too\n-- \nAnna")
        #expect(mail.words == "One long sentence.")
    }

    @Test func anMboxLineBeforeTheHeaderIsIgnored() throws {
        #expect(try !MailParser.parse(Fixtures.bytes("ruby-mail/plain_")).from.isEmpty)
    }
}
