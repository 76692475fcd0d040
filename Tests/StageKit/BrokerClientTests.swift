import StageKit
import Testing

@testable import StageKit

@Suite(.timeLimit(.minutes(1))) struct BrokerClientTests {
    /// A client with an open session.
    private func connected(_ broker: ScriptedBroker, _ script: inout Script, message: Int = 16 << 20) async throws
        -> BrokerClient
    {
        async let client = BrokerClient(endpoint: broker.endpoint)
        _ = await script.next("HELLO")
        broker.say(.welcome(.sample(message: message)))
        return try await client
    }

    @Test func aQuestionIsAnswered() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let client = try await connected(broker, &script)
        async let reply = client.ask("status", ["full": true])
        guard case .ask(let ask) = await script.next("ASK") else { return #expect(Bool(false)) }
        #expect(ask.what == "status" && ask.arguments == ["full": true])
        broker.say(.reply(Reply(id: ask.id), body: Array(#"{"stages":[]}"#.utf8)))
        #expect(try await reply == ["stages": []])
        await client.close()
        #expect(await script.next("BYE") == .bye)
        await broker.stop()
    }

    @Test func aRefusedQuestionThrowsItsReason() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let client = try await connected(broker, &script)
        let reply = Task { try await client.ask("nonsense") }
        guard case .ask(let ask) = await script.next("ASK") else { return #expect(Bool(false)) }
        broker.say(.refused(Refused(id: ask.id, code: "unknown-question", message: "no such question")))
        let refusal = await #expect(throws: BrokerRefusal.self) { try await reply.value }
        #expect(refusal?.code == "unknown-question")
        await client.close()
        await broker.stop()
    }

    @Test func nobodyThereIsSaidInTime() async throws {
        let endpoint = ScriptedBroker.newEndpoint
        await #expect(throws: BrokerUnreachable.self) {
            try await BrokerClient(endpoint: endpoint, within: .milliseconds(100))
        }
    }

    @Test func aBlobGoesInChunksAndSkipsWhatIsThere() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let client = try await connected(broker, &script)
        let bytes = Array("0123456789".utf8)
        async let hash = client.blobs.put(bytes)
        guard case .put(let first, let chunk) = await script.next("PUT") else { return #expect(Bool(false)) }
        #expect(first.offset == 0 && first.size == 10 && chunk == Array("0123".utf8))
        broker.say(.stored(Stored(hash: first.hash, next: 8)))
        guard case .put(let second, let rest) = await script.next("PUT") else { return #expect(Bool(false)) }
        #expect(second.offset == 8 && rest == Array("89".utf8))
        broker.say(.stored(Stored(hash: first.hash, next: 10)))
        #expect(try await hash == "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882")

        async let back = client.blobs.get(first.hash)
        for (offset, part) in [(0, "0123"), (4, "4567"), (8, "89")] {
            guard case .get(let get) = await script.next("GET") else { return #expect(Bool(false)) }
            #expect(get.offset == offset)
            broker.say(.blob(Blob(hash: get.hash, size: 10, offset: offset), chunk: Array(part.utf8)))
        }
        #expect(try await back == bytes)
        await client.close()
        await broker.stop()
    }

    @Test func aBlobThatIsNotWhatItIsCalledIsRefused() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let client = try await connected(broker, &script)
        let bytes = Task { try await client.blobs.get("ab") }
        guard case .get = await script.next("GET") else { return #expect(Bool(false)) }
        broker.say(.blob(Blob(hash: "ab", size: 2, offset: 0), chunk: [1, 2]))
        let failure = await #expect(throws: StageFailure.self) { try await bytes.value }
        #expect(failure?.code == "blob-damaged")
        await client.close()
        await broker.stop()
    }

    @Test func rawBytesThatCrowdAMessageGoAheadAsABlob() async throws {
        let broker = try ScriptedBroker()
        var script = Script(broker)
        let client = try await connected(broker, &script, message: 6)
        let answer = Task { try await client.submit(SubmissionDraft(id: "a", via: "send", raw: [1, 2, 3, 4])) }
        guard case .put(let put, _) = await script.next("PUT") else { return #expect(Bool(false)) }
        broker.say(.stored(Stored(hash: put.hash, next: 4)))
        // The submission's own header does not fit into so small a message either, and that is said before it is sent.
        let refusal = await #expect(throws: BrokerRefusal.self) { try await answer.value }
        #expect(refusal?.code == "too-large")
        await client.close()
        await broker.stop()
    }
}
