import Broker
import StageProtocol
import Synchronization
import ZeroMQ

/// What has been read off the sockets and not been decided yet, in bytes. The front reads no more while it is full: then
/// libzmq holds the peers back, and memory stays bounded however much they send and however slow the disk is.
final class Backlog: Sendable {
    private let limit: Int
    private let bytes = Atomic<Int>(0)
    /// Wakes the front when there is room again.
    let wakeup: Wakeup

    init(limit: Int = 32 << 20) throws {
        self.limit = limit
        wakeup = try Wakeup()
    }

    var isFull: Bool { bytes.load(ordering: .relaxed) >= limit }

    func add(_ event: Event) { bytes.add(event.weight, ordering: .relaxed) }

    func remove(_ events: some Sequence<Event>) {
        let weight = events.reduce(0) { $0 + $1.weight }
        let (before, after) = bytes.subtract(weight, ordering: .relaxed)
        if before >= limit, after < limit { wakeup.signal() }
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
