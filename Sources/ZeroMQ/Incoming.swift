/// What is kept of one message at the most. Frames by themselves are limited by ``SocketOptions/maximumMessageBytes``.
public struct MessageLimits: Sendable {
    /// How many frames.
    public var frames: Int
    /// Bytes of all frames together.
    public var bytes: Int

    /// So many frames and so many bytes.
    public init(frames: Int, bytes: Int) {
        self.frames = frames
        self.bytes = bytes
    }

    /// Whatever comes.
    public static let unlimited = MessageLimits(frames: .max, bytes: .max)
}

/// A message as it came in.
public struct Incoming: Sendable {
    /// The frames, as far as the limits allow; a router's messages start with the name of the peer.
    public private(set) var frames: [Frame] = []
    /// Who sent it: the name that the authenticator gave to the owner of the key (`User-Id`); nil where none was asked.
    public internal(set) var user: String?
    /// Whether there was more than the limits allow. The rest is gone.
    public private(set) var isCutOff = false
    /// Bytes of the frames that were kept.
    public private(set) var bytes = 0

    var isEmpty: Bool { frames.isEmpty && !isCutOff }

    mutating func add(_ frame: UnsafeRawBufferPointer, within limits: MessageLimits) {
        guard !isCutOff, frames.count < limits.frames, frame.count <= limits.bytes - bytes else {
            isCutOff = true
            return
        }
        bytes += frame.count
        unsafe frames.append(Frame(frame))
    }
}
