import StageProtocol

/// A delivery that a session holds.
struct Held {
    let id: Int64
    let epoch: String
    let session: SessionID
    let stage: String
    let caseID: Int64?
    /// Whether it works outside the lane.
    let snapshot: Bool
    /// Contacts heard when it was delivered: an answer that has seen fewer is put back.
    let heard: Int
    /// The message as it was delivered: while it is held, nobody else changes it.
    let row: MessageRow
    /// Who has it.
    let instance: String
    /// Since when it could be worked, and when it was sent.
    let ready: Timestamp
    let sent: Timestamp
    var started: Timestamp?
    /// When the lease ends.
    var expires: Timestamp?

    var lane: Int64? { snapshot ? nil : caseID }
}

extension Core {
    /// The lease a peer speaks of, if it holds it under that epoch.
    func held(_ delivery: Int64, _ epoch: String, by session: SessionID) -> Held? {
        guard let held = leases[delivery], held.epoch == epoch, held.session == session else { return nil }
        return held
    }

    mutating func start(_ lease: Lease, _ session: SessionID) {
        guard let held = held(lease.delivery, lease.epoch, by: session), held.started == nil,
            let stage = plan.holder(held.stage)
        else { return }
        leases[held.id]?.started = now
        leases[held.id]?.expires = now + min(stage.lease, stage.maxHold)
    }

    mutating func extend(_ wish: Extension, _ session: SessionID) {
        guard let held = held(wish.delivery, wish.epoch, by: session), let started = held.started,
            let stage = plan.holder(held.stage), wish.seconds.isFinite, wish.seconds > 0
        else { return }
        let wished = now + .milliseconds(Int64(min(wish.seconds, 86_400) * 1000))
        leases[held.id]?.expires = min(wished, started + stage.maxHold)
    }

    mutating func endExpiredLeases(_ store: any StoreTransaction) throws {
        let expired = leases.values.filter { $0.expires.map { $0 <= now } ?? false }.sorted { $0.id < $1.id }
        for held in expired where leases[held.id] != nil {
            try giveBack(
                held, counts: true, why: "lease-expired", "no outcome within the lease; the stage may hang", store)
            // Whatever waits behind a delivery that hangs would wait with it.
            for other in sessions[held.session]?.held.sorted() ?? [] {
                if let waiting = leases[other], waiting.started == nil {
                    try giveBack(waiting, counts: false, why: "lease-expired", "its stage is busy", store)
                }
            }
        }
    }

    /// Ends a lease without an outcome; the message waits again, or is dead after too many attempts.
    mutating func giveBack(
        _ held: Held, counts: Bool, why code: String, _ message: String, _ store: any StoreTransaction
    ) throws {
        drop(held)
        guard let row = try store.findMessage(held.id), row.state == .waiting else { return }
        if counts {
            try retryOrBury(row, code: code, message, spent(held), store)
        } else {
            enqueue(row)
        }
    }

    /// Forgets a lease and frees its lane.
    mutating func drop(_ held: Held) {
        leases[held.id] = nil
        sessions.give(back: held.id, by: held.session)
        queue.release(held.lane, by: held.id)
    }
}
