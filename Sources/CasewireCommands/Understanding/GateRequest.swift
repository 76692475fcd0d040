import Casework
import Language
import StageProtocol

/// What a line says of a text besides its words, read as generously as it can be.
///
/// `context` is an object with `purpose`, `mood`, `customer` (what the customer wrote), `questions` and `now`, or a string,
/// which is what the customer wrote. What the writer may grant is `GateAuthority`.
struct GateRequest {
    var language: String?
    var purpose: String?
    var mood: String?
    var questions: Int?
    var now: Timestamp?
    var authority = Authority.none

    /// - Throws: `CommandFailure` that names the field that cannot be used.
    init(_ fields: JSON, moods: MoodReader = MoodReader()) throws {
        language = fields["language"]?.string
        if let context = fields["context"], context != .null { try read(context, moods) }
        if let authority = fields["authority"], authority != .null {
            self.authority = try GateAuthority.read(authority)
        }
    }

    /// For a text that stands alone.
    init(language: String?, purpose: String?, mood: String?) {
        self.language = language
        self.purpose = purpose
        self.mood = mood
    }

    func context(defaultNow: Timestamp) -> GateContext {
        GateContext(
            language: language, authority: authority, purpose: purpose ?? "answer", mood: mood,
            questions: questions ?? 2, now: now ?? defaultNow)
    }

    private mutating func read(_ context: JSON, _ moods: MoodReader) throws {
        if let words = context.string {
            mood = moods.mood(of: words).feeling.rawValue
            return
        }
        guard let members = context.object else {
            throw CommandFailure(.data, "\"context\" is neither an object nor the customer's words")
        }
        purpose = context["purpose"]?.string
        language = language ?? context["language"]?.string
        mood = context["mood"]?.string ?? Self.customersWords(members).map { moods.mood(of: $0).feeling.rawValue }
        questions = context["questions"]?.int.map { Int(clamping: $0) }
        if let written = context["now"]?.string {
            guard let moment = Timestamp(written) else {
                throw CommandFailure(.data, "\"context.now\" is no time such as 2026-11-22T09:00:00Z")
            }
            now = moment
        }
    }

    /// `customer`, or whatever else is written there in a member of another name.
    private static func customersWords(_ members: [String: JSON]) -> String? {
        if let words = members["customer"]?.string { return words }
        let others = members.filter { !["purpose", "mood", "language", "now", "questions"].contains($0.key) }
        let words = others.sorted { $0.key < $1.key }.compactMap(\.value.string)
        return words.isEmpty ? nil : words.joined(separator: "\n")
    }
}
