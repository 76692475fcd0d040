import Broker
import Crypto
import StageProtocol
import Testing

@Suite struct ToldTests {
    @Test func aPersonIsToldTheirOwnWordsAndWhatLeftForThem() throws {
        let shop = try Scene()
        let told = try shop.told(to: "ann@example.com")
        let log = try #require(told["log"]?.array)
        #expect(log.compactMap { $0["kind"]?.string } == ["heard", "said", "resolved", "heard", "reopened"])
        #expect(log.first?["words"] == "ann@example.com asks")
        #expect(log.dropFirst().first?["text"] == "Here it is.")
        #expect(log.dropFirst().first?["language"] == "en")
        #expect(told["person"]?["address"] == "ann@example.com")
        #expect(told["status"] == "open")
        #expect(told["promises"]?.array?.first?["what"] == "a new cup")
        #expect(told["shortened"] == false)
    }

    @Test func nobodyIsToldWhatIsNotTheirs() throws {
        let shop = try Scene()
        let told = String(decoding: try shop.told(to: "ann@example.com").bytes, as: UTF8.self)
        for secret in ["internal note", "bob@example.com", "to a colleague", "held back", "article", "a reason", "sha"]
        {
            #expect(!told.contains(secret), "\(secret)")
        }
        let other = String(decoding: try shop.told(to: "bob@example.com").bytes, as: UTF8.self)
        #expect(other.contains("bob@example.com asks"))
        #expect(!other.contains("ann@example.com asks") && !other.contains("Here it is."))
    }

    @Test func sectionsComeWithTheGrantAlone() throws {
        let shop = try Scene()
        let sections = try shop.told(to: "ann@example.com")["sections"]
        #expect(sections?["contact"]?["channel"] == "test")
        #expect(sections?["notes"] == nil)
    }

    @Test func aStrangerLearnsNotEvenThatThereIsACase() throws {
        let shop = try Scene()
        let stranger = shop.ask(
            shop.intake, "told", ["ref": .string(shop.ref), "who": .string(who("eve@example.com"))])
        let nowhere = shop.ask(shop.intake, "told", ["ref": "CW-2222222", "who": .string(who("ann@example.com"))])
        #expect(stranger?.refused?.code == "no-case")
        #expect(nowhere?.refused?.code == "no-case")
        #expect(shop.ask(shop.intake, "told", ["ref": .string(shop.ref)])?.refused?.code == "invalid")
    }

    @Test func onlyWhoIsGrantedItMayAskAndForNothingElse() throws {
        let shop = try Scene()
        let question: JSON = ["ref": .string(shop.ref), "who": .string(who("ann@example.com"))]
        #expect(shop.ask(shop.worker, "told", question)?.refused?.code == "no-grant")
        for what in ["case", "cases", "status", "dead-drop", ""] {
            #expect(shop.ask(shop.intake, what, question)?.refused?.code == "no-grant")
        }
    }

    @Test func ofALongStoryTheNewestPartIsTold() throws {
        let shop = try Scene()
        let match = [Match(key: "ref:\(shop.ref)")]
        for number in 0..<210 { _ = try shop.intake.write("more-\(number)", "word \(number)", match: match) }
        let told = try shop.told(to: "ann@example.com")
        #expect(told["log"]?.array?.count == 200)
        #expect(told["log"]?.array?.last?["words"] == "word 209")
        #expect(told["shortened"] == true)
    }
}

/// A case with two people in it, a text to each side, and all that is nobody else's business.
private final class Scene {
    let bench: Bench
    let intake: Peer, worker: Peer
    let ref: String

    init() throws {
        var plan = Plan.shop
        plan.stages["intake"]?.reads = ["told", "contact"]
        bench = try Bench(plan)
        intake = try bench.peer("intake", credit: 0)
        worker = try bench.peer("worker")
        let voice = try bench.peer("voice")
        ref = try #require(try intake.write("1", "ann@example.com asks").accepted?.ref)
        let match = [Match(key: "ref:\(ref)")]
        let first = try worker.delivery().head.lease
        let bodies = ["Here it is.", #"{"internal note":"x"}"#, "to a colleague", "held back", "{}"]
        try worker.done(first, bodies: bodies.map { Array($0.utf8) }) {
            $0.append = [Append(kind: "noted", body: 1)]
            $0.set = [SetSection(name: "notes", schema: "notes/1", base: 0, body: 4)]
            $0.promise = [
                MakePromise(
                    name: "cup", what: "a new cup", due: Timestamp(milliseconds: 1_900_000_000_000), authority: "nora",
                    evidence: "an article")
            ]
            $0.say = [
                Say(
                    name: "a", to: ["Ann@example.com"], purpose: "answer", answers: false, language: "en", body: 0,
                    details: ["articles": ["article"]]),
                Say(
                    name: "b", audience: .staff, to: ["ann@example.com"], purpose: "staff-notice", answers: false,
                    body: 2),
                Say(name: "c", to: ["ann@example.com"], purpose: "answer", answers: false, body: 3),
            ]
        }
        try Self.letOut(voice, refusing: "c")
        try worker.done(try worker.delivery().head.lease)
        _ = try intake.write("2", "bob@example.com asks", from: "bob@example.com", match: match)
        try worker.done(try worker.delivery().head.lease) { $0.resolve = Resolve(reason: "a reason") }
        _ = try intake.write("3", "ann@example.com again", match: match)
    }

    /// The voice judges what waits and lets it out.
    private static func letOut(_ voice: Peer, refusing name: String) throws {
        var sent = 0
        while let (head, _) = voice.deliveries().first.map({ ($0.head, $0.bodies) }) ?? nil {
            guard let say = head.say else { return }
            sent += 1
            if head.message.type == "say.proposed" {
                try voice.done(head.lease, bodies: [Array("final".utf8)]) {
                    $0.verdicts = [
                        say.proposal.name == name
                            ? Verdict(say: say.say, hash: say.hash, pass: false, findings: [])
                            : Verdict(say: say.say, hash: say.hash, pass: true, final: 0, message_id: "m\(say.say)")
                    ]
                }
            } else {
                try voice.say(.begin(Begin(head.lease, say: say.say)))
                try voice.done(head.lease) { $0.results = [SayResult(say: say.say, sent: true, detail: "outbox")] }
            }
        }
    }

    func ask(_ peer: Peer, _ what: String, _ arguments: JSON) -> BrokerMessage? {
        try? peer.say(.ask(Ask(id: "q", what: what, arguments: arguments)))
        return peer.heard.last
    }

    func told(to address: String) throws -> JSON {
        let answer = ask(intake, "told", ["ref": .string(ref), "who": .string(who(address))])
        guard case .reply(_, let body)? = answer else { throw Invalid.noReply("\(String(describing: answer))") }
        return try JSON(bytes: body)
    }

    enum Invalid: Error { case noReply(String) }
}

extension Peer {
    /// Brings a customer's words in, as intake writes them down.
    fileprivate func write(
        _ id: String, _ words: String, from address: String = "ann@example.com", match: [Match] = []
    ) throws -> BrokerMessage {
        let entry: JSON = [
            "channel": "test", "from": ["address": .string(address)], "words": .string(words), "raw": "sha",
            "attachments": [],
        ]
        let section = SetSection(name: "contact", schema: "contact/1", base: 0, body: 1)
        let admit = Admit(role: .customer, match: match, customer: address, entry: 0, set: [section], output: "contact")
        let bodies = [entry.bytes, (["channel": "test"] as JSON).bytes]
        try say(.submit(Submission(id: id, via: "test", admit: admit), bodies: bodies))
        return try #require(heard.first { if case .deliver = $0 { false } else { true } })
    }
}

private func who(_ address: String) -> String {
    String(
        SHA256.hash(data: Array(address.utf8)).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined().prefix(16))
}
