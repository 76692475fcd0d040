import StageProtocol

/// A message off the wire, a frame a line, read as from a stage and as from the broker. What can be read is written and read again,
/// and is then the same.
struct FrameTarget: FuzzTarget {
    static let name = "frames"

    func run(_ input: [UInt8]) {
        let frames = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        if let message = try? StageMessage(frames: frames) {
            precondition(
                (try? StageMessage(frames: message.frames)) == message,
                "a stage's message reads otherwise the second time")
        }
        if let message = try? BrokerMessage(frames: frames) {
            precondition(
                (try? BrokerMessage(frames: message.frames)) == message,
                "a broker's message reads otherwise the second time")
        }
    }
}
