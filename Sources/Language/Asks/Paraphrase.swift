/// The customer's words from our side of the desk, without the wrapping.
enum Paraphrase {
    static func of(_ quote: String) -> String {
        var words = quote.split(whereSeparator: \.isWhitespace).map(String.init)
        while let first = words.first, words.count > 2, wrapping.contains(bare(first)) { words.removeFirst() }
        if isEnglish(words) { words = words.map(swapped) }
        var result = words.joined(separator: " ")
        while let last = result.last, ".!?,;:".contains(last) { result.removeLast() }
        return result
    }

    private static let wrapping: Set<String> = [
        "please", "pls", "kindly", "hi", "hello", "hey", "so", "and", "but", "also", "just", "bitte", "hallo", "und",
        "bonjour", "et", "hola", "y",
    ]

    private static let changes = [
        "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "i'm": "you are",
        "i've": "you have", "i'd": "you would", "i'll": "you will",
        "am": "are", "you": "we", "your": "our", "yours": "ours", "you're": "we are", "you've": "we have", "we": "you",
        "us": "you", "our": "your",
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

    private static func swapped(_ word: String) -> String {
        guard let change = changes[bare(word)] else { return word }
        return change + String(word.reversed().prefix { $0.isPunctuation }.reversed())
    }
}
