/// What a stage, a source or an operator's command says to the broker.
public enum StageMessage: Sendable, Hashable {
    /// Opens a session; everything else is refused before it.
    case hello(Hello)
    /// Allows the broker to send that many more deliveries.
    case credit(Credit)
    /// Work on a delivery has begun: its lease runs from now.
    case started(Lease)
    /// More time is needed.
    case extend(Extension)
    /// The outcome of a delivery; its body frames are named by index.
    case done(Outcome, bodies: [Frame])
    /// A delivery could not be worked.
    case fail(Failure)
    /// Something new from outside.
    case submit(Submission, bodies: [Frame])
    /// May this text leave now?
    case begin(Begin)
    /// A chunk of a blob.
    case put(Put, chunk: Frame)
    /// Asks for a chunk of a blob.
    case get(Get)
    /// A question of an operator.
    case ask(Ask)
    /// A sign of life.
    case ping(Ping)
    /// The session ends; nothing more is taken.
    case bye
}

extension StageMessage {
    /// Reads a message off its frames.
    /// - Throws: `ProtocolError` that names what is wrong; the frames are then to be ignored.
    public init(frames: [Frame], limits: WireLimits = WireLimits()) throws(ProtocolError) {
        let envelope = try Envelope(frames, limits: limits)
        switch envelope.command {
        case "HELLO": self = .hello(try envelope.decode())
        case "CREDIT": self = .credit(try envelope.decode())
        case "STARTED": self = .started(try envelope.decode())
        case "EXTEND": self = .extend(try envelope.decode())
        case "DONE": self = try StageMessage(outcome: envelope)
        case "FAIL": self = .fail(try envelope.decode())
        case "SUBMIT": self = .submit(try envelope.decode(), bodies: envelope.bodies)
        case "BEGIN": self = .begin(try envelope.decode())
        case "PUT":
            guard envelope.bodies.count == 1 else {
                throw ProtocolError(code: "malformed", message: "PUT carries exactly one body frame, the chunk")
            }
            self = .put(try envelope.decode(), chunk: envelope.bodies[0])
        case "GET": self = .get(try envelope.decode())
        case "ASK": self = .ask(try envelope.decode())
        case "PING": self = .ping(try envelope.decode())
        case "BYE": self = .bye
        default:
            throw ProtocolError(
                code: "unknown-command", message: "\"\(envelope.command)\" is no command of a stage in protocol 1")
        }
    }

    /// An outcome that cannot be read, but of which the lease can, is the failure of its delivery: said again it would be no
    /// better, and its message would be in work for ever.
    private init(outcome envelope: Envelope) throws(ProtocolError) {
        do {
            self = .done(try envelope.decode(), bodies: envelope.bodies)
        } catch {
            guard let header = try? JSON(bytes: envelope.header), let delivery = header["delivery"]?.int,
                let epoch = header["epoch"]?.string, !epoch.utf8.contains(0)
            else { throw error }
            self = .fail(
                Failure(
                    Lease(delivery: delivery, epoch: epoch), kind: .permanent, code: error.code,
                    message: error.message))
        }
    }

    /// The frames of the message.
    public var frames: [Frame] {
        switch self {
        case .hello(let header): Envelope.frames("HELLO", header)
        case .credit(let header): Envelope.frames("CREDIT", header)
        case .started(let header): Envelope.frames("STARTED", header)
        case .extend(let header): Envelope.frames("EXTEND", header)
        case .done(let header, let bodies): Envelope.frames("DONE", header, bodies)
        case .fail(let header): Envelope.frames("FAIL", header)
        case .submit(let header, let bodies): Envelope.frames("SUBMIT", header, bodies)
        case .begin(let header): Envelope.frames("BEGIN", header)
        case .put(let header, let chunk): Envelope.frames("PUT", header, [chunk])
        case .get(let header): Envelope.frames("GET", header)
        case .ask(let header): Envelope.frames("ASK", header)
        case .ping(let header): Envelope.frames("PING", header)
        case .bye: Envelope.frames("BYE", JSON.object([:]))
        }
    }
}
