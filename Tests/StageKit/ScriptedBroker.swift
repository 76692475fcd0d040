import FoundationEssentials
import StageProtocol
import ZeroMQ

/// A real ROUTER socket that says what a test tells it to.
struct ScriptedBroker: Sendable {
    let endpoint: String
    /// What peers say, in order.
    let heard: AsyncStream<StageMessage>
    private let orders: Mailbox<BrokerMessage>
    private let thread: SocketThread

    /// A path of which there is no other.
    static var newEndpoint: String {
        "ipc://\(FileManager.default.temporaryDirectory.path)/stagekit-\(UInt64.random(in: .min ... .max)).sock"
    }

    init(endpoint: String = newEndpoint) throws {
        let orders = try Mailbox<BrokerMessage>()
        let (heard, tell) = AsyncStream<StageMessage>.makeStream()
        self.endpoint = endpoint
        self.orders = orders
        self.heard = heard
        let context = try Context(maximumSockets: 8)
        thread = try SocketThread(name: "scripted") {
            do {
                try Self.loop(endpoint, context, orders, tell)
            } catch {
                // The test sees the stream end and fails with it.
            }
            tell.finish()
        }
    }

    private static func loop(
        _ endpoint: String, _ context: Context, _ orders: Mailbox<BrokerMessage>,
        _ tell: AsyncStream<StageMessage>.Continuation
    ) throws {
        let socket = try Socket(.router, context: context)
        try socket.bind(endpoint)
        var poller = Poller([socket.pollItem], wakeup: orders.wakeup)
        var peer: StageProtocol.Frame = []
        while !orders.isClosed {
            _ = try poller.wait()
            while let frames = try socket.receive() {
                peer = frames[0]
                tell.yield(try StageMessage(frames: Array(frames[1...])))
            }
            for order in orders.drain() { _ = try socket.send([peer] + order.frames) }
        }
    }

    /// Says something to whoever spoke last.
    func say(_ message: BrokerMessage) { orders.post(message) }

    /// Ends, as a broker that is killed does.
    func stop() async {
        orders.close()
        await thread.wait()
    }
}

/// Reads what peers say, without their signs of life.
struct Script {
    private var iterator: AsyncStream<StageMessage>.Iterator

    init(_ broker: ScriptedBroker) { iterator = broker.heard.makeAsyncIterator() }

    mutating func next() async -> StageMessage? {
        while let message = await iterator.next(isolation: #isolation) {
            if case .ping = message { continue }
            return message
        }
        return nil
    }

    /// The next message of a command, whatever comes before it.
    mutating func next(_ command: String) async -> StageMessage? {
        while let message = await next() {
            if String(decoding: message.frames[1], as: UTF8.self) == command { return message }
        }
        return nil
    }
}
