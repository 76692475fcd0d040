import Casework
import StageKit

/// What each of our people may grant.
struct Staff: Sendable {
    private let authorities: [String: Authority]
    private let everybody: Authority

    init(_ people: JSON?, rules: Rules) {
        func authority(_ limits: JSON?) -> Authority {
            func limit(_ name: String) -> [String: Int64] {
                let amount = max(limits?[name]?.number ?? 0, rules.goodwill)
                return [rules.currency: Int64((amount * 100).rounded())]
            }
            return Authority(
                refund: limit("refund"), credit: limit("credit"), discount: limit("discount"),
                discountPercent: Int(limits?["discount_percent"]?.number ?? 0))
        }
        everybody = authority(nil)
        var authorities: [String: Authority] = [:]
        for person in people?["people"]?.array ?? [] {
            for name in [person["id"]?.string, person["name"]?.string].compacted() {
                authorities[name] = authority(person["authority"])
            }
        }
        self.authorities = authorities
    }

    /// What may be granted in somebody's name: nothing by a text that no person wrote.
    func authority(of author: String?) -> Authority {
        guard let author else { return .none }
        return authorities[author] ?? everybody
    }
}

extension Array {
    fileprivate func compacted<Value>() -> [Value] where Element == Value? { compactMap { $0 } }
}
