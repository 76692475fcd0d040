import StageProtocol

/// Sessions that end, in every way but the orderly one.
func playSessions(_ encounter: Encounter) throws(Halt) {
    guard let item = encounter.samples.items.first else { return }
    try encounter.open()
    try beat(encounter)
    encounter.ledger.commits = false
    try encounter.awaitCredit()
    let lease = try encounter.deliver(item)
    try encounter.awaitAnswer(lease, .answers, item.type)
    try forget(encounter, .newSession)
    try encounter.wait(.newSession, "the unanswered outcome in the new session", within: encounter.patience.answer) {
        encounter.ledger.answers(to: lease) > 1
    }
    encounter.pass(.newSession)
    try drop(lease, item, encounter)
    try hush(encounter)
}

/// Nothing is to be done, and the stage must be heard all the same.
private func beat(_ encounter: Encounter) throws(Halt) {
    let before = encounter.ledger.pings.count
    try encounter.listen(for: encounter.patience.heartbeat * 3)
    // A broker ends the session of who is silent for three heartbeats.
    if encounter.ledger.pings.count == before {
        throw encounter.fail(.heartbeat, "nothing was heard for 3 × \(encounter.patience.heartbeat.inWords)")
    }
    encounter.pass(.heartbeat)
}

/// The broker does not know the session any more.
private func forget(_ encounter: Encounter, _ point: Point) throws(Halt) {
    let before = encounter.ledger.hellos
    try encounter.say(.refused(Refused(code: "unknown-session", message: "say HELLO")))
    try encounter.wait(point, "HELLO after REFUSED with unknown-session", within: encounter.patience.answer) {
        encounter.ledger.hellos > before
    }
}

/// The outcome is refused: somebody else does the work.
private func drop(_ lease: Lease, _ item: Samples.Item, _ encounter: Encounter) throws(Halt) {
    try encounter.say(.refused(Refused(delivery: lease.delivery, code: "stale", message: "the lease is over")))
    try encounter.listen(for: encounter.patience.heartbeat / 2)
    let before = encounter.ledger.answers(to: lease)
    encounter.ledger.commits = true
    try forget(encounter, .stale)
    try encounter.wait(.stale, "credit after an outcome that was refused", within: encounter.patience.answer) {
        encounter.ledger.credit > 0
    }
    _ = try encounter.work(item, for: .stale, "a delivery after an outcome that was refused")
    if encounter.ledger.answers(to: lease) > before {
        throw encounter.fail(.stale, "the refused outcome was sent again in the next session")
    }
    encounter.pass(.stale)
}

/// The broker says nothing at all.
private func hush(_ encounter: Encounter) throws(Halt) {
    let before = encounter.ledger.hellos
    encounter.ledger.isMute = true
    let limit = encounter.patience.heartbeat * 6 + .seconds(2)
    try encounter.wait(.silence, "HELLO to a silent broker", within: limit) { encounter.ledger.hellos > before }
    encounter.pass(.silence)
}
