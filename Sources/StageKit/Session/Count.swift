import StageProtocol

/// How many messages went either way in a session, signs of life left out: both ends name theirs, and one that does not agree
/// with what came shows that a connection broke in between and lost some.
struct Count: Sendable {
    /// Said since the last `HELLO`.
    private var said = 0
    /// Heard since the last `WELCOME`.
    private var heard = 0

    /// Counts what is said, and names the count in each sign of life.
    mutating func say(_ message: StageMessage) -> StageMessage {
        switch message {
        case .hello: said = 0
        case .ping: return .ping(Ping(sent: said))
        default: said += 1
        }
        return message
    }

    /// Counts a command of a later version: it has come, though nobody here knows what it means.
    mutating func passOver() { heard += 1 }

    /// Counts what is heard.
    /// - Returns: whether all that the broker said has come, as far as it tells.
    mutating func hear(_ message: BrokerMessage) -> Bool {
        switch message {
        case .welcome: heard = 0
        case .pong(let pong): return pong.sent.map { $0 == heard } ?? true
        default: heard += 1
        }
        return true
    }
}
