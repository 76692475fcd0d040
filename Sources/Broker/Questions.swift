import StageProtocol

extension Core {
    /// Answers a question: an operator's on the control socket, or what a stage is granted to know.
    mutating func answer(_ ask: Ask, _ session: Sessions.Session, _ store: any StoreTransaction) throws {
        if session.stage == nil, ask.what == "reload" {
            return actions.append(.reread(Asker(session: session.id, question: ask.id)))
        }
        do {
            let reply =
                if let stage = session.stage {
                    try reply(to: stage, ask, store)
                } else if ask.what == "fleet" {
                    fleet(ask.arguments, session)
                } else {
                    try reply(to: ask.what, ask.arguments, store)
                }
            let frames = BrokerMessage.reply(Reply(id: ask.id), body: reply.bytes)
            send(frames, to: session.id)
        } catch let problem as Invalid {
            refuse(session.id, id: ask.id, code: problem.code, problem.message)
        } catch let problem as DecodingError {
            refuse(session.id, id: ask.id, code: "unreadable", "something in the store cannot be shown: \(problem)")
        }
    }

    /// A stage may ask for what it reads, and for nothing else: a case as it is told, one of its sections, over all cases or over
    /// those of a case's customer, and what was counted.
    private func reply(to name: String, _ ask: Ask, _ store: any StoreTransaction) throws -> JSON {
        if let stage = plan.stages[name] {
            if ask.what == "told", stage.reads.contains("told") { return try told(ask.arguments, to: stage, store) }
            if ask.what == "sections", let section = ask.arguments["name"]?.string, stage.reads.contains(section) {
                let seesHistory = stage.reads.contains("history")
                if let ref = ask.arguments["of"]?.string {
                    guard seesHistory else {
                        throw Invalid(code: "no-grant", "\(name) does not read \"history\"")
                    }
                    return try sections(named: section, of: ref, store)
                }
                let limit = Int(min(max(ask.arguments["limit"]?.int ?? 100, 1), 2000))
                return try sections(named: section, ask.arguments, limit: limit, tellsCustomers: seesHistory, store)
            }
            if ask.what == "counts" { return try counts(ask.arguments, store) }
        }
        throw Invalid(code: "no-grant", "\(name) is not granted to ask for \"\(ask.what)\"")
    }

    /// - Parameter tellsCustomers: whether it may be seen which cases are of one customer; not who that is.
    private func sections(
        named name: String, _ arguments: JSON, limit: Int, tellsCustomers: Bool, _ store: any StoreTransaction
    ) throws -> JSON {
        let since = arguments["since"]?.moment
        let found =
            try arguments["after"]?.int.map { try store.sections(named: name, since: since, after: $0, limit: limit) }
            ?? store.sections(named: name, since: since, limit: limit)
        return .array(
            try found.map { row, body in
                let customer = tellsCustomers ? row.customer : nil
                return [
                    "ref": .string(row.ref), "number": .int(row.id), "section": try JSON(bytes: body),
                    "status": .string(row.status.rawValue), "opened": .string(row.opened.description),
                    "kind": row.kind.map { .string($0) } ?? nil,
                    "customer": customer.map { .string(String(sha256(Array($0.utf8)).prefix(16))) } ?? nil,
                ]
            })
    }

    /// All cases of the customer of a case, the latest first, each with its section of that name.
    private func sections(named name: String, of ref: String, _ store: any StoreTransaction) throws -> JSON {
        guard let row = try store.findCase(ref: ref.uppercased()) else {
            throw Invalid(code: "no-case", "there is no case \(ref)")
        }
        let cases = try row.customer.map { try store.cases(of: $0, limit: Self.casesOfOne) } ?? [row]
        return .array(
            try cases.map { row in
                let body = try store.sections(row.id).first { $0.name == name }?.body
                return [
                    "ref": .string(row.ref), "status": .string(row.status.rawValue),
                    "opened": .string(row.opened.description), "section": try body.map { try JSON(bytes: $0) } ?? nil,
                ]
            })
    }

    /// So many cases of one customer are looked through.
    static let casesOfOne = 10_000

    private mutating func reply(to what: String, _ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let limit = Int(min(max(arguments["limit"]?.int ?? 100, 1), 10_000))
        switch what {
        case "status": return try status(store)
        case "pulse": return ["now": .string(now.description)]
        case "figures": return try figures(store)
        case "timers": return try dueTimers(arguments, limit: limit, store)
        case "section": return try section(arguments, store)
        case "scale": return try scale(arguments, store)
        case "drain": return try drain(arguments, store)
        case "cases":
            let status = arguments["status"]?.string.flatMap(CaseStatus.init(rawValue:))
            let offset = Int(max(arguments["offset"]?.int ?? 0, 0))
            let whose: Whose =
                arguments["kind"]?.string.map { .house($0) }
                ?? (arguments["customers"]?.bool == true ? .customers : .anybody)
            return .array(try store.cases(status: status, of: whose, limit: limit, offset: offset).map(Self.json))
        case "case": return try story(arguments, store)
        case "submissions": return try states(arguments, store)
        case "parked": return try parked(arguments, limit: limit, store)
        case "parked-release": return try release(arguments, store)
        case "parked-discard": return try discardParked(arguments, store)
        case "sections":
            guard let name = arguments["name"]?.string else { throw Invalid("sections: which \"name\"?") }
            return try sections(named: name, arguments, limit: limit, tellsCustomers: true, store)
        case "counts": return try counts(arguments, store)
        case "correct": return try correct(arguments, store)
        case "staff": return try staffWord(arguments, store)
        case "promises":
            return .array(
                try store.promises(limit: limit).map { ref, status, row in
                    var item = try Self.json(row).object ?? [:]
                    item["ref"] = .string(ref)
                    item["status"] = .string(status.rawValue)
                    return .object(item)
                })
        case "dead":
            let after = arguments["after"]?.int ?? 0
            return .array(try store.dead(after: after, limit: limit).map { try json($0, store) })
        case "customer": return try customer(arguments, store)
        case "customer-erase": return try eraseCustomer(arguments, store)
        case "dead-replay": return try replay(arguments, store)
        case "dead-drop": return try discard(arguments, store)
        default: throw Invalid(code: "unknown-question", "\"\(what)\" is no question this broker knows")
        }
    }

    private func status(_ store: any StoreTransaction) throws -> JSON {
        let standing = queue.standing(now: now)
        let stages = plan.stages.values.sorted { $0.name < $1.name }.map { stage -> JSON in
            let sessions = sessions.of(stage.name).sorted { $0.hello.instance < $1.hello.instance }
            return [
                "name": .string(stage.name), "waiting": .int(Int64(queue.depth(stage.name))),
                "holding": .int(Int64(sessions.reduce(0) { $0 + $1.held.count })),
                "wish": wishes[stage.name]?.replicas.map { .int(Int64($0)) } ?? nil,
                "drained": .bool(wishes[stage.name]?.isDrained == true),
                "oldest_ms": standing[stage.name]?.oldest.map { .int((now - $0).wholeMilliseconds) } ?? nil,
                "sessions": .array(
                    sessions.map {
                        [
                            "instance": .string($0.hello.instance), "pid": $0.hello.pid.map { .int(Int64($0)) } ?? nil,
                            "software": $0.hello.software.map { .string($0) } ?? nil,
                            "credit": .int(Int64($0.credit)), "holding": .int(Int64($0.held.count)),
                            "since": .string($0.since.description), "working": .bool($0.isWorking),
                        ]
                    }),
            ]
        }
        let cases = try store.countCases()
        return [
            "pipeline": .string(plan.pipeline), "now": .string(now.description), "incarnation": .int(incarnation),
            "stages": .array(stages), "waiting": .int(Int64(queue.count)), "holding": .int(Int64(leases.count)),
            "scheduled": .int(Int64(try store.countMessages(.waiting) - queue.count - leases.count)),
            "retrying": .int(Int64(try store.countRetries(after: now))),
            "next": nextDue.map { .string($0.description) } ?? nil, "dead": .int(Int64(deadCount)),
            "cases": [
                "open": .int(Int64(cases[.open] ?? 0)), "resolved": .int(Int64(cases[.resolved] ?? 0)),
            ],
        ]
    }

    private func story(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        guard let ref = arguments["ref"]?.string else { throw Invalid("case: which \"ref\"?") }
        guard let row = try store.findCase(ref: ref.uppercased()) else {
            throw Invalid(code: "no-case", "there is no case \(ref)")
        }
        guard case .object(var story) = Self.json(row) else { return nil }
        story["log"] = .array(Self.inOrder(try JSON(bytes: logFrame(row.id, store)).array ?? []))
        story["sections"] = .object(
            Dictionary(
                try store.sections(row.id).map { ($0.name, try JSON(bytes: $0.body)) }, uniquingKeysWith: { $1 }))
        story["timers"] = .array(
            try store.timers(row.id).map {
                [
                    "name": .string($0.timer ?? ""), "stage": .string($0.stage), "type": .string($0.type),
                    "at": .string($0.notBefore.description),
                ]
            })
        story["work"] = work(on: row.id)
        story["texts"] = .array(try store.says(row.id).map(Self.json))
        story["promises"] = .array(
            try store.promises(row.id).map(Self.json))
        story["journal"] = .array(
            try store.journal(row.id).map {
                [
                    "at": .string($0.at.description), "by": .string($0.by), "what": .string($0.what),
                    "detail": $0.detail, "message": $0.message.map { .int($0) } ?? nil,
                ]
            })
        return .object(story)
    }

    /// Who has written an entry that is history.
    static let history = "history"

    /// A log in the order in which things happened. What is history comes in long after, and in any order: it stands first,
    /// by its own times. The rest stands as it was written, whatever the clock did meanwhile.
    static func inOrder(_ log: [JSON]) -> [JSON] {
        let past = log.filter { $0["by"]?.string == history }
        guard !past.isEmpty else { return log }
        let ordered = past.enumerated().sorted {
            ($0.element["at"]?.string ?? "", $0.offset) < ($1.element["at"]?.string ?? "", $1.offset)
        }
        return ordered.map(\.element) + log.filter { $0["by"]?.string != history }
    }

    private func states(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        .array(
            try (arguments["ids"]?.array ?? []).prefix(1000).compactMap(\.string).map { key in
                guard let row = try store.findSubmission(key: key) else { return ["id": .string(key), "state": nil] }
                return try json(row, store)
            })
    }

    /// Has a dead letter worked again, with other data where the operator has mended it.
    private mutating func replay(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        var row = try deadMessage(arguments, store)
        var detail: [String: JSON] = [:]
        if let data = arguments["data"], data != .null {
            detail["before"] = row.data.flatMap { try? JSON(bytes: $0) } ?? .null
            row.data = data.bytes
            try store.replace(data: row.data, message: row.id)
        }
        row.state = .waiting
        row.attempts = 0
        row.putBacks = 0
        row.notBefore = now
        row.finished = nil
        try store.update(row)
        deadCount -= 1
        if let id = row.submission, var submission = try store.findSubmission(id), submission.state == .parked {
            submission.state = .received
            submission.code = nil
            submission.reason = nil
            submission.settled = nil
            try store.update(submission)
        }
        enqueue(row)
        try journal("replayed", row, detail, by: "operator", store)
        return try json(row, store)
    }

    private mutating func discard(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let row = try deadMessage(arguments, store)
        guard let reason = arguments["reason"]?.string, !reason.isEmpty else {
            throw Invalid("dropping a dead letter needs a \"reason\"")
        }
        try journal("dropped", row, ["reason": .string(reason)], by: "operator", store)
        try store.delete(message: row.id)
        deadCount -= 1
        return try json(row, store)
    }

    private func deadMessage(_ arguments: JSON, _ store: any StoreTransaction) throws -> MessageRow {
        guard let id = arguments["id"]?.int, let row = try store.findMessage(id), row.state == .dead else {
            throw Invalid(code: "no-letter", "there is no dead letter with that id")
        }
        return row
    }

    private static func json(_ row: PromiseRow) throws -> JSON {
        var item = try JSON(encoding: row.promise).object ?? [:]
        item["at"] = .string(row.at.description)
        item["kept"] = row.kept.map { .string($0.description) } ?? nil
        item["withdrawn"] = row.withdrawn.map { .string($0.description) } ?? nil
        return .object(item)
    }

    static func json(_ row: CaseRow) -> JSON {
        [
            "ref": .string(row.ref), "status": .string(row.status.rawValue), "heard": .int(Int64(row.heard)),
            "subject": row.subject.map { .string($0) } ?? nil, "customer": row.customer.map { .string($0) } ?? nil,
            "owner": row.owner.map { .string($0) } ?? nil, "linked": row.linked.map { .string($0) } ?? nil,
            "opened": .string(row.opened.description), "updated": .string(row.updated.description),
            "resolved": row.resolved.map { .string($0.description) } ?? nil, "trace": .string(row.trace),
            "kind": row.kind.map { .string($0) } ?? nil,
        ]
    }

    private static func json(_ row: SayRow) -> JSON {
        [
            "say": .int(row.id), "name": .string(row.proposal.name), "purpose": .string(row.proposal.purpose),
            "audience": .string(row.proposal.audience.rawValue), "by": .string(row.by),
            "state": .string(row.state.rawValue), "to": .array(row.proposal.to.map { .string($0) }),
            "at": .string(row.at.description), "sent": row.sent.map { .string($0.description) } ?? nil,
            "message_id": row.messageID.map { .string($0) } ?? nil, "findings": row.findings ?? nil,
            "result": row.result ?? nil,
        ]
    }

    func json(_ row: SubmissionRow, _ store: any StoreTransaction) throws -> JSON {
        [
            "id": .string(row.key), "submission": .int(row.id), "state": .string(row.state.rawValue),
            "via": .string(row.via), "name": row.name.map { .string($0) } ?? nil, "at": .string(row.at.description),
            "ref": try row.caseID.flatMap { try store.findCase($0)?.ref }.map { .string($0) } ?? nil,
            "code": row.code.map { .string($0) } ?? nil, "reason": row.reason.map { .string($0) } ?? nil,
            "blob": row.blob.map { .string($0) } ?? nil, "size": row.size.map { .int(Int64($0)) } ?? nil,
        ]
    }

    private func json(_ row: MessageRow, _ store: any StoreTransaction) throws -> JSON {
        [
            "id": .int(row.id), "stage": .string(row.stage), "type": .string(row.type),
            "ref": try row.caseID.flatMap { try store.findCase($0)?.ref }.map { .string($0) } ?? nil,
            "error": row.error.map { .string($0) } ?? nil, "attempts": .int(Int64(row.attempts)),
            "at": .string(row.at.description), "finished": row.finished.map { .string($0.description) } ?? nil,
            "data": row.data.flatMap { try? JSON(bytes: $0) } ?? nil,
        ]
    }
}
