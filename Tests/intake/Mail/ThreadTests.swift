import Casework
import Mail
import StageKit
import Testing

@testable import intake

@Suite struct ThreadTests {
    private func sections(_ bytes: [UInt8]) throws -> [SetSection] {
        let mail = try #require(try admitted(bytes))
        let received = Received(
            Delivery(
                delivery: 1, epoch: "e", attempt: 1, now: Timestamp(milliseconds: 0), lease_ms: 1,
                message: Message(
                    id: "1", source: "/b", type: "submission.received", subject: nil, time: Timestamp(milliseconds: 0),
                    traceparent: "", deadline: Timestamp(milliseconds: 0))))
        var outcome = OutcomeBuilder(for: received)
        outcome.admit(try mail.admission())
        return outcome.outcome.admit?.set ?? []
    }

    @Test func answersGoToWhoTakesPartAndWhereTheyWishIfThatTakesPartToo() throws {
        let reply = Bench.replyAddress(.customer, Bench.ref)
        let sets = try sections(letter(to: reply, ["Reply-To": "other@somewhere.example"]))
        #expect(sets.map(\.participant) == ["ann@customer.example", "other@somewhere.example"])
        #expect(
            try sections(letter(from: "Mallory@Evil.example", to: reply)).last?.participant == "mallory@evil.example")
    }

    @Test(arguments: [
        ("My invoice", "My invoice"), ("My invoice (was: Re: A lamp)", "My invoice"), ("Re: A lamp", nil),
        ("AW: A lamp", nil),
        ("[CW-7K3F9QX] A lamp", nil), ("Fwd: A lamp", nil), ("", nil), ("  ", nil), ("(was: A lamp)", nil),
    ])
    func aSubjectThatIsNoAnswersIsATopic(subject: String, topic: String?) {
        #expect(SubjectLine.topic(subject) == topic)
    }

    @Test func aNewSubjectInAnOldThreadIsHandedOnAsATopic() throws {
        let mail = try admitted(letter(subject: "My invoice", ["In-Reply-To": "<\(Bench.ourID)>"]))
        #expect(mail?.topic == "My invoice")
        #expect(mail?.match.first == Match(key: "mid:\(Bench.ourID)"))
    }
}

/// What the operator orders, and what is old.
@Suite struct OrdersTests {
    private let judge = MailJudge(desk: Bench.address, key: Bench.key)
    private let now = Timestamp(milliseconds: 1_795_000_000_000)

    private func decide(_ bytes: [UInt8], _ orders: Orders) throws -> AdmittedMail? {
        guard case .admit(let mail) = judge.decide(try MailParser.parse(bytes), raw: "hash", orders: orders) else {
            return nil
        }
        return mail
    }

    @Test func automaticMailIsLetInAsAPersonsWord() throws {
        let bytes = letter(["Auto-Submitted": "auto-replied"])
        #expect(try decide(bytes, .none)?.role != .customer)
        let mail = try #require(try decide(bytes, Orders(release: true)))
        #expect(mail.role == .customer)
        #expect(mail.heard.contact.automatic == nil)
    }

    @Test func aMailIsMendedAsSomebodysWordInACase() throws {
        let mail = try #require(
            try decide(letter(from: nil), Orders(release: true, as: "bo@example.com", to: "CW-7K3F9QX")))
        #expect(mail.match.first == Match(key: "ref:CW-7K3F9QX"))
        #expect(mail.customer == "bo@example.com")
        #expect(mail.heard.contact.from.address == "bo@example.com")
        #expect(mail.section?.customer.address == "bo@example.com")
    }

    @Test func aMailOfTheDesksOwnAddressIsLetInAsAnothersOnly() throws {
        let bytes = letter(from: "desk@hearth.example")
        #expect(try decide(bytes, Orders(release: true)) == nil)
        #expect(try decide(bytes, Orders(release: true, as: "bo@example.com"))?.role == .customer)
    }

    private func remember(_ bytes: [UInt8], _ history: Orders.History = .init()) throws -> AdmittedMail? {
        let decision = judge.remember(try MailParser.parse(bytes), raw: "hash", received: now, history)
        guard case .admit(let mail) = decision else { return nil }
        return mail
    }

    @Test func anOldMailIsPutOnRecordAtItsTime() throws {
        let mail = try #require(try remember(letter(["References": "<first@customer.example>"])))
        #expect(mail.role == .customer)
        #expect(mail.past != nil && mail.past.map { $0 <= now } == true)
        #expect(mail.index == ["mid:one@customer.example", "mid:first@customer.example"])
        #expect(mail.match.allSatisfy { $0.participant == "ann@customer.example" })
    }

    @Test(arguments: ["desk@hearth.example", "Support <old-desk@hearth.example>"])
    func whatTheDeskWroteIsTheDesksAndAboutTheCustomer(from: String) throws {
        let bytes = letter(from: from, to: "ann@customer.example", ["In-Reply-To": "<one@customer.example>"])
        let mail = try #require(try remember(bytes, .init(ours: ["old-desk@hearth.example"])))
        #expect(mail.role == .staff)
        #expect(mail.customer == "ann@customer.example")
        #expect(mail.match.first == Match(key: "mid:one@customer.example", participant: "ann@customer.example"))
        #expect(mail.section?.customer.address == "ann@customer.example")
    }

    @Test func automaticMailOfOldTimesIsOnRecordToo() throws {
        #expect(try remember(letter(["Precedence": "bulk"]))?.role == .customer)
        #expect(try remember(letter(from: nil)) == nil)
        #expect(try remember(letter(from: "desk@hearth.example", to: "desk@hearth.example")) == nil)
    }

    @Test func anExportsConversationHoldsTogetherWhoeverWrites() throws {
        let mail = try remember(letter(from: "third@else.example"), .init(conversation: "zammad:17"))
        #expect(mail?.match.first == Match(key: "import:zammad:17"))
        #expect(mail?.index.contains("import:zammad:17") == true)
    }
}
