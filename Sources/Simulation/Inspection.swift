package import Broker
import StageProtocol

/// What must be so in a store whenever nothing is being written, whatever went before.
package enum Inspection {
    /// What holds at every moment and is quick to look at: every message that waits stands in exactly one place.
    package static func count(_ core: Core, in store: MemoryStore) throws(Violation) {
        let waiting = store.content.messages.count(.waiting)
        let later = waiting - store.content.messages.waiting.firstIndex(notBelow: .end(of: core.now))
        let standing = core.standing
        guard standing.queued + standing.held + later == waiting else {
            throw Violation(
                rule: "nothing forgotten",
                detail:
                    "\(waiting) messages wait: \(standing.queued) in the queue, \(standing.held) held, \(later) later")
        }
    }

    /// What holds at every moment and takes a look at everything.
    package static func sweep(_ store: MemoryStore) throws(Violation) {
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
}

extension Place {
    static var start: Place { Place(moment: .min, id: .min) }
    static func end(of moment: Timestamp) -> Place { Place(moment: moment.milliseconds, id: .max) }
}
