import Broker
import SQLiteStore
import StageProtocol
import Testing

/// What odd or broken peers can do, and what it costs the others: nothing.
@Suite struct LimitTests {
    @Test func aTextTooLargeToBeDeliveredIsADeadLetterAndCostsNoCredit() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker"), second = try bench.peer("second")
        let voice = try bench.peer("voice", credit: 1)
        let huge = [UInt8](repeating: UInt8(ascii: "x"), count: WireLimits().messageBytes)
        for (number, text) in [huge, Array("Hello".utf8)].enumerated() {
            try intake.submit("\(number)", from: "c\(number)@example.com")
            try worker.done(try worker.delivery().head.lease, bodies: [text]) {
                $0.say = [Say(name: "a", to: ["ann@example.com"], purpose: "answer", answers: true, body: 0)]
            }
        }
        #expect(try voice.delivery().bodies == [Array("Hello".utf8)])
        #expect(try bench.read { try $0.dead(after: 0, limit: 9).first?.error }?.hasPrefix("too-large: ") == true)
        let news = try second.delivery()
        #expect(try JSON(bytes: news.bodies[0])["code"] == "too-large")
    }

    @Test(arguments: [Int.max, 5000, -1, Int.min]) func creditStaysBetweenNoneAndItsLimit(wish: Int) throws {
        let bench = try Bench()
        let worker = try bench.peer("worker", credit: wish), control = try bench.peer("control")
        func credit() throws -> Int64? {
            try control.say(.ask(Ask(id: "q", what: "status")))
            guard case .reply(_, let body) = control.heard.last else { return nil }
            let stage = try JSON(bytes: body)["stages"]?.array?.first { $0["name"] == "worker" }
            return stage?["sessions"]?.array?.first?["credit"]?.int
        }
        #expect(try credit() == (wish > 0 ? 4096 : 0))
        try worker.say(.credit(Credit(credit: 7)))
        try worker.say(.credit(Credit(credit: wish)))
        try worker.say(.credit(Credit(credit: wish)))
        #expect(try credit() == (wish > 0 ? 4096 : 7))
    }

    @Test func aDeliveryThatIsNeverStartedIsGivenBackAtMaxHold() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake"), worker = try bench.peer("worker")
        try intake.submit("1")
        let first = try worker.delivery().head
        try bench.pass(.seconds(119))
        #expect(worker.deliveries().isEmpty)
        try bench.pass(.seconds(2))
        try bench.pass(.seconds(2))
        let second = try worker.delivery().head
        #expect(second.delivery == first.delivery)
        #expect(second.epoch != first.epoch)
        #expect(second.attempt == 2)
    }

    @Test func finishedMessagesAreForgottenAFewAtATime() throws {
        let bench = try Bench()
        let old = bench.now - .seconds(7200)
        try bench.store.transaction { store in
            for _ in 0..<4500 {
                var row = MessageRow(
                    stage: "worker", type: "case.contact", source: "intake", at: old, deadline: old, notBefore: old,
                    trace: "")
                row.id = try store.insert(row)
                row.state = .done
                row.finished = old
                try store.update(row)
            }
        }
        func left() throws -> Int { try bench.read { try $0.countMessages(.done) } }
        try bench.beat()
        #expect(try left() == 2500)
        try bench.pass(.milliseconds(50))
        #expect(try left() == 500)
        try bench.pass(.milliseconds(50))
        #expect(try left() == 0)
    }
}

/// Blobs from peers that do not keep to the document.
@Suite struct BlobTests {
    private static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    private let bytes = content
    private let hash = "c12fb0010fbd782b0ffcb958d34a9cd29f9c42692ff2f8361f3379ddd0790932"
    private let step = WireLimits().chunkBytes

    private func put(_ chunk: ArraySlice<UInt8>, size: Int, offset: Int, _ peer: Peer) throws -> BrokerMessage? {
        try peer.say(.put(Put(hash: hash, size: size, offset: offset), chunk: Array(chunk)))
        return peer.heard.last
    }

    @Test(arguments: [-262_144, -1, 1, 262_143, 524_288, 300_000, Int.min, Int.max])
    func aChunkAtAnOffsetThatIsNoneIsRefusedAndHarmsNothing(offset: Int) throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        #expect(try put(bytes[..<step], size: bytes.count, offset: 0, intake)?.next == step)
        #expect(try put(bytes[..<step], size: bytes.count, offset: offset, intake)?.refused?.code == "invalid")
        #expect(try put(bytes[step...], size: bytes.count, offset: step, intake)?.next == bytes.count)
    }

    @Test(arguments: [(Int.min, "too-large"), (-1, "too-large"), (0, "too-large"), (Int.max, "too-large")])
    func aBlobOfAnImpossibleSizeIsRefused(size: Int, code: String) throws {
        let bench = try Bench()
        #expect(try put(bytes[..<step], size: size, offset: 0, try bench.peer("intake"))?.refused?.code == code)
    }

    @Test func aChunkOfTheWrongLengthIsRefused() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        #expect(try put(bytes[..<(step - 1)], size: bytes.count, offset: 0, intake)?.refused?.code == "invalid")
        #expect(try put([], size: bytes.count, offset: 0, intake)?.refused?.code == "invalid")
        #expect(try put(bytes[...], size: bytes.count, offset: 0, intake)?.refused?.code == "invalid")
    }

    @Test func aBlobBegunWithAnotherSizeBeginsAnew() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        #expect(try put(bytes[..<step], size: 2 * step, offset: 0, intake)?.next == step)
        // Its first chunk is not taken for one of the blob that is meant now.
        #expect(try put(bytes[step...], size: bytes.count, offset: step, intake)?.next == 0)
        #expect(try put(bytes[..<step], size: bytes.count, offset: 0, intake)?.next == step)
        #expect(try put(bytes[step...], size: bytes.count, offset: step, intake)?.next == bytes.count)
        try intake.say(.get(Get(hash: hash, offset: step)))
        #expect(
            intake.heard.last == .blob(Blob(hash: hash, size: bytes.count, offset: step), chunk: Array(bytes[step...])))
    }

    @Test func aBlobThatIsThereIsNotThrownAwayForAnotherSize() throws {
        let bench = try Bench()
        let intake = try bench.peer("intake")
        _ = try put(bytes[..<step], size: bytes.count, offset: 0, intake)
        _ = try put(bytes[step...], size: bytes.count, offset: step, intake)
        #expect(try put(bytes[..<step], size: 2 * step, offset: 0, intake)?.next == bytes.count)
    }
}

extension BrokerMessage {
    /// Where the next chunk of a blob begins.
    fileprivate var next: Int? { if case .stored(let stored) = self { stored.next } else { nil } }
}
