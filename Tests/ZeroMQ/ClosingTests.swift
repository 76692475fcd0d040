import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct ClosingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aClosedSocketStillDeliversWithinItsLinger() throws {
        let context = try Context()
        let receiver = try Socket(.pair, context: context)
        let endpoint = try receiver.bind(folder.endpoint())
        try send(200, to: endpoint, linger: patience, context: context)
        for number in 0..<200 { #expect(try receiver.next().first == bytes("\(number)")) }
    }

    /// Sends and closes at once.
    private func send(_ count: Int, to endpoint: String, linger: Duration, context: Context) throws {
        var options = SocketOptions()
        options.linger = linger
        let sender = try Socket(.pair, context: context, options: options)
        try sender.connect(endpoint)
        for number in 0..<count { try sender.deliver([bytes("\(number)"), Frame(repeating: 0, count: 10_000)]) }
    }

    @Test func withoutLingerNothingHoldsUpTheEnd() throws {
        let receiver = try Socket(.pair, context: try Context())
        let endpoint = try receiver.bind(folder.endpoint())
        // The reader never reads; the sender's context, which ends within the call, must not wait for it.
        let start = ContinuousClock.now
        try send(200, to: endpoint, linger: .zero, context: try Context())
        #expect(ContinuousClock.now - start < patience)
    }

    @Test func aContextOutlivesItsLastReferenceWhileASocketIsOpen() throws {
        let left = try Socket(.pair, context: try Context())
        let right = try Socket(.pair, context: try Context())
        try right.connect(try left.bind(folder.endpoint()))
        try right.deliver([bytes("still here")])
        #expect(try left.next() == [bytes("still here")])
    }

    @Test func aContextSaysWhenItHasNoSocketLeft() throws {
        let context = try Context(maximumSockets: 1)
        let first = try Socket(.dealer, context: context)
        let error = #expect(throws: ZeroMQError.self) { _ = try Socket(.dealer, context: context) }
        #expect(error?.description.contains("too many open sockets") == true)
        #expect(first.kind == .dealer)
    }
}
