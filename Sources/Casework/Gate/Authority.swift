package import StageProtocol

/// What a writer may grant a customer without asking anybody; amounts are in the currency's smallest unit.
package struct Authority: Sendable, Hashable, Codable {
    /// The kinds of gift or repayment that have limits of their own.
    package enum Grant: String, Sendable, Codable, Hashable, CaseIterable {
        /// Money back.
        case refund
        /// A voucher, a gift card, goodwill.
        case credit
        /// Less to pay on an order.
        case discount
    }

    /// The greatest refund by ISO 4217 currency; a currency that is not named allows none.
    package var refund: [String: Int64]
    /// The greatest voucher or goodwill credit by currency.
    package var credit: [String: Int64]
    /// The greatest discount as a sum, by currency.
    package var discount: [String: Int64]
    /// The greatest discount in percent.
    package var discountPercent: Int
    /// The last moment a promise may name, nil for no limit.
    package var mayPromiseUntil: Timestamp?

    package init(
        refund: [String: Int64] = [:], credit: [String: Int64] = [:], discount: [String: Int64] = [:],
        discountPercent: Int = 0, mayPromiseUntil: Timestamp? = nil
    ) {
        self.refund = refund
        self.credit = credit
        self.discount = discount
        self.discountPercent = discountPercent
        self.mayPromiseUntil = mayPromiseUntil
    }

    /// What a person wrote down as a limit, such as `50 EUR` or `20 € and 10 %`; each sum holds for every kind of grant.
    package init(words: String) {
        let amounts = Tokenizer.sentences(of: words).flatMap { AmountWords.amounts(in: $0.tokens) }.map(\.amount)
        self.init()
        for amount in amounts {
            switch amount {
            case .money(let minor, let currency):
                for path in [\Self.refund, \Self.credit, \Self.discount] {
                    self[keyPath: path][currency] = max(self[keyPath: path][currency] ?? 0, minor)
                }
            case .percent(let hundredths):
                discountPercent = max(discountPercent, Int(hundredths / 100))
            }
        }
    }

    /// May grant nothing; may promise any day.
    package static let none = Authority()

    /// Whether an amount of this kind is within the limits.
    package func allows(_ amount: Amount, as grant: Grant) -> Bool {
        switch amount {
        case .percent(let hundredths):
            return hundredths <= Int64(discountPercent) * 100
        case .money(let minor, let currency):
            let limits =
                switch grant {
                case .refund: refund
                case .credit: credit
                case .discount: discount
                }
            return minor <= limits[currency] ?? 0
        }
    }
}

/// A sum of money or a percentage that a text names.
package enum Amount: Sendable, Hashable, Codable {
    /// A sum in the currency's smallest unit, with its ISO 4217 code.
    case money(minor: Int64, currency: String)
    /// Hundredths of a percent: 12.5 % is 1250.
    case percent(hundredths: Int64)
}
