import Testing

@testable import Mail

/// What stands inside of parts and texts in forms of its own.
@Suite struct WrappedTests {
    @Test func aSignedMailIsReadWithItsSignatureAttached() throws {
        let mail = try MailParser.parse(Fixtures.bytes("wrapped/signed.eml"))
        #expect(mail.words == "The kettle leaks. Grüße")
        #expect(mail.attachments.map(\.mediaType) == ["application/pkcs7-mime"])
        #expect(mail.problems.contains { $0.contains("the signature was not checked") })
    }

    @Test func anEncryptedMailIsAttachedAsItCame() throws {
        let mail = try Fixtures.mail(
            "From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQAxgg==\n")
        #expect(mail.text.isEmpty)
        #expect(mail.attachments.map(\.name) == ["smime.p7m"])
        #expect(mail.problems.contains { $0.contains("encrypted") })
    }

    @Test func aTextSignedInPlaceIsItsWords() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example

            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            It leaks.
            - -- twice a day
            -----BEGIN PGP SIGNATURE-----

            iQEz
            -----END PGP SIGNATURE-----
            """)
        #expect(mail.words == "It leaks.\n-- twice a day")
        #expect(mail.folded.contains("iQEz"))
    }

    @Test func uuencodedFilesAreTakenOutOfTheText() throws {
        let mail = try Fixtures.mail(
            "From: a@b.example\n\nSee below.\n\nbegin 644 lid.txt\n%:&5L;&\\`\n`\nend\n\nBye\n")
        #expect(mail.words == "See below.\n\n[lid.txt]\n\nBye")
        #expect(mail.attachments.map(\.name) == ["lid.txt"])
        #expect(mail.attachments.first?.content == Array("hello".utf8))
    }

    @Test(arguments: [
        "begin 644 of the story\nand so on\nend", "begin 644 a.txt\n%:&5L;&\\`", "begin again\nend",
    ])
    func whatOnlyLooksLikeAFileStaysText(_ text: String) {
        let lines = text.split(separator: "\n").map { MailLine(String($0)) }
        #expect(Uuencoded(lines).files.isEmpty)
        #expect(Uuencoded(lines).lines == lines)
    }

    @Test func anInvitationWithoutTextIsReadable() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            SUMMARY:Repair\\, at last
            DTSTART:20261120T100000Z
            LOCATION:Cork
            ATTENDEE;PARTSTAT=ACCEPTED;CN="Ann: Weaver":mailto:ann@customer.example
            END:VEVENT
            END:VCALENDAR
            """)
        #expect(mail.text == "Repair, at last\n2026-11-20 10:00 UTC\nCork\nAnn: Weaver: accepted")
        #expect(mail.attachments.map(\.mediaType) == ["text/calendar"])
        #expect(mail.automatic == nil)
    }

    @Test func aForwardedMailIsReadWhereNothingElseIsSaid() throws {
        func mail(_ words: String) throws -> ParsedMail {
            try Fixtures.mail(
                """
                From: a@b.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                \(words)
                --b
                Content-Type: message/rfc822

                From: Cat <c@d.example>
                Subject: The bill
                Date: Fri, 19 May 2000 01:13:19 +0000

                Please pay.
                --b--
                """)
        }
        #expect(try mail("See below.").text == "See below.")
        let forwarded = try mail("").text
        #expect(forwarded.contains("From: Cat <c@d.example>"))
        #expect(forwarded.hasSuffix("\n\nPlease pay."))
    }

    @Test func imagesAreNamedWhereTheTextShowsThem() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html

            <p>Look: <img src="cid:pic@x"> <img src="https://x.example/track.gif"></p>
            --b
            Content-Type: image/png; name=lid.png
            Content-ID: <pic@x>
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --b--
            """)
        #expect(mail.text == "Look: [lid.png]")
        #expect(mail.attachments.map(\.inline) == [true])
    }

    @Test func aTextThatQuotesAMailWithPartsIsNotOne() throws {
        let text = String(repeating: "Your mail came back. ", count: 30)
        let mail = try Fixtures.mail("From: a@b.example\n\n\(text)\n\n--XX\nContent-Type: text/plain\n\nx\n--XX--\n")
        #expect(mail.text.hasPrefix("Your mail came back."))
    }

    @Test func partsAreFoundThoughTheHeaderLostTheirDeclaration() throws {
        let mail = try Fixtures.mail(
            """
            From: a@b.example

            This is a MIME-encapsulated message.

            --XX
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            --XX
            Content-Type: application/pdf; name=a.pdf
            Content-Transfer-Encoding: base64

            YWJj
            --XX--
            """)
        #expect(mail.words == "Grüße")
        #expect(mail.attachments.map(\.name) == ["a.pdf"])
    }
}
