import Broker
import StageProtocol

// What the broker says, looked at when it may say it.

extension Oracle {
    mutating func lookAt(_ message: BrokerMessage, to session: SessionID, plan: Plan) throws(Violation) {
        switch message {
        case .accepted(let accepted):
            let isThere = store.content.submissions[accepted.submission]?.key == accepted.id
            guard isThere || erasure.mayHaveTaken(accepted.id) else {
                throw Violation(rule: "said is committed", detail: "ACCEPTED \(accepted.id) is not in the store")
            }
            erasure.add(accepted: accepted.id)
        case .committed(let lease):
            // What has failed may be let in, dropped or erased within the same beat.
            let isTold = erasure.isNow || touched.contains(lease.delivery)
            let isGone = isTold && store.content.messages[lease.delivery] == nil
            guard ended.contains(lease) || isGone else {
                throw Violation(
                    rule: "said is committed", detail: "COMMITTED \(lease.delivery) under \(lease.epoch), not so")
            }
        case .deliver(let delivery, let bodies): try lookAt(delivery, bodies, plan.stages[session.door])
        case .go(let go):
            // What is erased in the same beat may have left its number to another text.
            guard !erasure.isNow else { return }
            guard let say = store.content.says[go.say] else {
                throw Violation(rule: "said is committed", detail: "GO for text \(go.say), which is not there")
            }
            // A repeated BEGIN may be answered in the beat that closes the text.
            guard [.sending, .sent, .failed].contains(say.state), say.final != nil, letGo.contains(say.hash) else {
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
        guard row.notBefore <= latest else {
            throw Violation(rule: "time goes forward", detail: "DELIVER \(id) at \(latest), too early")
        }
        try checkTime(delivery, of: row.caseID)
        guard epochs.insert(delivery.epoch).inserted else {
            throw Violation(rule: "fenced", detail: "the epoch \(delivery.epoch) was handed out twice")
        }
        for section in delivery.sections where stage?.reads.contains(section.name) != true {
            throw Violation(rule: "least sight", detail: "\(row.stage) was shown section \(section.name)")
        }
        try timers.lookAt(row)
        let isLane = row.caseID != nil && stage?.accepts[row.type] != true
        if isLane { try checkOrder(row, stage, now: latest) }
        given[id] = Given(epoch: delivery.epoch, caseID: row.caseID, isLane: isLane)
        if isLane, let caseID = row.caseID { laneGiven[caseID] = delivery.lease }
        if let data = delivery.data {
            try messages.handedOut(text(bodies[data]), row, about: delivery.message.subject)
        }
    }

    /// A delivery comes at the broker's time; or later, where the clock was set back since words were written into the case's log, so
    /// that none of them is still to come for whoever works it.
    private func checkTime(_ delivery: Delivery, of caseID: Int64?) throws(Violation) {
        let last = caseID.flatMap { store.entries($0).map(\.at).max() } ?? latest
        let end = caseID.flatMap { store.content.cases[$0]?.updated } ?? latest
        guard delivery.now >= max(last, latest), delivery.now <= max(end, latest) else {
            throw Violation(
                rule: "time goes forward",
                detail:
                    "DELIVER \(delivery.delivery) at \(delivery.now); it is \(latest), the case's last entry is of \(last)"
            )
        }
    }

    /// Within a case and a stage, what is handed out is the first of what could be: in the order in which it was sent, and
    /// what was put back behind what it was put back behind.
    private func checkOrder(_ row: MessageRow, _ stage: StagePlan?, now: Timestamp) throws(Violation) {
        for place in store.content.messages.waiting.between(.start, .end(of: now)) {
            guard let other = store.content.messages[place.id], other.caseID == row.caseID, other.stage == row.stage,
                stage?.accepts[other.type] != true, other.placeInLane < row.placeInLane,
                // It may be held outside the lane still, since before a reload.
                given[other.id]?.isLane != false
            else { continue }
            throw Violation(
                rule: "in order", detail: "DELIVER \(row.id) to \(row.stage) ahead of \(other.id), of the same case")
        }
    }
}

extension MessageRow {
    /// Where it stands among the messages of its case and stage.
    fileprivate var placeInLane: (Int64, Int, Int64) { rank == 0 ? (id, 0, id) : (rank, 1, id) }
}
