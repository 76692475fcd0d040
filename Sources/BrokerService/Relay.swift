import Broker
import Synchronization

/// Carries actions from the beat to the front, which starts a moment later and gets what was said before, and wishes for a
/// reload to who reads the files.
final class Relay: Sendable {
    private enum State {
        case early([Action])
        case connected(FrontThread, Reloader)
    }

    private let state = Mutex(State.early([]))

    func speak(_ actions: [Action]) {
        state.withLock { state in
            switch state {
            case .early(let earlier): state = .early(earlier + actions)
            case .connected(let front, let reloader): Self.carry(actions, front, reloader)
            }
        }
    }

    func connect(_ front: FrontThread, _ reloader: Reloader) {
        state.withLock { state in
            if case .early(let actions) = state { Self.carry(actions, front, reloader) }
            state = .connected(front, reloader)
        }
    }

    private static func carry(_ actions: [Action], _ front: FrontThread, _ reloader: Reloader) {
        for case .reread(let asker) in actions { reloader.reload(for: asker) }
        front.speak(actions)
    }
}
