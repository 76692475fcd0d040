import Pipeline
import StageProtocol
import ZeroMQ

@testable import BrokerService

/// A peer on a socket of its own, with whatever keys a test gives it.
struct Caller: ~Copyable {
    let socket: Socket
    let monitor: Monitor

    init(_ endpoint: String, _ curve: CurveRole? = nil, kind: SocketKind = .dealer) throws {
        var options = SocketOptions.default
        options.maximumMessageBytes = 64 << 20
        options.curve = curve
        let socket = try Socket(kind, context: Context(maximumSockets: 8), options: options)
        let monitor = try socket.monitor()
        try socket.connect(endpoint)
        self.init(socket: socket, monitor: monitor)
    }

    private init(socket: consuming Socket, monitor: consuming Monitor) {
        self.socket = socket
        self.monitor = monitor
    }

    func say(_ frames: [StageProtocol.Frame]) throws {
        var poller = Poller([socket.writablePollItem])
        let end = ContinuousClock.now + .seconds(20)
        while try socket.send(frames) != .sent {
            guard ContinuousClock.now < end else { throw NotSo("the socket takes a message") }
            _ = try poller.wait(timeout: .seconds(1))
        }
    }

    func say(_ message: StageMessage) throws { try say(message.frames) }

    /// The next thing the broker says but its signs of life.
    func hear(within limit: Duration = .seconds(20)) throws -> BrokerMessage {
        var poller = Poller([socket.pollItem])
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            _ = try poller.wait(timeout: end - .now)
            while let frames = try socket.receive() {
                let message = try BrokerMessage(frames: frames)
                if case .pong = message { continue }
                return message
            }
        }
        throw NotSo("the broker says something")
    }

    func ask(_ message: StageMessage) throws -> BrokerMessage {
        try say(message)
        return try hear()
    }

    func greet(as stage: String, instance: String = "test") throws -> BrokerMessage {
        try ask(.hello(Hello(stage: stage, instance: instance)))
    }

    /// Why the first connection did not come about.
    func failure() throws -> HandshakeFailure {
        var poller = Poller([monitor.pollItem])
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            while let event = try monitor.next() {
                if case .handshakeFailed(_, let reason) = event { return reason }
                if case .ready = event { throw NotSo("the connection fails; it came about") }
            }
            _ = try poller.wait(timeout: .seconds(1))
        }
        throw NotSo("a failure")
    }
}

struct NotSo: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "not so: \(what)" }
}

extension Desk {
    /// What opens a door with the secret key of a name.
    func keys(_ name: String, broker: String? = nil) throws -> CurveRole {
        let secret = try KeyFile.secret(at: "\(folder)/keys/\(name).secret")
        return try role(secret, broker: broker)
    }

    func role(_ secret: String, broker: String? = nil) throws -> CurveRole {
        let known = try KeyFile.publicKeys(at: folder + "/keys/broker.public")[0]
        return .client(
            publicKey: try Curve.publicKey(ofSecret: secret), secretKey: secret, serverKey: broker ?? known)
    }

    func endpoint(_ door: String) -> String { config.doors.first { $0.name == door }?.address ?? "" }

    /// Whoever holds the right key is served still.
    func serves(_ stage: String = "door") throws -> Bool {
        let caller = try Caller(endpoint(stage), keys(stage))
        guard case .welcome = try caller.greet(as: stage, instance: "honest") else { return false }
        return true
    }
}

extension BrokerMessage {
    /// The code of a refusal or an error.
    var code: String? {
        switch self {
        case .refused(let refused), .error(let refused): refused.code
        default: nil
        }
    }
}
