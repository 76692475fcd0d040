import Testing

@testable import Mail

@Suite struct BounceKindTests {
    @Test(arguments: [
        ("550 5.1.1 <a@b.example>... User unknown", ParsedMail.Bounce.Kind.hard),
        ("550 5.7.1 <a@b.example>: Recipient address rejected: User unknown", .hard),
        ("Host or domain name not found. Name service error for name=b.example type=A: Host not found", .hard),
        ("The domain b.example doesn't receive email according to the administrator: returned Null MX", .hard),
        ("Adresse d au moins un destinataire invalide", .hard),
        ("552 sorry, mailbox a@b.example is over quota temporarily (#5.1.1)", .full),
        ("Das Postfach ist voll", .full),
        ("450 4.2.2 <a@b.example>... Mailbox Full", .full),
        ("554 5.7.1 Client host rejected: blocked using zen.spamhaus.example", .blocked),
        ("550-5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy", .blocked),
        ("553 5.1.8 Domain of sender address a@b.example does not exist", .blocked),
        ("554 5.7.1 Relay access denied", .blocked),
        ("554 5.6.0 This message has been scored as spam", .spam),
        ("550 rejected due to spam classification, see the policy for blocked senders", .spam),
        ("connect to b.example[192.0.2.1]:25: Connection timed out", .soft),
        ("421 4.7.0 Try again later", .soft),
        ("552 5.3.4 Message size exceeds fixed maximum message size", .soft),
    ])
    func wordsTellTheKind(_ words: String, _ kind: ParsedMail.Bounce.Kind) {
        #expect(BounceKinds.kind(status: StatusCodes.status(words), diagnosis: words) == kind)
    }

    @Test(arguments: [
        ("5.1.1", ParsedMail.Bounce.Kind.hard), ("5.2.2", .full), ("4.2.2", .full), ("4.4.7", .soft),
        ("5.7.1", .blocked),
        ("5.3.4", .soft), ("5.0.0", .hard), ("4.0.0", .soft),
    ])
    func codesTellTheKindWhereWordsDoNot(_ status: String, _ kind: ParsedMail.Bounce.Kind) {
        #expect(BounceKinds.kind(status: status, diagnosis: "") == kind)
    }

    @Test func whatIsStillBeingTriedIsNotHard() {
        #expect(BounceKinds.kind(status: "5.1.1", diagnosis: "", isDelay: true) == .soft)
    }

    @Test(arguments: [
        ("550 5.1.1 unknown", "5.1.1"), ("(#5.4.4)", "5.4.4"), ("550-5.7.26 no", "5.7.26"), ("version 5.1.1.2", nil),
        ("on 2015.4.5.1", nil), ("192.0.2.5", nil), ("15.1.1", nil),
    ])
    func aStatusIsNeitherVersionNorAddress(_ text: String, _ status: String?) {
        #expect(StatusCodes.status(text) == status)
    }

    @Test func reportsOfAbuseSayWhatTheyAre() throws {
        let bounce = try #require(try MailParser.parse(Fixtures.bytes("bounces/arf-01.eml")).bounce)
        #expect(bounce.kind == .spam)
        #expect(bounce.reason == "The recipient reported the message as spam (abuse).")
    }

    @Test func aNoticeInJSONIsRead() throws {
        let bounce = try #require(
            try Fixtures.mail(
                #"""
                From: no-reply@sns.example
                Subject: Notification

                {"Type": "Notification", "Message": "{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\"ann@customer.example\",\"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 user unknown\"}]}}"}
                """#
            ).bounce)
        #expect(bounce.kind == .hard)
        #expect(bounce.recipient == "ann@customer.example")
        #expect(bounce.status == "5.1.1")
    }

    @Test func aReportOfDeliveryIsAReceipt() throws {
        let mail = try Fixtures.mail(
            "From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\n"
                + "Action: delivered\nStatus: 2.0.0\n\n--b--\n")
        #expect(mail.bounce == nil)
        #expect(mail.automatic?.kind == .receipt)
    }

    @Test func aPersonAtAPostOfficeIsNoMailServer() throws {
        let mail = try Fixtures.mail(
            "From: postmaster@customer.example\nSubject: A question\n\nIs your mail server well? My parcel is delayed.")
        #expect(mail.bounce == nil)
    }
}
