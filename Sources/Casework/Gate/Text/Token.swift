/// One word, number or sign of a text, folded for comparing.
struct Token: Sendable {
    /// Lower case, without accents; German umlauts written out; a contraction is two tokens over one range.
    var folded: String
    /// Where it stands in the text.
    var range: Range<String.Index>
    /// Whether a comma, colon, dash or bracket stands before it.
    var afterBreak = false
    /// Whether it is written in capitals and has at least three letters.
    var isShouted = false
    /// Whether it begins with a capital letter.
    var isCapitalised = false
    /// Whether it stands between quotation marks: somebody else's words.
    var isCited = false
    var kind = Kind.word

    enum Kind: Sendable {
        case word
        /// Digits, with any separators: `12`, `1.200,50`, `14:30`, `2026-11-27`.
        case number
        /// A currency or percent sign.
        case sign
        /// An address of the web or of mail.
        case address
    }
}

/// One sentence of a text.
struct Sentence: Sendable {
    var tokens: [Token]
    var range: Range<String.Index>
    /// Whether it ends with a question mark.
    var isQuestion = false
    /// How many exclamation marks end it.
    var exclamations = 0
    /// Whether it stands in a line that quotes somebody (`> …`).
    var isQuoted = false
    /// Whether a blank line stands before it.
    var startsParagraph = false
}
