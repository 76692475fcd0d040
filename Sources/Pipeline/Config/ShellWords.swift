/// Splits a command as a shell splits words: blanks part, quotes join, a backslash takes the next character as it is.
/// Nothing else of a shell is meant: no pipes, no patterns, no substitution.
func shellWords(_ command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = command.makeIterator()
    while let character = characters.next() {
        switch (quote, character) {
        case ("'", "'"), ("\"", "\""): quote = nil
        case ("'", _): word?.append(character)
        case ("\"", "\\"):
            guard let next = characters.next() else { return nil }
            word?.append(contentsOf: next == "\"" || next == "\\" ? "\(next)" : "\\\(next)")
        case ("\"", _): word?.append(character)
        case (_, "'"), (_, "\""):
            quote = character
            word = word ?? ""
        case (_, "\\"):
            guard let next = characters.next() else { return nil }
            word = (word ?? "") + "\(next)"
        case (_, _) where character.isWhitespace:
            if let finished = word { words.append(finished) }
            word = nil
        default: word = (word ?? "") + "\(character)"
        }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    return words
}
