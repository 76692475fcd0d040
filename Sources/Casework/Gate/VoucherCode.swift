/// Finds vouchers that a text gives by their code: "Your voucher over 5 EUR is HT-5521".
package enum VoucherCode {
    /// The sums of the vouchers whose code a text gives, in the order in which they stand; nil for one whose sum it does not name.
    package static func sums(in text: String) -> [Amount?] {
        Tokenizer.sentences(of: text).filter { !$0.isQuoted }.compactMap { sentence -> Amount?? in
            guard let voucher = sentence.tokens.first(where: isVoucher) else { return nil }
            let words = text[voucher.range.upperBound..<sentence.range.upperBound]
            guard gives(words) || stands(onTheLineAfter: text[voucher.range.upperBound...]) else { return nil }
            return .some(AmountWords.amounts(in: sentence.tokens).first?.amount)
        }
    }

    /// "Here is your voucher:", and the code on a line of its own.
    private static func stands(onTheLineAfter words: Substring) -> Bool {
        let lines = words.split(whereSeparator: \.isNewline).prefix(2).map { $0.filter { !$0.isWhitespace } }
        return lines.count == 2 && lines[0].last == ":" && lines[1].wholeMatch(of: code) != nil
    }

    /// Whether a code stands there that is not the reference of a case, or the number of something else.
    private static func gives(_ words: Substring) -> Bool {
        guard let found = words.matches(of: code).first(where: { $0.output.count >= 5 && !$0.output.hasPrefix("CW-") })
        else { return false }
        let between = Tokenizer.sentences(of: String(words[..<found.range.lowerBound])).flatMap(\.tokens)
        return !between.contains { token in others.contains { token.folded.hasPrefix($0) } }
    }

    private static func isVoucher(_ token: Token) -> Bool {
        token.folded == "vale" || token.folded == "bon" || vouchers.contains { token.folded.hasPrefix($0) }
    }

    private static let vouchers = ["voucher", "gutschein", "cupon", "coupon"]

    /// What else has a number of that shape.
    private static let others = [
        "order", "invoice", "parcel", "tracking", "case", "bestell", "auftrag", "rechnung", "sendung", "paket", "fall",
        "commande", "facture", "colis", "dossier", "pedido", "factura", "paquete", "caso", "envio",
    ]

    /// Capitals and digits, at least one of each: `HT-5521`, `DANKE5`.
    private nonisolated(unsafe) static let code =
        /\b(?=[A-Z0-9\-]*[A-Z])(?=[A-Z0-9\-]*[0-9])[A-Z0-9]+(?:-[A-Z0-9]+)*\b/
}
