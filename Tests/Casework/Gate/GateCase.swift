import StageProtocol

@testable import Casework

/// A labelled text: what the gate must say, and by which rules.
struct GateCase: Sendable {
    var text: String
    var rules: Set<GateRule>
    var purpose = "answer"
    var mood: String?
    var language: String?
    var authority = Self.authority

    init(_ text: String, _ rules: GateRule..., purpose: String = "answer", mood: String? = nil, language: String? = nil)
    {
        self.text = text
        self.rules = Set(rules)
        self.purpose = purpose
        self.mood = mood
        self.language = language
    }

    /// A Sunday.
    static let now = Timestamp("2026-11-22T09:00:00Z") ?? Timestamp(milliseconds: 0)

    /// Up to 50 € back, a 20 € voucher, 10 %.
    static let authority = Authority(
        refund: ["EUR": 50_00], credit: ["EUR": 20_00], discount: ["EUR": 20_00], discountPercent: 10,
        mayPromiseUntil: Timestamp("2026-12-31T23:59:59Z"))

    var verdict: GateVerdict {
        CourtesyGate.judge(
            text,
            GateContext(
                language: language, authority: authority, purpose: purpose, mood: mood, now: Self.now))
    }
}
