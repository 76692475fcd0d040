import Synchronization

/// The idempotency keys of late, each with the hash of the body that came with it.
final class IdempotencyKeys: Sendable {
    private struct State {
        var bodies: [String: String] = [:]
        /// A ring: the oldest makes room for the newest.
        var order: [String] = []
        var oldest = 0
    }

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: how many are remembered.
    init(most: Int = 10_000) { self.most = most }

    /// Whether the key stands for another body.
    func isTaken(_ key: String, by body: String) -> Bool {
        state.withLock { state in state.bodies[key].map { $0 != body } ?? false }
    }

    func keep(_ key: String, for body: String) {
        state.withLock { state in
            guard state.bodies.updateValue(body, forKey: key) == nil else { return }
            if state.order.count < most { return state.order.append(key) }
            state.bodies[state.order[state.oldest]] = nil
            state.order[state.oldest] = key
            state.oldest = (state.oldest + 1) % most
        }
    }
}
