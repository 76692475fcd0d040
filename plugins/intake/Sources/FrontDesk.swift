import Casework
import StageKit

/// What intake needs of the broker.
protocol FrontDesk: Sendable {
    /// Hands something in; when it is accepted, it is on disk.
    func submit(_ draft: SubmissionDraft) async throws -> Submitted
    /// Stores a file and returns its hash.
    func put(_ bytes: [UInt8]) async throws -> String
    /// Fetches a file by its hash.
    func get(_ hash: String) async throws -> [UInt8]
    /// What a person knows of a case; nil where they take part in none of that reference.
    /// - Parameter who: the person as a ``CaseLink`` names them.
    func told(_ ref: String, to who: String) async throws -> Told?
    /// Whether the broker answers.
    func isOpen() async -> Bool
}

/// The broker itself.
struct BrokerDesk: FrontDesk {
    let context: StageContext

    /// Somebody waits in front of a browser meanwhile.
    private static let patience = Duration.seconds(10)

    func submit(_ draft: SubmissionDraft) async throws -> Submitted {
        try await context.submit(draft, within: Self.patience)
    }

    func put(_ bytes: [UInt8]) async throws -> String {
        try await context.blobs.put(bytes, within: Self.patience)
    }

    func get(_ hash: String) async throws -> [UInt8] { try await context.blobs.get(hash) }

    func told(_ ref: String, to who: String) async throws -> Told? {
        do {
            let question: JSON = ["ref": .string(ref), "who": .string(who)]
            return try await context.ask("told", question, within: Self.patience).decode()
        } catch let refusal as BrokerRefusal where refusal.code == "no-case" {
            return nil
        }
    }

    func isOpen() async -> Bool {
        do {
            // The cheapest question there is: the chunk of a blob that cannot be. A refusal is an answer, too.
            _ = try await context.blobs.get(String(repeating: "0", count: 64), within: .seconds(2))
            return true
        } catch is BrokerUnreachable {
            return false
        } catch {
            return true
        }
    }
}
