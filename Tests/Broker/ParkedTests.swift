import Broker
import StageProtocol
import Testing

/// What is parked waits for a person, who lets it in or gives it up.
@Suite struct ParkedTests {
    private let bench: Bench
    private let intake: Peer
    private let control: Peer

    init() throws {
        bench = try Bench()
        intake = try bench.peer("intake")
        control = try bench.peer("control")
    }

    private func ask(_ what: String, _ arguments: JSON = [:]) throws -> Result<JSON, Refused> {
        try control.say(.ask(Ask(id: "q", what: what, arguments: arguments)))
        for message in control.heard {
            if case .reply(_, let body) = message { return .success(try JSON(bytes: body)) }
            if let refused = message.refused { return .failure(refused) }
        }
        throw Refused.none
    }

    /// Hands a mail in and lets intake park it.
    private func park(_ id: String, via: String = "deliver") throws {
        try intake.say(.submit(Submission(id: id, via: via, raw: 0), bodies: [Array("From: a\n\n\(id)".utf8)]))
        try intake.done(try intake.delivery().head.lease) {
            $0.park = Park(code: "no-sender", reason: "nobody to answer")
        }
        _ = intake.heard
    }

    /// Admits what intake is handed, as it would for somebody.
    private func admit(from address: String, match: [Match] = [], section: Bool = false) throws {
        let delivery = try intake.delivery()
        let set = [SetSection(name: "contact", schema: "contact/1", base: 0, body: 1, participant: address)]
        try intake.done(delivery.head.lease, bodies: [Array(#"{"words":"hi"}"#.utf8), Array(#"{"a":1}"#.utf8)]) {
            $0.admit = Admit(
                role: .customer, match: match, participants: [address], customer: address, subject: "A lamp", entry: 0,
                set: section ? set : nil, output: "contact")
        }
        _ = intake.heard
    }

    @Test func itIsListedWithItsReasonUntilItIsLetIn() throws {
        try park("1")
        let item = try ask("parked").get().array?.first
        #expect(item?["code"] == "no-sender")
        let number = try #require(item?["submission"]?.int)
        let orders: JSON = ["id": .int(number), "as": "ann@example.com"]
        #expect(try ask("parked-release", orders).get()["state"] == "received")
        let delivery = try intake.delivery()
        let data = try JSON(bytes: delivery.bodies[try #require(delivery.head.data)])
        #expect(data == ["release": true, "as": "ann@example.com"])
        #expect(delivery.bodies[try #require(delivery.head.submission?.raw)] == Array("From: a\n\n1".utf8))
        #expect(try ask("parked").get() == [])
    }

    @Test func theStoryTellsThatAPersonLetItIn() throws {
        let ref = try #require(try intake.submit("0").accepted?.ref)
        try park("1")
        _ = try ask("parked-release", ["id": 2, "as": "bo@example.com", "to": .string(ref.lowercased())])
        try admit(from: "bo@example.com", match: [Match(key: "ref:\(ref)")], section: true)
        let item = try ask("parked", ["id": 2]).get()
        #expect(item["state"] == "followed_up")
        #expect(item["ref"] == .string(ref))
        let story = try ask("case", ["ref": .string(ref)]).get()
        #expect(story["log"]?.array?.last?["body"]?["as"] == "bo@example.com")
        #expect(story["sections"]?["contact"] == ["a": 1])
        // By the operator's word bo takes part from now on.
        let id = try #require(try bench.read { try $0.findCase(ref: ref)?.id })
        #expect(try bench.read { try $0.isParticipant("bo@example.com", caseID: id) })
    }

    @Test func aCaseThatIsNotThereAndAnAddressThatIsNoneAreRefused() throws {
        try park("1")
        for orders: JSON in [["id": 1, "to": "CW-9999999"], ["id": 1, "as": "ann"], ["id": 77]] {
            guard case .failure = try ask("parked-release", orders) else {
                Issue.record("\(orders) was taken")
                continue
            }
        }
        #expect(try bench.read { try $0.countSubmissions() } == [.parked: 1])
    }

    @Test func whatIsLetInAlreadyIsNotLetInAgain() throws {
        try park("1")
        _ = try ask("parked-release", ["id": 1])
        try admit(from: "ann@example.com")
        let ref = try #require(try ask("parked", ["id": 1]).get()["ref"]?.string)
        for (question, arguments) in [("parked-release", ["id": 1]), ("parked-discard", ["id": 1, "reason": "spam"])]
            as [(String, JSON)]
        {
            guard case .failure(let refused) = try ask(question, arguments) else {
                Issue.record("\(question) was carried out")
                continue
            }
            #expect(refused.code == "not-parked")
            #expect(refused.message == "number 1 is not parked; it is already opened as \(ref)")
        }
        #expect(intake.deliveries().isEmpty)
    }

    @Test func whatIsDiscardedKeepsItsReasonAndMayBeLetInAfterAll() throws {
        try park("1", via: "imap:desk")
        try park("2", via: "imap:desk")
        guard case .failure = try ask("parked-discard", ["id": 1]) else {
            Issue.record("it was discarded without a reason")
            return
        }
        #expect(try ask("parked-discard", ["id": 1, "reason": "spam"]).get()["state"] == "discarded")
        #expect(try ask("parked").get().array?.count == 1)
        #expect(try ask("parked", ["id": 1]).get()["reason"] == "spam")
        let givenUp = try ask("parked", ["state": "discarded"]).get().array?.compactMap { $0["submission"]?.int }
        #expect(givenUp == [1])
        #expect(try bench.read { try $0.countSubmissions() } == [.parked: 1, .discarded: 1])
        // A person may think better of it.
        _ = try ask("parked-release", ["id": 1])
        try admit(from: "ann@example.com")
        #expect(try bench.read { try $0.countSubmissions() } == [.parked: 1, .opened: 1])
    }

    @Test func whatAMailboxBringsAgainWaitsForAPersonOnce() throws {
        try park("1", via: "imap:desk")
        for (key, state) in [("renumbered", "parked"), ("again", "discarded")] {
            try intake.say(
                .submit(Submission(id: key, via: "imap:desk", raw: 0), bodies: [Array("From: a\n\n1".utf8)]))
            try intake.done(try intake.delivery().head.lease) {
                $0.park = Park(code: "no-sender", reason: "nobody to answer")
            }
            let row = try #require(try bench.read { try $0.findSubmission(key: key) })
            #expect(row.state == .duplicate && row.reason?.contains("number 1, which is \(state)") == true)
            if state == "parked" { _ = try ask("parked-discard", ["id": 1, "reason": "spam"]).get() }
        }
        #expect(try ask("parked").get() == [])
        // A person who lets it in is told what becomes of it then, even if it is parked anew.
        _ = try ask("parked-release", ["id": 1]).get()
        try intake.done(try intake.delivery().head.lease) {
            $0.park = Park(code: "no-sender", reason: "still nobody")
        }
        #expect(try ask("parked", ["id": 1]).get()["reason"] == "still nobody")
    }

    @Test func aDeadLetterOfTheReaderGoesWithIt() throws {
        try intake.say(.submit(Submission(id: "1", via: "deliver", raw: 0), bodies: [Array("poison".utf8)]))
        let delivery = try intake.delivery()
        try intake.say(.fail(Failure(delivery.head.lease, kind: .permanent, code: "boom", message: "no")))
        #expect(try ask("dead").get().array?.count == 1)
        _ = try ask("parked-release", ["id": 1])
        #expect(try ask("dead").get() == [])
        #expect(try ask("status").get()["dead"] == 0)
    }

    @Test func ordersAreTheOperatorsAlone() throws {
        try intake.say(
            .submit(Submission(id: "1", via: "x", raw: 0, orders: ["to": "CW-1"]), bodies: [Array("a".utf8)]))
        #expect(intake.heard.first?.refused?.code == "no-grant")
    }
}

extension Refused: Error {
    fileprivate static let none = Refused(code: "silence", message: "the broker did not answer")
}
