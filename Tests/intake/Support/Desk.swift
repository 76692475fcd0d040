import Crypto
import Synchronization
import TestSupport
import Testing

@testable import Casework
@testable import StageKit
@testable import intake

/// Stands in for the broker: keeps what it is given, and answers as it is told.
final class ScriptedDesk: FrontDesk {
    enum Mood: Sendable { case taking, away, full }

    private struct State {
        var mood = Mood.taking
        var drafts: [SubmissionDraft] = []
        var answers: [String: Accepted] = [:]
        var blobs: [String: [UInt8]] = [:]
        var stories: [String: JSON] = [:]
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
            let known = draft.admission?.match.first { $0.participant == nil }?.key.dropFirst(4)
            let ref = known.map(String.init) ?? "CW-222222\(number + 1)"
            let accepted = Accepted(id: draft.id, submission: number, state: .opened, ref: ref)
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

    /// What a person is told of a case from now on.
    func tell(_ address: String, of ref: String = Bench.ref, _ story: JSON) {
        state.withLock { $0.stories["\(ref) \(CaseLink.person(address))"] = story }
    }

    func told(_ ref: String, to who: String) async throws -> Told? {
        let story = try state.withLock { state in
            if state.mood == .away { throw BrokerUnreachable(message: "the broker is away") }
            return state.stories["\(ref) \(who)"]
        }
        return try story?.decode()
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
        IntakeSettings(
            desk: .init(name: "Hearth & Table", address: address, web: "http://help.hearth.example"),
            templates: Places.project + "/templates")
    }

    static func site(_ settings: IntakeSettings = settings) throws -> Site {
        try Site(settings: settings, standards: ["calendar": ["zone": "Europe/Dublin"]])
    }

    static var english: PageTexts {
        get throws { try #require(site().texts(code: "en")) }
    }

    static func signed(_ kind: SignedToken.Kind, _ subject: String) -> String {
        SignedToken(kind, subject).signed(with: key)
    }

    static func replyAddress(_ kind: SignedToken.Kind, _ subject: String) -> String {
        "desk+\(signed(kind, subject))@hearth.example"
    }
}

extension SubmissionDraft {
    /// The bodies of what is admitted: the entry, then the sections.
    var bodies: [JSON] { message(blob: nil).1.compactMap { try? JSON(bytes: $0) } }
}
