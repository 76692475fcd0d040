/// Phrases that mean the same, with the better wording a writer is offered.
struct PhraseTable: Sendable {
    /// What a match says: a rule of the gate, or a sign the rules ask for.
    enum Meaning: Hashable, Sendable {
        case finding(GateRule)
        /// A refusal that is only a dead end when the text offers nothing.
        case refusal
        /// Something the customer can do or have instead.
        case offer
        /// The customer's feelings are acknowledged.
        case acknowledgment
        /// Something that has happened since the last word.
        case news
        /// Somebody or something that is waited for, by name.
        case awaited
        /// Words that say nothing but that something goes on.
        case hollow
        /// Words of mere politeness, which tell nothing either.
        case politeness
        /// A question that courtesy asks and nobody has to answer.
        case courtesyQuestion
        /// A further question in the same sentence.
        case furtherQuestion
        /// A promise, with its kind.
        case promise(PromiseKind)
        /// Something that is done now, which promises it where a day stands behind it.
        case plan(PromiseKind)
        /// Something granted that needs no day: an offer, or a thing already done.
        case grant(PromiseKind)
        /// A sentence that goes on about what the sentence before it promised.
        case continuation
        /// What a promise waits for first: the customer's word, a thing that comes back.
        case condition
        /// What follows from a condition of its sentence or of the one before: "then we will send it"; by itself it is a promise.
        case consequence
        /// The customer is asked for something.
        case request
        /// What a promise waits for where the customer was asked for it before: "as soon as we have it".
        case onReply
        /// A day or a term.
        case due
    }

    var meaning: Meaning
    var advice = ""
    /// One pattern a line.
    var phrases: String
    /// Patterns that take a match back where they overlap it.
    var unless = ""

    init(_ meaning: Meaning, advice: String = "", _ phrases: String, unless: String = "") {
        self.meaning = meaning
        self.advice = advice
        self.phrases = phrases
        self.unless = unless
    }

    init(_ rule: GateRule, advice: String, _ phrases: String, unless: String = "") {
        self.init(.finding(rule), advice: advice, phrases, unless: unless)
    }
}

/// One language's phrases, compiled.
struct PhraseBook: Sendable {
    /// A place where a table's phrase stands in a sentence.
    struct Match: Sendable {
        var meaning: PhraseTable.Meaning
        var advice: String
        var tokens: Range<Int>
    }

    private struct Entry: Sendable {
        var phrase: Phrase
        var table: Int
        var isVeto: Bool
        var firstWords: [Int32]

        func isIndexed(under ids: ArraySlice<Int32>) -> Bool { firstWords.contains { ids.contains($0) } }
    }

    private var symbols = SymbolTable()
    private var tables: [PhraseTable] = []
    private var entries: [Entry] = []
    private var byFirstWord: [Int32: [Int]] = [:]
    private var anywhere: [Int] = []

    init(classes: [String: String], _ tables: [PhraseTable]) {
        self.tables = tables
        for (index, table) in tables.enumerated() {
            for line in table.phrases.split(separator: "\n") { add(line, table: index, isVeto: false, classes) }
            for line in table.unless.split(separator: "\n") { add(line, table: index, isVeto: true, classes) }
        }
    }

    private mutating func add(_ line: Substring, table: Int, isVeto: Bool, _ classes: [String: String]) {
        let phrase = Phrase(elements: line.split(separator: " ").map { element(String($0), classes) })
        let firstWords = phrase.firstWords
        entries.append(Entry(phrase: phrase, table: table, isVeto: isVeto, firstWords: firstWords ?? []))
        guard let first = firstWords else { return anywhere.append(entries.count - 1) }
        for id in Set(first) { byFirstWord[id, default: []].append(entries.count - 1) }
    }

    private mutating func element(_ source: String, _ classes: [String: String]) -> Phrase.Element {
        if source == "^" { return .start }
        if source == "$" { return .end }
        if source == "," { return .afterBreak }
        if source.hasPrefix("~") {
            let across = source.hasPrefix("~~")
            return .gap(Int(source.drop { $0 == "~" }) ?? 0, acrossBreaks: across)
        }
        var words = Substring(source)
        let isNot = words.first == "!"
        if isNot { words.removeFirst() }
        let optional = words.last == "?"
        if optional { words.removeLast() }
        let expanded = words.split(separator: "|").map { name in
            name.hasPrefix("{") ? classes[String(name.dropFirst().dropLast())] ?? String(name) : String(name)
        }.joined(separator: "|")
        let ids = symbols.symbols(expanded)
        return isNot ? .not(ids) : .words(ids, optional: optional)
    }

    /// How many of the tokens some phrase mentions by name.
    func familiarity(with tokens: [Token]) -> Int { tokens.count { symbols.names($0.folded) } }

    /// All that the tables find in one sentence, from left to right; matches a veto overlaps are left out.
    func matches(in sentence: Sentence) -> [Match] {
        let read = symbols.read(sentence.tokens)
        var found: [(entry: Entry, range: Range<Int>)] = []
        func attempt(_ index: Int, at position: Int) {
            guard let end = entries[index].phrase.match(read, at: position), end > position else { return }
            found.append((entries[index], position..<end))
        }
        for position in read.indices {
            for index in anywhere { attempt(index, at: position) }
            let ids = read[position].ids
            for (order, id) in ids.enumerated() {
                for index in byFirstWord[id] ?? [] where order == 0 || !entries[index].isIndexed(under: ids[..<order]) {
                    attempt(index, at: position)
                }
            }
        }
        let vetoes = found.filter(\.entry.isVeto)
        return found.compactMap { entry, range in
            if entry.isVeto { return nil }
            if vetoes.contains(where: { $0.entry.table == entry.table && $0.range.overlaps(range) }) { return nil }
            // What the customer is quoted with is not said to them.
            if sentence.tokens[range].contains(where: \.isCited) { return nil }
            return Match(meaning: tables[entry.table].meaning, advice: tables[entry.table].advice, tokens: range)
        }
    }
}
