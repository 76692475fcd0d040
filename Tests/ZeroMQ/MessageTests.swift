import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MessageTests {
    private let context: Context
    private let folder: TemporaryFolder

    init() throws {
        context = try Context()
        folder = try TemporaryFolder()
    }

    @Test(arguments: [true, false])
    func messagesArriveWholeWithTheirEmptyFrames(overIPC: Bool) throws {
        let router = try Socket(.router, context: context)
        let endpoint = try router.bind(overIPC ? folder.endpoint() : "tcp://127.0.0.1:*")
        let dealer = try Socket(.dealer, context: context)
        try dealer.connect(endpoint)
        let large = Frame((0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
        let message: [Frame] = [[], bytes("kind"), [], large, []]

        try dealer.deliver(message)
        let received = try router.next()
        #expect(Array(received.dropFirst()) == message)

        #expect(try router.send([received[0]] + message) == .sent)
        #expect(try dealer.next() == message)
    }

    @Test func aMessageOfOneEmptyFrameIsAMessage() throws {
        let left = try Socket(.pair, context: context)
        let right = try Socket(.pair, context: context)
        try right.connect(try left.bind(folder.endpoint()))
        try right.deliver([[]])
        #expect(try left.next() == [[]])
    }

    @Test(arguments: [
        (MessageLimits(frames: 3, bytes: .max), 3), (MessageLimits(frames: .max, bytes: 2500), 2),
    ]) func whatGoesBeyondTheLimitsIsThrownAwayAndTheNextMessageIsWhole(limits: MessageLimits, kept: Int) throws {
        let router = try Socket(.router, context: context)
        let dealer = try Socket(.dealer, context: context)
        try dealer.connect(try router.bind(folder.endpoint()))
        let large = [Frame](repeating: Frame(repeating: 1, count: 2000), count: 5000)
        try dealer.deliver(large)
        try dealer.deliver([bytes("next")])
        var poller = Poller([router.pollItem])
        #expect(try poller.wait(timeout: patience) == [true])
        let first = try #require(try router.receive(within: limits))
        #expect(first.isCutOff && first.frames.count == kept && first.user == nil)
        #expect(try poller.wait(timeout: patience) == [true])
        let second = try #require(try router.receive(within: limits))
        #expect(!second.isCutOff && second.frames.last == bytes("next"))
    }

    @Test func nothingWaitingIsNil() throws {
        let router = try Socket(.router, context: context)
        try router.bind(folder.endpoint())
        #expect(try router.receive() == nil)
    }

    @Test func aRouterTellsThatAPeerIsUnknown() throws {
        let router = try Socket(.router, context: context)
        try router.bind(folder.endpoint())
        #expect(try router.send([bytes("nobody"), [], bytes("hello")]) == .unroutable)
    }

    @Test func aRouterTellsThatAPeerHasGone() throws {
        let router = try Socket(.router, context: context)
        let monitor = try router.monitor()
        let endpoint = try router.bind(folder.endpoint())
        let name = try greet(router, from: try Socket(.dealer, context: context), at: endpoint)
        _ = try monitor.first { if case .disconnected = $0 { true } else { false } }
        var poller = Poller([monitor.pollItem])
        while try router.send([name, bytes("late")]) != .unroutable { _ = try poller.wait(timeout: .milliseconds(5)) }
    }

    /// Lets the dealer say a word and go.
    private func greet(_ router: borrowing Socket, from dealer: consuming Socket, at endpoint: String) throws -> Frame {
        try dealer.connect(endpoint)
        try dealer.deliver([bytes("hello")])
        return try router.next()[0]
    }

    @Test func aConnectorWithNobodyThereIsFull() throws {
        let dealer = try Socket(.dealer, context: context)
        try dealer.connect(folder.endpoint())
        #expect(try dealer.send([bytes("hello")]) == .full)
    }

    @Test(arguments: [SocketKind.dealer, .router])
    func aFullQueueRefusesWholeMessagesAndLosesNone(sending kind: SocketKind) throws {
        var options = SocketOptions()
        options.sendHighWater = 4
        options.receiveHighWater = 4
        let sender = try Socket(kind, context: context, options: options)
        let receiver = try Socket(.dealer, context: context, options: options)
        try receiver.connect(try sender.bind(folder.endpoint()))
        try receiver.deliver([bytes("hello")])
        let greeting = try sender.next()
        let address = kind == .router ? [greeting[0]] : []
        func message(_ number: Int) -> [Frame] {
            [bytes("\(number)"), [], Frame(repeating: UInt8(truncatingIfNeeded: number), count: 60_000)]
        }

        // As much as goes, then room again after each that is read.
        var accepted = 0
        var delivered = 0
        while accepted < 500 {
            switch try sender.send(address + message(accepted)) {
            case .sent: accepted += 1
            case .full:
                #expect(try receiver.next() == message(delivered))
                delivered += 1
            case .unroutable: Issue.record("the peer is there")
            }
        }
        #expect(delivered > 0)
        while delivered < accepted {
            #expect(try receiver.next() == message(delivered))
            delivered += 1
        }
        #expect(try receiver.receive() == nil)
    }

    @Test func anOversizedFrameEndsTheConnectionAndNothingElse() throws {
        var small = SocketOptions()
        small.maximumMessageBytes = 1000
        let router = try Socket(.router, context: context, options: small)
        let monitor = try router.monitor()
        let endpoint = try router.bind(folder.endpoint())
        let polite = try Socket(.dealer, context: context)
        try polite.connect(endpoint)
        let rude = try Socket(.dealer, context: context)
        try rude.connect(endpoint)

        try rude.deliver([Frame(repeating: 1, count: 1001)])
        _ = try monitor.first { if case .disconnected = $0 { true } else { false } }
        #expect(try router.receive() == nil)

        try polite.deliver([Frame(repeating: 2, count: 1000)])
        #expect(try router.next().last == Frame(repeating: 2, count: 1000))
        // The connector comes back by itself.
        _ = try monitor.first { if case .ready = $0 { true } else { false } }
        try rude.deliver([bytes("sorry")])
        #expect(try router.next().last == bytes("sorry"))
    }

    @Test func aFrameThatThePeerWouldRefuseIsNotSent() throws {
        var options = SocketOptions()
        options.maximumMessageBytes = 10
        let dealer = try Socket(.dealer, context: context, options: options)
        let error = #expect(throws: ZeroMQError.self) { try dealer.send([[1], Frame(repeating: 1, count: 11)]) }
        #expect(error?.message.contains("frame 1 has 11 bytes and 10 are allowed") == true)
    }

    @Test func aMessageNeedsFrames() throws {
        let dealer = try Socket(.dealer, context: context)
        #expect(throws: ZeroMQError.self) { try dealer.send([]) }
        let router = try Socket(.router, context: context)
        #expect(throws: ZeroMQError.self) { try router.send([bytes("peer")]) }
    }

    @Test func aSubscriberHearsOnlyWhatItAskedFor() throws {
        let publisher = try Socket(.pub, context: context)
        let subscriber = try Socket(.sub, context: context)
        try subscriber.subscribe(bytes("case."))
        try subscriber.connect(try publisher.bind(folder.endpoint()))
        var poller = Poller([subscriber.pollItem])
        repeat {
            #expect(try publisher.send([bytes("stage.up"), bytes("1")]) == .sent)
            #expect(try publisher.send([bytes("case.opened"), bytes("2")]) == .sent)
        } while try poller.wait(timeout: .milliseconds(20)) == [false]
        while let heard = try subscriber.receive() { #expect(heard == [bytes("case.opened"), bytes("2")]) }
    }

    @Test func onlyASubscriberSubscribes() throws {
        let dealer = try Socket(.dealer, context: context)
        let error = #expect(throws: ZeroMQError.self) { try dealer.subscribe([]) }
        #expect(error?.description.contains("only a sub socket subscribes") == true)
    }
}
