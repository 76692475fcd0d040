import Broker
import StageProtocol
import Synchronization
import ZeroMQ

/// What has been read off the sockets and not been decided yet. The front reads no more while it is full: then libzmq holds the
/// peers back, and memory stays bounded however much they send and however slow the disk is. Of one peer it takes so much and no more,
/// so that one that floods waits behind itself and not before all others.
final class Backlog: Sendable {
    /// How much may wait.
    struct Limits: Sendable {
        /// Of all peers, in bytes.
        var bytes = 32 << 20
        /// Of one peer: messages, and bytes of which one message may be more.
        var messagesOfOne = 2000
        var bytesOfOne = 16 << 20
    }

    private struct Share {
        var messages = 0
        var bytes = 0
    }

    private let limits: Limits
    private let bytes = Atomic<Int>(0)
    private let shares = Mutex<[SessionID: Share]>([:])
    /// Wakes the front when there is room again.
    let wakeup: Wakeup

    init(limits: Limits = Limits()) throws {
        self.limits = limits
        wakeup = try Wakeup()
    }

    var isFull: Bool { bytes.load(ordering: .relaxed) >= limits.bytes }

    /// Whether a peer may bring one message more.
    func hasRoom(for session: SessionID) -> Bool {
        shares.withLock {
            guard let share = $0[session] else { return true }
            return share.messages < limits.messagesOfOne && share.bytes < limits.bytesOfOne
        }
    }

    func add(_ event: Event) {
        bytes.add(event.weight, ordering: .relaxed)
        guard case .message(let session, _) = event else { return }
        shares.withLock {
            $0[session, default: Share()].messages += 1
            $0[session, default: Share()].bytes += event.weight
        }
    }

    func remove(_ events: some Sequence<Event>) {
        var weight = 0
        shares.withLock {
            for event in events {
                weight += event.weight
                guard case .message(let session, _) = event, var share = $0[session] else { continue }
                share.messages -= 1
                share.bytes -= event.weight
                $0[session] = share.messages > 0 ? share : nil
            }
        }
        let (before, after) = bytes.subtract(weight, ordering: .relaxed)
        if before >= limits.bytes, after < limits.bytes { wakeup.signal() }
    }
}

extension Event {
    /// The bytes it holds on to: its bodies, and about a kibibyte for what it is itself.
    fileprivate var weight: Int {
        guard case .message(_, let message) = self else { return 1024 }
        return switch message {
        case .done(_, let bodies), .submit(_, let bodies): bodies.reduce(1024) { $0 + $1.count }
        case .put(_, let chunk): 1024 + chunk.count
        default: 1024
        }
    }
}
