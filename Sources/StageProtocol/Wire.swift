/// One frame of a multipart message.
public typealias Frame = [UInt8]

/// What both sides of protocol 1 agree on before anything else.
public enum Wire {
    /// The first frame of every message; another version has another signature.
    public static let signature: Frame = Array("CASEWIRE/1".utf8)
    /// The version this library speaks.
    public static let version = 1
}

/// What a message may weigh at the most. A peer that goes over it is answered with `ERROR`, and nothing of it is used.
public struct WireLimits: Sendable, Hashable {
    /// Frames of a message, the first three included.
    public var frames = 1024
    /// Bytes of the header frame.
    public var headerBytes = 1 << 20
    /// Bytes of all frames together.
    public var messageBytes = 16 << 20
    /// Bytes of one chunk of a blob.
    public var chunkBytes = 1 << 18

    /// The limits that `docs/protocol.md` names.
    public init() {}
}

/// A message that breaks the protocol. The connection may go on; the message was not used.
public struct ProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One of the codes in `docs/protocol.md`, such as `malformed` or `too-large`.
    public var code: String
    /// What was wrong, where, and what would be right.
    public var message: String

    /// An error with a code and a sentence for the person who reads it.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    /// Code and sentence.
    public var description: String { "\(code): \(message)" }
}

/// A message taken apart as far as both directions have in common.
struct Envelope {
    let command: String
    let header: Frame
    let bodies: [Frame]

    init(_ frames: [Frame], limits: WireLimits) throws(ProtocolError) {
        guard frames.count >= 3 else {
            throw ProtocolError(
                code: "malformed",
                message: "a message has at least 3 frames (signature, command, header), not \(frames.count)")
        }
        guard frames[0] == Wire.signature else {
            throw ProtocolError(
                code: "version",
                message: "the first frame must be \"CASEWIRE/1\"; this side speaks protocol \(Wire.version) only")
        }
        guard frames.count <= limits.frames else {
            throw ProtocolError(
                code: "too-large", message: "\(frames.count) frames; a message has at most \(limits.frames)")
        }
        guard frames[2].count <= limits.headerBytes else {
            throw ProtocolError(
                code: "too-large",
                message:
                    "a header of \(frames[2].count) bytes; at most \(limits.headerBytes), put the rest into body frames"
            )
        }
        let total = frames.reduce(0) { $0 + $1.count }
        guard total <= limits.messageBytes else {
            throw ProtocolError(
                code: "too-large",
                message: "a message of \(total) bytes; at most \(limits.messageBytes), put the rest into a blob (PUT)")
        }
        guard 1...16 ~= frames[1].count, frames[1].allSatisfy({ 0x41...0x5A ~= $0 }) else {
            throw ProtocolError(
                code: "malformed", message: "the second frame is a command: 1 to 16 letters from A to Z")
        }
        command = String(decoding: frames[1], as: UTF8.self)
        header = frames[2]
        bodies = Array(frames[3...])
    }

    func decode<T: Decodable>(_ type: T.Type = T.self) throws(ProtocolError) -> T {
        try read { document throws in try document.decode(type, at: 0) }
    }

    func decode<T: DirectHeader>(_ type: T.Type = T.self) throws(ProtocolError) -> T {
        try read { document throws in try T(document, at: 0) }
    }

    private func read<T>(_ build: (JSONDocument) throws -> T) throws(ProtocolError) -> T {
        // Looked at before anything is built from it.
        guard let text = try? JSONText(header, depth: JSONSyntax.deepest) else {
            throw ProtocolError(
                code: "malformed",
                message:
                    "the header of \(command) must be one JSON object, nested at most \(JSONSyntax.deepest) deep")
        }
        guard !text.holdsNul else {
            throw ProtocolError(
                code: "malformed", message: "a text in the header of \(command) holds the character U+0000")
        }
        do {
            return try build(JSONDocument(text))
        } catch {
            throw ProtocolError(code: "malformed", message: "the header of \(command) cannot be read: \(plain(error))")
        }
    }

    static func frames(_ command: String, _ header: some Encodable, _ bodies: [Frame] = []) -> [Frame] {
        // The headers below hold texts, numbers and lists only: there is nothing in them that JSON cannot carry.
        let header = (try? JSONCoding.encode(header)) ?? Array("{}".utf8)
        return [Wire.signature, Array(command.utf8), header] + bodies
    }

    static func frames(_ command: String, _ header: some DirectHeader, _ bodies: [Frame] = []) -> [Frame] {
        let sink = JSONSink()
        sink.bytes.reserveCapacity(1024)
        try? header.write(to: sink)
        return [Wire.signature, Array(command.utf8), sink.bytes] + bodies
    }
}

/// A decoding error as one sentence with the path to the place.
func plain(_ error: any Error) -> String {
    func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? "" : " at \(path.dropFirst(path.hasPrefix(".") ? 1 : 0))"
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context): "\"\(key.stringValue)\" is missing\(place(context))"
    case DecodingError.typeMismatch(let type, let context): "not of type \(type)\(place(context))"
    case DecodingError.valueNotFound(let type, let context): "no value of type \(type)\(place(context))"
    case DecodingError.dataCorrupted(let context): "\(context.debugDescription)\(place(context))"
    default: "\(error)"
    }
}
