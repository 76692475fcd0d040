import Broker
import StageProtocol

// What must be so in the store once nothing moves any more.

extension Oracle {
    /// What holds when everything has come to rest.
    func rest(_ store: MemoryStore, _ letters: [String: Letter], _ outside: Outside) throws(Violation) {
        var places: [String: Int] = [:]
        for row in store.cases {
            for entry in store.entries(row.id) { places[String(decoding: entry.body, as: UTF8.self), default: 0] += 1 }
        }
        let states = Dictionary(store.submissions.map { ($0.key, $0.state) }, uniquingKeysWith: { $1 })
        let here = letters.values.filter { !erasure.letters.contains($0.key) || states[$0.key] != nil }
        var lost = Set(here.filter { ![.parked, .discarded].contains(states[$0.key]) }.map(\.words))
        for letter in here {
            let count = places[String(decoding: letter.body, as: UTF8.self)] ?? 0
            guard count <= 1 else {
                throw Violation(rule: "nothing doubled", detail: "\(letter.words) stands \(count) times in the logs")
            }
            guard states[letter.key] != nil else {
                throw Violation(rule: "nothing lost", detail: "\(letter.key) was never accepted")
            }
            if count == 1 { lost.remove(letter.words) }
        }
        if let words = lost.min() { throw Violation(rule: "nothing lost", detail: "\(words) stands in no log") }
        try messages.rest()
        for say in store.says {
            let copies = say.messageID.flatMap { outside.copies[$0] } ?? []
            guard say.state != .sent || !copies.isEmpty else {
                throw Violation(rule: "said is so", detail: "text \(say.id) counts as sent and never left")
            }
            guard copies.allSatisfy({ $0.mail == say.final && $0.say == say.id }) else {
                throw Violation(rule: "one voice", detail: "text \(say.id) left with other bytes than were committed")
            }
            guard copies.count(where: { !$0.wasInDoubt }) <= 1 else {
                throw Violation(rule: "one voice", detail: "text \(say.id) left \(copies.count) times, not in doubt")
            }
        }
    }
}
