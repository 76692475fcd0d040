/// What a colleague says of feedback: `/did we moved the speakers`, `/move tomas`, `/quiet she only asked for a person`; with `#2`
/// behind the word, of the item with that number.
struct LedgerWord: Sendable, Hashable {
    enum Deed: String, Sendable {
        /// Something was done about it.
        case did = "/did"
        /// Somebody else acts on it from now on.
        case move = "/move"
        /// Nothing is to be done about it, and the customer hears nothing.
        case quiet = "/quiet"
    }

    var deed: Deed
    var number: Int?
    /// What stands behind it.
    var rest: String

    /// Nil for every other word.
    init?(_ words: String) {
        let words = words.drop(while: \.isWhitespace)
        let command = words.prefix { !$0.isWhitespace }
        guard let deed = Deed(rawValue: command.lowercased()) else { return nil }
        self.deed = deed
        var rest = words.dropFirst(command.count).drop(while: \.isWhitespace)
        if rest.first == "#", let number = Int(rest.dropFirst().prefix(while: \.isNumber)) {
            self.number = number
            rest = rest.dropFirst().drop(while: \.isNumber).drop(while: \.isWhitespace)
        }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        self.rest = String(rest)
    }
}
