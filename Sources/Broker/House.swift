import StageProtocol

// What goes beyond one case: cases of the house, messages about other cases, and what is counted over all of them.
extension Core {
    /// Opens a case of the house, or joins the one of its kind that is open under the key, or the one that is named. Both logs
    /// say how the two belong together.
    mutating func open(
        _ wish: OpenCase, _ bodies: [Frame], from message: MessageRow, by stage: StagePlan, _ origin: inout CaseRow,
        _ store: any StoreTransaction
    ) throws {
        let key = "house:\(wish.kind):\(wish.key)"
        let latest = try store.lookUp(key).flatMap { try store.findCase($0) }
        let standing = latest.flatMap { $0.status == .open ? $0 : nil }
        var row = try named(in: wish, key, store) ?? standing ?? begin(wish, key, after: latest, by: stage, store)
        // What is told of itself needs no word on where it came from.
        guard row.id != origin.id else {
            return try log("noted", by: stage.name, bodies[wish.entry], &origin, store)
        }
        if row.entries == 0, let owner = row.owner {
            try log("decided", by: stage.name, fact("owner", owner), &row, store)
        }
        try log("noted", by: stage.name, bodies[wish.entry], &row, store)
        try log("noted", by: "broker", related(to: origin.ref, wish), &row, store)
        try log("noted", by: "broker", related(to: row.ref, wish), &origin, store)
        row.updated = time(of: row)
        try store.update(row)
        var news = message
        news.caseID = row.id
        news.customer = nil
        news.trace = row.trace
        news.data = bodies[wish.entry]
        if let deadline = wish.deadline { news.deadline = deadline }
        try emit(wish.output, from: news, by: stage, store)
    }

    /// The case of the house that a wish names, to which the key leads from now on.
    private func named(in wish: OpenCase, _ key: String, _ store: any StoreTransaction) throws -> CaseRow? {
        guard let ref = wish.case, let row = try store.findCase(ref: ref) else { return nil }
        try store.point(key, to: row.id)
        return row
    }

    private mutating func begin(
        _ wish: OpenCase, _ key: String, after earlier: CaseRow?, by stage: StagePlan, _ store: any StoreTransaction
    ) throws -> CaseRow {
        var row = CaseRow(
            ref: try freeReference(store), opened: now, updated: now, subject: wish.subject, owner: wish.owner,
            linked: earlier?.ref, kind: wish.kind, trace: references.trace())
        row.id = try store.insert(row)
        try store.index("ref:" + row.ref, caseID: row.id)
        // The key leads to the one that was opened last, so that it is found also when earlier ones are erased.
        try store.point(key, to: row.id)
        try store.write(
            JournalRow(
                at: now, caseID: row.id, message: nil, by: stage.name, what: "begun",
                detail: ["kind": .string(wish.kind), "key": .string(wish.key)]))
        return row
    }

    /// A reference that no case has.
    mutating func freeReference(_ store: any StoreTransaction) throws -> String {
        var ref = references.next()
        while try store.findCase(ref: ref) != nil { ref = references.next() }
        return ref
    }

    private func related(to ref: String, _ wish: OpenCase) -> Frame {
        (["related": .string(ref), "kind": .string(wish.kind), "key": .string(wish.key)] as JSON).bytes
    }

    /// Sends a message about another case than the one that is worked; nothing where there is no such case.
    mutating func emit(
        _ output: String, about ref: String, from news: MessageRow, by stage: StagePlan, _ store: any StoreTransaction
    ) throws {
        guard let other = try store.findCase(ref: ref) else { return }
        var news = news
        (news.caseID, news.customer, news.trace) = (other.id, other.customer, other.trace)
        try emit(output, from: news, by: stage, store)
    }

    /// Counts one more of something in this hour.
    func count(_ one: CountOne, _ store: any StoreTransaction) throws {
        try store.count(one.series, one.value, hour: now.hour)
    }

    /// What was counted, hour by hour.
    func counts(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        guard let series = arguments["series"]?.string, let from = arguments["from"]?.moment else {
            throw Invalid("counts: which \"series\", and \"from\" when?")
        }
        let rows = try store.counts(
            series, from: from, until: arguments["until"]?.moment ?? now + .seconds(1), limit: 100_000)
        return .array(
            rows.map {
                [
                    "value": .string($0.value), "hour": .string($0.hour.description), "count": .int(Int64($0.count)),
                ]
            })
    }

    /// Refuses what goes beyond one case and could not be carried out, before anything is written.
    func checkHouse(
        _ outcome: Outcome, _ bodies: [Frame], by stage: StagePlan, _ theCase: CaseRow?, _ store: any StoreTransaction
    ) throws {
        for wish in outcome.open ?? [] {
            guard stage.outputs[wish.output] != nil else {
                throw Invalid(code: "no-output", "\(stage.name) has no output \"\(wish.output)\"")
            }
            guard !wish.kind.isEmpty, !wish.key.isEmpty, !wish.subject.isEmpty else {
                throw Invalid("open: a case of the house needs a kind, a key and a subject")
            }
            _ = try json(wish.entry, of: bodies, in: "open \(wish.kind) \(wish.key)")
            if let ref = wish.case { try checkNamed(ref, wish.kind, theCase, store) }
        }
        for one in outcome.count ?? [] where one.series.isEmpty || one.value.isEmpty {
            throw Invalid("count: say which series, and which value of it")
        }
        guard (outcome.count ?? []).count <= 100 else { throw Invalid("count: at most 100 in one outcome") }
    }
}

extension Core {
    /// A case of the house that is to be joined is there, is of that kind, and is not the very case that joins it.
    private func checkNamed(
        _ ref: String, _ kind: String, _ theCase: CaseRow?, _ store: any StoreTransaction
    ) throws {
        guard let row = try store.findCase(ref: ref), row.kind == kind, row.id != theCase?.id else {
            throw Invalid("open: \(ref) is no other case of the house of the kind \(kind)")
        }
    }

    /// Why an outcome must wait that joins a case of the house: that one has ended since the stage looked at it.
    func ended(amongThoseJoinedBy outcome: Outcome, _ store: any StoreTransaction) throws -> String? {
        for ref in (outcome.open ?? []).compactMap(\.case) where try store.findCase(ref: ref)?.status != .open {
            return "\(ref) ended meanwhile"
        }
        return nil
    }
}

extension JSON {
    /// The moment a text names.
    var moment: Timestamp? { string.flatMap { Timestamp($0) } }
}

extension Timestamp {
    /// The start of its hour.
    fileprivate var hour: Timestamp {
        let hour: Int64 = 3_600_000
        return Timestamp(milliseconds: milliseconds - (milliseconds % hour + hour) % hour)
    }
}
