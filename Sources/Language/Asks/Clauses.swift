/// Parts a sentence where a second ask begins: "the cup is broken and where is my refund?" holds two.
enum Clauses {
    static func split(_ sentence: TextSpan) -> [TextSpan] {
        let folded = FoldedText(sentence.text)
        let words = folded.strings
        let isQuestion = sentence.text.hasSuffix("?")
        var cuts: [Int] = []
        for index in words.indices.dropFirst(2) where index + 2 < words.count {
            guard isCut(words, at: index, in: folded, sentence.text) else { continue }
            let begin = cuts.last ?? 0
            let left = AskClassifier.kind(ofWords: Array(words[begin..<index]), isQuestion: false)
            let right = AskClassifier.kind(
                ofWords: Array(words[(joiners.contains(words[index]) ? index + 1 : index)...]), isQuestion: isQuestion)
            if left != nil, right != nil { cuts.append(index) }
        }
        guard !cuts.isEmpty else { return [sentence] }
        var parts: [TextSpan] = []
        var begin = 0
        for cut in cuts + [words.count] {
            // The joining word belongs to neither part; the last part keeps its end sign.
            let first = parts.isEmpty || !joiners.contains(words[begin]) ? begin : begin + 1
            let start = parts.isEmpty ? 0 : folded.words[first].utf8.lowerBound
            let end = cut == words.count ? sentence.text.utf8.count : folded.words[cut - 1].utf8.upperBound
            let bytes = sentence.text.utf8.dropFirst(start).prefix(end - start)
            parts.append(
                TextSpan(
                    text: String(Substring(bytes)),
                    utf8: (sentence.utf8.lowerBound + start)..<(sentence.utf8.lowerBound + end)))
            begin = cut
        }
        return parts
    }

    private static let joiners: Set<String> = [
        "and", "but", "so", "also", "und", "aber", "et", "mais", "y", "pero", "also",
    ]

    /// A joining word, or a comma or semicolon between the words.
    static func isCut(_ words: [String], at index: Int, in folded: FoldedText, _ text: String) -> Bool {
        if joiners.contains(words[index]) { return true }
        if joiners.contains(words[index - 1]) { return false }
        let gap = folded.words[index - 1].utf8.upperBound..<folded.words[index].utf8.lowerBound
        return text.utf8.dropFirst(gap.lowerBound).prefix(gap.count).contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
        }
    }
}
