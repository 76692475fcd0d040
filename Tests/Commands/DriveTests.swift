import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct DriveTests {
    private let welcome = Welcome(
        pipeline: "test", settings: .object([:]), standards: nil, people: nil, heartbeat_ms: 5000,
        limits: .init(message: 1 << 20, chunk: 4, blob: 1 << 20))

    private func script(_ numbers: [Int64], rest: String = "") throws -> DriveScript {
        let lines = numbers.map { number in
            """
            {"delivery": {"delivery": \(number), "epoch": "e\(number)", "attempt": 1, "now": "2026-11-22T09:00:00Z", \
            "lease_ms": 1000, "sections": [], "message": {"id": "m", "source": "/test", "type": "case.contact", \
            "time": "2026-11-22T09:00:00Z", "traceparent": "t", "deadline": "2026-11-22T09:00:00Z", \
            "specversion": "1.0"}}\(rest)}
            """
        }
        return try DriveScript(text: lines.joined(separator: "\n\n"), name: "test.jsonl")
    }

    private func commands(_ messages: [BrokerMessage]) -> [String] {
        messages.map { String(decoding: $0.frames[1], as: UTF8.self) }
    }

    @Test func whatIsWrittenForOnceIsTakenAsItStands() throws {
        let one = """
            {
              "delivery": {"message": {"type": "case.contact"}},
              "settings": {"mood": "happy"}
            }
            """
        let script = try DriveScript(text: one, name: "x.jsonl")
        #expect(script.items.count == 1)
        #expect(script.settings == ["mood": "happy"])
        let line = #"{"delivery": {"message": {"type": "case.contact"}}, "settings": {"mood": "calm"}}"#
        #expect {
            try DriveScript(text: "\(line)\n\(line)", name: "x.jsonl")
        } throws: {
            ($0 as? CommandFailure)?.message.hasPrefix("x.jsonl:2: settings stand with the first delivery") == true
        }
    }

    @Test func noMoreIsDeliveredThanThereIsCreditFor() throws {
        var dialogue = DriveDialogue(try script([1, 2, 3]), welcome: welcome)
        let greeted = dialogue.hear(.hello(Hello(stage: "triage", instance: "a", credit: 2)))
        #expect(commands(greeted) == ["WELCOME", "DELIVER", "DELIVER"])
        #expect(commands(dialogue.hear(.credit(Credit(credit: 5)))) == ["DELIVER"])
    }

    @Test func theStageIsDrainedWhenAllIsWorked() throws {
        var dialogue = DriveDialogue(try script([1]), welcome: welcome)
        _ = dialogue.hear(.hello(Hello(stage: "triage", instance: "a", credit: 1)))
        let outcome = Outcome(Lease(delivery: 1, epoch: "e1"))
        #expect(commands(dialogue.hear(.done(outcome, bodies: []))) == ["COMMITTED", "DRAIN"])
        #expect(dialogue.outcomes.count == 1)
        _ = dialogue.hear(.bye)
        #expect(dialogue.state == .over)
    }

    @Test func whoAsksIsToldThatThereIsNothing() throws {
        var dialogue = DriveDialogue(try script([1]), welcome: welcome)
        _ = dialogue.hear(.hello(Hello(stage: "triage", instance: "a", credit: 1)))
        for what in ["sections", "counts"] {
            guard case .reply(_, let body) = dialogue.hear(.ask(Ask(id: "1", what: what))).first else {
                Issue.record("\(what) was not answered")
                continue
            }
            #expect(String(decoding: body, as: UTF8.self) == "[]")
        }
        #expect(commands(dialogue.hear(.ask(Ask(id: "2", what: "told", arguments: ["ref": "CW-1"])))) == ["REFUSED"])
    }

    @Test func anOutcomeUnderAnotherEpochIsStale() throws {
        var dialogue = DriveDialogue(try script([1]), welcome: welcome)
        _ = dialogue.hear(.hello(Hello(stage: "triage", instance: "a", credit: 1)))
        let outcome = Outcome(Lease(delivery: 1, epoch: "other"))
        #expect(commands(dialogue.hear(.done(outcome, bodies: []))) == ["REFUSED"])
        #expect(dialogue.outcomes.isEmpty)
    }

    @Test func whatAStageHeldComesAgainWhenItGreetsAnew() throws {
        var dialogue = DriveDialogue(try script([1, 2]), welcome: welcome)
        let hello = StageMessage.hello(Hello(stage: "triage", instance: "a", credit: 1))
        _ = dialogue.hear(hello)
        let again = dialogue.hear(hello)
        guard case .deliver(let delivery, _) = again.last else {
            Issue.record("nothing was delivered")
            return
        }
        #expect(delivery.delivery == 1)
    }

    @Test func failuresAreCountedAndShown() throws {
        var dialogue = DriveDialogue(try script([1]), welcome: welcome)
        _ = dialogue.hear(.hello(Hello(stage: "triage", instance: "a", credit: 1)))
        let failure = Failure(Lease(delivery: 1, epoch: "e1"), kind: .permanent, code: "broken", message: "it broke")
        _ = dialogue.hear(.fail(failure))
        #expect(dialogue.failures == 1)
        #expect(dialogue.outcomes.first?["fail"]?["code"] == "broken")
    }

    @Test func blobsOfTheScriptAreHandedOutInChunks() throws {
        var dialogue = DriveDialogue(try script([1], rest: #", "blobs": ["abcdef"]"#), welcome: welcome)
        // SHA-256 of "abcdef".
        let hash = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721"
        let first = dialogue.hear(.get(Get(hash: hash, offset: 0)))
        let second = dialogue.hear(.get(Get(hash: hash, offset: 4)))
        #expect(first == [.blob(Blob(hash: hash, size: 6, offset: 0), chunk: Array("abcd".utf8))])
        #expect(second == [.blob(Blob(hash: hash, size: 6, offset: 4), chunk: Array("ef".utf8))])
    }

    @Test func aLineThatIsNoDeliveryIsNamed() {
        #expect(throws: CommandFailure.self) { try DriveScript(text: "\n{\"delivery\": {}}", name: "x.jsonl") }
        do {
            _ = try DriveScript(text: "\n{\"delivery\": {}}", name: "x.jsonl")
        } catch {
            #expect(
                (error as? CommandFailure)?.message == #"x.jsonl:2 is no delivery: "delivery.message.type" is missing."#
            )
            #expect((error as? CommandFailure)?.code == .data)
        }
    }

    @Test func aTypeIsAllThatADeliveryNeedsToSay() throws {
        let line = #"{"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "Hello"}]}"#
        let items = try DriveScript(text: line + "\n" + line, name: "x.jsonl").items
        #expect(items.map(\.delivery.delivery) == [1, 2])
        #expect(items[0].delivery.data == 0 && items[0].delivery.case?.status == .open)
        // What is written counts.
        let other =
            #"{"delivery": {"delivery": 7, "attempt": 3, "message": {"type": "submission.received", "id": "a"}}}"#
        let own = try #require(try DriveScript(text: other, name: "x.jsonl").items.first?.delivery)
        #expect(own.delivery == 7 && own.attempt == 3 && own.message.id == "a" && own.data == nil && own.case == nil)
    }

    @Test func bodiesStandInThePlacesOfTheirIndexes() {
        let header: JSON = [
            "set": [["name": "understanding", "body": 0]], "say": [["body": 1, "details": ["body": 0]]],
        ]
        let inlined = header.inlining([Array(#"{"topic":"x"}"#.utf8), Array("Hello".utf8)])
        #expect(
            inlined == [
                "set": [["name": "understanding", "body": ["topic": "x"]]],
                "say": [["body": "Hello", "details": ["body": 0]]],
            ])
    }
}
