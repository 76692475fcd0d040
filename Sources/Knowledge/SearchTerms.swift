/// The words of a customer's text that are worth looking up.
///
/// Only letters and digits survive, so nothing in a text can reach FTS5's query language; words that every text has are
/// dropped. Languages other than English, for which SQLite has no stemmer, are cut to stems and looked up by prefix.
struct SearchTerms {
    /// A word for the index, and how it is written in a query.
    struct Term: Hashable {
        var word: String
        var isPrefix: Bool

        var query: String { isPrefix ? "\"\(word)\"*" : "\"\(word)\"" }
    }

    /// At most this many different words of a text are looked up.
    static let most = 48

    static func terms(of text: String, language: String) -> [Term] {
        var terms: [Term] = []
        var seen: Set<String> = []
        let stops = StopWords.words(of: language)
        for word in words(of: text) where word.count > 1 && !stops.contains(word) && !word.allSatisfy(\.isNumber) {
            let term = language == "en" ? Term(word: word, isPrefix: false) : stem(word, language)
            if seen.insert(term.word).inserted { terms.append(term) }
            if terms.count == most { break }
        }
        return terms
    }

    /// Neighbouring words as phrases of the query language. Little words stand in them too: "how to return" and "to
    /// return how" are made of the same words, and only one of them is a question for an article.
    static func pairs(of text: String, language: String) -> [String] {
        let words = words(of: text)
        var seen: Set<String> = []
        let pairs = zip(words, words.dropFirst()).lazy.map { first, second in
            let last = language == "en" ? Term(word: second, isPrefix: false) : stem(second, language)
            return "\"\(first) \(last.word)\"" + (last.isPrefix ? "*" : "")
        }
        return Array(pairs.filter { seen.insert($0).inserted }.prefix(most))
    }

    /// What we are asked to do: "engrave" in "Would you engrave forty spoons?". Known of English alone, where it stands behind "you".
    static func act(of text: String, language: String) -> Term? {
        guard language == "en" else { return nil }
        let words = words(of: text)
        let asked = words.indices.dropLast(2).first {
            words[$0 + 1] == "you" && ["can", "could", "would", "will", "do"].contains(words[$0])
        }
        guard let asked else { return nil }
        let act = words[(asked + 2)...].first { !["please", "also", "possibly", "kindly", "perhaps"].contains($0) }
        return act.flatMap { StopWords.words(of: language).contains($0) ? nil : Term(word: $0, isPrefix: false) }
    }

    /// Runs of letters and digits, in lower case and without accents.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                PlainLetters.append(scalar, to: &word)
            } else if scalar.properties.generalCategory != .nonspacingMark, !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let endings: [String: [String]] = [
        "de": ["ungen", "ung", "igen", "lich", "ern", "est", "en", "er", "em", "es", "et", "st", "e", "n", "s", "t"],
        "fr": [
            "issement", "ements", "ations", "ement", "ation", "euses", "ables", "erai", "erons", "able", "ees", "ant",
            "ent", "ons", "ais", "ait", "er", "ez", "ee", "es", "ir", "e", "s", "x",
        ],
        "es": [
            "aciones", "amientos", "amiento", "imiento", "acion", "ciones", "cion", "ando", "iendo", "aron", "ieron",
            "ado", "ada", "ido", "ida", "os", "as", "es", "ar", "er", "ir", "o", "a", "e", "s",
        ],
    ]

    private static func stem(_ word: String, _ language: String) -> Term {
        guard word.count > 4, word.contains(where: \.isLetter) else { return Term(word: word, isPrefix: false) }
        for ending in endings[language] ?? [] where word.hasSuffix(ending) && word.count - ending.count >= 4 {
            return Term(word: String(word.dropLast(ending.count)), isPrefix: true)
        }
        return Term(word: word, isPrefix: true)
    }
}

/// Letters without their accents, as the index folds them.
enum PlainLetters {
    static func append(_ scalar: Unicode.Scalar, to word: inout String) {
        if let plain = table[scalar.value] {
            word += plain
        } else {
            word += scalar.properties.lowercaseMapping
        }
    }

    private static let table: [UInt32: String] = {
        let letters = [
            ("àáâãäåÀÁÂÃÄÅ", "a"), ("çÇ", "c"), ("èéêëÈÉÊË", "e"), ("ìíîïÌÍÎÏ", "i"), ("ñÑ", "n"), ("òóôõöÒÓÔÕÖ", "o"),
            ("ùúûüÙÚÛÜ", "u"), ("ýÿÝ", "y"),
        ]
        var table: [UInt32: String] = [:]
        for (accented, plain) in letters {
            for scalar in accented.unicodeScalars { table[scalar.value] = plain }
        }
        return table
    }()
}
