import Language

/// The words of a passage that cover an ask.
enum Span {
    /// The sentence that shares most with the ask; the first one where none shares anything, since a passage begins
    /// with its answer.
    static func best(in passage: String, for ask: String) -> String? {
        let wanted = stems(of: ask)
        let all = Sentences.split(passage).map(\.text)
        // That we are sorry covers nothing, whatever words it shares with what was asked.
        let telling = all.filter { !Regret.isMere($0) }
        let sentences = telling.isEmpty ? all : telling
        var best: (sentence: String, shared: Int)?
        for sentence in sentences {
            let shared = wanted.intersection(stems(of: sentence)).count
            if shared > best?.shared ?? -1 { best = (sentence, shared) }
        }
        return best?.sentence
    }

    /// Words long enough to mean something, cut to where endings begin.
    private static func stems(of text: String) -> Set<String> {
        Set(FoldedText(text).strings.filter { $0.count > 3 }.map { String($0.prefix(5)) })
    }
}
