/// Finds phrases of a list in a folded text.
///
/// A phrase is words parted by blanks. `*` at the end of a word stands for any ending; `_` alone for up to three words
/// of any kind, so that "has _ arrived" finds "has still not arrived".
package struct PhraseList: Sendable {
    package struct Match: Sendable, Equatable {
        package var phrase: Int
        /// Numbers of the folded words.
        package var words: Range<Int>
    }

    private enum Part: Sendable, Equatable {
        case word(String)
        case beginning(String)
        case gap

        func fits(_ word: String) -> Bool {
            switch self {
            case .word(let expected): word == expected
            case .beginning(let beginning): word.hasPrefix(beginning)
            case .gap: true
            }
        }
    }

    private let phrases: [[Part]]
    /// Phrases by the first two letters of their first word: nearly all are ruled out by that.
    private let byBeginning: [String: [Int]]

    package init(_ phrases: [String]) {
        self.phrases = phrases.map { phrase in
            phrase.split(separator: " ").flatMap { piece -> [Part] in
                if piece == "_" { return [.gap] }
                // A piece such as a&e is more than one word of a text.
                let words = Self.fold(piece.hasSuffix("*") ? piece.dropLast() : piece)
                guard piece.hasSuffix("*"), let last = words.last else { return words.map { .word($0) } }
                return words.dropLast().map { .word($0) } + [.beginning(last)]
            }
        }
        var index: [String: [Int]] = [:]
        for (number, parts) in self.phrases.enumerated() {
            switch parts.first {
            case .word(let word): index[String(word.prefix(2)), default: []].append(number)
            case .beginning(let word): index[String(word.prefix(2)), default: []].append(number)
            case .gap, nil: preconditionFailure("a phrase begins with a word: \(phrases[number])")
            }
        }
        byBeginning = index
    }

    /// A list as it is written in the source: phrases parted by commas.
    init(listing text: String) {
        self.init(Self.phrases(in: text))
    }

    static func phrases(in text: String) -> [String] {
        text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    /// All matches, in the order of the text; of several at one word, the longest of each phrase.
    package func matches(in words: [String]) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            for number in byBeginning[String(words[start].prefix(2))] ?? [] {
                if let end = end(of: phrases[number][...], at: start, in: words) {
                    found.append(Match(phrase: number, words: start..<end))
                }
            }
        }
        return found
    }

    package func isFound(in words: [String]) -> Bool {
        !matches(in: words).isEmpty
    }

    private func end(of parts: ArraySlice<Part>, at index: Int, in words: [String]) -> Int? {
        guard let part = parts.first else { return index }
        if part == .gap {
            for skip in 0...3 {
                if let end = end(of: parts.dropFirst(), at: index + skip, in: words) { return end }
            }
            return nil
        }
        guard index < words.count, part.fits(words[index]) else { return nil }
        return end(of: parts.dropFirst(), at: index + 1, in: words)
    }

    private static func fold(_ piece: some StringProtocol) -> [String] {
        let words = FoldedText(String(piece)).strings
        return words.isEmpty ? [String(piece)] : words
    }
}

extension FoldedText {
    /// The stretch of the original text that holds these words.
    package func span(_ words: Range<Int>, in text: String) -> TextSpan? {
        guard !words.isEmpty, words.upperBound <= self.words.count else { return nil }
        let range = self.words[words.lowerBound].utf8.lowerBound..<self.words[words.upperBound - 1].utf8.upperBound
        let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
        return TextSpan(text: String(Substring(bytes)), utf8: range)
    }
}

/// Words parted by blanks, as a set.
func wordSet(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
}
