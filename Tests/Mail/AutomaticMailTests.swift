import Testing

@testable import Mail

@Suite struct AutomaticMailTests {
    private func automatic(_ headers: String, body: String = "Hello") throws -> ParsedMail.Automatic? {
        try Fixtures.mail("From: anna@example.org\n\(headers)\n\n\(body)").automatic
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied\nSubject: Out of Office", ParsedMail.Automatic.Kind.outOfOffice),
        ("Auto-Submitted: auto-replied", .autoReply), ("Auto-Submitted: auto-generated (x)", .bulk),
        ("Precedence: bulk", .bulk), ("Precedence: junk", .bulk), ("Precedence: list", .list),
        ("Precedence: auto_reply", .autoReply), ("X-Autoreply: yes", .autoReply), ("X-Autorespond: re", .autoReply),
        ("X-Auto-Response-Suppress: All", .autoReply), ("List-Id: <a.example>", .list),
        ("List-Unsubscribe: <mailto:a@b.example>", .list), ("Return-Path: <>", .autoReply),
        ("Subject: Automatische Antwort: Ihre Frage", .outOfOffice), ("Sender: MAILER-DAEMON@example.org", .bounce),
        ("Sender: no-reply@example.org", .bulk), ("Content-Type: text/calendar; method=REPLY", .calendar),
        ("Precedence: auto-reply", .autoReply), ("X-FC-MachineGenerated: true", .autoReply),
        ("X-TMDA-Fingerprint: abc", .autoReply), ("Sender: owner-kettles@example.org", .list),
        ("Return-Path: <kettles-bounces@example.org>", .list), ("Subject: Please confirm your message", .autoReply),
        ("Content-Type: message/disposition-notification", .receipt),
    ])
    func machinesAreKnown(_ headers: String, _ kind: ParsedMail.Automatic.Kind) throws {
        #expect(try automatic(headers)?.kind == kind)
    }

    /// Without any header that says so, as many mailers leave it.
    @Test(arguments: [
        "Automatic reply: Your order", "Out of Office: away till Monday", "[Auto-Reply] Your order",
        "Abwesenheitsnotiz: Ihre Bestellung", "Réponse automatique : Votre commande", "Respuesta automática: Su pedido",
        "Resposta automática: Pedido", "Risposta automatica: Ordine", "Automatisch antwoord: Bestelling",
        "Autosvar: Din ordre", "Automaattinen vastaus: Tilaus", "Autoodpowiedź: Zamówienie",
        "Automatická odpověď: Objednávka", "Автоматический ответ: Заказ", "Automatikus válasz: Rendelés",
        "Otomatik yanıt: Sipariş", "自动回复: 订单", "自動応答: 注文", "자동 회신: 주문", "Αυτόματη απάντηση: Παραγγελία",
    ])
    func subjectsThatOnlyMachinesWriteAreKnown(_ subject: String) throws {
        #expect(try automatic("Subject: \(subject)")?.kind == .outOfOffice)
    }

    @Test func readReceiptsAreKnownByTheirWords() throws {
        let body = "Your message\n\nTo: desk\nwas read on Monday, 5 January 2026 10:00"
        #expect(try automatic("Subject: Read: Your order", body: body)?.kind == .receipt)
        #expect(try automatic("Subject: Read: the manual says otherwise") == nil)
    }

    @Test(arguments: [
        "Vacation rental in May", "Absent lid in my parcel", "Away from home on Friday", "Auto parts for my kettle",
        "Re: Out of stock", "Challenge accepted", "Please confirm my order",
    ])
    func subjectsOfPeopleAreLeftAlone(_ subject: String) throws {
        #expect(try automatic("Subject: \(subject)") == nil)
    }

    @Test func peopleAreLeftAlone() throws {
        #expect(try automatic("Subject: My order") == nil)
        #expect(try automatic("Auto-Submitted: no\nPrecedence: bulk") == nil)
        #expect(try automatic("Subject: Undelivered parcel", body: "My parcel could not be delivered.") == nil)
    }

    @Test func realVacationMailIsNoBounce() throws {
        for name in ["rfc3834-03.eml", "rfc3834-04.eml"] {
            let mail = try MailParser.parse(Fixtures.bytes("bounces/\(name)"))
            #expect(mail.bounce == nil)
            #expect(mail.automatic?.kind == .outOfOffice)
        }
    }
}

@Suite struct BounceTests {
    @Test func aDeliveryReportIsRead() throws {
        let bounce = try #require(try MailParser.parse(Fixtures.bytes("bounces/rfc3464-01.eml")).bounce)
        #expect(bounce.recipient == "userunknown@bouncehammer.jp")
        #expect(bounce.kind == .hard)
        #expect(bounce.status == "5.1.1")
        #expect(bounce.originalMessageID == "E1C50F1B-1C83-4820-BC36-AC6FBFBE8568@example.org")
        #expect(bounce.reason?.contains("User Unknown") == true)
    }

    @Test func bouncesOfManyServersAreKnown() throws {
        for name in try Fixtures.names("bounces") where !name.hasPrefix("rfc3834") {
            let mail = try MailParser.parse(Fixtures.bytes("bounces/\(name)"))
            let bounce = try #require(mail.bounce, "\(name)")
            #expect(mail.automatic?.kind == .bounce)
            if !name.hasPrefix("arf") { #expect(bounce.recipient != nil, "\(name)") }
        }
    }

    @Test func aFullMailboxIsSoftAndADelayIsADelay() throws {
        func kind(_ fields: String) throws -> ParsedMail.Bounce.Kind? {
            try Fixtures.mail(
                "From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                    + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\n\(fields)\n\n--b--\n"
            ).bounce?.kind
        }
        #expect(try kind("Action: failed\nStatus: 5.2.2") == .full)
        #expect(try kind("Action: failed\nStatus: 4.4.1") == .soft)
        #expect(try kind("Action: delayed\nStatus: 4.4.1") == .soft)
        #expect(try kind("Action: failed\nStatus: 5.1.1") == .hard)
        #expect(try kind("Action: delivered\nStatus: 2.0.0") == nil)
    }
}
