import StageProtocol

/// A broker that neither reads nor answers for a while, and then wants the stage to leave.
func playSlowness(_ encounter: Encounter) throws(Halt) {
    guard let item = encounter.samples.items.first else { return }
    try encounter.open()
    encounter.ledger.commits = false
    var leases: [Lease] = []
    for _ in 0..<min(encounter.ledger.credit, 4) { leases.append(try encounter.deliver(item)) }
    // In all less than the three heartbeats after which an outcome may be sent again, and the broker counts as silent.
    pause(encounter.patience.heartbeat)
    for lease in leases {
        try encounter.awaitAnswer(lease, .slowBroker, "a delivery to a broker that was slow to read")
    }
    try encounter.listen(for: encounter.patience.heartbeat / 2)
    if encounter.ledger.hasLeft || encounter.specimen.exitCode != nil {
        throw encounter.fail(.slowBroker, "it left while its outcomes were not answered")
    }
    if let lease = leases.first(where: { encounter.ledger.answers(to: $0) > 1 }), encounter.ledger.hellos == 1 {
        let count = encounter.ledger.answers(to: lease)
        throw encounter.fail(.slowBroker, "one outcome was sent \(count) times within one session")
    }
    for lease in leases { try encounter.say(.committed(lease)) }
    try encounter.wait(.slowBroker, "credit after outcomes that were answered late", within: encounter.patience.answer)
    {
        encounter.ledger.credit > 0
    }
    encounter.pass(.slowBroker)
    try drain(item, encounter)
}

private func drain(_ item: Samples.Item, _ encounter: Encounter) throws(Halt) {
    let lease = try encounter.deliver(item)
    try encounter.awaitAnswer(lease, .drain, item.type)
    try encounter.say(.drain)
    try encounter.listen(for: encounter.patience.heartbeat)
    if encounter.ledger.hasLeft || encounter.specimen.exitCode != nil {
        throw encounter.fail(.drain, "it left before its last outcome was answered")
    }
    let late = try encounter.deliver(item)
    try encounter.listen(for: encounter.patience.heartbeat / 2)
    if encounter.ledger.held[late]?.startedAt != nil {
        throw encounter.fail(.drain, "it started a delivery that came after DRAIN")
    }
    try encounter.say(.committed(lease))
    try encounter.awaitLeave(.drain)
}
