import StageKit
import Testing

@testable import StageKit

private struct Words: Codable, Hashable { var words: String }

@Suite struct ReceivedTests {
    private let received = Received(
        .sample(sections: [SectionHead(name: "echo", schema: "echo/1", version: 4, body: 1)]),
        bodies: [Array(#"{"words":"hello"}"#.utf8), Array(#"{"words":"before"}"#.utf8)])

    @Test func dataAndSectionsAreReadAsTheirTypes() throws {
        #expect(try received.data() == Words(words: "hello"))
        #expect(try received.section("echo") == Words(words: "before"))
        #expect(try received.section("care", as: Words.self) == nil)
        #expect(received.sectionHead("echo")?.version == 4)
    }

    @Test func aTestWritesADeliveryAsOnceTakesIt() throws {
        let text = #"{"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "hello"}]}"#
        let received = try Received(once: text)
        #expect(received.type == "case.contact")
        #expect(try received.data() == Words(words: "hello"))
        #expect(throws: (any Error).self) { try Received(once: #"{"delivery": {}}"#) }
    }

    @Test func anotherShapeFailsForGoodAndNamesThePlace() {
        let received = Received(.sample(), bodies: [Array(#"{"words":1}"#.utf8)])
        let failure = #expect(throws: StageFailure.self) { try received.data(as: Words.self) }
        #expect(failure?.kind == .permanent)
        #expect(failure?.message.contains("at words") == true)
    }

    @Test func aMissingFrameFailsForGood() {
        let failure = #expect(throws: StageFailure.self) { try Received(.sample()).data(as: Words.self) }
        #expect(failure?.code == "malformed")
    }

    @Test func theLogIsReadByKind() throws {
        var delivery = Delivery.sample()
        delivery.log = 0
        let entries: [JSON] = ["heard", "said", "heard"].enumerated().map { index, kind in
            [
                "seq": .int(Int64(index + 1)), "kind": .string(kind), "at": "2026-11-22T03:00:00Z", "by": "intake",
                "body": ["words": .string("\(index)")],
            ]
        }
        let received = Received(delivery, bodies: [JSON.array(entries).bytes])
        #expect(try received.log().count == 3)
        #expect(try received.log("heard", as: Words.self).map(\.words) == ["0", "2"])
        #expect(try Received(.sample()).log().isEmpty)
    }

    @Test func aTextComesWithItsWordsAndItsFinalBytes() throws {
        var delivery = Delivery.sample()
        delivery.say = .sample
        let received = Received(delivery, bodies: [[], Array("Hello Ann".utf8), [1, 2]])
        #expect(try received.text == "Hello Ann")
        #expect(try received.finalBytes == [1, 2])
        #expect(throws: StageFailure.self) { try Received(.sample()).say }
    }
}

@Suite struct OutcomeBuilderTests {
    private let received = Received(
        .sample(sections: [SectionHead(name: "echo", schema: "echo/1", version: 4, body: 0)]), bodies: [[]])

    @Test func aSectionBuildsOnTheVersionThatWasRead() throws {
        var outcome = OutcomeBuilder(for: received)
        try outcome.set("echo", schema: "echo/1", Words(words: "a"))
        try outcome.set("new", schema: "new/1", Words(words: "b"))
        #expect(outcome.outcome.set?.map(\.base) == [4, 0])
        #expect(outcome.bodies == [Array(#"{"words":"a"}"#.utf8), Array(#"{"words":"b"}"#.utf8)])
    }

    @Test func theLastWordOnASectionOrATimerStands() throws {
        var outcome = OutcomeBuilder(for: received)
        try outcome.set("echo", schema: "echo/1", 1)
        try outcome.set("echo", schema: "echo/1", 2)
        #expect(outcome.outcome.set?.count == 1)
        outcome.timer("remind", type: "due", at: received.now)
        outcome.cancel("remind")
        #expect(outcome.outcome.timers == [] && outcome.outcome.cancel == ["remind"])
        outcome.timer("remind", type: "due", at: received.now)
        #expect(outcome.outcome.timers?.count == 1 && outcome.outcome.cancel == [])
    }

    @Test func everyIndexNamesItsOwnBody() throws {
        var outcome = OutcomeBuilder(for: received)
        try outcome.append("noted", Words(words: "n"))
        try outcome.emit("done", Words(words: "e"))
        outcome.say("hello", to: ["ann@example.com"], purpose: "answer", text: "Hello Ann")
        outcome.pass(.sample, final: [7], messageID: "m@example.com")
        var admission = try Admission(.customer, entry: Words(words: "x"), output: "contacts")
        try admission.set("contact", schema: "contact/1", Words(words: "c"))
        outcome.admit(admission)
        let done = outcome.outcome
        func body(_ index: Int?) -> String { index.map { String(decoding: outcome.bodies[$0], as: UTF8.self) } ?? "" }
        #expect(body(done.append?.first?.body) == #"{"words":"n"}"#)
        #expect(body(done.emit?.first?.body) == #"{"words":"e"}"#)
        #expect(body(done.say?.first?.body) == "Hello Ann")
        #expect(body(done.verdicts?.first?.final) == "\u{7}")
        #expect(body(done.admit?.entry) == #"{"words":"x"}"#)
        #expect(body(done.admit?.set?.first?.body) == #"{"words":"c"}"#)
    }

    @Test func anOutcomeThatTheBrokerCouldNotReadFailsHere() async throws {
        struct Odd: Stage {
            static let name = "odd"
            static let version = "1.0"
            struct Settings: Decodable, Sendable {}
            init(settings: Settings, context: StageContext) {}
            init() {}
            func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
                outcome.cancel("a\u{0}b")
            }
        }
        let answer = await answer(Odd(), received, Welcome.sample().limits).message
        guard case .fail(let failure) = answer else { return #expect(Bool(false)) }
        #expect(failure.kind == .permanent && failure.message.contains("U+0000"))
    }

    @Test func anEmptyOutcomeNamesItsDeliveryAndNothingElse() throws {
        let outcome = OutcomeBuilder(for: received).outcome
        #expect(try JSON(encoding: outcome) == ["delivery": 7, "epoch": "1.1"])
    }
}
