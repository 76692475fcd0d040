import Casework
import Clocks
import StageProtocol

/// What may be granted to one customer as goodwill: the same for everybody, since nothing of what a customer is worth goes in.
struct Goodwill: Sendable {
    var limits: Figures.Goodwill
    /// What this customer was granted, in all their cases.
    var granted: [Care.Grant]
    var now: Timestamp

    /// What somebody may grant on their own word, in the currency of the limits.
    func authority(of person: People.Person?) -> Double { max(person?.authority["credit"] ?? 0, limits.up_to ?? 0) }

    /// What was granted within the year that ends now.
    var spent: Double {
        granted.filter { $0.currency == limits.currency && now - $0.at < Self.year }.reduce(0) { $0 + $1.amount }
    }

    /// Why a sum cannot be granted on somebody's word, as the end of a sentence; nil where it can. Who may grant as much as the
    /// year's limit is who is asked beyond it.
    func objection(to sum: Double, by person: People.Person?) -> String? {
        let authority = authority(of: person)
        guard Self.cents(sum) <= Self.cents(authority) else {
            return "\(spoken(sum)) is more than the \(spoken(authority)) that \(person?.name ?? "the desk") may grant"
        }
        guard let limit = limits.per_customer_year, authority < limit,
            Self.cents(spent + sum) > Self.cents(limit)
        else { return nil }
        return "the customer was granted \(spoken(spent)) within a year, and \(spoken(limit)) is the limit"
    }

    /// Who is asked where a sum is beyond somebody's word: the first further up who may grant it.
    func asked(for sum: Double, beyond person: String, _ ladder: Ladder) -> People.Person? {
        let above = (1..<ladder.rungs.count + 1).flatMap { ladder.people(onRung: $0, without: person) }
        return above.first { objection(to: sum, by: $0) == nil } ?? ladder.lead(of: person)
    }

    /// `10 EUR`, `7.50 EUR`
    func spoken(_ sum: Double) -> String {
        let cents = Self.cents(sum)
        let rest = cents % 100
        return "\(cents / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + " \(limits.currency)"
    }

    /// The vouchers that a text grants, in the currency of the limits.
    func vouchers(in text: String, language: String, now: Timestamp) -> [Double] {
        PromiseFinder.promises(in: text, language: language, now: now).compactMap { found in
            guard found.grant == .credit, case .money(let minor, limits.currency) = found.amount else { return nil }
            return Double(minor) / 100
        }
    }

    /// Whether a text gives the voucher that was offered, or says by when it will.
    func hands(_ text: String, over offered: Care.Grant, language: String) -> Bool {
        vouchers(in: text, language: language, now: now).contains { Self.cents($0) == Self.cents(offered.amount) }
            || PromiseFinder.promises(in: text, language: language, now: now).contains {
                $0.what == .credit && $0.amount == nil
            }
            || VoucherCode.sums(in: text).contains { sum in
                sum == nil || sum == .money(minor: Int64(Self.cents(offered.amount)), currency: offered.currency)
            }
    }

    private static func cents(_ sum: Double) -> Int { Int((min(sum, 1e12) * 100).rounded()) }

    private static let year: Duration = .seconds(365 * 86_400)
}
