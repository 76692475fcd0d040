import StageProtocol

extension Core {
    /// Commits an outcome whole, or none of it.
    mutating func finish(
        _ outcome: Outcome, _ bodies: [Frame], _ session: Sessions.Session, _ store: any StoreTransaction
    ) throws {
        guard let held = held(outcome.delivery, outcome.epoch, by: session.id), let stage = plan.holder(held.stage)
        else { return try answerStale(outcome.delivery, outcome.epoch, session.id, store) }
        var row = held.row
        var theCase = try row.caseID.flatMap { try store.findCase($0) }
        do {
            try check(outcome, bodies, held, stage, theCase, row, store)
        } catch let problem as Invalid {
            drop(held)
            try bury(row, code: problem.code, problem.message, spent(held), store)
            return refuse(session.id, delivery: held.id, code: problem.code, problem.message)
        }
        if let reason = try mustWait(outcome, held, stage, theCase, store) {
            drop(held)
            row.epoch = held.epoch
            try putBack(row, because: reason, spent(held), store)
            return send(.committed(held.lease), to: session.id)
        }
        row.state = .done
        row.epoch = held.epoch
        row.finished = now
        row.error = nil
        try store.update(row)
        posted = []
        if var known = theCase {
            try apply(outcome, bodies, held, stage, row, &known, store)
            try store.update(known)
            theCase = known
        }
        // What a submission has become is part of the case that it belongs to, and so is that it was read.
        row.caseID = try settleSubmission(outcome, bodies, row, stage, store) ?? row.caseID
        let spent = spent(held)
        try journal("done", row, spent.detail.merging(detail(of: outcome)) { $1 }, store)
        drop(held)
        send(.committed(held.lease), to: session.id)
        let summary = summary(of: outcome)
        observe("done", row, ref: try theCase?.ref ?? ref(of: row, store), spent) {
            ($0.attempt, $0.sections, $0.detail) = (
                row.attempts + 1, outcome.set?.map(\.name), summary.isEmpty ? nil : summary
            )
        }
    }

    /// What changes the case: log, sections, texts, promises, timers, messages, status.
    private mutating func apply(
        _ outcome: Outcome, _ bodies: [Frame], _ held: Held, _ stage: StagePlan, _ row: MessageRow,
        _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        for entry in outcome.append ?? [] {
            try log(entry.kind, by: stage.name, bodies[entry.body], &theCase, store)
        }
        for section in outcome.set ?? [] {
            // A stage that is not handed a section cannot know which version it replaces.
            let base =
                stage.reads.contains(section.name)
                ? section.base : try version(of: section.name, store.sections(theCase.id))
            try store.put(
                SectionRow(
                    name: section.name, schema: section.schema, version: base + 1, at: now, by: stage.name,
                    body: bodies[section.body]), caseID: theCase.id)
        }
        if let owner = outcome.owner, owner != theCase.owner {
            theCase.owner = owner
            try log("decided", by: stage.name, fact("owner", owner), &theCase, store)
        }
        for say in outcome.say ?? [] { try propose(say, bodies, held, row, &theCase, store) }
        for verdict in outcome.verdicts ?? [] { try judge(verdict, bodies, row, &theCase, store) }
        for result in outcome.results ?? [] { try close(result, row, &theCase, store) }
        // A promise stands in the log behind the text that makes it.
        for promise in outcome.promise ?? [] { try make(promise, by: stage.name, &theCase, store) }
        for name in outcome.keep ?? [] { try keep(name, by: stage.name, &theCase, store) }
        for name in outcome.withdraw ?? [] { try withdraw(name, by: stage.name, &theCase, store) }
        for result in outcome.standards ?? [] where plan.standards.contains(result.standard) {
            try tell(result, row, ref: theCase.ref, store)
        }
        for name in outcome.cancel ?? [] {
            try cancel(name, stage: stage.name, caseID: theCase.id, except: row.id, store)
        }
        for timer in outcome.timers ?? [] { try set(timer, data: timer.body.map { bodies[$0] }, for: row, store) }
        if let resolve = outcome.resolve, theCase.status == .open {
            theCase.status = .resolved
            theCase.resolved = now
            try log("decided", by: stage.name, fact("resolved", resolve.reason), &theCase, store)
        }
        if let reopen = outcome.reopen, theCase.status == .resolved {
            theCase.status = .open
            theCase.resolved = nil
            try log("decided", by: stage.name, fact("reopened", reopen.reason), &theCase, store)
        }
        theCase.updated = time(of: theCase)
        for emission in outcome.emit ?? [] {
            var news = row
            news.data = emission.body.map { bodies[$0] }
            if let deadline = emission.deadline { news.deadline = deadline }
            if let other = emission.case, other != theCase.ref {
                try emit(emission.output, about: other, from: news, by: stage, store)
            } else {
                try emit(emission.output, from: news, by: stage, store)
            }
        }
        for wish in outcome.open ?? [] { try open(wish, bodies, from: row, by: stage, &theCase, store) }
        for one in outcome.count ?? [] { try count(one, store) }
    }

    /// Sends a message to everything the config connects to an output.
    mutating func emit(
        _ output: String, from news: MessageRow, by stage: StagePlan, _ store: any StoreTransaction
    ) throws {
        guard let output = stage.outputs[output] else { return }
        for target in output.targets { try post(to: target, type: output.type, from: news, store) }
    }

    /// Admits or parks the submission that was delivered.
    /// - Returns: the case that it belongs to.
    private mutating func settleSubmission(
        _ outcome: Outcome, _ bodies: [Frame], _ row: MessageRow, _ stage: StagePlan, _ store: any StoreTransaction
    ) throws -> Int64? {
        guard let id = row.submission, var submission = try store.findSubmission(id), submission.state == .received
        else { return nil }
        if let admit = outcome.admit {
            let orders = try row.data.map { try JSON(bytes: $0) }
            try self.admit(admit, bodies, &submission, by: stage, trace: row.trace, orders: orders, store)
        } else {
            submission.state = .parked
            submission.code = outcome.park?.code ?? "undecided"
            submission.reason = outcome.park?.reason ?? "\(stage.name) neither admitted nor parked it"
            if row.data == nil { try recognise(&submission, store) }
            try settle(submission, store)
            observe(submission.state.rawValue, stage: stage.name) {
                ($0.type, $0.code, $0.detail) = (submission.via, submission.code, submission.reason)
            }
        }
        return submission.caseID
    }

    /// A mailbox that is read anew brings again what a person has seen, or will: it waits for them once.
    private func recognise(_ submission: inout SubmissionRow, _ store: any StoreTransaction) throws {
        guard let earlier = try store.earlierSubmission(than: submission), earlier.state != .received else { return }
        submission.state = .duplicate
        submission.caseID = earlier.caseID
        submission.code = nil
        submission.reason = "the same bytes came before, as number \(earlier.id), which is \(earlier.state.rawValue)"
    }

    private mutating func make(
        _ promise: MakePromise, by stage: String, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        try store.insert(PromiseRow(caseID: theCase.id, promise: promise, by: stage, at: now))
        try log("promised", by: stage, try JSON(encoding: promise).bytes, &theCase, store)
    }

    private mutating func keep(
        _ name: String, by stage: String, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        guard try store.keep(promise: name, caseID: theCase.id, at: now) else { return }
        try log("decided", by: stage, fact("kept", name), &theCase, store)
    }

    private mutating func withdraw(
        _ name: String, by stage: String, _ theCase: inout CaseRow, _ store: any StoreTransaction
    ) throws {
        guard try store.withdraw(promise: name, caseID: theCase.id, at: now) else { return }
        try log("decided", by: stage, fact("withdrawn", name), &theCase, store)
    }

    /// Writes down what came of a standard, once and for good.
    private mutating func tell(
        _ result: StandardResult, _ row: MessageRow, ref: String, _ store: any StoreTransaction
    ) throws {
        let what = result.met ? "met" : "missed"
        try journal(
            what, row, ["standard": .string(result.standard), "due": .string(result.due.description)], store)
        observe(what, stage: row.stage) { ($0.ref, $0.type) = (ref, result.standard) }
    }

    /// Why an outcome must wait: it speaks, resolves or replaces what it was handed without having seen everything.
    private func mustWait(
        _ outcome: Outcome, _ held: Held, _ stage: StagePlan, _ theCase: CaseRow?, _ store: any StoreTransaction
    ) throws -> String? {
        guard let theCase else { return nil }
        let answers = outcome.resolve != nil || (outcome.say ?? []).contains(where: \.answers)
        if answers, theCase.heard != held.heard { return "the customer wrote meanwhile" }
        if let ended = try ended(amongThoseJoinedBy: outcome, store) { return ended }
        let sections = (outcome.set ?? []).filter { stage.reads.contains($0.name) }
        guard !sections.isEmpty else { return nil }
        let versions = try store.sections(theCase.id)
        for section in sections where section.base != version(of: section.name, versions) {
            return "section \(section.name) changed meanwhile"
        }
        return nil
    }

    /// The version of a section; 0 where the case has none of that name.
    private func version(of section: String, _ sections: [SectionRow]) -> Int {
        sections.first { $0.name == section }?.version ?? 0
    }

    /// Lets a message be worked again behind what came meanwhile. That costs no attempt, but not for ever.
    private mutating func putBack(
        _ message: MessageRow, because reason: String, _ spent: Spent, _ store: any StoreTransaction
    ) throws {
        var row = message
        row.putBacks += 1
        guard row.putBacks <= plan.putBacks else {
            return try bury(
                row, code: "put-back", "put back \(plan.putBacks) times, last because \(reason)", spent, store)
        }
        row.rank = try store.lastMessage()
        try store.update(row)
        enqueue(row)
        try journal("put-back", row, spent.detail.merging(["reason": .string(reason)]) { $1 }, store)
        observe("put-back", row, ref: try ref(of: row, store), spent) { $0.detail = reason }
    }

    private func detail(of outcome: Outcome) -> [String: JSON] {
        var detail: [String: JSON] = [:]
        if !posted.isEmpty { detail["posted"] = .array(posted.map { .int($0) }) }
        if let emitted = outcome.emit, !emitted.isEmpty {
            detail["emitted"] = .array(emitted.map { .string($0.output) })
        }
        if let sections = outcome.set, !sections.isEmpty { detail["set"] = .array(sections.map { .string($0.name) }) }
        if let timers = outcome.timers, !timers.isEmpty {
            detail["timers"] = .array(timers.map { ["name": .string($0.name), "at": .string($0.at.description)] })
        }
        // So that what was promised and settled can be counted from the journal alone.
        if let promised = outcome.promise, !promised.isEmpty {
            detail["promised"] = .array(promised.map { .string($0.name) })
        }
        if let kept = outcome.keep, !kept.isEmpty { detail["kept"] = .array(kept.map { .string($0) }) }
        if outcome.resolve != nil { detail["resolved"] = true }
        if outcome.reopen != nil { detail["reopened"] = true }
        return detail
    }

    private func summary(of outcome: Outcome) -> String {
        var parts = (outcome.emit ?? []).map { "→ \($0.output)" }
        parts += (outcome.say ?? []).map { "says \($0.purpose)" }
        parts += (outcome.verdicts ?? []).map { $0.pass ? "passes" : "refuses" }
        parts += (outcome.results ?? []).map { $0.sent ? "sent" : "not sent" }
        if outcome.resolve != nil { parts.append("resolves") }
        return parts.joined(separator: ", ")
    }
}

extension Held {
    var lease: Lease { Lease(delivery: id, epoch: epoch) }
}
