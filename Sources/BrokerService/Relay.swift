import Broker
import Pipeline
import SQLiteStore
import Synchronization

/// Carries actions from the beat to the front, which starts a moment later and gets what was said before.
final class Relay: Sendable {
    private enum State {
        case early([Action])
        case connected(FrontThread)
    }

    private let state = Mutex(State.early([]))

    func speak(_ actions: [Action]) {
        state.withLock { state in
            switch state {
            case .early(let earlier): state = .early(earlier + actions)
            case .connected(let front): front.speak(actions)
            }
        }
    }

    func connect(_ front: FrontThread) {
        state.withLock { state in
            if case .early(let actions) = state { front.speak(actions) }
            state = .connected(front)
        }
    }
}

/// A store that was opened on one thread to be used on another, once.
final class StoreHandle: Sendable {
    private let path: String
    private let lock: StoreLock

    init(_ store: PipelineConfig.Store) throws {
        switch store {
        case .sqlite(let path): self.path = path
        }
        lock = try StoreLock(path: path)
    }

    func take() throws -> SQLiteStore { try SQLiteStore(path: path, lock: lock) }
}
