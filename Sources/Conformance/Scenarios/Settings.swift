import Pipeline
import StageProtocol

extension Subject {
    /// Settings that cannot be right by the manifest, and what is wrong with them; nil where it has no settings.
    var wrongSettings: WrongSettings? {
        guard let schema = manifest?.settings, var members = settings.object else { return nil }
        if let name = schema.required.first {
            members[name] = nil
            return WrongSettings(
                settings: .object(members), words: "without \"\(name)\", which the manifest requires", isMissing: true)
        }
        guard let property = schema.properties.first(where: { $0.schema.kind != nil }) else { return nil }
        let wrong: JSON = property.schema.kind == .object ? "wrong" : ["wrong": true]
        members[property.name] = wrong
        return WrongSettings(
            settings: .object(members), words: "with \"\(property.name)\" of another type", isMissing: false)
    }
}

/// Settings that a broker would not send, since it holds them against the manifest.
struct WrongSettings: Sendable {
    let settings: JSON
    let words: String
    /// Whether one is missing; one of another type is a lesser fault to overlook.
    let isMissing: Bool
}

/// A stage that is told settings it cannot work with.
func playWrongSettings(_ encounter: Encounter, _ wrong: WrongSettings) throws(Halt) {
    let what = wrong.words
    try encounter.wait(.handshake, "HELLO", within: encounter.patience.start) { encounter.ledger.hellos > 0 }
    encounter.ledger.welcomes = true
    try encounter.say(.welcome(encounter.ledger.welcome))
    let end = encounter.now + encounter.patience.leave
    while encounter.specimen.exitCode == nil, encounter.ledger.credit == 0, encounter.now < end {
        try encounter.listen(for: .milliseconds(20))
    }
    if encounter.specimen.exitCode == nil, encounter.ledger.credit > 0, let item = encounter.samples.items.first {
        // Some look at their settings only when there is work; saying so then is as good.
        let lease = try encounter.work(item, for: .settings, "a delivery under settings \(what)")
        guard encounter.ledger.held[lease]?.failure?.kind == .config else {
            let words = "it worked a delivery with settings \(what)"
            if wrong.isMissing { throw encounter.fail(.settings, words) }
            return encounter.notes.advise(.settings, words)
        }
    } else {
        try awaitConfigExit(encounter, .settings, after: "settings \(what)")
    }
    encounter.pass(.settings)
}
