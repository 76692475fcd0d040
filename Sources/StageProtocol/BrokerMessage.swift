/// What the broker says to a stage, a source or an operator's command.
public enum BrokerMessage: Sendable, Hashable {
    /// The session is open.
    case welcome(Welcome)
    /// A message to be worked, with the case it is about.
    case deliver(Delivery, bodies: [Frame])
    /// The outcome or failure of a delivery is on disk.
    case committed(Lease)
    /// A submission is on disk.
    case accepted(Accepted)
    /// Too much is waiting: submit again later.
    case later(Later)
    /// The text may leave, once, now.
    case go(Go)
    /// The text may not leave.
    case stop(Stop)
    /// A chunk is on disk.
    case stored(Stored)
    /// A chunk of a blob.
    case blob(Blob, chunk: Frame)
    /// The answer to `ASK`.
    case reply(Reply, body: Frame)
    /// A request was not carried out, and why.
    case refused(Refused)
    /// Finish what was started, take no more, say `BYE`.
    case drain
    /// A sign of life in answer to `PING`.
    case pong(Pong)
    /// A message could not be read.
    case error(Refused)
}

extension BrokerMessage {
    /// Reads a message off its frames.
    /// - Throws: `ProtocolError` that names what is wrong.
    public init(frames: [Frame], limits: WireLimits = WireLimits()) throws(ProtocolError) {
        let envelope = try Envelope(frames, limits: limits)
        switch envelope.command {
        case "WELCOME": self = .welcome(try envelope.decode())
        case "DELIVER": self = .deliver(try envelope.decode(), bodies: envelope.bodies)
        case "COMMITTED": self = .committed(try envelope.decode())
        case "ACCEPTED": self = .accepted(try envelope.decode())
        case "LATER": self = .later(try envelope.decode())
        case "GO": self = .go(try envelope.decode())
        case "STOP": self = .stop(try envelope.decode())
        case "STORED": self = .stored(try envelope.decode())
        case "BLOB": self = .blob(try envelope.decode(), chunk: envelope.bodies.first ?? [])
        case "REPLY": self = .reply(try envelope.decode(), body: envelope.bodies.first ?? [])
        case "REFUSED": self = .refused(try envelope.decode())
        case "DRAIN": self = .drain
        case "PONG": self = .pong(try envelope.decode())
        case "ERROR": self = .error(try envelope.decode())
        default:
            throw ProtocolError(
                code: "unknown-command", message: "\"\(envelope.command)\" is no command of a broker in protocol 1")
        }
    }

    /// The frames of the message.
    public var frames: [Frame] {
        switch self {
        case .welcome(let header): Envelope.frames("WELCOME", header)
        case .deliver(let header, let bodies): Envelope.frames("DELIVER", header, bodies)
        case .committed(let header): Envelope.frames("COMMITTED", header)
        case .accepted(let header): Envelope.frames("ACCEPTED", header)
        case .later(let header): Envelope.frames("LATER", header)
        case .go(let header): Envelope.frames("GO", header)
        case .stop(let header): Envelope.frames("STOP", header)
        case .stored(let header): Envelope.frames("STORED", header)
        case .blob(let header, let chunk): Envelope.frames("BLOB", header, [chunk])
        case .reply(let header, let body): Envelope.frames("REPLY", header, [body])
        case .refused(let header): Envelope.frames("REFUSED", header)
        case .drain: Envelope.frames("DRAIN", JSON.object([:]))
        case .pong(let header): Envelope.frames("PONG", header)
        case .error(let header): Envelope.frames("ERROR", header)
        }
    }
}
