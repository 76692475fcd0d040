import StageProtocol

extension Core {
    /// Hands out what can be worked now to whoever has room for it.
    mutating func dispatch(_ store: any StoreTransaction) throws {
        for stage in plan.stages.values.sorted(by: { $0.name < $1.name }) where wishes[stage.name]?.isDrained != true {
            while queue.depth(stage.name) > 0, let session = sessions.next(stage.name),
                let item = queue.take(stage.name, now: now)
            {
                guard let row = try store.findMessage(item.id), row.state == .waiting else {
                    queue.release(item.lane, by: item.id)
                    continue
                }
                do {
                    try deliver(row, as: item, to: session, stage, store)
                } catch let problem where !(problem is StoreUnavailable) {
                    queue.release(item.lane, by: item.id)
                    try callOff(row, code: "unreadable", "what it is about cannot be read: \(problem)", store)
                }
            }
        }
    }

    private mutating func deliver(
        _ row: MessageRow, as item: ReadyQueue.Item, to session: SessionID, _ stage: StagePlan,
        _ store: any StoreTransaction
    ) throws {
        let theCase = try row.caseID.flatMap { try store.findCase($0) }
        leaseCount += 1
        var held = Held(
            id: row.id, epoch: "\(incarnation).\(leaseCount)", session: session, stage: stage.name, caseID: row.caseID,
            snapshot: row.caseID != nil && item.lane == nil, heard: theCase?.heard ?? 0, row: row,
            instance: sessions[session]?.hello.instance ?? "", ready: item.since, sent: now)
        // One that is never started does not hold its case for ever either.
        held.expires = now + stage.maxHold
        leases[row.id] = held
        sessions.take(row.id, by: session)
        var bodies: [Frame] = []
        func body(_ frame: Frame) -> Int {
            bodies.append(frame)
            return bodies.count - 1
        }
        var delivery = Delivery(
            delivery: row.id, epoch: held.epoch, attempt: row.attempts + 1, now: theCase.map(time) ?? now,
            lease_ms: Int(min(stage.lease, stage.maxHold).wholeMilliseconds), message: event(row, theCase, held))
        if let data = row.data { delivery.data = body(data) }
        if let theCase {
            delivery.case = try head(theCase, stage, store)
            if stage.reads.contains("log") { delivery.log = body(try logFrame(theCase.id, store)) }
            for section in try store.sections(theCase.id) where stage.reads.contains(section.name) {
                delivery.sections.append(
                    SectionHead(
                        name: section.name, schema: section.schema, version: section.version, body: body(section.body)))
            }
        }
        if let id = row.submission, let submission = try store.findSubmission(id) {
            delivery.submission = try head(submission, body, store)
        }
        if let id = row.say, let say = try store.findSay(id) { delivery.say = head(say, row.type, body) }
        guard bodies.reduce(0, { $0 + $1.count }) <= WireLimits().messageBytes - WireLimits().headerBytes else {
            return try callOff(
                row, code: "too-large", "the case has grown beyond what one delivery can carry", store)
        }
        send(.deliver(delivery, bodies: bodies), to: session)
    }

    /// Takes a delivery back that cannot be sent, and its message out of the way. The stage that was meant keeps its credit.
    private mutating func callOff(
        _ row: MessageRow, code: String, _ reason: String, _ store: any StoreTransaction
    ) throws {
        if let held = leases[row.id] {
            drop(held)
            sessions.grant(1, to: held.session)
        }
        try bury(row, code: code, reason, nil, store)
    }

    private func event(_ row: MessageRow, _ theCase: CaseRow?, _ held: Held) -> Message {
        // Each attempt is a span of its own.
        let span = TraceContext.span(epoch: held.epoch) ?? hex(UInt64(bitPattern: row.id))
        return Message(
            id: String(row.id), source: "/" + row.source, type: row.type, subject: theCase?.ref, time: row.at,
            traceparent: TraceContext(trace: row.trace, span: span).traceparent, deadline: row.deadline)
    }

    private mutating func head(_ row: CaseRow, _ stage: StagePlan, _ store: any StoreTransaction) throws -> CaseHead {
        var head = CaseHead(
            ref: row.ref, status: row.status, heard: row.heard, opened: row.opened, subject: row.subject,
            owner: row.owner, linked: row.linked, kind: row.kind)
        if stage.reads.contains("history"), let customer = row.customer {
            head.history = try store.cases(of: customer, limit: 6).filter { $0.id != row.id }.map {
                CaseHead.Past(ref: $0.ref, status: $0.status, owner: $0.owner, opened: $0.opened)
            }
        }
        if stage.reads.contains("load") {
            if load == nil { load = try store.load() }
            head.load = load
        }
        return head
    }

    private func head(
        _ row: SubmissionRow, _ body: (Frame) -> Int, _ store: any StoreTransaction
    ) throws -> SubmissionHead {
        var head = SubmissionHead(
            submission: row.id, via: row.via, name: row.name, at: row.at, blob: row.blob, size: row.size, raw: nil,
            media: row.media)
        if let hash = row.blob, let size = row.size, size <= plan.inlineBytes {
            head.raw = body(try whole(hash, size: size, store))
        }
        return head
    }

    private func head(_ row: SayRow, _ type: String, _ body: (Frame) -> Int) -> SayHead {
        var proposal = row.proposal
        proposal.body = body(row.text)
        var head = SayHead(
            say: row.id, state: row.state, proposal: proposal, by: row.by, hash: row.hash, heard: row.heard,
            message_id: row.messageID, findings: row.findings, in_doubt: row.state == .sending ? true : nil)
        if type == "say.ready", let final = row.final { head.final = body(final) }
        return head
    }

    /// The log as one JSON list; bodies are JSON already and are not parsed. Of a log that is too long for a delivery the
    /// newest entries are given; their `seq` shows that earlier ones are left out.
    func logFrame(_ caseID: Int64, atMost limit: Int = 8 << 20, _ store: any StoreTransaction) throws -> Frame {
        let entries = try store.entries(caseID)
        var size = 0
        let fitting = entries.reversed().prefix { entry in
            size += entry.body.count + 128
            return size <= limit || entry.seq == entries.last?.seq
        }
        var frame: Frame = [UInt8(ascii: "[")]
        frame.reserveCapacity(min(size, limit) + 2)
        for entry in entries.suffix(fitting.count) {
            if frame.count > 1 { frame.append(UInt8(ascii: ",")) }
            frame += "{\"seq\":\(entry.seq),\"kind\":".utf8
            frame += JSON.string(entry.kind).bytes
            frame += ",\"at\":\"\(entry.at)\",\"by\":".utf8
            frame += JSON.string(entry.by).bytes
            frame += ",\"body\":".utf8
            frame += entry.body
            frame.append(UInt8(ascii: "}"))
        }
        frame.append(UInt8(ascii: "]"))
        return frame
    }
}
