package import StageProtocol

extension Core {
    /// Answers an event that could not be carried out for a reason that lies in itself, so that everything else goes on. A
    /// message whose outcome it was becomes a dead letter; a submission may come again, and nothing of it is lost.
    package mutating func skip(
        _ event: Event, because reason: String, now time: Timestamp, _ store: any StoreTransaction
    ) throws -> [Action] {
        now = max(now, time)
        actions = []
        guard case .message(let session, let message) = event else { return [] }
        observe("defect", stage: session.door, detail: reason)
        let advice = "the broker failed on it and has logged why: \(reason)"
        switch message {
        case .done(let outcome, _):
            try giveUp(Lease(delivery: outcome.delivery, epoch: outcome.epoch), of: session, advice, store)
        case .fail(let failure):
            try giveUp(Lease(delivery: failure.delivery, epoch: failure.epoch), of: session, advice, store)
        case .begin(let begin):
            try giveUp(Lease(delivery: begin.delivery, epoch: begin.epoch), of: session, advice, store)
        case .submit(let submission, _): send(.later(Later(id: submission.id, after_ms: 60_000)), to: session)
        case .put(let put, _): refuse(session, id: put.hash, code: "defect", advice)
        case .get(let get): refuse(session, id: get.hash, code: "defect", advice)
        case .ask(let ask): refuse(session, id: ask.id, code: "defect", advice)
        case .hello, .credit, .started, .extend, .ping, .bye: break
        }
        return actions
    }

    private mutating func giveUp(
        _ lease: Lease, of session: SessionID, _ advice: String, _ store: any StoreTransaction
    ) throws {
        if let held = held(lease.delivery, lease.epoch, by: session) {
            drop(held)
            if let row = try store.findMessage(held.id) { try bury(row, code: "defect", advice, spent(held), store) }
        }
        refuse(session, delivery: lease.delivery, code: "defect", advice)
    }
}
