import StageProtocol

/// The deliveries that a process holds.
struct Work: Sendable {
    /// One that a handler works.
    struct Running: Sendable {
        let lease: Lease
        let length: Duration
        let began: Duration
        /// When to ask for more time; nil where the handler does so itself.
        var extendAt: Duration?
    }

    var running: [Int64: Running] = [:]
    /// Delivered, not started.
    var waiting: [(delivery: Delivery, bodies: [Frame])] = []
    /// Deliveries that the broker may still send. Below zero where it has sent more than it was allowed.
    var granted = 0
    /// How long a handler takes, on average; the latest count most.
    private var pace = Duration.zero
    private var paced = 0

    var nextExtension: Duration? { running.values.compactMap(\.extendAt).min() }

    mutating func begin(_ delivery: Delivery, extending: Bool, _ now: Duration) {
        let length = Duration.milliseconds(max(delivery.lease_ms, 2))
        running[delivery.delivery] = Running(
            lease: delivery.lease, length: length, began: now, extendAt: extending ? now + length / 2 : nil)
    }

    mutating func end(_ delivery: Int64, _ now: Duration) {
        guard let took = running.removeValue(forKey: delivery).map({ now - $0.began }) else { return }
        pace = paced == 0 ? took : pace + (took - pace) / 8
        paced += 1
    }

    /// How many deliveries may wait beside those in `places`, so that a fast stage need not wait for the broker after each:
    /// what is worked within 20 milliseconds. None for a slow stage, whose work another replica may do meanwhile.
    func ahead(places: Int) -> Int {
        guard paced >= 16 else { return 0 }
        let turns = Duration.milliseconds(20) / max(pace, .microseconds(100))
        return min(places * Int(turns), 64)
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
