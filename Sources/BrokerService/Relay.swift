import Broker
import Synchronization

/// Carries actions from the beat to the front, which starts a moment later and gets what was said before, and wishes for a
/// reload to who reads the files, and mails that are to go to who takes them out.
final class Relay: Sendable {
    private enum State {
        case early([Action])
        case connected(FrontThread, Reloader, Outboxes)
    }

    private let state = Mutex(State.early([]))

    func speak(_ actions: [Action]) {
        state.withLock { state in
            switch state {
            case .early(let earlier): state = .early(earlier + actions)
            case .connected(let front, let reloader, let outboxes): Self.carry(actions, front, reloader, outboxes)
            }
        }
    }

    func connect(_ front: FrontThread, _ reloader: Reloader, _ outboxes: Outboxes) {
        state.withLock { state in
            if case .early(let actions) = state { Self.carry(actions, front, reloader, outboxes) }
            state = .connected(front, reloader, outboxes)
        }
    }

    private static func carry(
        _ actions: [Action], _ front: FrontThread, _ reloader: Reloader, _ outboxes: Outboxes
    ) {
        for case .reread(let asker) in actions { reloader.reload(for: asker) }
        for case .clear(let clearing) in actions { outboxes.clear(clearing) }
        front.speak(actions)
    }
}
