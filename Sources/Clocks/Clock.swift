package import StageProtocol

/// One run of a clock: what the customer counts on, from when to when, and what came of it.
package struct Clock: Sendable, Hashable {
    package enum State: String, Sendable, Codable {
        /// It runs, and there is time left.
        case running
        /// It stands, since the next word is the customer's.
        case paused
        /// Its time is up, and somebody still waits.
        case missed
        /// What it was for came, in time or late.
        case met
        /// Nobody waits for it any more.
        case stopped
    }

    /// A time that does not count, or was not to.
    package struct Pause: Sendable, Hashable {
        package var from: Timestamp
        package var until: Timestamp?
        /// `question`, `answer`, `waits-for-customer` or `promise`.
        package var reason: String
        /// The customer's word was waiting all the while: it gains no time and is shown to whoever looks.
        package var isGamed: Bool
    }

    /// A name of `ClockName`, or `promise-NAME`.
    package var name: String
    package var started: Timestamp
    /// The pauses, oldest first.
    package var pauses: [Pause]
    /// When its time is up; of one that stands, when it would be up if it went on at once. Nil where no standard sets one.
    package var due: Timestamp?
    /// When to speak up before that.
    package var warns: Timestamp?
    /// When that was done.
    package var warned: Timestamp?
    /// When what it is for came.
    package var met: Timestamp?
    /// When its time was up without that.
    package var missed: Timestamp?
    /// When that was dealt with.
    package var noticed: Timestamp?
    /// When nobody waited for it any more, though it was not met.
    package var stopped: Timestamp?
    /// Milliseconds that are left, or were in the end.
    package var left: Int64?
    /// Whether only opening hours count.
    package var isCountedInHours: Bool
    /// Milliseconds of pauses that counted, as its time is counted.
    package var paused: Int64
    /// Milliseconds of pauses while the customer's word waited.
    package var gamed: Int64
    /// For a promise: whether any word keeps it.
    package var isWord: Bool

    /// Whether somebody still waits for it.
    package var isOpen: Bool { met == nil && stopped == nil }
    /// Whether its time runs or stands, and is not up.
    package var isRunning: Bool { isOpen && missed == nil }
    /// Whether its time is up and somebody still waits.
    package var isMissedAndOpen: Bool { isOpen && missed != nil }
    /// Whether it stands.
    package var isPaused: Bool { isOpen && pauses.last.map { $0.until == nil && !$0.isGamed } ?? false }

    package var state: State {
        if met != nil { return .met }
        if stopped != nil { return .stopped }
        if missed != nil { return .missed }
        return isPaused ? .paused : .running
    }
}

extension Clock {
    /// As `casewire clocks --format json` shows it.
    package var json: JSON {
        var members: [String: JSON] = [
            "name": .string(name), "state": .string(state.rawValue), "started": .string(started.description),
            "counted": isCountedInHours ? "opening hours" : "clock", "paused_minutes": minutes(paused),
            "gamed_minutes": minutes(gamed), "gamed": .bool(pauses.contains(where: \.isGamed)),
            "pauses": .array(pauses.map(\.json)), "late": .bool(missed != nil),
        ]
        for (name, moment) in [
            ("due", due), ("warns", warns), ("warned", warned), ("met", met), ("missed", missed), ("stopped", stopped),
        ] {
            members[name] = moment.map { .string($0.description) }
        }
        members["left_minutes"] = left.map(minutes)
        return .object(members)
    }

    private func minutes(_ milliseconds: Int64) -> JSON { .double((Double(milliseconds) / 600).rounded() / 100) }
}

extension Clock.Pause {
    fileprivate var json: JSON {
        var members: [String: JSON] = [
            "from": .string(from.description), "reason": .string(reason), "gamed": .bool(isGamed),
        ]
        members["until"] = until.map { .string($0.description) }
        return .object(members)
    }
}
