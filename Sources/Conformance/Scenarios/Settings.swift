import Pipeline
import StageProtocol

extension Subject {
    /// Settings that cannot be right by the manifest, and what is wrong with them; nil where it has no settings.
    var wrongSettings: (settings: JSON, words: String)? {
        guard let schema = manifest?.settings, var members = settings.object else { return nil }
        if let name = schema.required.first {
            members[name] = nil
            return (.object(members), "without \"\(name)\", which the manifest requires")
        }
        guard let property = schema.properties.first(where: { $0.schema.kind != nil }) else { return nil }
        let wrong: JSON = property.schema.kind == .object ? "wrong" : ["wrong": true]
        members[property.name] = wrong
        return (.object(members), "with \"\(property.name)\" of another type")
    }
}

/// A stage that is told settings it cannot work with.
func playWrongSettings(_ encounter: Encounter, _ what: String) throws(Halt) {
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
            throw encounter.fail(.settings, "it worked a delivery with settings \(what)")
        }
    } else {
        try awaitConfigExit(encounter, .settings, after: "settings \(what)")
    }
    encounter.pass(.settings)
}
