import Broker
import StageProtocol

/// Letters that are gone, since their customer was to be erased or their case was kept for long enough; nothing of them is
/// left.
struct ErasedLetters {
    /// The addresses of customers that an operator wants erased.
    var wished: Set<String> = []
    /// The keys of letters of which the broker has said that it accepted them.
    private var accepted: Set<String> = []
    /// The keys of letters that were accepted and are gone.
    private(set) var letters: Set<String> = []
    /// Whether something was erased in this beat.
    private(set) var isNow = false
    /// Whose letters may be gone since this beat.
    private var mayBeGone: Set<String> = []
    private var gone: [Letter] = []

    /// A beat's worth of the journal begins.
    mutating func begin() { (isNow, mayBeGone, gone) = (false, [], []) }

    /// A letter is accepted.
    mutating func add(accepted key: String) { accepted.insert(key) }

    mutating func add(_ row: JournalRow, _ all: [String: Letter], _ store: MemoryStore) {
        isNow = true
        let isWished = row.detail["why"] == "asked for"
        for letter in all.values where !isWished || wished.contains(letter.address) {
            mayBeGone.insert(letter.key)
            guard accepted.contains(letter.key), store.content.submissions.byKey[Exact(letter.key)] == nil,
                letters.insert(letter.key).inserted
            else { continue }
            gone.append(letter)
        }
    }

    /// Whether a letter that is accepted in this beat may have been erased in it as well.
    mutating func mayHaveTaken(_ key: String) -> Bool {
        guard isNow, mayBeGone.contains(key) else { return false }
        letters.insert(key)
        return true
    }

    func check(_ store: MemoryStore, _ all: [String: Letter]) throws(Violation) {
        let content = store.content
        try expectNone(of: content.entries.filter { !$0.value.isEmpty }.keys, "entries", store)
        try expectNone(of: content.sections.filter { !$0.value.isEmpty }.keys, "sections", store)
        try expectNone(of: content.promises.filter { !$0.value.isEmpty }.keys, "promises", store)
        try expectNone(of: content.keys.values, "keys", store)
        try expectNone(of: content.participants.map(\.caseID), "participants", store)
        try expectNone(of: content.attachments.map(\.caseID), "attachments", store)
        try expectNone(of: content.messages.rows.values.compactMap(\.caseID), "messages", store)
        try expectNone(of: content.says.rows.map(\.caseID), "texts", store)
        try expectNone(of: content.submissions.rows.compactMap(\.caseID), "submissions", store)
        try expectNone(of: content.journal.rows.compactMap(\.caseID), "the journal", store)
        let words = Set(gone.map(\.words)).subtracting(all.values.filter { !letters.contains($0.key) }.map(\.words))
        guard !words.isEmpty else { return }
        let lines = store.dump()
        for word in words.sorted() {
            if let line = lines.first(where: { $0.contains("\(word)\"") }) {
                throw Violation(rule: "erased is gone", detail: "\(word) is left: \(line)")
            }
        }
    }

    private func expectNone(of cases: some Sequence<Int64>, _ table: String, _ store: MemoryStore) throws(Violation) {
        for id in cases where store.content.cases[id] == nil {
            throw Violation(rule: "erased is gone", detail: "\(table) have something of case \(id), which is not there")
        }
    }
}
