import StageProtocol
import ZeroMQ

/// A socket in the place of the broker's, for one stage.
struct DriveBroker: Sendable {
    /// How long a stage may take to greet.
    static let greeting = Duration.seconds(10)

    enum Event: Sendable {
        case outcome(JSON)
        /// All is said, with so many failures among the outcomes.
        case over(failures: Int)
        case silent(String)
        case broken(String)
    }

    let events: AsyncStream<Event>
    private let orders: Mailbox<Void>
    private let thread: SocketThread

    init(endpoint: String, welcome: Welcome, script: DriveScript, patience: Duration) throws {
        let orders = try Mailbox<Void>()
        let (events, tell) = AsyncStream<Event>.makeStream()
        self.orders = orders
        self.events = events
        thread = try SocketThread(name: "drive") {
            do {
                var loop = Loop(dialogue: DriveDialogue(script, welcome: welcome), patience: patience, tell: tell)
                try loop.run(endpoint, orders)
            } catch {
                tell.yield(.broken("\(error)"))
            }
            tell.finish()
        }
    }

    func stop() async {
        orders.close()
        await thread.wait()
    }
}

private struct Loop {
    var dialogue: DriveDialogue
    let patience: Duration
    let tell: AsyncStream<DriveBroker.Event>.Continuation
    var peer: StageProtocol.Frame = []

    mutating func run(_ endpoint: String, _ orders: Mailbox<Void>) throws(ZeroMQError) {
        var options = SocketOptions.default
        options.maximumMessageBytes = Int64(WireLimits().messageBytes)
        options.linger = .milliseconds(500)
        let socket = try Socket(.router, context: Context(maximumSockets: 4), options: options)
        try socket.bind(endpoint)
        var poller = Poller([socket.pollItem], wakeup: orders.wakeup)
        var progress = ContinuousClock.now
        while !orders.isClosed, dialogue.state != .over {
            let limit = dialogue.state == .waiting ? DriveBroker.greeting : patience
            let left = progress + limit - .now
            guard left > .zero else {
                tell.yield(.silent(silence(limit)))
                return
            }
            _ = try poller.wait(timeout: left)
            while let frames = try socket.receive() {
                if try hear(frames, socket) { progress = .now }
            }
        }
        // A stage that is gone after all was worked may have said its BYE into a socket that nobody reads any more.
        if [.draining, .over].contains(dialogue.state) { tell.yield(.over(failures: dialogue.failures)) }
    }

    /// Returns whether it was more than a sign of life.
    private mutating func hear(
        _ frames: [StageProtocol.Frame], _ socket: borrowing Socket
    ) throws(ZeroMQError) -> Bool {
        peer = frames[0]
        let message: StageMessage
        do throws(ProtocolError) {
            message = try StageMessage(frames: Array(frames.dropFirst()))
        } catch {
            try say(.error(Refused(code: error.code, message: error.message)), socket)
            return false
        }
        for answer in dialogue.hear(message) { try say(answer, socket) }
        for outcome in dialogue.outcomes { tell.yield(.outcome(outcome)) }
        dialogue.outcomes = []
        if case .ping = message { return false }
        return true
    }

    private func say(_ message: BrokerMessage, _ socket: borrowing Socket) throws(ZeroMQError) {
        _ = try socket.send([peer] + message.frames)
    }

    private func silence(_ limit: Duration) -> String {
        let span = Times.span(limit)
        return switch dialogue.state {
        case .waiting: "the stage did not say HELLO within \(span); does it connect to $CASEWIRE_SOCKET?"
        case .draining: "the stage was told to DRAIN and did not say BYE within \(span)."
        case .working, .over: "the stage did not say anything about its deliveries for \(span); see its log above."
        }
    }
}
