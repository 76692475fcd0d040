import Broker
import StageProtocol
import Synchronization

/// The way by which this process asks its own broker, with no socket in between. A question is decided in a beat like any
/// other: where the broker stands still, there is no answer.
final class Inside: Sendable {
    /// No peer of a socket has such a key.
    private static let session = SessionID(door: "control", route: Array("inside".utf8), key: "inside")

    private struct State {
        var post: (@Sendable (Event) -> Void)?
        var last = 0
        var waiting: [String: CheckedContinuation<JSON, any Error>] = [:]
    }

    private let state = Mutex(State())

    /// Says where events go, once there is somebody to take them.
    func connect(_ post: @escaping @Sendable (Event) -> Void) { state.withLock { $0.post = post } }

    func ask(_ what: String, _ arguments: JSON, within timeout: Duration) async throws -> JSON {
        let id = state.withLock { state in
            state.last += 1
            return "\(state.last)"
        }
        let limit = Task {
            try await Task.sleep(for: timeout)
            finish(id, .failure(NoAnswer(what: "the broker has not answered within \(timeout)")))
        }
        defer { limit.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            let post = state.withLock { state in
                state.waiting[id] = continuation
                return state.post
            }
            // It may have been started over since the last question.
            post?(.message(Self.session, .hello(Hello(stage: "casewire", instance: "inside"))))
            post?(.message(Self.session, .ask(Ask(id: id, what: what, arguments: arguments))))
        }
    }

    /// Takes the answers to its questions out of what the broker says.
    func taking(_ actions: [Action]) -> [Action] {
        actions.filter { action in
            guard case .send(Self.session, let message) = action else { return true }
            switch message {
            case .reply(let reply, let body): finish(reply.id, Result { try JSON(bytes: body) })
            case .refused(let refused): finish(refused.id ?? "", .failure(NoAnswer(what: refused.message)))
            default: break
            }
            return false
        }
    }

    private func finish(_ id: String, _ answer: Result<JSON, any Error>) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(with: answer)
    }
}

/// Why the broker of this process has not answered.
package struct NoAnswer: Error, CustomStringConvertible {
    let what: String

    package var description: String { what }
}
