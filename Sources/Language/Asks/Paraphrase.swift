/// The customer's words from our side of the desk, without the wrapping.
enum Paraphrase {
    static func of(_ quote: String) -> String {
        var words = quote.split(whereSeparator: \.isWhitespace).map(String.init)
        while let first = words.first, words.count > 2, wrapping.contains(bare(first)) { words.removeFirst() }
        if isEnglish(words) { words = indirect(withoutPlea(words)) }
        var result = words.joined(separator: " ")
        while let last = result.last, ".!?,;:".contains(last) { result.removeLast() }
        return result
    }

    private static let wrapping: Set<String> = [
        "please", "pls", "kindly", "hi", "hello", "hey", "so", "and", "but", "also", "just", "bitte", "hallo", "und",
        "bonjour", "et", "hola", "y",
    ]

    /// "Could you please send me …" asks to send.
    private static func withoutPlea(_ words: [String]) -> [String] {
        guard words.count > 3, ["can", "could", "would", "will"].contains(bare(words[0])),
            ["you", "someone", "somebody", "anyone"].contains(bare(words[1]))
        else { return words }
        return Array(words.dropFirst(2).drop { wrapping.contains(bare($0)) })
    }

    /// Turned from the customer's side to ours; "Can I return it" becomes "whether you can return it".
    private static func indirect(_ words: [String]) -> [String] {
        var turned = words.indices.map { turn(words, at: $0) }
        guard words.count > 2, auxiliaries.contains(bare(words[0])), subjects.contains(bare(words[1])) else {
            return turned
        }
        let verb = agreeing(bare(words[0]), with: bare(words[1]))
        turned.replaceSubrange(0..<2, with: verb.isEmpty ? ["whether", turned[1]] : ["whether", turned[1], verb])
        return turned
    }

    private static let auxiliaries: Set<String> = [
        "can", "could", "may", "must", "should", "shall", "will", "would", "am", "is", "are", "was", "were", "do",
        "does",
        "did", "have", "has",
    ]
    private static let subjects: Set<String> = ["i", "we", "you", "it", "he", "she", "they", "there", "this", "that"]

    /// The verb as it stands behind its turned subject; nothing where it only served to ask.
    private static func agreeing(_ verb: String, with subject: String) -> String {
        switch verb {
        case "do": ""
        case "am": "are"
        case "was" where subject == "i": "were"
        default: verb
        }
    }

    private static let changes = [
        "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "i'm": "you are",
        "i've": "you have", "i'd": "you would", "i'll": "you will", "am": "are", "your": "our", "yours": "ours",
        "you're": "we are", "you've": "we have", "we": "you", "us": "you", "our": "your", "was": "was",
    ]

    private static func isEnglish(_ words: [String]) -> Bool {
        let markers: Set<String> = [
            "the", "my", "i", "is", "you", "a", "to", "it", "and", "was", "have", "i'm", "i've", "i'd", "your", "of",
            "for",
        ]
        return words.contains { markers.contains(bare($0)) }
    }

    private static func bare(_ word: String) -> String {
        var result = word.lowercased().replacing("’", with: "'")
        while let last = result.last, last.isPunctuation { result.removeLast() }
        return result
    }

    /// "You sent me the wrong size": we sent; "I wrote to you": you wrote to us.
    private static func turn(_ words: [String], at place: Int) -> String {
        let word = words[place]
        let plain = bare(word)
        let change = plain == "you" ? (isSubject(words, at: place) ? "we" : "us") : changes[plain]
        guard let change else { return word }
        return change + String(word.reversed().prefix { $0.isPunctuation }.reversed())
    }

    private static func isSubject(_ words: [String], at place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = words[place - 1]
        return before.last?.isPunctuation == true || auxiliaries.contains(bare(before)) || joints.contains(bare(before))
    }

    private static let joints: Set<String> = [
        "if", "that", "what", "when", "where", "why", "how", "and", "but", "because", "whether", "which", "who", "as",
        "so",
        "or", "until", "while", "don't", "didn't", "can't", "since", "before", "after", "once",
    ]
}
