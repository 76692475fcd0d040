import StageProtocol

// One voice: a text is proposed, judged by the stage with the voice on exactly its bytes, made ready with the final
// bytes on disk, let go once, and closed with what came of it.

extension Core {
    /// Takes a proposed text to the voice. The same name again in a case is the same text, proposed once.
    mutating func propose(
        _ say: Say, _ bodies: [Frame], _ held: Held, _ message: MessageRow, _ theCase: inout CaseRow,
        _ store: any StoreTransaction
    ) throws {
        guard let voice = plan.voice, try store.findSay(name: say.name, caseID: theCase.id) == nil else { return }
        let row = SayRow(
            caseID: theCase.id, proposal: say, by: held.stage, text: bodies[say.body], hash: sha256(bodies[say.body]),
            heard: held.heard, state: .proposed, at: now)
        let id = try store.insert(row)
        try post(to: voice, type: "say.proposed", from: bare(message), say: id, store)
    }

    /// Carries out what the voice says of a text.
    mutating func judge(
        _ verdict: Verdict, _ bodies: [Frame], _ message: MessageRow, _ theCase: inout CaseRow,
        _ store: any StoreTransaction
    ) throws {
        guard var say = try store.findSay(verdict.say), say.caseID == theCase.id, say.state == .proposed,
            verdict.hash == say.hash
        else { return }
        say.findings = verdict.findings
        if !verdict.pass {
            say.state = .refused
            try store.update(say)
            try note(
                "refused", ["refused": .string(say.proposal.purpose), "findings": verdict.findings ?? []], say,
                &theCase,
                store)
            return try tellWriter(say, message, store)
        }
        if isOverheard(say, theCase) { return try supersede(say, message, &theCase, store) }
        guard let index = verdict.final else { return }
        say.state = .ready
        say.final = bodies[index]
        say.messageID = verdict.message_id
        try store.update(say)
        for key in verdict.index ?? [] { try store.index(key, caseID: theCase.id) }
        if let voice = plan.voice { try post(to: voice, type: "say.ready", from: bare(message), say: say.id, store) }
    }

    /// Answers `BEGIN`: the last look before a text leaves for good.
    mutating func letGo(_ begin: Begin, _ session: Sessions.Session, _ store: any StoreTransaction) throws {
        guard let held = held(begin.delivery, begin.epoch, by: session.id) else {
            return refuse(
                session.id, delivery: begin.delivery, code: "stale",
                "the lease is over; do not send, drop this delivery")
        }
        func stop(_ code: String, _ message: String) -> BrokerMessage {
            .stop(Stop(delivery: begin.delivery, say: begin.say, code: code, message: message))
        }
        guard let message = try store.findMessage(held.id), message.say == begin.say,
            var say = try store.findSay(begin.say), var theCase = try store.findCase(say.caseID),
            plan.holder(held.stage)?.voice == true
        else { return send(stop("unknown-say", "this delivery is not about that text"), to: session.id) }
        guard say.state == .ready || say.state == .sending else {
            return send(stop(say.state.rawValue, "the text is \(say.state.rawValue)"), to: session.id)
        }
        if say.state == .ready, isOverheard(say, theCase) {
            try supersede(say, message, &theCase, store)
            try store.update(theCase)
            return send(stop("superseded", "the customer wrote meanwhile"), to: session.id)
        }
        if let heldUntil, heldUntil > now {
            return send(stop("held", "the clock jumped; fail this delivery and try again later"), to: session.id)
        }
        if say.state == .ready, let address = try overCap(say, store) {
            say.state = .failed
            say.result = ["detail": .string("more than \(plan.textsPerHour) texts to \(address) within an hour")]
            try store.update(say)
            try note(
                "held-back", ["held-back": .string(say.proposal.purpose), "reason": "too many texts to one address"],
                say, &theCase,
                store)
            try store.update(theCase)
            if say.proposal.answers { try tellWriter(say, message, store) }
            return send(
                stop("cap", "more than \(plan.textsPerHour) texts to one address within an hour"), to: session.id)
        }
        if say.state == .ready, let address = try tooSoon(say, store) {
            say.state = .failed
            say.result = ["detail": .string("\(address) had such a text not long ago")]
            try store.update(say)
            try note(
                "held-back",
                ["held-back": .string(say.proposal.purpose), "reason": "they had such a text not long ago"], say,
                &theCase, store)
            try store.update(theCase)
            try tellWriter(say, message, store)
            return send(stop("too-soon", "\(address) had such a text not long ago"), to: session.id)
        }
        let inDoubt = say.state == .sending
        say.state = .sending
        say.sent = now
        try store.update(say)
        try journal(
            "let-go", message,
            [
                "say": .int(say.id), "in_doubt": .bool(inDoubt), "purpose": .string(say.proposal.purpose),
                "audience": .string(say.proposal.audience.rawValue),
            ], store)
        send(.go(Go(delivery: begin.delivery, say: begin.say, in_doubt: inDoubt)), to: session.id)
    }

    /// Closes a text with what came of it, and tells the story.
    mutating func close(
        _ result: SayResult, _ message: MessageRow, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        guard var say = try store.findSay(result.say), say.caseID == theCase.id, say.state == .sending else { return }
        say.state = result.sent ? .sent : .failed
        say.result = try JSON(encoding: result)
        say.sent = now
        try store.update(say)
        guard result.sent else {
            return try note(
                "not-sent", ["not-sent": .string(say.proposal.purpose), "reason": .string(result.detail)], say,
                &theCase, store)
        }
        var body: [String: JSON] = [
            "purpose": .string(say.proposal.purpose), "audience": .string(say.proposal.audience.rawValue),
            "to": .array(say.proposal.to.map { .string($0) }),
            "text": .string(String(decoding: say.text, as: UTF8.self)),
            "by": .string(say.by), "say": .int(say.id), "heard": .int(Int64(say.heard)),
            "answers": .bool(say.proposal.answers),
        ]
        if let subject = say.proposal.subject { body["subject"] = .string(subject) }
        if let language = say.proposal.language { body["language"] = .string(language) }
        if let author = say.proposal.author { body["author"] = .string(author) }
        if let id = say.messageID { body["message_id"] = .string(id) }
        if let details = say.proposal.details { body["details"] = details }
        try log("said", by: plan.voice ?? "broker", JSON.object(body).bytes, &theCase, store)
        observe("text", stage: say.by) { ($0.ref, $0.type, $0.code) = (theCase.ref, say.proposal.purpose, "sent") }
    }

    /// Whether the customer has said more than the writer of an answer had seen.
    private func isOverheard(_ say: SayRow, _ theCase: CaseRow) -> Bool {
        say.proposal.answers && say.proposal.audience == .customer && theCase.heard != say.heard
    }

    private mutating func supersede(
        _ text: SayRow, _ message: MessageRow, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        var say = text
        say.state = .superseded
        try store.update(say)
        try note(
            "superseded", ["superseded": .string(say.proposal.purpose), "reason": "the customer wrote meanwhile"], say,
            &theCase,
            store)
        try tellWriter(say, message, store)
    }

    /// Whoever proposed a text learns that it will not leave.
    private mutating func tellWriter(_ say: SayRow, _ message: MessageRow, _ store: any StoreTransaction) throws {
        guard plan.stages[say.by]?.accepts["say.refused"] != nil else { return }
        try post(to: say.by, type: "say.refused", from: bare(message), say: say.id, store)
    }

    private func overCap(_ say: SayRow, _ store: any StoreTransaction) throws -> String? {
        guard say.proposal.audience == .customer else { return nil }
        return try say.proposal.to.first {
            try store.countTexts(to: $0, since: now - .seconds(3600)) >= plan.textsPerHour
        }
    }

    /// The address that had a text of the same stage for the same purpose more lately than this one allows, in any case.
    private func tooSoon(_ say: SayRow, _ store: any StoreTransaction) throws -> String? {
        guard let span = say.proposal.seldom_ms else { return nil }
        let since = now - .milliseconds(span)
        return try say.proposal.to.first { address in
            try store.cases(with: address.lowercased(), limit: Self.casesOfOne).contains { row in
                try store.says(row.id).contains { other in
                    other.id != say.id && other.by == say.by && other.proposal.purpose == say.proposal.purpose
                        && [.sending, .sent].contains(other.state) && other.sent.map { $0 >= since } ?? false
                        && other.proposal.to.contains { $0.lowercased() == address.lowercased() }
                }
            }
        }
    }

    private mutating func note(
        _ code: String, _ body: JSON, _ say: SayRow, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        try log("noted", by: "broker", body.bytes, &theCase, store)
        observe("text", stage: say.by) {
            ($0.ref, $0.type, $0.code) = (theCase.ref, say.proposal.purpose, code)
            $0.detail = String(decoding: body.bytes, as: UTF8.self)
        }
    }

    /// The message without its data, as the parent of one that the broker makes itself.
    private func bare(_ message: MessageRow) -> MessageRow {
        var row = message
        row.data = nil
        return row
    }
}
