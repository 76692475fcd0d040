import StageProtocol

extension Core {
    /// Answers a stage that asks for a case as one person knows it.
    ///
    /// It goes to stages that stand open to the world, so that nothing leaves here that this person does not know already:
    /// their own words, texts that were sent to them, what was promised, and where the case stands. No notes, no words of
    /// colleagues, no texts that were held back, nobody else's words.
    func told(_ arguments: JSON, to stage: StagePlan, _ store: any StoreTransaction) throws -> JSON {
        guard let ref = arguments["ref"]?.string, let who = arguments["who"]?.string else {
            throw Invalid("told: which \"ref\", and to \"who\"?")
        }
        // One answer for both, so that nobody learns which cases there are.
        let unknown = Invalid(code: "no-case", "there is no case \(ref) in which that person takes part")
        guard let row = try store.findCase(ref: ref.uppercased()) else { throw unknown }
        let person = Person(who: who)
        var story = Told(person: person)
        for entry in try store.entries(row.id) { try story.add(entry) }
        guard let party = story.party else { throw unknown }
        let log = story.latest(200, bytes: 1 << 20)
        return [
            "ref": .string(row.ref), "status": .string(row.status.rawValue), "opened": .string(row.opened.description),
            "now": .string(now.description), "resolved": row.resolved.map { .string($0.description) } ?? nil,
            "subject": row.subject.map { .string($0) } ?? nil, "person": party,
            "log": .array(log), "shortened": .bool(log.count < story.log.count),
            "promises": .array(try store.promises(row.id).map(Self.told)),
            "sections": .object(try granted(row.id, to: stage, store)),
        ]
    }

    private static func told(_ row: PromiseRow) -> JSON {
        [
            "what": .string(row.promise.what), "due": .string(row.promise.due.description),
            "kept": row.kept.map { .string($0.description) } ?? nil,
            "withdrawn": row.withdrawn.map { .string($0.description) } ?? nil,
        ]
    }

    /// The sections that the stage would be sent with a message.
    private func granted(_ caseID: Int64, to stage: StagePlan, _ store: any StoreTransaction) throws -> [String: JSON] {
        Dictionary(
            try store.sections(caseID).filter { stage.reads.contains($0.name) }.map {
                ($0.name, try JSON(bytes: $0.body))
            }, uniquingKeysWith: { $1 })
    }
}

/// Somebody who takes part in a case, known by the hash of their address: so that a link need not spell it out.
private struct Person {
    /// The first 16 hex digits of SHA-256 of the address in lower case.
    let who: String

    func isAt(_ address: String?) -> Bool {
        guard let address else { return false }
        return sha256(Array(address.lowercased().utf8)).prefix(16) == who.lowercased()
    }
}

/// A log as one person knows it.
private struct Told {
    let person: Person
    /// Who the person is, once an entry has named them.
    var party: JSON?
    private(set) var log: [JSON] = []

    init(person: Person) { self.person = person }

    mutating func add(_ entry: EntryRow) throws {
        guard let known = try known(of: entry), case .object(var members) = known else { return }
        members["seq"] = .int(Int64(entry.seq))
        members["at"] = .string(entry.at.description)
        members["by"] = .string(entry.by)
        log.append(.object(members))
    }

    /// The newest entries, not more than so many and so large.
    func latest(_ count: Int, bytes limit: Int) -> [JSON] {
        var size = 0
        let fitting = Core.inOrder(log).reversed().prefix(count).prefix { entry in
            size += entry.bytes.count
            return size <= limit
        }
        return fitting.reversed().map { entry in
            var members = entry.object ?? [:]
            members["by"] = nil
            return .object(members)
        }
    }

    private mutating func known(of entry: EntryRow) throws -> JSON? {
        let body = try JSON(bytes: entry.body)
        switch entry.kind {
        case "heard":
            guard person.isAt(body["from"]?["address"]?.string) else { return nil }
            party = body["from"]
            return picked(["channel", "subject", "words", "attachments"], of: body, as: "heard")
        case "said":
            guard body["audience"]?.string == Audience.customer.rawValue else { return nil }
            let recipients = (body["to"]?.array ?? []).compactMap(\.string)
            guard let address = recipients.first(where: { person.isAt($0) }) else { return nil }
            party = party ?? ["address": .string(address)]
            return picked(["subject", "text", "purpose", "language"], of: body, as: "said")
        case "feedback":
            guard person.isAt(body["from"]?["address"]?.string) else { return nil }
            return picked(["settled"], of: body, as: "feedback")
        case "decided" where body["resolved"] != nil: return ["kind": "resolved"]
        case "decided" where body["reopened"] != nil: return ["kind": "reopened"]
        default: return nil
        }
    }

    private func picked(_ names: [String], of body: JSON, as kind: String) -> JSON {
        var members: [String: JSON] = ["kind": .string(kind)]
        for name in names { members[name] = body[name] }
        return .object(members)
    }
}
