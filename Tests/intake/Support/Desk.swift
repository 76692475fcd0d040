import Crypto
import StageKit
import Synchronization

@testable import Casework
@testable import intake

/// Stands in for the broker: keeps what it is given, and answers as it is told.
final class ScriptedDesk: FrontDesk {
    enum Mood: Sendable { case taking, away, full }

    private struct State {
        var mood = Mood.taking
        var drafts: [SubmissionDraft] = []
        var answers: [String: Accepted] = [:]
        var blobs: [String: [UInt8]] = [:]
    }

    private let state = Mutex(State())

    func set(_ mood: Mood) { state.withLock { $0.mood = mood } }
    /// What was taken, each submission once.
    var drafts: [SubmissionDraft] { state.withLock { $0.drafts } }
    var blobs: [String: [UInt8]] { state.withLock { $0.blobs } }

    func submit(_ draft: SubmissionDraft) async throws -> Submitted {
        try state.withLock { state in
            switch state.mood {
            case .away: throw BrokerUnreachable(message: "the broker is away")
            case .full: return .later(after: .seconds(3))
            case .taking: break
            }
            if let earlier = state.answers[draft.id] { return .accepted(earlier) }
            state.drafts.append(draft)
            let number = Int64(state.drafts.count)
            let accepted = Accepted(id: draft.id, submission: number, state: .opened, ref: "CW-222222\(number + 1)")
            state.answers[draft.id] = accepted
            return .accepted(accepted)
        }
    }

    func put(_ bytes: [UInt8]) async throws -> String {
        try state.withLock { state in
            if state.mood == .away { throw BrokerUnreachable(message: "the broker is away") }
            let hash = Blobs.hash(of: bytes)
            state.blobs[hash] = bytes
            return hash
        }
    }

    func get(_ hash: String) async throws -> [UInt8] {
        guard let bytes = blobs[hash] else { throw BrokerRefusal(code: "no-blob", message: "there is none") }
        return bytes
    }

    func isOpen() async -> Bool { state.withLock { $0.mood != .away } }
}

/// The key and the desk of all tests.
enum Bench {
    static let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    static let address = "desk@hearth.example"
    static let ref = "CW-7K3F9QX"
    static let ourID = "casewire.cw-7k3f9qx.q8h2m4x0w1@hearth.example"

    static var settings: IntakeSettings {
        IntakeSettings(desk: .init(name: "Hearth & Table", address: address, web: "http://help.hearth.example"))
    }

    static func signed(_ kind: SignedToken.Kind, _ subject: String) -> String {
        SignedToken(kind, subject).signed(with: key)
    }

    static func replyAddress(_ kind: SignedToken.Kind, _ subject: String) -> String {
        "desk+\(signed(kind, subject))@hearth.example"
    }
}
