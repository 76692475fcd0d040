import Broker
import StageProtocol
import Testing

@Suite struct SeldomTests {
    /// A customer's case in which the worker proposes a text that may leave once in so long.
    private struct Shop {
        let bench: Bench
        let intake: Peer
        let worker: Peer
        let voice: Peer

        init() throws {
            bench = try Bench()
            intake = try bench.peer("intake")
            worker = try bench.peer("worker")
            voice = try bench.peer("voice")
        }

        /// - Returns: why the text was stopped; nil where it left.
        func ask(
            _ id: String, purpose: String = "survey", every span: Duration = .seconds(90 * 86_400),
            to address: String = "ann@example.com"
        ) throws -> String? {
            try intake.submit(id)
            let contact = try #require(worker.deliveries().last { $0.head.message.type == "case.contact" })
            try worker.done(contact.head.lease, bodies: [Array("How was it?".utf8)]) {
                $0.say = [
                    Say(
                        name: "q", to: [address], purpose: purpose, answers: false, body: 0,
                        seldom_ms: span.components.seconds * 1000)
                ]
            }
            let proposed = try voice.delivery().head
            let say = try #require(proposed.say)
            try voice.done(proposed.lease, bodies: [Array("mail".utf8)]) {
                $0.verdicts = [Verdict(say: say.say, hash: say.hash, pass: true, final: 0, message_id: "\(id)@x")]
            }
            let ready = try voice.delivery().head
            try voice.say(.begin(Begin(ready.lease, say: say.say)))
            var stopped: String?
            for case .stop(let stop) in voice.heard { stopped = stop.code }
            try voice.done(ready.lease) {
                if stopped == nil { $0.results = [SayResult(say: say.say, sent: true, detail: "")] }
            }
            _ = voice.heard
            return stopped
        }
    }

    @Test func aTextThatIsToBeSeldomLeavesOnceInItsTimeWhicheverCaseItIsIn() throws {
        let shop = try Shop()
        #expect(try shop.ask("1") == nil)
        #expect(try shop.ask("2", to: "Ann@Example.com") == "too-soon")
        try shop.bench.pass(.seconds(90 * 86_400 + 1))
        #expect(try shop.ask("3") == nil)
    }

    @Test func aTextForAnotherPurposeIsNotHeldUp() throws {
        let shop = try Shop()
        #expect(try shop.ask("1") == nil)
        #expect(try shop.ask("2", purpose: "thanks") == nil)
    }

    @Test func whoProposedATextThatCameTooSoonIsTold() throws {
        let shop = try Shop()
        _ = try shop.ask("1")
        _ = try shop.ask("2")
        let back = try #require(shop.worker.deliveries().last { $0.head.message.type == "say.refused" })
        #expect(back.head.say?.state == .failed)
    }
}
