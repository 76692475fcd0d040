package import StageProtocol

/// A promise as it stands in a text.
package struct FoundPromise: Codable, Sendable, Hashable {
    /// What sort of thing is promised.
    package var what: PromiseKind
    /// The sentence that promises it.
    package var quote: String
    /// The words that say until when, nil when there are none.
    package var due: String?
    /// The end of the last day those words can mean, on the clock of the moment they were read at.
    package var dueBy: Timestamp?
    /// How many days that the desk is open those words give: "within 2 business days".
    package var workingDays: Int?
    /// The time of day that those words name, in minutes since midnight on the desk's own clock.
    package var minutes: Int?
    /// The length of time that those words name, where it is one of hours or minutes: it counts from when they are sent.
    package var span: PromisedSpan?
    /// The sum or percentage promised.
    package var amount: Amount?
    /// Whether it is still to be kept; an offer or a thing already done is granted and needs no day.
    package var isOpen: Bool
    /// Which limit of the writer's authority an amount falls under.
    package var grant: Authority.Grant?
    /// Which part of its sentence it stands in, counted from 0; an "and" begins another.
    package var part = 0
}

/// Finds what an outgoing text promises, in English, German, French and Spanish.
package enum PromiseFinder {
    /// The promises of a text, in the order in which they stand.
    package static func promises(in text: String, language: String? = nil, now: Timestamp) -> [FoundPromise] {
        let sentences = Tokenizer.sentences(of: text)
        guard let known = GateLanguage.judge(sentences, hint: language).language else { return [] }
        return promises(
            in: sentences.filter { !$0.isQuoted }.map { ($0, known.book.matches(in: $0)) }, text: text, now: now)
    }

    static func promises(
        in read: [(sentence: Sentence, matches: [PhraseBook.Match])], text: String, now: Timestamp
    ) -> [FoundPromise] {
        var promises: [FoundPromise] = []
        // "It", "then": what the customer is asked for is meant only where it was asked just before.
        var wasAsked = false
        var wasConditional = false
        for (index, (sentence, matches)) in read.enumerated() {
            let asks = sentence.isQuestion || matches.contains { $0.meaning == .request }
            let isAsked = asks || wasAsked
            wasAsked = asks
            // "Then we will": what it follows from stands in the same sentence or in the one before.
            let hasCondition = matches.contains { $0.meaning == .condition }
            let follows =
                (isAsked || hasCondition || wasConditional) && matches.contains { $0.meaning == .consequence }
            wasConditional = hasCondition
            if sentence.isQuestion { continue }
            let dues = terms(in: sentence, matches)
            let anchors = anchors(of: matches, dues)
            let amounts = AmountWords.amounts(in: sentence.tokens)
            let carriers = PromiseKind.carriers(among: anchors.map(\.kind))
            var from = 0
            for (order, anchor) in anchors.enumerated() {
                let end = order + 1 < anchors.count ? anchors[order + 1].position : sentence.tokens.count
                let own = dues.first { $0.lowerBound >= anchor.position && $0.lowerBound < end }
                let near = own ?? dues.first { $0.lowerBound >= anchor.position } ?? dues.last
                var promise = FoundPromise(
                    what: anchor.kind, quote: String(text[sentence.range]), isOpen: anchor.isOpen,
                    part: sentence.part(of: anchor.position))
                if let near {
                    describe(&promise, sentence, near, text: text, now: now)
                } else if anchor.isOpen, index + 1 < read.count {
                    takeDueOfContinuation(&promise, read[index + 1], text: text, now: now)
                }
                // With a condition and no day it is an offer.
                if promise.due == nil, hasCondition || isAsked && matches.contains(where: { $0.meaning == .onReply }) {
                    promise.isOpen = false
                }
                if follows { promise.isOpen = false }
                if carriers.contains(anchor.kind) {
                    let later = anchors[(order + 1)...].filter { carriers.contains($0.kind) }
                    promise.amount =
                        amounts.first { $0.position >= from && (later.isEmpty || $0.position < end) }?.amount
                    from = end
                }
                if promise.amount != nil { promise.grant = grant(of: sentence, kind: anchor.kind) }
                promises.append(promise)
            }
        }
        return promises
    }

    private struct Anchor {
        var position: Int
        var kind: PromiseKind
        var isOpen: Bool
    }

    /// Where the promising verbs stand, each once; what is promised for later wins over what is granted now, and the
    /// kind a table names more closely wins over the general one.
    private static func anchors(of matches: [PhraseBook.Match], _ dues: [Range<Int>]) -> [Anchor] {
        var anchors: [Anchor] = []
        // A grant that reaches over the verb of a promise says the same once more.
        let open = matches.compactMap { match -> Int? in
            guard case .promise(let kind) = match.meaning, [.refund, .credit, .discount].contains(kind) else {
                return nil
            }
            return match.tokens.upperBound - 1
        }
        for match in matches {
            let position = match.tokens.upperBound - 1
            let anchor: Anchor
            switch match.meaning {
            case .promise(let kind): anchor = Anchor(position: position, kind: kind, isOpen: true)
            case .grant where open.contains { match.tokens.contains($0) && $0 != position }: continue
            case .grant(let kind): anchor = Anchor(position: position, kind: kind, isOpen: false)
            case .plan(let kind):
                guard dues.contains(where: { $0.lowerBound > position }) else { continue }
                anchor = Anchor(position: position, kind: kind, isOpen: true)
            default: continue
            }
            // Two phrases that share words speak of one promise, unless a later verb adds another.
            if let same = anchors.firstIndex(where: { $0.position == position }) {
                if anchor.isOpen, !anchors[same].isOpen || anchors[same].kind == .delivery { anchors[same] = anchor }
            } else {
                anchors.append(anchor)
            }
        }
        return anchors.sorted { $0.position < $1.position }
    }

    /// The widest of overlapping ranges, from left to right.
    private static func longest(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.count > $1.count }) where !kept.contains(where: { $0.overlaps(range) }) {
            kept.append(range)
        }
        return kept.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The terms of a sentence, from left to right; words of one that follow each other are one: "by Wednesday", "at 10:00".
    private static func terms(in sentence: Sentence, _ matches: [PhraseBook.Match]) -> [Range<Int>] {
        longest(matches.filter { $0.meaning == .due }.map(\.tokens)).reduce(into: []) { terms, next in
            if let last = terms.last, last.upperBound == next.lowerBound {
                terms[terms.count - 1] = last.lowerBound..<next.upperBound
            } else {
                terms.append(next)
            }
        }
    }

    private static func describe(
        _ promise: inout FoundPromise, _ sentence: Sentence, _ term: Range<Int>, text: String, now: Timestamp
    ) {
        let span = PromisedSpan(sentence.tokens[term])
        let time = span?.isSure == true ? nil : TimeWords.found(in: term, of: sentence.tokens)
        let words = term.lowerBound..<max(term.upperBound, time?.tokens.upperBound ?? 0)
        let tokens = sentence.tokens[words]
        guard let first = tokens.first, let last = tokens.last else { return }
        promise.due = String(text[first.range.lowerBound..<last.range.upperBound])
        let ofTheDay = words.filter { time?.tokens.contains($0) != true }.map { sentence.tokens[$0] }
        let part = time == nil ? DayPart.named(by: tokens.map(\.folded)) : nil
        let isBefore = DueDay.isBefore(tokens)
        promise.minutes = time?.minutes ?? (isBefore ? part?.start : part?.end)
        let isDayBefore = isBefore && time == nil && (part == nil || part == .morning)
        promise.dueBy = DueDay.latest(ofTheDay[...], isBefore: isDayBefore, now: now)
        promise.workingDays = DueDay.workingDays(ofTheDay[...])
        if promise.minutes == nil { promise.span = span }
    }

    /// "We will send a new one. It will be with you by Friday."
    private static func takeDueOfContinuation(
        _ promise: inout FoundPromise, _ next: (sentence: Sentence, matches: [PhraseBook.Match]), text: String,
        now: Timestamp
    ) {
        guard next.matches.contains(where: { $0.meaning == .continuation }), !next.sentence.startsParagraph,
            let due = terms(in: next.sentence, next.matches).first
        else { return }
        describe(&promise, next.sentence, due, text: text, now: now)
    }

    private static func grant(of sentence: Sentence, kind: PromiseKind) -> Authority.Grant? {
        let signs: [(Authority.Grant, [String])] = [
            (
                .credit,
                [
                    "voucher", "gift", "goodwill", "credit", "gutsch", "guthaben", "achat", "vale", "cupon", "bono",
                    "saldo", "kulanz", "gesture", "geste", "gesto",
                ]
            ),
            (
                .discount,
                [
                    "discount", "reduction", "rabatt", "nachlass", "ermaess", "remise", "rabais", "descuento", "rebaja",
                    "off",
                ]
            ),
            (
                .refund,
                [
                    "refund", "reimburs", "repay", "erstatt", "ueberweis", "rembours", "reembols", "devolv", "abon",
                    "money", "geld", "dinero", "argent", "compens", "indemn", "entschaed", "schadens", "ausgleich",
                    "dedommag",
                ]
            ),
        ]
        if kind == .refund { return .refund }
        for (grant, stems) in signs
        where sentence.tokens.contains(where: { token in
            stems.contains { $0.count < 4 ? token.folded == $0 : token.folded.hasPrefix($0) }
        }) {
            return grant
        }
        switch kind {
        case .credit: return .credit
        case .discount: return .discount
        default: return nil
        }
    }
}

extension Sentence {
    /// In which part of the sentence a word stands.
    fileprivate func part(of position: Int) -> Int {
        tokens[..<position].count { $0.kind == .word && Self.joining.contains($0.folded) }
    }

    /// Words that begin a part of their own.
    private static let joining: Set = [
        "and", "or", "then", "und", "oder", "dann", "sowie", "et", "ou", "puis", "y", "e", "o", "luego",
    ]
}
