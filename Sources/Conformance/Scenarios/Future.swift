import StageProtocol

/// A broker of a later year, then one that talks rubbish, and TERM.
func playFuture(_ encounter: Encounter) throws(Halt) {
    guard let item = encounter.samples.items.first else { return }
    try encounter.wait(.handshake, "HELLO", within: encounter.patience.start) { encounter.ledger.hellos > 0 }
    encounter.ledger.welcomes = true
    var welcome = BrokerMessage.welcome(encounter.ledger.welcome).frames
    welcome[2] = withNews(welcome[2])
    try encounter.say(frames: welcome)
    try encounter.wait(.unknownFields, "CREDIT after a WELCOME with unknown fields", within: encounter.patience.start) {
        encounter.ledger.credit > 0
    }
    try encounter.say(frames: [
        Wire.signature, Array("TOMORROW".utf8), Array(#"{"new": true}"#.utf8), Array("body".utf8),
    ])
    let lease = try encounter.deliver(item) { (try? JSON(bytes: withNews($0.bytes))) ?? $0 }
    try encounter.awaitAnswer(lease, .unknownFields, "a delivery with unknown fields")
    encounter.pass(.unknownFields)
    for frames in rubbish { try encounter.say(frames: frames) }
    // Who opens a new session over it is forgiven; who ends is not.
    try encounter.listen(for: encounter.patience.heartbeat / 2)
    try encounter.wait(.rubbish, "credit after messages that cannot be read", within: encounter.patience.start) {
        encounter.ledger.credit > 0
    }
    _ = try encounter.work(item, for: .rubbish, "a delivery after messages that cannot be read")
    encounter.pass(.rubbish)
    encounter.specimen.terminate()
    try encounter.awaitLeave(.term)
}

/// A header with members that nobody knows, at the top and one below.
private func withNews(_ header: Frame) -> Frame {
    guard let members = (try? JSON(bytes: header))?.object else { return header }
    let news: JSON = ["since": "2027", "list": [1, nil, ["deep": true]]]
    let nested: Set<String> = ["message", "limits", "case"]
    var result = members.mapValues { $0 }
    for (name, value) in members where nested.contains(name) {
        if var inner = value.object {
            inner["tomorrow"] = news
            result[name] = .object(inner)
        }
    }
    result["tomorrow"] = news
    return JSON.object(result).bytes
}

private let rubbish: [[Frame]] = [
    [[]],
    [Wire.signature, Array("DELIVER".utf8)],
    [Array("CASEWIRE/9".utf8), Array("DELIVER".utf8), Array("{}".utf8)],
    [Wire.signature, Array("DELIVER".utf8), Array("no json".utf8)],
    [Wire.signature, Array("DELIVER".utf8), [0xFF, 0xFE, 0x00]],
    [Wire.signature, Array("DELIVER".utf8), Array("[]".utf8)],
    [Wire.signature, Array("DELIVER".utf8), Array("{}".utf8)],
    [Wire.signature, Array("COMMITTED".utf8), Array(#"{"delivery": "seven"}"#.utf8)],
    [Wire.signature, [0, 1, 2], Array("{}".utf8)],
]
