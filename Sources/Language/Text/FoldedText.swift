/// A text with the differences taken out that do not change what is meant, cut into words.
///
/// Case, typographic quotes, full-width forms, invisible characters and the difference between composed and decomposed
/// accents disappear; every digit becomes a 0, so that order numbers look alike. Each word remembers where it stood.
package struct FoldedText: Sendable {
    package struct Word: Sendable {
        /// The word's place in `scalars`.
        let scalars: Range<Int>
        /// Its place in the original text, in UTF-8 bytes.
        package let utf8: Range<Int>
        /// Whether it is made of letters and digits; punctuation and emoji stand alone and have no n-grams.
        let isSpelled: Bool
    }

    private(set) var scalars: [UInt32] = []
    package private(set) var words: [Word] = []

    package init(_ text: String) {
        scalars.reserveCapacity(text.utf8.count)
        words.reserveCapacity(text.utf8.count / 5)
        var scanner = FoldingScanner(text)
        while let unit = scanner.next() {
            add(unit)
        }
        finishWord()
    }

    package func string(of word: Word) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars[word.scalars] {
            if let scalar = Unicode.Scalar(scalar) { result.append(scalar) }
        }
        return String(result)
    }

    /// Whether the word stands for an address, which is read as one word.
    func isAddress(_ word: Word) -> Bool {
        (FoldingScanner.link...FoldingScanner.handle).contains(scalars[word.scalars.lowerBound])
    }

    package var strings: [String] {
        words.map(string(of:))
    }

    private var open: (scalar: Int, start: Int, end: Int)?

    private mutating func add(_ unit: FoldingScanner.Unit) {
        switch unit.kind {
        case .letter:
            if open == nil { open = (scalars.count, unit.utf8.lowerBound, unit.utf8.upperBound) }
            open?.end = unit.utf8.upperBound
            scalars.append(unit.scalar)
        case .joiner:
            // An apostrophe belongs to the word only between letters; `finishWord` takes a trailing one off.
            guard open != nil else { return }
            scalars.append(unit.scalar)
        case .invisible:
            return
        case .space:
            finishWord()
        case .sign, .placeholder:
            finishWord()
            // A run of the same sign (!!!) counts twice at most: emphasis, not length.
            if unit.kind == .sign, let last = words.last, !last.isSpelled,
                scalars[last.scalars.lowerBound] == unit.scalar,
                last.utf8.upperBound == unit.utf8.lowerBound
            {
                if last.scalars.count < 2 { scalars.append(unit.scalar) }
                words[words.count - 1] = Word(
                    scalars: last.scalars.lowerBound..<scalars.count, utf8: last.utf8.lowerBound..<unit.utf8.upperBound,
                    isSpelled: false)
                return
            }
            scalars.append(unit.scalar)
            words.append(Word(scalars: scalars.count - 1..<scalars.count, utf8: unit.utf8, isSpelled: false))
        }
    }

    private mutating func finishWord() {
        guard let word = open else { return }
        while scalars.count > word.scalar, scalars.last == FoldingScanner.apostrophe { scalars.removeLast() }
        words.append(Word(scalars: word.scalar..<scalars.count, utf8: word.start..<word.end, isSpelled: true))
        open = nil
    }
}
