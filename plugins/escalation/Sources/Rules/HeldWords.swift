import StageProtocol

/// What colleagues are to be told once their hours begin, as a log tells it.
struct HeldWords: Sendable, Hashable {
    /// Something that one of them is told later.
    struct Word: Sendable, Hashable {
        var person: String
        var reason: String
        var at: Timestamp
        /// Whether it is about a time that other cases most likely have at the same moment.
        var isShared: Bool
    }

    private(set) var words: [Word] = []

    /// Takes in what the log says next: something is kept for somebody, or they have heard all that was.
    mutating func take(_ entry: Entry) {
        guard entry.kind == "noted" else { return }
        if let person = entry.body["held"]?.string, let reason = entry.body["reason"]?.string {
            words.append(
                Word(person: person, reason: reason, at: entry.at, isShared: entry.body["shared"]?.bool ?? false))
        } else if let person = entry.body["told-later"]?.string {
            words.removeAll { $0.person == person }
        }
    }

    /// The customer has their answer: nobody needs to hear that its time ran out.
    mutating func answered() { words.removeAll(where: \.isShared) }

    /// Nobody needs to hear of it any more.
    mutating func drop() { words = [] }

    /// What waits for somebody, oldest first.
    func of(_ person: String) -> [Word] { words.filter { $0.person == person } }

    /// Whom something waits for, and since when.
    var since: [(person: String, at: Timestamp)] {
        var first: [String: Timestamp] = [:]
        for word in words { first[word.person] = min(first[word.person] ?? word.at, word.at) }
        return first.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
