import StageProtocol

/// An ordinary day: every message that the manifest accepts, each twice, then what cannot be worked, and the end of
/// standard input.
func playWork(_ encounter: Encounter) throws(Halt) {
    try encounter.open()
    var outcomes = 0
    var failure = ""
    for item in encounter.samples.items {
        let first = try encounter.work(item, for: .answers, item.type)
        if let failed = encounter.ledger.held[first]?.failure {
            failure = "\(failed.code): \(failed.message)"
            if item.isGiven {
                encounter.ledger.problem(
                    .answers, "the \(item.type) of conform.yaml was answered with FAIL, \(failure)")
            }
        } else if encounter.ledger.held[first]?.outcome != nil {
            outcomes += 1
        }
        try redeliver(item, first, encounter)
    }
    for point in [Point.answers, .started, .epochs, .extend, .redelivery] { encounter.pass(point) }
    try encounter.awaitCredit()
    encounter.pass(.credit)
    if outcomes > 0 {
        encounter.pass(.grants)
    } else {
        encounter.notes.skip(
            .grants,
            "every message was answered with FAIL, so no outcome was seen (\(failure)); give deliveries in conform.yaml"
        )
    }
    for item in encounter.samples.items { _ = try encounter.work(item.lean, for: .leastSight, "\(item.type) alone") }
    encounter.pass(.leastSight)
    try spoil(encounter)
    encounter.specimen.endInput()
    try encounter.awaitLeave(.inputEnd)
}

/// The same message once more, under another epoch.
private func redeliver(_ item: Samples.Item, _ first: Lease, _ encounter: Encounter) throws(Halt) {
    let again = try encounter.work(item, again: first, for: .redelivery, "\(item.type), delivered again")
    guard let before = encounter.ledger.held[first]?.outcome?.outcome,
        let after = encounter.ledger.held[again]?.outcome?.outcome, before.effect != after.effect
    else { return }
    let texts = [before, after].map { String(decoding: $0.effect.bytes, as: UTF8.self) }
    encounter.ledger.problem(.redelivery, "\(item.type) came to \(texts[0]), and when it came again to \(texts[1])")
}

/// Messages that no stage can work.
private func spoil(_ encounter: Encounter) throws(Halt) {
    guard let item = encounter.samples.items.first(where: { $0.data != nil }) ?? encounter.samples.items.first else {
        return
    }
    let broken = try encounter.work(item.with(data: Array("{no json".utf8)), for: .errors, "data that is no JSON")
    try encounter.awaitCredit()
    let missing = try encounter.deliver(item) { header in
        guard var members = header.object else { return header }
        members["data"] = 99
        return .object(members)
    }
    try encounter.awaitAnswer(missing, .errors, "a delivery whose data is missing")
    let strange = Samples.Item(type: "conform.unknown", data: JSON.object([:]).bytes)
    _ = try encounter.work(strange, for: .errors, "a type that it does not accept")
    encounter.pass(.errors)
    let retried = [broken, missing].filter { encounter.ledger.held[$0]?.failure?.kind == .retry }
    if retried.isEmpty {
        encounter.pass(.errorKinds)
    } else {
        encounter.notes.fail(.errorKinds, "data that can never be read was answered with FAIL of kind retry")
    }
}
