import Broker
import StageProtocol

// What must be so in the store whenever nothing is being written.

extension Oracle {
    /// What holds at every moment and is quick to look at: every message that waits stands in exactly one place.
    func count(_ core: Core, in store: MemoryStore) throws(Violation) {
        let waiting = store.content.messages.count(.waiting)
        let later = waiting - store.content.messages.waiting.between(.start, .end(of: core.now)).count
        let standing = core.standing
        guard standing.queued + standing.held + later == waiting else {
            throw Violation(
                rule: "nothing forgotten",
                detail:
                    "\(waiting) messages wait: \(standing.queued) in the queue, \(standing.held) held, \(later) later")
        }
    }

    /// What holds at every moment and takes a look at everything.
    func sweep(_ store: MemoryStore) throws(Violation) {
        var attended: Set<Int64> = []
        var spoken: Set<Int64> = []
        for row in store.messages where row.state != .done {
            if let id = row.caseID { attended.insert(id) }
            if let say = row.say { spoken.insert(say) }
        }
        for row in store.cases {
            let log = store.entries(row.id)
            let isWhole = zip(log, 1...).allSatisfy { $0.seq == $1 } && log.count == row.entries
            guard isWhole, log.count(where: { $0.kind == "heard" }) == row.heard
            else {
                throw Violation(rule: "the log is whole", detail: "case \(row.ref): \(log.map(\.seq)), \(row.entries)")
            }
            guard row.status == .resolved || attended.contains(row.id) else {
                throw Violation(rule: "never silent", detail: "case \(row.ref) is open and nothing waits in it")
            }
        }
        for say in store.says where [.proposed, .ready, .sending].contains(say.state) && !spoken.contains(say.id) {
            throw Violation(rule: "no text stranded", detail: "text \(say.id) is \(say.state) and nothing waits for it")
        }
        let read = Set(store.messages.compactMap { $0.state == .waiting ? $0.submission : nil })
        for row in store.submissions where row.state == .received && !read.contains(row.id) {
            throw Violation(rule: "nothing lost", detail: "submission \(row.key) was received and nobody reads it")
        }
    }

    /// What holds when everything has come to rest.
    func rest(_ store: MemoryStore, _ letters: [String: Letter], _ outside: Outside) throws(Violation) {
        var places: [String: Int] = [:]
        for row in store.cases {
            for entry in store.entries(row.id) { places[String(decoding: entry.body, as: UTF8.self), default: 0] += 1 }
        }
        let states = Dictionary(store.submissions.map { ($0.key, $0.state) }, uniquingKeysWith: { $1 })
        var lost = Set(letters.values.filter { states[$0.key] != .parked }.map(\.words))
        for letter in letters.values {
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
        for (token, message) in emitted where !tokens.contains(token) {
            throw Violation(rule: "nothing lost", detail: "\(token), emitted by \(message), was never handed out")
        }
        for say in store.says {
            let copies = outside.copies[say.id] ?? []
            guard say.state != .sent || !copies.isEmpty else {
                throw Violation(rule: "said is so", detail: "text \(say.id) counts as sent and never left")
            }
            guard copies.allSatisfy({ $0.mail == say.final && $0.messageID == say.messageID }) else {
                throw Violation(rule: "one voice", detail: "text \(say.id) left with other bytes than were committed")
            }
            guard copies.count(where: { !$0.wasInDoubt }) <= 1 else {
                throw Violation(rule: "one voice", detail: "text \(say.id) left \(copies.count) times, not in doubt")
            }
        }
    }
}

extension Place {
    static var start: Place { Place(moment: .min, id: .min) }
    static func end(of moment: Timestamp) -> Place { Place(moment: moment.milliseconds, id: .max) }
}
