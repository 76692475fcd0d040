package import StageProtocol

/// What each of our people may grant in their own name, by `people.yaml` and what anybody may by the standards.
package struct Authorities: Sendable {
    private let known: [String: Authority]
    private let everybody: Authority

    /// - Parameters:
    ///   - people: `people.yaml` as a stage is handed it.
    ///   - goodwill: what anybody may grant at once, in units of the currency.
    ///   - currency: ISO 4217.
    package init(_ people: JSON?, goodwill: Double, currency: String) {
        func authority(_ limits: JSON?) -> Authority {
            func limit(_ name: String) -> [String: Int64] {
                let amount = max(limits?[name]?.number ?? 0, goodwill)
                return [currency: Int64((amount * 100).rounded())]
            }
            return Authority(
                refund: limit("refund"), credit: limit("credit"), discount: limit("discount"),
                discountPercent: Int(limits?["discount_percent"]?.number ?? 0))
        }
        everybody = authority(nil)
        var known: [String: Authority] = [:]
        for person in people?["people"]?.array ?? [] {
            for name in [person["id"]?.string, person["name"]?.string].compactMap(\.self) {
                known[name] = authority(person["authority"])
            }
        }
        self.known = known
    }

    /// By the standards as a stage is handed them.
    package init(_ people: JSON?, standards: JSON) {
        self.init(
            people, goodwill: standards["goodwill"]?["up_to"]?.number ?? 0,
            currency: standards["goodwill"]?["currency"]?.string ?? "EUR")
    }

    /// What may be granted in somebody's name: nothing by a text that no person wrote.
    package func of(_ author: String?) -> Authority {
        guard let author else { return .none }
        return known[author] ?? everybody
    }
}
