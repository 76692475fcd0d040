import StageProtocol

/// A broker that is slow to answer, and then will not have the stage.
func playGreeting(_ encounter: Encounter) throws(Halt) {
    try encounter.wait(.handshake, "HELLO", within: encounter.patience.start) { encounter.ledger.hellos > 0 }
    encounter.pass(.handshake)
    try encounter.wait(.greetsAgain, "a second HELLO", within: .seconds(4)) { encounter.ledger.hellos > 1 }
    encounter.pass(.greetsAgain)
    let words = "this pipeline has no stage of that name"
    try encounter.say(.refused(Refused(code: "unknown-stage", message: words)))
    try awaitConfigExit(encounter, .refusal, after: "REFUSED")
    encounter.pass(.refusal)
}

/// Waits until the process has ended with 78.
func awaitConfigExit(_ encounter: Encounter, _ point: Point, after cause: String) throws(Halt) {
    let end = encounter.now + encounter.patience.leave
    while encounter.specimen.exitCode == nil, encounter.now < end { try encounter.listen(for: .milliseconds(20)) }
    guard let code = encounter.specimen.exitCode else {
        throw encounter.fail(point, "it still ran \(encounter.patience.leave.inWords) after \(cause)")
    }
    if code != 78 { throw encounter.fail(point, "it ended with \(code) after \(cause), not with 78") }
}
