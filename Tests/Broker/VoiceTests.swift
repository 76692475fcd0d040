import Broker
import StageProtocol
import Testing

@Suite struct VoiceTests {
    /// A bench with one case whose worker has proposed a text.
    private func proposed(_ plan: Plan = .shop, answers: Bool = true) throws -> (
        bench: Bench, intake: Peer, worker: Peer, voice: Peer, say: SayHead, lease: Lease
    ) {
        let bench = try Bench(plan)
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), voice = try bench.peer("voice")
        try intake.submit("1", index: ["mid:1"])
        try worker.done(try worker.delivery().head.lease, bodies: [Array("It is on its way.".utf8)]) {
            $0.say = [Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: answers, body: 0)]
        }
        let delivery = try voice.delivery()
        #expect(delivery.head.message.type == "say.proposed")
        let say = try #require(delivery.head.say)
        #expect(delivery.bodies[say.proposal.body] == Array("It is on its way.".utf8))
        return (bench, intake, worker, voice, say, delivery.head.lease)
    }

    private func pass(_ say: SayHead, _ lease: Lease, _ voice: Peer) throws -> Delivery {
        try voice.done(lease, bodies: [Array("mail".utf8)]) {
            $0.verdicts = [
                Verdict(say: say.say, hash: say.hash, pass: true, final: 0, message_id: "m@x", index: ["mid:m@x"])
            ]
        }
        return try voice.delivery().head
    }

    @Test func aTextLeavesOnlyAfterItsVerdictAndGoAndIsThenPartOfTheStory() throws {
        let (bench, intake, _, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        #expect(ready.message.type == "say.ready")
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        guard case .go(let go) = voice.heard.first else {
            Issue.record("expected GO")
            return
        }
        #expect(!go.in_doubt)
        try voice.done(ready.lease) { $0.results = [SayResult(say: say.say, sent: true, detail: "250")] }
        let state = try bench.read { try $0.findSay(say.say)?.state }
        #expect(state == .sent)
        // An answer to our mail finds the case.
        #expect(try intake.submit("2", match: [Match(key: "mid:m@x")]).accepted?.state == .followed_up)
        let log = try bench.read { store in try store.entries(1).map(\.kind) }
        #expect(log == ["heard", "said", "heard"])
    }

    @Test func aVerdictOnAnotherTextCountsForNothing() throws {
        let (bench, _, _, voice, say, lease) = try proposed()
        try voice.done(lease, bodies: [Array("mail".utf8)]) {
            $0.verdicts = [Verdict(say: say.say, hash: "0000", pass: true, final: 0, message_id: "m@x")]
        }
        #expect(voice.heard.first?.refused?.code == "no-verdict")
        #expect(try bench.read { try $0.findSay(say.say)?.state } == .proposed)
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).map(\.id) } == [lease.delivery], "it is not stranded")
    }

    /// So that who tells of dead letters by texts knows its own again.
    @Test func aDeadLetterOfATextSaysWhichTextItWas() throws {
        let (bench, _, _, voice, say, lease) = try proposed()
        try voice.say(.fail(Failure(lease, kind: .permanent, code: "bad", message: "unreadable")))
        let news = try bench.peer("second").delivery()
        #expect(news.head.message.type == "message.dead")
        #expect(try JSON(bytes: news.bodies[0])["text"]?.string == say.proposal.name)
    }

    @Test func aReadyTextIsNotDoneWithUntilSomethingCameOfIt() throws {
        let (bench, _, _, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        try voice.done(ready.lease) { $0.results = [SayResult(say: say.say, sent: true, detail: "250")] }
        #expect(voice.heard.first?.refused?.code == "no-leave", "it left, if at all, without leave")
        #expect(try bench.read { try $0.findSay(say.say)?.state } == .ready)
        let (other, _, _, speaker, text, first) = try proposed()
        let second = try pass(text, first, speaker)
        try speaker.say(.begin(Begin(second.lease, say: text.say)))
        _ = speaker.heard
        try speaker.done(second.lease)
        #expect(speaker.heard.first?.refused?.code == "no-result")
        #expect(try other.read { try $0.dead(after: 0, limit: 9).count } == 1)
    }

    @Test func aStageWithoutVoiceCannotPassItsOwnText() throws {
        let (bench, intake, worker, _, say, _) = try proposed()
        try intake.submit("2", from: "bob@example.com")
        let delivery = try worker.delivery().head
        try worker.done(delivery.lease, bodies: [Array("mail".utf8)]) {
            $0.verdicts = [Verdict(say: say.say, hash: say.hash, pass: true, final: 0, message_id: "m@x")]
        }
        #expect(worker.heard.first?.refused?.code == "no-grant")
        #expect(try bench.read { try $0.findSay(say.say)?.state } == .proposed)
    }

    @Test func aRefusedTextGoesBackToWhoeverProposedIt() throws {
        let (_, _, worker, voice, say, lease) = try proposed()
        try voice.done(lease) {
            $0.verdicts = [Verdict(say: say.say, hash: say.hash, pass: false, findings: [["rule": "dead-end"]])]
        }
        let back = try worker.delivery().head
        #expect(back.message.type == "say.refused")
        #expect(back.say?.findings?.array?.first?["rule"] == "dead-end")
    }

    @Test func anAnswerIsStoppedAtTheLastMomentWhenTheCustomerWrites() throws {
        let (bench, intake, _, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        try intake.submit("2", match: [Match(key: "mid:1")])
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        guard case .stop(let stop) = voice.heard.first else {
            Issue.record("expected STOP")
            return
        }
        #expect(stop.code == "superseded")
        #expect(try bench.read { try $0.findSay(say.say)?.state } == .superseded)
    }

    @Test func anAcknowledgmentIsNotStoppedByAFurtherWord() throws {
        let (_, intake, _, voice, say, lease) = try proposed(answers: false)
        let ready = try pass(say, lease, voice)
        try intake.submit("2", match: [Match(key: "mid:1")])
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        guard case .go = voice.heard.first else {
            Issue.record("expected GO")
            return
        }
    }

    @Test func aTextWhoseFateIsUnknownIsLetGoAgainInDoubt() throws {
        let (bench, _, _, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        try bench.crash()
        try voice.hello(credit: 4)
        let again = try voice.delivery().head
        #expect(again.say?.in_doubt == true)
        try voice.say(.begin(Begin(again.lease, say: say.say)))
        guard case .go(let go) = voice.heard.first else {
            Issue.record("expected GO")
            return
        }
        #expect(go.in_doubt)
    }

    @Test func theSameNameIsSaidOnce() throws {
        let (_, intake, worker, voice, _, _) = try proposed()
        try intake.submit("2", match: [Match(key: "mid:1")])
        try voice.say(.bye)
        let delivery = try #require(worker.deliveries().first)
        try worker.done(delivery.head.lease, bodies: [Array("Another text.".utf8)]) {
            $0.say = [Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: true, body: 0)]
        }
        let voice2 = Peer(bench: worker.bench, stage: "voice", instance: "v2")
        try voice2.hello(credit: 9)
        #expect(voice2.deliveries().count == 1)
    }

    @Test func aLoopOfTextsToOneAddressIsCutOff() throws {
        var plan = Plan.shop
        plan.textsPerHour = 2
        let bench = try Bench(plan)
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), voice = try bench.peer("voice")
        var stops: [String] = []
        for round in 1...3 {
            try intake.submit("\(round)")
            try worker.done(try worker.delivery().head.lease, bodies: [Array("Hello".utf8)]) {
                // However the address is written, and beside whom it stands.
                let to = round == 1 ? ["ann@example.com"] : ["friend\(round)@example.com", "Ann@Example.com"]
                $0.say = [Say(name: "a", to: to, purpose: "acknowledgment", answers: false, body: 0)]
            }
            let delivery = try voice.delivery().head
            let say = try #require(delivery.say)
            let ready = try pass(say, delivery.lease, voice)
            try voice.say(.begin(Begin(ready.lease, say: say.say)))
            if case .stop(let stop) = voice.heard.first { stops.append(stop.code) }
            try voice.done(ready.lease) {
                if stops.isEmpty { $0.results = [SayResult(say: say.say, sent: true, detail: "")] }
            }
            _ = voice.heard
        }
        #expect(stops == ["cap"])
    }

    @Test func whoWroteAnAnswerThatWasOvertakenAtItsVerdictIsTold() throws {
        let (_, intake, worker, voice, say, lease) = try proposed()
        try intake.submit("2", match: [Match(key: "mid:1")])
        try voice.done(lease, bodies: [Array("mail".utf8)]) {
            $0.verdicts = [Verdict(say: say.say, hash: say.hash, pass: true, final: 0, message_id: "m@x")]
        }
        #expect(voice.deliveries().isEmpty)
        #expect(try toldWorker(worker) == .superseded)
    }

    @Test func whoWroteAnAnswerThatWasOvertakenAtTheLastMomentIsTold() throws {
        let (_, intake, worker, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        try intake.submit("2", match: [Match(key: "mid:1")])
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        try voice.done(ready.lease)
        #expect(try toldWorker(worker) == .superseded)
    }

    @Test func whoWroteAnAnswerThatTheCapHeldBackIsTold() throws {
        var plan = Plan.shop
        plan.textsPerHour = 0
        let (bench, _, worker, voice, say, lease) = try proposed(plan)
        let ready = try pass(say, lease, voice)
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        #expect(voice.heard.contains { if case .stop(let stop) = $0 { stop.code == "cap" } else { false } })
        try voice.done(ready.lease)
        #expect(try toldWorker(worker) == .failed)
        #expect(try bench.read { try $0.findSay(say.say)?.state } == .failed)
    }

    /// The state of the text that the worker is told of by `say.refused`, once it has worked what comes before.
    private func toldWorker(_ worker: Peer) throws -> SayState? {
        for _ in 0..<3 {
            guard let next = worker.deliveries().first else { break }
            if next.head.message.type == "say.refused" { return next.head.say?.state }
            try worker.done(next.head.lease)
        }
        return nil
    }

    @Test func textsRestWhenTheClockJumps() throws {
        let (bench, _, _, voice, say, lease) = try proposed()
        let ready = try pass(say, lease, voice)
        try bench.beat([.clockJumped(.seconds(4000))])
        try voice.say(.begin(Begin(ready.lease, say: say.say)))
        guard case .stop(let stop) = voice.heard.first else {
            Issue.record("expected STOP")
            return
        }
        #expect(stop.code == "held")
    }
}
