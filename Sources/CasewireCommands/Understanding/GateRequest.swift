import Casework
import Language
import StageProtocol

/// What a line says of a text besides its words, read as generously as it can be.
///
/// `context` is an object with `purpose`, `mood`, `customer` (what the customer wrote), `questions` and `now`, or a string,
/// which is what the customer wrote. `authority` is what the writer may grant, in whole units of money as people write it: a number
/// for any currency, or an object with `refund`, `credit`, `discount` (each a number or an object by currency),
/// `discount_percent` and `may_promise_until`.
struct GateRequest {
    var language: String?
    var purpose: String?
    var mood: String?
    var questions: Int?
    var now: Timestamp?
    var authority = Authority.none

    /// - Throws: `CommandFailure` that names the field that cannot be used.
    init(_ fields: JSON) throws {
        language = fields["language"]?.string
        if let context = fields["context"], context != .null { try read(context) }
        if let authority = fields["authority"], authority != .null { self.authority = try Self.authority(authority) }
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

    private mutating func read(_ context: JSON) throws {
        if let words = context.string {
            mood = MoodReader().mood(of: words).feeling.rawValue
            return
        }
        guard context.object != nil else {
            throw CommandFailure(.data, "\"context\" is neither an object nor the customer's words")
        }
        purpose = context["purpose"]?.string
        language = language ?? context["language"]?.string
        mood = context["mood"]?.string ?? context["customer"]?.string.map { MoodReader().mood(of: $0).feeling.rawValue }
        questions = context["questions"]?.int.map { Int(clamping: $0) }
        if let written = context["now"]?.string {
            guard let moment = Timestamp(written) else {
                throw CommandFailure(.data, "\"context.now\" is no time such as 2026-11-22T09:00:00Z")
            }
            now = moment
        }
    }

    private static func authority(_ value: JSON) throws -> Authority {
        if value.number != nil {
            let limits = try limits(value, "authority")
            return Authority(refund: limits, credit: limits, discount: limits)
        }
        guard value.object != nil else {
            throw CommandFailure(.data, "\"authority\" is neither an object nor a number")
        }
        let until = value["may_promise_until"]?.string
        let moment = until.flatMap { Timestamp($0) }
        guard until == nil || moment != nil else {
            throw CommandFailure(.data, "\"authority.may_promise_until\" is no time such as 2026-11-22T09:00:00Z")
        }
        let percent = value["discount_percent"]?.number ?? 0
        return Authority(
            refund: try limits(value["refund"], "authority.refund"),
            credit: try limits(value["credit"], "authority.credit"),
            discount: try limits(value["discount"], "authority.discount"),
            discountPercent: Int(max(0, min(100, percent))), mayPromiseUntil: moment)
    }

    /// Whole units of each currency in its smallest unit.
    private static func limits(_ value: JSON?, _ name: String) throws -> [String: Int64] {
        guard let value, value != .null else { return [:] }
        func minor(_ amount: Double) throws -> Int64 {
            guard amount >= 0, amount < 1e12 else { throw CommandFailure(.data, "\"\(name)\" is no sum of money") }
            return Int64((amount * 100).rounded())
        }
        if let amount = value.number {
            let limit = try minor(amount)
            return Dictionary(uniqueKeysWithValues: currencies.map { ($0, limit) })
        }
        guard let members = value.object else {
            throw CommandFailure(.data, "\"\(name)\" is neither a number nor an object")
        }
        return try Dictionary(
            members.map { currency, amount in
                guard let amount = amount.number else {
                    throw CommandFailure(.data, "\"\(name).\(currency)\" is no number")
                }
                return (currency.uppercased(), try minor(amount))
            }, uniquingKeysWith: max)
    }

    /// Those the gate knows how to read in a text.
    private static let currencies = ["EUR", "USD", "GBP", "CHF"]
}
