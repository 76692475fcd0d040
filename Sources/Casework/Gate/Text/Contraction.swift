/// Shortened forms of English and French, written out so that a phrase needs one spelling only.
enum Contraction {
    /// What stands before an apostrophe in French: `n'est` is `ne est`.
    static let elided: [String: String] = [
        "n": "ne", "qu": "que", "j": "je", "d": "de", "l": "le", "c": "ce", "s": "se", "m": "me", "t": "te",
        "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque", "quelqu": "quelque", "aujourd": "aujourde",
    ]

    /// Words after which a dot ends no sentence.
    static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "nro", "e.g", "i.e", "etc", "approx", "incl", "excl", "vs",
        "hr", "fr", "bzw", "ca", "inkl", "zzgl", "ggf", "tel", "str", "abs", "mme", "mlle", "env", "sr", "sra", "srta",
        "aprox", "num", "ref", "p.ej", "evtl", "usw",
    ]

    /// The words a contraction stands for, or the word itself.
    static func expand(_ word: String) -> [String] {
        guard word.utf8.contains(UInt8(ascii: "'")) || word.utf8.count < 7 && irregular[word] != nil else {
            return [word]
        }
        if let whole = irregular[word] { return whole }
        guard let mark = word.firstIndex(of: "'") else { return [word] }
        let head = String(word[..<mark])
        let tail = word[word.index(after: mark)...]
        switch tail {
        case "re": return [head, "are"]
        case "ve": return [head, "have"]
        case "ll": return [head, "will"]
        case "d": return [head, "would"]
        case "m": return [head, "am"]
        case "t" where head.hasSuffix("n"): return [String(head.dropLast()), "not"]
        case "s": return pronouns.contains(head) ? [head, "is"] : [head]
        default: return [head, String(tail)]
        }
    }

    private static let irregular: [String: [String]] = [
        "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
        "let's": ["let", "us"], "ain't": ["is", "not"], "cant": ["can", "not"], "dont": ["do", "not"],
    ]
    private static let pronouns: Set<String> = [
        "it", "that", "there", "here", "what", "he", "she", "who", "where", "how",
    ]
}
