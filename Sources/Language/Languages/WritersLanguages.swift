extension LanguageReader {
    /// Fewer words than these change the language of no case: "hi", "merci" and "ok" are said in many.
    private static let fewWords = 4

    /// The languages that somebody writes, the one of their newest words first. Where no text has words enough to tell: that of
    /// all of them together, or of a few words where those are in a language that customers can be expected to write in: to a
    /// model of many, "hi" looks most like Catalan.
    /// - Parameters:
    ///   - newestFirst: their words, text by text.
    ///   - subject: what stands above the first of them.
    package func languages(of newestFirst: [String], subject: String? = nil) -> [String] {
        let told = newestFirst.filter { words in
            FoldedText(words).strings.count { $0.contains(where: \.isLetter) } >= Self.fewWords
        }.compactMap { identify($0)?.language }
        if !told.isEmpty { return told.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        let all = ([subject].compactMap { $0 } + newestFirst.reversed()).joined(separator: "\n")
        let read = (newestFirst.count > 1 ? [all] : []) + newestFirst + [all]
        let few = read.lazy.compactMap { identify($0)?.language }.first(where: LanguageIdentifier.languages.contains)
        return few.map { [$0] } ?? []
    }
}
