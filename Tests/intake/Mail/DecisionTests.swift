import Casework
import Mail
import StageKit
import Testing

@testable import intake

@Suite struct DecisionTests {
    @Test func aFirstMailOpensACaseOfItsSender() throws {
        let mail = try #require(try admitted(letter()))
        #expect(mail.role == .customer)
        #expect(mail.output == "contact")
        #expect(mail.match.isEmpty)
        #expect(mail.index == ["mid:one@customer.example"])
        #expect(mail.customer == "ann@customer.example")
        #expect(mail.participants == ["ann@customer.example"])
        #expect(mail.section?.customer.name == "Ann Weaver")
        #expect(mail.section?.last_message_id == "one@customer.example")
    }

    @Test func aCustomerIsOnePersonHoweverTheyWriteTheirAddress() throws {
        let mail = try admitted(letter(from: "<Ann@Customer.Example>"))
        #expect(mail?.customer == "ann@customer.example")
    }

    @Test(arguments: ["To", "Cc", "Delivered-To", "X-Original-To"])
    func aSignedReplyAddressNamesTheCase(header: String) throws {
        let address = Bench.replyAddress(.customer, Bench.ref)
        let bytes = header == "To" ? letter(to: address) : letter(to: "list@other.example", [header: address])
        #expect(try admitted(bytes)?.match.first == Match(key: "ref:CW-7K3F9QX"))
    }

    @Test(arguments: ["To", "Delivered-To"])
    func aMailToTheAddressForFeedbackIsFeedback(header: String) throws {
        let address = "desk+Feedback@hearth.example"
        let bytes = header == "To" ? letter(to: address) : letter(to: "feedback@hearth.example", [header: address])
        let mail = try #require(try admitted(bytes))
        #expect(mail.heard.contact.channel == "feedback" && mail.section?.channel == "feedback")
        #expect(mail.role == .customer && mail.output == "contact", "it is answered like any other")
        #expect(try admitted(letter())?.heard.contact.channel == "mail")
        #expect(try admitted(letter(to: "eve+feedback@other.example"))?.heard.contact.channel == "mail")
    }

    @Test func evidenceGoesFromTheStrongestToTheWeakest() throws {
        let mail = try admitted(
            letter(
                to: Bench.replyAddress(.customer, Bench.ref), subject: "Re: [CW-2222222] My order",
                ["In-Reply-To": "<\(Bench.ourID)>", "References": "<first@customer.example> <second@customer.example>"])
        )
        #expect(
            mail?.match == [
                Match(key: "ref:CW-7K3F9QX"),
                Match(key: "mid:\(Bench.ourID)"),
                Match(key: "mid:second@customer.example", participant: "ann@customer.example"),
                Match(key: "mid:first@customer.example", participant: "ann@customer.example"),
                Match(key: "ref:CW-2222222", participant: "ann@customer.example"),
            ])
    }

    @Test func aColleaguesReplyIsTheirsByTheAddressTheyWereGiven() throws {
        let mail = try #require(
            try admitted(
                letter(from: "Nora <nora@hearth.example>", to: Bench.replyAddress(.staff, "\(Bench.ref).nora"))))
        #expect(mail.role == .staff)
        #expect(mail.output == "staff")
        #expect(mail.match.first == Match(key: "ref:CW-7K3F9QX"))
        #expect(mail.section == nil)
        #expect(mail.participants.isEmpty)
        let entry = try JSON(encoding: mail.heard)
        #expect(entry["person"]?.string == "nora")
        #expect(entry["from"]?["address"]?.string == "nora@hearth.example")
        #expect(entry["words"]?.string == "Where is my order?")
    }

    @Test func aColleaguesOutOfOfficeIsANotice() throws {
        let mail = try admitted(
            letter(
                from: "nora@hearth.example", to: Bench.replyAddress(.staff, "\(Bench.ref).nora"),
                subject: "Out of office", ["Auto-Submitted": "auto-replied"]))
        #expect(mail?.role == .notice)
        #expect(mail?.heard.contact.automatic == "out-of-office")
    }

    @Test func anOutOfOfficeBelongsToTheCaseThatItsSubjectNames() throws {
        let mail = try admitted(
            letter(subject: "Out of office: [\(Bench.ref)] We have your message", ["Auto-Submitted": "auto-replied"]))
        #expect(mail?.role == .notice)
        #expect(mail?.match == [Match(key: "ref:\(Bench.ref)", participant: "ann@customer.example")])
    }

    @Test func automaticMailNeverOpensACase() throws {
        let headers = ["Auto-Submitted": "auto-replied", "In-Reply-To": "<\(Bench.ourID)>"]
        #expect(try admitted(letter(headers))?.role == .notice)
        #expect(try parked(letter(["Precedence": "bulk"])) == "bulk")
        #expect(try parked(letter(["List-Id": "<news.shop.example>"])) == "list")
        #expect(try admitted(letter(["Auto-Submitted": "no"]))?.role == .customer)
    }

    @Test func aBounceIsRecordedOnTheCaseOfTheMailThatCameBack() throws {
        let mail = try #require(try admitted(bounce(of: Bench.ourID)))
        #expect(mail.role == .notice)
        #expect(mail.match.contains(Match(key: "mid:\(Bench.ourID)")))
        let entry = try JSON(encoding: mail.heard)
        #expect(entry["bounce"]?["kind"]?.string == "hard")
        #expect(entry["bounce"]?["recipient"]?.string == "ann@customer.example")
        #expect(entry["automatic"]?.string == "bounce")
    }

    @Test func aBounceOfAnothersMailIsParkedWithWhatTheServerSays() throws {
        guard case .park("bounce", let reason) = try decision(bounce(of: "one@elsewhere.example")) else {
            Issue.record("it was not parked")
            return
        }
        #expect(reason.contains("ann@customer.example") && reason.contains("User unknown"))
    }

    @Test(arguments: [
        (letter(from: "desk@hearth.example"), "own-mail"),
        (letter(from: "Desk <DESK+anything@hearth.example>"), "own-mail"),
        (letter(id: Bench.ourID), "own-mail"),
        (letter(from: nil), "no-sender"),
        (letter(from: "root"), "bad-sender"),
    ])
    func whatNobodyCouldAnswerWaitsForAPerson(bytes: [UInt8], code: String) throws {
        guard case .park(let found, let reason) = try decision(bytes) else {
            Issue.record("it was admitted")
            return
        }
        #expect(found == code)
        #expect(reason.count > 40)
    }

    @Test func theSameMailOnTwoWaysHasOneNameAndAnotherBodyAnother() throws {
        let first = try admitted(letter())?.dedupe
        #expect(
            try admitted(letter(["Received": "from elsewhere", "Delivered-To": "desk@hearth.example"]))?.dedupe == first
        )
        #expect(try admitted(letter(text: "Something else"))?.dedupe != first)
        let unnamed = letter(id: nil)
        #expect(try admitted(unnamed)?.dedupe == "mail:raw:\(Blobs.hash(of: unnamed))")
    }

    @Test func anAnswerGoesWhereTheCustomerWishes() throws {
        let mail = try admitted(letter(["Reply-To": "Ann at work <ann@work.example>"]))
        #expect(mail?.section?.customer.address == "ann@work.example")
        #expect(mail?.customer == "ann@customer.example")
        #expect(mail?.participants == ["ann@customer.example", "ann@work.example"])
        #expect(
            try admitted(letter(["Reply-To": "desk@hearth.example"]))?.section?.customer.address
                == "ann@customer.example")
    }

    @Test func cardNumbersAreMaskedInAllThatIsMadeOfAMail() throws {
        let mail = try #require(
            try admitted(letter(subject: "Card 4111 1111 1111 1111", text: "It is 5500-0000-0000-0004, please.")))
        let entry = String(decoding: try JSONCoding.encode(mail.heard), as: UTF8.self)
        #expect(mail.subject == "Card **** **** **** 1111")
        #expect(entry.contains("****-****-****-0004"))
        #expect(!entry.contains("5500"))
        #expect(!entry.contains("4111"))
    }

    private func bounce(of original: String) -> [UInt8] {
        let text = """
            From: Mail Delivery System <MAILER-DAEMON@mx.hearth.example>
            To: desk@hearth.example
            Subject: Undelivered Mail Returned to Sender
            Date: Sun, 22 Nov 2026 03:00:00 +0000
            Message-ID: <bounce@mx.hearth.example>
            Return-Path: <>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I could not deliver your message.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.hearth.example

            Final-Recipient: rfc822; ann@customer.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            --b
            Content-Type: text/rfc822-headers

            From: desk@hearth.example
            To: ann@customer.example
            Message-ID: <\(original)>

            --b--

            """
        return Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }
}
