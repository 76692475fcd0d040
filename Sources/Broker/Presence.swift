package import StageProtocol

/// Who is there: when each peer was last heard, and whether all that was said in its session has arrived.
///
/// A connection that breaks and is made anew under the same routing id loses what was on its way, and neither end is told.
/// Both therefore count what they say, and name the count in their signs of life: where it does not agree with what has
/// arrived, the session is torn and a new one is opened. Whoever serves the sockets asks this before it passes a message
/// on.
package struct Presence {
    private struct Line {
        var heardAt: Duration
        var received = 0
        var sent = 0
    }

    /// What a message that has arrived says of its session.
    package enum Finding: Sendable, Hashable {
        /// Nothing to be done.
        case sound
        /// A sign of life, to be answered with this.
        case answer(Pong)
        /// Messages of this session were lost on the way: it is over.
        case torn
    }

    private let patience: Duration
    private var lines: [SessionID: Line] = [:]

    /// - Parameter heartbeat: the longest silence of a living session; three of them end it.
    package init(heartbeat: Duration) { patience = heartbeat * 3 }

    /// Counts something that arrived, besides signs of life.
    ///
    /// What cannot be read has not arrived: it may have been a grant of credit, and the next sign of life opens the session anew. A command of
    /// a later version has: whoever says it knows that it may be ignored.
    /// - Parameter now: counts from any fixed moment and never backward.
    package mutating func heard(
        _ session: SessionID, _ message: Result<StageMessage, ProtocolError>, at now: Duration
    ) -> Finding {
        if case .success(.bye) = message {
            lines[session] = nil
            return .sound
        }
        var line = lines[session] ?? Line(heardAt: now)
        line.heardAt = now
        defer { lines[session] = line }
        switch message {
        case .success(.hello):
            line.received = 0
            return .sound
        case .failure(let error) where error.code != "unknown-command": return .sound
        case .success(.ping(let ping)):
            if let count = ping.sent, count != line.received { return .torn }
            return .answer(Pong(sent: line.sent))
        default:
            line.received += 1
            return .sound
        }
    }

    /// Counts something that is sent.
    package mutating func said(_ message: BrokerMessage, to session: SessionID) {
        switch message {
        case .welcome: lines[session]?.sent = 0
        case .pong: break
        default: lines[session]?.sent += 1
        }
    }

    /// Forgets a peer.
    /// - Returns: whether it was there.
    package mutating func forget(_ session: SessionID) -> Bool { lines.removeValue(forKey: session) != nil }

    /// Lets everybody's silence begin anew, since nobody could be heard.
    package mutating func excuseSilence(at now: Duration) {
        for session in lines.keys { lines[session]?.heardAt = now }
    }

    /// Forgets who has been silent for too long, and says who that is.
    package mutating func forgetSilent(at now: Duration) -> [SessionID] {
        let silent = lines.filter { $0.value.heardAt < now - patience }.keys
        for session in silent { lines[session] = nil }
        return silent.sorted {
            ($0.door, $0.route.count) != ($1.door, $1.route.count)
                ? ($0.door, $0.route.count) < ($1.door, $1.route.count)
                : $0.route.lexicographicallyPrecedes($1.route)
        }
    }
}
