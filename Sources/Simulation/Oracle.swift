import Broker
import StageProtocol

/// A promise that was broken.
package struct Violation: Error, Hashable, CustomStringConvertible {
    /// Which promise.
    package let rule: String
    package let detail: String

    package var description: String { "\(rule): \(detail)" }
}

/// Watches a broker from outside: what it says, and what stands in its store after each commit.
struct Oracle {
    /// What a handler answered under a lease.
    struct Answer {
        let outcome: Outcome
        let bodies: [Frame]
        /// What the case had heard when it was handed out.
        let heard: Int
    }

    private struct Given {
        let epoch: String
        let caseID: Int64?
        let isLane: Bool
    }

    private let store: MemoryStore
    /// Journal rows that were looked at.
    private var seen = 0
    private var answers: [Lease: Answer] = [:]
    /// The latest delivery of each message, and the latest that needed a case's lane.
    private var given: [Int64: Given] = [:]
    private var laneGiven: [Int64: Lease] = [:]
    private var epochs: Set<String> = []
    /// Leases whose end has been seen on disk.
    private var ended: Set<Lease> = []
    /// The lease under which each message took effect.
    private(set) var effective: [Int64: Lease] = [:]
    /// Contacts heard in each case, counted from the journal.
    private var heard: [Int64: Int] = [:]
    private var passed: [Int64: String] = [:]
    private var firstGo: Set<Int64> = []
    private var latest = Timestamp(milliseconds: .min)
    /// What was emitted by outcomes that took effect, and by what.
    private(set) var emitted: [String: Int64] = [:]
    /// What has been handed out.
    private(set) var tokens: Set<String> = []

    init(_ store: MemoryStore) { self.store = store }

    /// A handler answers.
    mutating func note(_ outcome: Outcome, _ bodies: [Frame], of delivery: Delivery) {
        answers[delivery.lease] = Answer(outcome: outcome, bodies: bodies, heard: delivery.case?.heard ?? 0)
    }

    /// A new mind may start from an earlier time.
    mutating func forgetTime() { latest = Timestamp(milliseconds: .min) }

    // MARK: What was committed

    /// Looks at what has been written since the last look.
    mutating func lookAtJournal(_ roles: (Int64) -> Admit.Role?) throws(Violation) {
        let journal = store.journal
        while seen < journal.count {
            let row = journal[seen]
            seen += 1
            if let id = row.message, let epoch = store.content.messages[id]?.epoch {
                ended.insert(Lease(delivery: id, epoch: epoch))
            }
            switch row.what {
            case "opened", "followed_up":
                if let id = row.caseID, let submission = row.detail["submission"]?.int, roles(submission) == .customer {
                    heard[id, default: 0] += 1
                }
            case "done": try tookEffect(row)
            case "let-go": try wasLetGo(row)
            case "replayed": if let id = row.message { given[id] = nil }
            default: break
            }
        }
    }

    private mutating func tookEffect(_ row: JournalRow) throws(Violation) {
        guard let id = row.message, let epoch = row.detail["epoch"]?.string else { return }
        let lease = Lease(delivery: id, epoch: epoch)
        if let earlier = effective.updateValue(lease, forKey: id) {
            throw Violation(rule: "one effect", detail: "message \(id) took effect under \(earlier.epoch) and \(epoch)")
        }
        guard let answer = answers[lease] else {
            throw Violation(rule: "no effect of its own", detail: "nobody answered \(id) under \(epoch)")
        }
        guard let given = given[id], given.epoch == epoch else {
            throw Violation(rule: "fenced", detail: "message \(id) took effect under an epoch that was over, \(epoch)")
        }
        guard let caseID = row.caseID else { return }
        if given.isLane, let last = laneGiven[caseID], last != lease {
            throw Violation(
                rule: "one lane", detail: "case \(caseID): \(id) took effect after \(last.delivery) was handed out")
        }
        let outcome = answer.outcome
        if outcome.resolve != nil || (outcome.say ?? []).contains(where: \.answers),
            answer.heard != heard[caseID, default: 0]
        {
            throw Violation(
                rule: "nothing past heard",
                detail: "case \(caseID): \(id) answered contact \(answer.heard) of \(heard[caseID, default: 0])")
        }
        for verdict in outcome.verdicts ?? [] where verdict.pass { passed[verdict.say] = verdict.hash }
        for emission in outcome.emit ?? [] {
            if let body = emission.body { emitted[String(decoding: answer.bodies[body], as: UTF8.self)] = id }
        }
    }

    private mutating func wasLetGo(_ row: JournalRow) throws(Violation) {
        guard let id = row.detail["say"]?.int, let caseID = row.caseID else { return }
        let say = store.says[Int(id) - 1]
        guard passed[id] == say.hash else {
            throw Violation(rule: "no text without its verdict", detail: "text \(id) was let go, and nobody passed it")
        }
        guard row.detail["in_doubt"]?.bool == false else { return }
        guard firstGo.insert(id).inserted else {
            throw Violation(rule: "one voice", detail: "text \(id) was let go twice as if for the first time")
        }
        if say.proposal.answers, say.heard != heard[caseID, default: 0] {
            throw Violation(
                rule: "nothing past heard",
                detail: "text \(id) answers contact \(say.heard) of \(heard[caseID, default: 0]) and was let go")
        }
    }

    // MARK: What was said

    /// Looks at what the broker says, when it may say it.
    mutating func lookAt(_ message: BrokerMessage, to session: SessionID, plan: Plan) throws(Violation) {
        switch message {
        case .accepted(let accepted):
            guard store.submissions.indices.contains(Int(accepted.submission) - 1),
                store.submissions[Int(accepted.submission) - 1].key == accepted.id
            else { throw Violation(rule: "said is committed", detail: "ACCEPTED \(accepted.id) is not in the store") }
        case .committed(let lease):
            if !ended.contains(lease) {
                throw Violation(
                    rule: "said is committed", detail: "COMMITTED \(lease.delivery) under \(lease.epoch), not so")
            }
        case .deliver(let delivery, let bodies): try lookAt(delivery, bodies, plan.stages[session.door])
        case .go(let go):
            let say = store.says[Int(go.say) - 1]
            // A repeated BEGIN may be answered in the beat that closes the text.
            guard [.sending, .sent, .failed].contains(say.state), say.final != nil, firstGo.contains(go.say) else {
                throw Violation(rule: "said is committed", detail: "GO for text \(go.say), which is \(say.state)")
            }
        default: break
        }
    }

    private mutating func lookAt(
        _ delivery: Delivery, _ bodies: [Frame], _ stage: StagePlan?
    ) throws(Violation) {
        let id = delivery.delivery
        guard let row = store.content.messages[id], row.state == .waiting, row.stage == stage?.name else {
            throw Violation(rule: "said is committed", detail: "DELIVER \(id), which does not wait for its stage")
        }
        guard store.wishes[row.stage]?.isDrained != true else {
            throw Violation(rule: "drained is drained", detail: "DELIVER \(id) to \(row.stage), which is drained")
        }
        guard row.notBefore <= delivery.now, delivery.now >= latest else {
            throw Violation(rule: "time goes forward", detail: "DELIVER \(id) at \(delivery.now), too early")
        }
        latest = delivery.now
        guard epochs.insert(delivery.epoch).inserted else {
            throw Violation(rule: "fenced", detail: "the epoch \(delivery.epoch) was handed out twice")
        }
        for section in delivery.sections where stage?.reads.contains(section.name) != true {
            throw Violation(rule: "least sight", detail: "\(row.stage) was shown section \(section.name)")
        }
        let isLane = row.caseID != nil && stage?.accepts[row.type] == false
        given[id] = Given(epoch: delivery.epoch, caseID: row.caseID, isLane: isLane)
        if isLane, let caseID = row.caseID { laneGiven[caseID] = delivery.lease }
        if let data = delivery.data { tokens.insert(String(decoding: bodies[data], as: UTF8.self)) }
    }
}
