/// A pattern over the words of one sentence, written on one line:
///
///     word        the word itself, folded as the text is
///     a|b|c       one of these
///     stem*       a word that begins so
///     word?       may be missing
///     !a|b        neither of these follows (takes no word)
///     ~3          up to three words, not across a comma
///     ~~3         up to three words, also across a comma
///     ,           a comma, colon, dash or bracket stands here
///     ^ and $     the sentence begins, ends here
///     {name}      the words the table lists under this name
///     #num #date #time #money #percent   a number, a date, a time, an amount
///     #day        a number that can be a day and a month: `25.11`
///     #name       a word with a capital letter within the sentence
///     #mail       a mail address
struct Phrase: Sendable {
    enum Element: Sendable {
        case words([Int32], optional: Bool)
        case not([Int32])
        case gap(Int, acrossBreaks: Bool)
        case start
        case afterBreak
        case end
    }

    let elements: [Element]

    /// The words one of which the first token must be; nil when anything may come first.
    var firstWords: [Int32]? {
        var words: [Int32] = []
        for element in elements {
            switch element {
            case .words(let ids, let optional):
                words += ids
                if !optional { return words }
            case .start, .afterBreak, .not: continue
            case .gap, .end: return nil
            }
        }
        return nil
    }

    /// The end of the shortest match that begins at a token, as the index after its last token.
    func match(_ tokens: [SymbolSet], at start: Int) -> Int? {
        match(element: 0, tokens, at: start)
    }

    private func match(element index: Int, _ tokens: [SymbolSet], at position: Int) -> Int? {
        guard index < elements.count else { return position }
        switch elements[index] {
        case .start:
            return position == 0 ? match(element: index + 1, tokens, at: position) : nil
        case .end:
            return position == tokens.count ? match(element: index + 1, tokens, at: position) : nil
        case .afterBreak:
            guard position < tokens.count, tokens[position].afterBreak else { return nil }
            return match(element: index + 1, tokens, at: position)
        case .not(let ids):
            if position < tokens.count, tokens[position].contains(anyOf: ids) { return nil }
            return match(element: index + 1, tokens, at: position)
        case .words(let ids, let optional):
            if position < tokens.count, tokens[position].contains(anyOf: ids),
                let end = match(element: index + 1, tokens, at: position + 1)
            {
                return end
            }
            return optional ? match(element: index + 1, tokens, at: position) : nil
        case .gap(let most, let acrossBreaks):
            if index + 1 == elements.count { return reach(most, acrossBreaks, tokens, from: position) }
            for skipped in 0...most {
                let next = position + skipped
                if skipped > 0, next > tokens.count { return nil }
                if !acrossBreaks, skipped > 0, tokens[next - 1].afterBreak { return nil }
                if !acrossBreaks, next < tokens.count, tokens[next].afterBreak, skipped > 0 || most > 0 {
                    return nil
                }
                if let end = match(element: index + 1, tokens, at: next) { return end }
            }
            return nil
        }
    }
}

extension Phrase {
    /// A gap that ends a phrase takes all the words it may.
    private func reach(_ most: Int, _ acrossBreaks: Bool, _ tokens: [SymbolSet], from start: Int) -> Int {
        var end = start
        while end < tokens.count, end - start < most, acrossBreaks || !tokens[end].afterBreak { end += 1 }
        return end
    }
}

/// The symbols one token stands for: itself, the stems it begins with, and its kind.
struct SymbolSet: Sendable {
    var ids: [Int32]
    var afterBreak: Bool

    func contains(anyOf wanted: [Int32]) -> Bool {
        for id in ids where wanted.contains(id) { return true }
        return false
    }
}
