import StageProtocol

/// The deliveries that a process holds.
struct Work: Sendable {
    /// One that a handler works.
    struct Running: Sendable {
        let lease: Lease
        let length: Duration
        /// When to ask for more time; nil where the handler does so itself.
        var extendAt: Duration?
    }

    var running: [Int64: Running] = [:]
    /// Delivered, not started.
    var waiting: [(delivery: Delivery, bodies: [Frame])] = []
    /// Deliveries that the broker may still send. Below zero where it has sent more than it was allowed.
    var granted = 0

    var nextExtension: Duration? { running.values.compactMap(\.extendAt).min() }

    mutating func begin(_ delivery: Delivery, extending: Bool, _ now: Duration) {
        let length = Duration.milliseconds(max(delivery.lease_ms, 2))
        running[delivery.delivery] = Running(
            lease: delivery.lease, length: length, extendAt: extending ? now + length / 2 : nil)
    }

    /// Wishes for the leases that are half over.
    mutating func extensions(at now: Duration) -> [Extension] {
        var wishes: [Extension] = []
        for (number, delivery) in running {
            guard let extendAt = delivery.extendAt, extendAt <= now else { continue }
            running[number]?.extendAt = now + delivery.length / 2
            wishes.append(Extension(delivery.lease, seconds: Double(delivery.length.wholeMilliseconds) / 1000))
        }
        return wishes.sorted { $0.delivery < $1.delivery }
    }
}
