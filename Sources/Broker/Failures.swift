import StageProtocol

extension Core {
    mutating func fail(_ failure: Failure, _ session: Sessions.Session, _ store: any StoreTransaction) throws {
        guard let held = held(failure.delivery, failure.epoch, by: session.id) else {
            return try answerStale(failure.delivery, failure.epoch, session.id, store)
        }
        drop(held)
        guard var row = try store.findMessage(held.id) else { return }
        row.epoch = held.epoch
        switch failure.kind {
        case .retry: try retryOrBury(row, code: failure.code, failure.message, spent(held), store)
        case .permanent, .config:
            row.attempts += 1
            try bury(row, code: failure.code, failure.message, spent(held), store)
        }
        send(.committed(Lease(delivery: failure.delivery, epoch: failure.epoch)), to: session.id)
    }

    /// An answer under a lease that is over: fine if it is the one that was committed, refused otherwise.
    mutating func answerStale(
        _ delivery: Int64, _ epoch: String, _ session: SessionID, _ store: any StoreTransaction
    ) throws {
        if let row = try store.findMessage(delivery), row.epoch == epoch {
            send(.committed(Lease(delivery: delivery, epoch: epoch)), to: session)
        } else {
            refuse(
                session, delivery: delivery, code: "stale",
                "the lease under epoch \(epoch) is over and the message is or was worked by another; drop this outcome")
        }
    }

    /// Another attempt after the back-off, or the dead letters after the last one.
    mutating func retryOrBury(
        _ message: MessageRow, code: String, _ reason: String, _ spent: Spent, _ store: any StoreTransaction
    ) throws {
        var row = message
        row.attempts += 1
        row.error = "\(code): \(reason)"
        guard row.attempts < plan.retry.attempts else { return try bury(row, code: code, reason, spent, store) }
        row.notBefore = now + plan.retry.wait(after: row.attempts)
        try store.update(row)
        scheduled(row.notBefore)
        var detail = spent.detail
        (detail["code"], detail["message"]) = (.string(code), .string(reason))
        detail["attempt"] = .int(Int64(row.attempts))
        try journal("failed", row, detail, store)
        observe("retry", row, ref: try ref(of: row, store), spent) {
            ($0.code, $0.attempt, $0.detail) = (code, row.attempts, reason)
        }
    }

    /// To the dead letters; a submission is parked instead, and escalation is told.
    mutating func bury(
        _ message: MessageRow, code: String, _ reason: String, _ spent: Spent?, _ store: any StoreTransaction
    ) throws {
        var row = message
        row.state = .dead
        row.error = "\(code): \(reason)"
        row.finished = now
        try store.update(row)
        deadCount += 1
        var detail = spent?.detail ?? [:]
        (detail["code"], detail["message"]) = (.string(code), .string(reason))
        try journal("dead", row, detail, store)
        observe("dead", row, ref: try ref(of: row, store), spent) {
            ($0.code, $0.attempt, $0.detail) = (code, row.attempts, reason)
        }
        if let id = row.submission, var submission = try store.findSubmission(id), submission.state == .received {
            submission.state = .parked
            submission.code = code
            submission.reason = "\(row.stage) could not read it: \(reason)"
            submission.settled = now
            try store.update(submission)
        }
        // The undertaker's own dead letters go no further: they would come back to it for ever.
        guard let undertaker = plan.undertaker, row.stage != undertaker, row.caseID != nil else { return }
        var news: [String: JSON] = [
            "message": .int(row.id), "stage": .string(row.stage), "type": .string(row.type), "code": .string(code),
            "reason": .string(reason), "attempts": .int(Int64(row.attempts)),
        ]
        // So that who tells of it knows its own words again, and does not tell of them by others without end.
        if let id = row.say, let say = try store.findSay(id) { news["text"] = .string(say.proposal.name) }
        var letter = row
        letter.data = JSON.object(news).bytes
        try post(to: undertaker, type: "message.dead", from: letter, store)
    }
}
