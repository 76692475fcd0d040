/// Cuts a text into sentences of folded tokens, in one pass from left to right.
struct Tokenizer {
    private let text: String
    private let scalars: String.UnicodeScalarView
    private var index: String.Index
    private var tokens: [Token] = []
    private var sentences: [Sentence] = []
    private var pendingBreak = false
    private var isQuoted = false
    private var startsParagraph = true
    /// Where the quotation began that is open, and what closes it.
    private var citation: (start: String.Index, closing: Unicode.Scalar)?

    /// The sentences of a text.
    static func sentences(of text: String) -> [Sentence] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return tokenizer.sentences
    }

    private init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    private mutating func run() {
        atLineStart()
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if scalar == "\n" || scalar == "\r" {
                newline()
            } else if scalar.isLetter {
                word()
            } else if scalar.isDigit {
                number()
            } else if "€$£%".unicodeScalars.contains(scalar) {
                let start = index
                scalars.formIndex(after: &index)
                add(String(scalar), start..<index, kind: .sign)
            } else if ".!?…".unicodeScalars.contains(scalar) {
                terminator()
            } else {
                if ",;:()[]–—\"“”„«»¿¡".unicodeScalars.contains(scalar) { pendingBreak = true }
                quotationMark(scalar)
                scalars.formIndex(after: &index)
            }
        }
        endSentence()
    }

    private func peek(_ position: String.Index) -> Unicode.Scalar? {
        position < scalars.endIndex ? scalars[position] : nil
    }

    private mutating func add(
        _ folded: String, _ range: Range<String.Index>, kind: Token.Kind = .word, isShouted: Bool = false
    ) {
        var token = Token(folded: folded, range: range, afterBreak: pendingBreak, isShouted: isShouted, kind: kind)
        token.isCapitalised = scalars[range.lowerBound].isCapital
        tokens.append(token)
        pendingBreak = false
    }

    private mutating func quotationMark(_ scalar: Unicode.Scalar) {
        if let citation, scalar == citation.closing {
            cite(from: citation.start)
            self.citation = nil
        } else if citation == nil, let closing = Self.closings[scalar] {
            citation = (index, closing)
        }
    }

    /// A single word between quotation marks is emphasis or scorn, not somebody's words.
    private mutating func cite(from start: String.Index) {
        let inside = { (token: Token) in token.range.lowerBound >= start }
        let earlier = sentences.reversed().prefix { $0.range.upperBound > start }.count
        let count =
            tokens.count(where: inside) + sentences.suffix(earlier).reduce(0) { $0 + $1.tokens.count(where: inside) }
        guard count > 2 else { return }
        for place in tokens.indices where inside(tokens[place]) { tokens[place].isCited = true }
        for sentence in sentences.indices.suffix(earlier) {
            for place in sentences[sentence].tokens.indices where inside(sentences[sentence].tokens[place]) {
                sentences[sentence].tokens[place].isCited = true
            }
        }
    }

    private static let closings: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "“": "”", "„": "“", "«": "»", "»": "«",
    ]

    private mutating func word() {
        let start = index
        var folded = ""
        var capitals = 0
        var small = 0
        var apostrophe: String.Index?
        while let scalar = peek(index) {
            if scalar.isLetter || scalar.isDigit || scalar.isMark {
                if scalar.isCapital { capitals += 1 } else { small += 1 }
                Folding.append(scalar, to: &folded)
            } else if scalar == "'" || scalar == "’" || scalar == "ʼ", apostrophe == nil,
                let next = peek(scalars.index(after: index)), next.isLetter
            {
                // French elisions end at the apostrophe; English contractions go on behind it.
                if let whole = Contraction.elided[folded] {
                    scalars.formIndex(after: &index)
                    add(whole, start..<index)
                    return
                }
                apostrophe = index
                folded.append("'")
            } else if scalar == "@" || (scalar == ":" && text[index...].hasPrefix("://")) {
                return address(from: start)
            } else if scalar == "\u{AD}" || scalar == "\u{200B}" || scalar == "\u{200D}" {
                // Invisible characters neither end a word nor hide one.
            } else {
                break
            }
            scalars.formIndex(after: &index)
        }
        let isShouted = capitals >= 3 && small == 0
        for part in Contraction.expand(folded) { add(part, start..<index, isShouted: isShouted) }
    }

    private mutating func address(from start: String.Index) {
        while let scalar = peek(index), !scalar.properties.isWhitespace, !"<>()\"".unicodeScalars.contains(scalar) {
            scalars.formIndex(after: &index)
        }
        while let last = scalars[start..<index].last, ".,;:!?".unicodeScalars.contains(last) {
            scalars.formIndex(before: &index)
        }
        add(Folding.fold(text[start..<index]), start..<index, kind: .address)
    }

    private mutating func number() {
        let start = index
        var folded = ""
        while let scalar = peek(index) {
            if scalar.isDigit || scalar.isLetter {
                Folding.append(scalar, to: &folded)
            } else if ".,:/-'’".unicodeScalars.contains(scalar), let next = peek(scalars.index(after: index)),
                next.isDigit
            {
                folded.unicodeScalars.append(scalar)
            } else {
                break
            }
            scalars.formIndex(after: &index)
        }
        add(folded, start..<index, kind: .number)
    }

    private mutating func newline() {
        var lines = 0
        while let scalar = peek(index), scalar.properties.isWhitespace {
            if scalar == "\n" { lines += 1 }
            scalars.formIndex(after: &index)
        }
        if lines > 1 {
            endSentence()
            startsParagraph = true
        }
        atLineStart()
    }

    /// Quotations and list items begin sentences of their own.
    private mutating func atLineStart() {
        guard let scalar = peek(index) else { return }
        let quoted = scalar == ">"
        let following = peek(scalars.index(after: index))
        let isItem = "-*•".unicodeScalars.contains(scalar) && following?.properties.isWhitespace == true
        let isNumberedItem = scalar.isDigit && (following == "." || following == ")")
        if quoted != isQuoted || isItem || isNumberedItem { endSentence() }
        isQuoted = quoted
    }

    private mutating func terminator() {
        let start = index
        var isQuestion = false
        var exclamations = 0
        var dots = 0
        while let scalar = peek(index), ".!?…".unicodeScalars.contains(scalar) {
            if scalar == "?" { isQuestion = true }
            if scalar == "!" { exclamations += 1 }
            if scalar == "." { dots += 1 }
            scalars.formIndex(after: &index)
        }
        if !isQuestion, exclamations == 0, dots == 1, !dotEndsSentence(at: start) {
            return
        }
        endSentence(isQuestion: isQuestion, exclamations: exclamations)
    }

    /// A dot ends no sentence inside a word, after an abbreviation, after an initial, or in a date like `3. März`.
    private func dotEndsSentence(at dot: String.Index) -> Bool {
        guard let next = peek(scalars.index(after: dot)) else { return true }
        guard next.properties.isWhitespace || "\"”“»)".unicodeScalars.contains(next) else { return false }
        guard let last = tokens.last else { return false }
        if last.kind == .number {
            let rest = text[scalars.index(after: dot)...].drop(while: \.isWhitespace).prefix(while: \.isLetter)
            return last.folded.count > 2 || !DateWords.months.keys.contains(Folding.fold(rest))
        }
        return !(Contraction.abbreviations.contains(last.folded) || last.folded.count == 1 && last.folded != "i")
    }

    private mutating func endSentence(isQuestion: Bool = false, exclamations: Int = 0) {
        defer {
            tokens.removeAll(keepingCapacity: true)
            pendingBreak = false
        }
        guard let first = tokens.first else { return }
        sentences.append(
            Sentence(
                tokens: tokens, range: first.range.lowerBound..<index, isQuestion: isQuestion,
                exclamations: exclamations, isQuoted: isQuoted, startsParagraph: startsParagraph))
        startsParagraph = false
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        value < 0x80 ? (value | 32) >= 97 && (value | 32) <= 122 : properties.isAlphabetic
    }
    fileprivate var isDigit: Bool { (48...57).contains(value) }
    fileprivate var isCapital: Bool {
        value < 0x80 ? (65...90).contains(value) : properties.isUppercase
    }
    fileprivate var isMark: Bool { (0x300...0x36F).contains(value) }
}
