import StageProtocol

extension Core {
    /// Refuses an outcome that goes beyond what its stage may do. Nothing has been written yet; such an outcome would be
    /// wrong at every attempt.
    func check(
        _ outcome: Outcome, _ bodies: [Frame], _ held: Held, _ stage: StagePlan, _ theCase: CaseRow?, _ row: MessageRow,
        _ store: any StoreTransaction
    ) throws {
        try checkGrants(outcome, stage)
        try checkBodies(outcome, bodies)
        try checkTimes(outcome, stage)
        try checkHouse(outcome, bodies, by: stage, theCase, store)
        if held.snapshot, outcome.changesTheCase {
            throw Invalid(
                code: "snapshot",
                "\(stage.name) works \(row.type) on a snapshot: it may only append, emit and set timers")
        }
        if row.submission == nil, outcome.admit != nil || outcome.park != nil {
            throw Invalid("only the outcome of submission.received may admit or park")
        }
        if theCase == nil, outcome.addsToTheCase || outcome.changesTheCase {
            throw Invalid("there is no case yet to do anything with; admit or park the submission, and nothing else")
        }
        if let admit = outcome.admit { try check(admit, bodies, by: stage) }
        try checkText(outcome, row, store)
    }

    /// A text that waits for its verdict or its result gets one: without, it would be stranded where nobody looks.
    private func checkText(_ outcome: Outcome, _ row: MessageRow, _ store: any StoreTransaction) throws {
        guard let id = row.say, let say = try store.findSay(id) else { return }
        switch (row.type, say.state) {
        case ("say.proposed", .proposed):
            guard outcome.verdicts?.contains(where: { $0.say == id && $0.hash == say.hash }) == true else {
                throw Invalid(code: "no-verdict", "text \(id) was to be judged, and there is no verdict on it")
            }
        case ("say.ready", .ready):
            throw Invalid(
                code: "no-leave", "text \(id) is ready and was not asked for; say BEGIN, or FAIL to try again")
        case ("say.ready", .sending):
            guard outcome.results?.contains(where: { $0.say == id }) == true else {
                throw Invalid(code: "no-result", "text \(id) was to be sent, and nothing says what became of it")
            }
        default: break
        }
    }

    private func checkGrants(_ outcome: Outcome, _ stage: StagePlan) throws(Invalid) {
        for section in outcome.set ?? [] where !stage.writes.contains(section.name) {
            throw Invalid(
                code: "no-grant",
                "\(stage.name) may not write section \"\(section.name)\"; name it under writes and grants")
        }
        for emission in outcome.emit ?? [] where stage.outputs[emission.output] == nil {
            throw Invalid(code: "no-output", "\(stage.name) has no output \"\(emission.output)\"")
        }
        if !stage.voice, holds(outcome.verdicts) || holds(outcome.results) {
            throw Invalid(code: "no-grant", "\(stage.name) has no voice: it may propose texts, not judge or send them")
        }
        if plan.voice == nil, holds(outcome.say) {
            throw Invalid(code: "no-voice", "no stage of this pipeline has the voice, so nothing can be said")
        }
        for entry in outcome.append ?? [] where entry.kind != "noted" && entry.kind != "decided" {
            throw Invalid("a stage appends \"noted\" or \"decided\", not \"\(entry.kind)\"")
        }
    }

    /// What a case keeps comes with every delivery of it: what fits one message alone would leave no room for the rest.
    private func checkPart(_ index: Int, of bodies: [Frame], in what: String) throws(Invalid) {
        _ = try json(index, of: bodies, in: what)
        guard bodies[index].count <= Self.partBytes else {
            throw Invalid(
                code: "too-large",
                "\(what): \(bodies[index].count) bytes; an entry or a section has at most \(Self.partBytes), put the rest into a blob"
            )
        }
    }

    /// The most bytes of an entry or a section that a stage writes.
    static let partBytes = 1 << 20

    private func checkBodies(_ outcome: Outcome, _ bodies: [Frame]) throws(Invalid) {
        for entry in outcome.append ?? [] { try checkPart(entry.body, of: bodies, in: "append") }
        for section in outcome.set ?? [] { try checkPart(section.body, of: bodies, in: "set \(section.name)") }
        for emission in outcome.emit ?? [] {
            if let body = emission.body { _ = try json(body, of: bodies, in: "emit \(emission.output)") }
        }
        for timer in outcome.timers ?? [] {
            if let body = timer.body { _ = try json(body, of: bodies, in: "timer \(timer.name)") }
        }
        for say in outcome.say ?? [] {
            guard bodies.indices.contains(say.body), String(validating: bodies[say.body], as: UTF8.self) != nil else {
                throw Invalid("say \(say.name): body frame \(say.body) is missing or no UTF-8 text")
            }
            guard !say.to.isEmpty, !say.name.isEmpty else {
                throw Invalid("say \(say.name): it needs a name and somebody to go to")
            }
        }
        for verdict in outcome.verdicts ?? [] where verdict.pass {
            guard let final = verdict.final, bodies.indices.contains(final), verdict.message_id != nil else {
                throw Invalid("a verdict that passes a text carries the final bytes and their message_id")
            }
        }
    }

    private func checkTimes(_ outcome: Outcome, _ stage: StagePlan) throws(Invalid) {
        for timer in outcome.timers ?? [] where stage.accepts[timer.type] == nil {
            throw Invalid("\(stage.name) does not accept \"\(timer.type)\", the type of its timer \"\(timer.name)\"")
        }
    }
}

extension Outcome {
    /// Whether it appends, emits, counts, opens a case of the house or sets timers.
    fileprivate var addsToTheCase: Bool {
        holds(append) || holds(emit) || holds(timers) || holds(standards) || holds(open) || holds(count)
    }

    /// Whether it does more than that.
    fileprivate var changesTheCase: Bool {
        holds(self.set) || holds(say) || holds(verdicts) || holds(results) || holds(promise) || holds(keep)
            || holds(withdraw) || holds(cancel) || owner != nil || resolve != nil || reopen != nil
    }
}

/// An empty list asks for nothing, like none at all.
private func holds<T>(_ list: [T]?) -> Bool { list?.isEmpty == false }
