import Casework
import Language
import StageProtocol

/// What a line says its writer may grant, in whole units of money as people write it.
///
/// A number is a sum in any currency; a string is written as people do, such as `50 EUR` or `20 € and 10 %`; an object has
/// `refund`, `credit`, `discount` (each a sum, or sums by currency), `discount_percent` and `may_promise_until`. A sum under any
/// other name holds for every kind of grant.
enum GateAuthority {
    /// - Throws: `CommandFailure` that names the field that cannot be used.
    static func read(_ value: JSON) throws -> Authority {
        if let words = value.string, Double(words) == nil { return Authority(words: words) }
        guard let members = value.object else {
            let limits = try limits(value, "authority")
            return Authority(refund: limits, credit: limits, discount: limits)
        }
        let known: Set<String> = ["refund", "credit", "discount", "discount_percent", "may_promise_until"]
        var authority = try anyKind(members.filter { !known.contains($0.key) })
        if let refund = members["refund"] { authority.refund = try limits(refund, "authority.refund") }
        if let credit = members["credit"] { authority.credit = try limits(credit, "authority.credit") }
        if let discount = members["discount"] { authority.discount = try limits(discount, "authority.discount") }
        if let percent = members["discount_percent"]?.number {
            authority.discountPercent = Int(max(0, min(100, percent)))
        }
        if let until = members["may_promise_until"]?.string {
            guard let moment = Timestamp(until) else {
                throw CommandFailure(.data, "\"authority.may_promise_until\" is no time such as 2026-11-22T09:00:00Z")
            }
            authority.mayPromiseUntil = moment
        }
        return authority
    }

    /// Sums under names of one's own: the greatest holds for every kind of grant.
    private static func anyKind(_ members: [String: JSON]) throws -> Authority {
        var authority = Authority()
        for (name, value) in members {
            if name.contains("percent"), let percent = value.number {
                authority.discountPercent = max(authority.discountPercent, Int(max(0, min(100, percent))))
                continue
            }
            guard value.number != nil || value.object != nil || value.string.flatMap(Double.init) != nil else {
                continue
            }
            let limits = try limits(value, "authority.\(name)")
            authority.refund.merge(limits, uniquingKeysWith: max)
            authority.credit.merge(limits, uniquingKeysWith: max)
            authority.discount.merge(limits, uniquingKeysWith: max)
        }
        return authority
    }

    /// Sums in the smallest unit of each currency.
    private static func limits(_ value: JSON, _ name: String) throws -> [String: Int64] {
        func minor(_ amount: Double) throws -> Int64 {
            guard amount >= 0, amount < 1e12 else { throw CommandFailure(.data, "\"\(name)\" is no sum of money") }
            return Int64((amount * 100).rounded())
        }
        if value == .null { return [:] }
        if let amount = value.number ?? value.string.flatMap(Double.init) {
            let limit = try minor(amount)
            return Dictionary(uniqueKeysWithValues: currencies.map { ($0, limit) })
        }
        if let words = value.string { return Authority(words: words).refund }
        guard let members = value.object else {
            throw CommandFailure(.data, "\"\(name)\" is neither a sum nor an object")
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
