/// Tells what a person wrote from what their mailer put around it: quoted mails, introductions of quotes, signatures.
///
/// Nothing is lost: every line is either in `words` or in `folded`. When in doubt a line counts as written by the person;
/// a mail that would have no words left is all words.
package enum QuoteFolding {
    package struct Result: Sendable, Equatable {
        package var words: String
        package var folded: String
    }

    package static func fold(_ text: String) -> Result {
        let normal = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return fold(normal.split(separator: "\n", omittingEmptySubsequences: false).map { MailLine(String($0)) })
    }

    package static func fold(_ lines: [MailLine]) -> Result {
        let kinds = LineClassifier.kinds(of: lines)
        var reading = FoldReading(lines: lines, kinds: kinds)
        reading.foldSignature()
        reading.foldQuotes()
        reading.foldTail()
        if !reading.hasWords { reading = FoldReading(lines: lines, kinds: kinds) }
        return reading.result
    }
}

/// What a line is, seen by itself and its nearest neighbours.
enum LineKind: Equatable {
    case blank
    case text
    /// Begins with a quote mark, or is marked up as quoted.
    case quote
    /// Quoted with the initials or the name of who wrote it: `JD> text`.
    case namedQuote
    /// A line of an introduction such as "On Monday … wrote:".
    case introduction
    /// "-----Original Message-----" and its like, or the first of a block of mail headers.
    case original
    /// A row of dashes or underscores.
    case rule
    /// `-- ` and its like: a signature follows.
    case signatureMark
    /// "Sent from my phone", footers of mailing lists.
    case footer
}

struct FoldReading {
    private let lines: [MailLine]
    private let kinds: [LineKind]
    private var isFolded: [Bool]
    /// The line after the last one that is still looked at.
    private var end: Int
    /// The first and the last line of text that is not folded: kept, so that asking for them costs nothing.
    private var firstText = Int.max
    private var lastText = -1

    init(lines: [MailLine], kinds: [LineKind]) {
        self.lines = lines
        self.kinds = kinds
        isFolded = Array(repeating: false, count: lines.count)
        end = lines.count
        noteTexts()
    }

    var hasWords: Bool {
        lines.indices.contains { !isFolded[$0] && kinds[$0] != .blank && kinds[$0] != .rule }
    }

    var result: QuoteFolding.Result {
        QuoteFolding.Result(words: joined(folded: false), folded: joined(folded: true))
    }

    private func joined(folded: Bool) -> String {
        let picked = lines.indices.filter { isFolded[$0] == folded }
        let first = picked.first { !lines[$0].text.trimmed.isEmpty } ?? lines.count
        let last = picked.last { !lines[$0].text.trimmed.isEmpty } ?? -1
        return picked.filter { $0 >= first && $0 <= last }.map { lines[$0].text }.joined(separator: "\n")
    }

    // MARK: Signatures

    /// Folds from the last signature mark on, if what follows is short enough to be one.
    mutating func foldSignature() {
        for index in lines.indices where lines[index].hint == .signature { isFolded[index] = true }
        shrink()
        guard let mark = (0..<end).last(where: { kinds[$0] == .signatureMark && !isFolded[$0] }) else { return }
        let after = (mark + 1..<end).filter { kinds[$0] != .blank && !isFolded[$0] }
        let isPlain = after.allSatisfy { kinds[$0] != .quote && kinds[$0] != .introduction && kinds[$0] != .original }
        if after.count <= 16, isPlain { fold(from: mark) }
    }

    // MARK: Quotes

    mutating func foldQuotes() {
        var index = 0
        while index < end {
            switch kinds[index] {
            case .original:
                guard hasText(before: index) else {
                    index += 1
                    continue
                }
                fold(from: startOfSeparator(index))
                return
            case .introduction:
                let last = endOfIntroduction(index)
                if endsWords(introductionAt: index, through: last) { return }
                index = last + 1
            default:
                index += 1
            }
        }
        foldLeadingQuote(from: 0)
    }

    /// Folds an introduction with what belongs to it; true if that was all to the end.
    private mutating func endsWords(introductionAt start: Int, through last: Int) -> Bool {
        let isFirst = !hasText(before: start)
        let next = nextFilled(after: last)
        let isQuoted = next.map { kinds[$0] == .quote } ?? false
        if isFirst {
            fold(start...last)
            if isQuoted, let next { foldLeadingQuote(from: next) }
            return false
        }
        if isQuoted, let next, hasText(afterQuoteAt: next) {
            // Answers stand between the quotes: those give them their sense and stay.
            fold(start...last)
            return false
        }
        fold(from: start)
        return true
    }

    /// Folds a quote at the top, if the answer stands below it.
    private mutating func foldLeadingQuote(from start: Int) {
        guard let first = (start..<end).first(where: { kinds[$0] != .blank && !isFolded[$0] }), kinds[first] == .quote,
            !hasText(before: first), hasText(afterQuoteAt: first)
        else { return }
        var index = first
        while index < end, kinds[index] == .quote || kinds[index] == .blank {
            isFolded[index] = true
            index += 1
        }
    }

    /// Folds quotes, footers and rules at the end, over and over, as long as words stand before them.
    mutating func foldTail() {
        shrink()
        // Signature below footer below quote: no honest mail has many layers.
        for _ in 0..<8 where end > 0 {
            var start = end
            while start > 0, isFolded[start - 1] || Self.isTail(kinds[start - 1]) { start -= 1 }
            if start < end {
                let isAll = !hasText(before: start)
                if isAll { return }
                fold(from: start)
                continue
            }
            guard let footer = footerNearEnd() ?? signatureRule() ?? contactLines() else { return }
            fold(from: footer)
        }
    }

    private static func isTail(_ kind: LineKind) -> Bool {
        switch kind {
        case .blank, .quote, .namedQuote, .rule, .signatureMark, .introduction, .footer: true
        case .text, .original: false
        }
    }

    /// A footer with no more than a few lines after it, which then belong to it.
    private func footerNearEnd() -> Int? {
        let window = max(0, end - 12)..<end
        guard let footer = window.last(where: { kinds[$0] == .footer && !isFolded[$0] }), hasText(before: footer),
            (footer + 1..<end).allSatisfy({ kinds[$0] != .text || !SignatureWords.soundsLikeAnAsk(lines[$0].text) }),
            SignatureWords.startsList(lines[footer].text)
        else { return nil }
        return footer
    }

    /// A row of underscores or the like with a few lines after it that ask nothing.
    private func signatureRule() -> Int? {
        let window = max(0, end - 14)..<end
        guard let rule = window.last(where: { kinds[$0] == .rule && !isFolded[$0] }), hasText(before: rule) else {
            return nil
        }
        let after = (rule + 1..<end).filter { kinds[$0] == .text }
        let isShort = after.count <= 8 && after.allSatisfy { lines[$0].text.utf8.count <= 120 }
        let asks = after.contains { SignatureWords.soundsLikeAnAsk(lines[$0].text) }
        // A rule that is used several times divides what was written into sections.
        let isAlone = lines.indices.filter { kinds[$0] == .rule && $0 < end }.count == 1
        return isShort && !asks && isAlone ? rule : nil
    }

    /// Lines with ways to reach somebody, after "Best regards" and a name.
    private func contactLines() -> Int? {
        let window = max(0, end - 14)..<end
        guard let closing = window.last(where: { kinds[$0] == .text && SignatureWords.isClosing(lines[$0].text) }),
            let name = nextFilled(after: closing), kinds[name] == .text, lines[name].text.utf8.count <= 60,
            let first = nextFilled(after: name)
        else { return nil }
        let rest = (first..<end).filter { kinds[$0] == .text }
        let contacts = rest.filter { SignatureWords.isContact(lines[$0].text) }
        let asks = rest.contains { SignatureWords.soundsLikeAnAsk(lines[$0].text) }
        return !asks && !rest.isEmpty && contacts.count * 2 >= rest.count ? first : nil
    }

    // MARK: Looking around

    private func hasText(before index: Int) -> Bool {
        firstText < index
    }

    /// Whether somebody wrote something after the run of quotes that begins here.
    private func hasText(afterQuoteAt start: Int) -> Bool {
        lastText >= start
    }

    private func nextFilled(after index: Int) -> Int? {
        (index + 1..<max(end, index + 1)).first { kinds[$0] != .blank && !isFolded[$0] }
    }

    private func endOfIntroduction(_ start: Int) -> Int {
        var last = start
        while last + 1 < end, kinds[last + 1] == .introduction { last += 1 }
        return last
    }

    /// A rule right above "Original Message" or a header block belongs to it.
    private func startOfSeparator(_ index: Int) -> Int {
        var start = index
        var candidate = index - 1
        while candidate >= 0, kinds[candidate] == .blank || kinds[candidate] == .rule {
            if kinds[candidate] == .rule { start = candidate }
            candidate -= 1
        }
        return start
    }

    private mutating func fold(_ range: ClosedRange<Int>) {
        for index in range { isFolded[index] = true }
    }

    private mutating func fold(from start: Int) {
        for index in start..<end { isFolded[index] = true }
        end = start
        shrink()
    }

    private mutating func shrink() {
        while end > 0, isFolded[end - 1] || kinds[end - 1] == .blank {
            isFolded[end - 1] = true
            end -= 1
        }
        noteTexts()
    }

    private mutating func noteTexts() {
        let isText = { [kinds, isFolded] (index: Int) in kinds[index] == .text && !isFolded[index] }
        firstText = (0..<end).first(where: isText) ?? Int.max
        lastText = (0..<end).last(where: isText) ?? -1
    }
}
