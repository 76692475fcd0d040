import Broker
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
