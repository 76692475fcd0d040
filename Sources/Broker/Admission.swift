import StageProtocol

extension Core {
    /// Refuses an admission that could not be carried out, before anything is written.
    func check(_ admit: Admit, _ bodies: [Frame], by stage: StagePlan) throws(Invalid) {
        guard stage.outputs[admit.output] != nil else {
            throw Invalid(code: "no-output", "\(stage.name) has no output \"\(admit.output)\"")
        }
        _ = try json(admit.entry, of: bodies, in: "admit.entry")
        for section in admit.set ?? [] {
            guard stage.writes.contains(section.name) else {
                throw Invalid(code: "no-grant", "\(stage.name) may not write section \"\(section.name)\"")
            }
            _ = try json(section.body, of: bodies, in: "admit.set \(section.name)")
        }
    }

    /// A body frame that must be JSON.
    func json(_ index: Int, of bodies: [Frame], in place: String) throws(Invalid) -> Frame {
        guard bodies.indices.contains(index) else {
            throw Invalid("\(place) names body frame \(index); there are \(bodies.count)")
        }
        guard JSONSyntax.isValid(bodies[index]) else { throw Invalid("\(place): body frame \(index) is no valid JSON") }
        return bodies[index]
    }

    /// Makes a submission part of a case: finds the case by the evidence or opens one, and sends the news on.
    /// - Parameters:
    ///   - trace: that of a case which it opens; nil for a new one.
    ///   - caller: the place in a trace from which it was handed in, to be written down.
    mutating func admit(
        _ admit: Admit, _ bodies: [Frame], _ submission: inout SubmissionRow, by stage: StagePlan, trace: String?,
        caller: TraceContext? = nil, orders: JSON? = nil, _ store: any StoreTransaction
    ) throws {
        var ref: String?
        defer {
            observe(submission.state.rawValue, stage: stage.name) {
                ($0.ref, $0.type, $0.code, $0.detail) = (ref, submission.via, submission.code, submission.name)
            }
        }
        if let content = admit.dedupe.map({ "same:" + $0 }), let earlier = try store.lookUp(content) {
            submission.state = .duplicate
            submission.caseID = earlier
            submission.reason = "the same content came before"
            return try settle(submission, store)
        }
        guard var row = try findCase(admit, trace: trace, store) ?? openCase(admit, trace: trace, store) else {
            submission.state = .parked
            submission.code = "no-case"
            submission.reason = try strangeness(of: admit, store)
            return try settle(submission, store)
        }
        ref = row.ref
        let isOpened = row.entries == 0
        submission.state = isOpened ? .opened : .followed_up
        submission.caseID = row.id
        for key in (admit.index ?? []) + (admit.dedupe.map { ["same:" + $0] } ?? []) {
            try store.index(key, caseID: row.id)
        }
        // Who was there before: the words of anybody who holds a signed address are heard, and move no answer to them.
        let isVouched = orders != nil && admit.past == nil
        let sections = try (admit.set ?? []).filter { section in
            try isOpened || isVouched || section.participant.map { try store.isParticipant($0, caseID: row.id) } ?? true
        }
        // A colleague's old mail says whom the case is with; so does the operator, by letting a mail in.
        if isOpened || isVouched || (admit.past != nil && admit.role == .staff) {
            for address in admit.participants ?? [] { try store.addParticipant(address, caseID: row.id) }
        }
        try hear(admit, bodies, &row, by: stage, store)
        try put(sections, bodies, of: row.id, by: stage, store)
        if admit.past == nil, let orders { try tellRelease(orders, &row, store) }
        try store.update(row)
        try settle(submission, role: admit.role, caller: caller, store)
        // History is nobody's task: what is told to no stage is acknowledged, answered and asked about by none.
        guard admit.past == nil else { return }
        let news = MessageRow(
            caseID: row.id, stage: stage.name, type: "", source: stage.name, at: now,
            deadline: admit.deadline ?? now + plan.acknowledgeWithin, notBefore: now, data: bodies[admit.entry],
            customer: row.customer, trace: row.trace)
        try emit(admit.output, from: news, by: stage, store)
    }

    /// The case that the evidence names, strongest first. One that was resolved long ago is gone on from in a new one.
    private mutating func findCase(_ admit: Admit, trace: String?, _ store: any StoreTransaction) throws -> CaseRow? {
        for match in admit.match {
            guard let id = try store.lookUp(match.key), var row = try store.findCase(id) else { continue }
            if let address = match.participant, try !store.isParticipant(address, caseID: id) { continue }
            // What was gone on from in another case goes on there; a vote stays with the case that it is about.
            while admit.role != .feedback, row.status == .resolved, let next = try store.lookUp("next:" + row.ref),
                let later = try store.findCase(next)
            {
                row = later
            }
            if admit.past == nil, admit.role == .customer, isOver(row, for: admit) {
                return try openCase(admit, after: row, trace: trace, store)
            }
            return row
        }
        return nil
    }

    /// Why what came in belongs to no case, of the references and mails that it names.
    private func strangeness(of admit: Admit, _ store: any StoreTransaction) throws -> String {
        let mail = "\(admit.role.rawValue) mail that belongs to no case here"
        let names = admit.match.filter { $0.key.hasPrefix("ref:") }
        guard let named = names.first else {
            return admit.match.isEmpty
                ? "\(mail); nothing in it names one" : "\(mail); it answers mails that are in none"
        }
        let known = try names.first { try store.lookUp($0.key) != nil }
        let ref = (known ?? named).key.dropFirst("ref:".count)
        guard known != nil else { return "\(mail); it names \(ref), and there is no such case" }
        let writer = (known ?? named).participant ?? "its writer"
        return "\(mail); it names \(ref), a case in which \(writer) takes no part"
    }

    /// Whether a customer who writes in the thread of a case means a new one: it was resolved long ago, or it was
    /// resolved and they write about something else.
    private func isOver(_ row: CaseRow, for admit: Admit) -> Bool {
        guard row.status == .resolved, let resolved = row.resolved else { return false }
        if now - resolved > plan.reopenWithin { return true }
        guard let topic = admit.topic?.lowercased(), let subject = row.subject?.lowercased() else { return false }
        // Mailers put their own words before and behind a subject; a new one shares nothing with the old.
        return !topic.contains(subject) && !subject.contains(topic)
    }

    /// A new case; only a customer opens one, or history does.
    private mutating func openCase(
        _ admit: Admit, after earlier: CaseRow? = nil, trace: String?, _ store: any StoreTransaction
    ) throws -> CaseRow? {
        guard admit.role == .customer || (admit.past != nil && admit.role == .staff) else { return nil }
        let ref = try freeReference(store)
        var row = CaseRow(
            ref: ref, status: admit.past == nil ? .open : .resolved, opened: admit.past ?? now,
            updated: admit.past ?? now, resolved: admit.past, customer: admit.customer, subject: admit.subject,
            linked: earlier?.ref, trace: trace ?? references.trace())
        row.id = try store.insert(row)
        try store.index("ref:" + ref, caseID: row.id)
        if let earlier { try store.index("next:" + earlier.ref, caseID: row.id) }
        return row
    }

    /// Appends what was said to the case and moves its marks.
    private mutating func hear(
        _ admit: Admit, _ bodies: [Frame], _ row: inout CaseRow, by stage: StagePlan, _ store: any StoreTransaction
    ) throws {
        let kind =
            switch admit.role {
            case .customer: "heard"
            case .staff: "staff"
            case .feedback: "feedback"
            case .notice: "notice"
            }
        let updated = row.updated
        try log(
            kind, by: admit.past == nil ? stage.name : Self.history, at: admit.past, bodies[admit.entry], &row, store)
        try attach(bodies[admit.entry], row.id, store)
        if let past = admit.past {
            // What an open case is waiting for does not change by what is remembered of it.
            row.updated = max(updated, past)
            if admit.role == .customer { row.heard += 1 }
            if let resolved = row.resolved {
                row.opened = min(row.opened, past)
                row.resolved = max(resolved, past)
            }
        } else if admit.role == .customer {
            row.heard += 1
            if row.status == .resolved {
                row.status = .open
                row.resolved = nil
                try log("decided", by: "broker", fact("reopened", "the customer wrote again"), &row, store)
            }
        }
    }

    /// Notes which files came with what was said: they are the case's now, whoever else has the same bytes.
    private func attach(_ entry: Frame, _ caseID: Int64, _ store: any StoreTransaction) throws {
        for file in try JSON(bytes: entry)["attachments"]?.array ?? [] {
            guard let hash = file["sha256"]?.string, try store.blobSize(hash) != nil else { continue }
            try store.attach(hash, caseID: caseID)
        }
    }

    private func put(
        _ sections: [SetSection], _ bodies: [Frame], of caseID: Int64, by stage: StagePlan,
        _ store: any StoreTransaction
    ) throws {
        for section in sections {
            let version = try store.sections(caseID).first { $0.name == section.name }?.version ?? 0
            try store.put(
                SectionRow(
                    name: section.name, schema: section.schema, version: version + 1, at: now, by: stage.name,
                    body: bodies[section.body]), caseID: caseID)
        }
    }

    /// Writes down what became of a submission.
    /// - Parameters:
    ///   - role: whose words it holds, where a case has them now.
    ///   - caller: the place in a trace from which it was handed in.
    func settle(
        _ row: SubmissionRow, role: Admit.Role? = nil, caller: TraceContext? = nil, _ store: any StoreTransaction
    ) throws {
        var submission = row
        submission.settled = now
        try store.update(submission)
        var detail: [String: JSON] = ["submission": .int(submission.id), "via": .string(submission.via)]
        if let reason = submission.reason { detail["reason"] = .string(reason) }
        if let role { detail["role"] = .string(role.rawValue) }
        if let caller { detail["traceparent"] = .string(caller.traceparent) }
        try store.write(
            JournalRow(
                at: now, caseID: submission.caseID, message: nil, by: submission.source,
                what: submission.state.rawValue, detail: .object(detail)))
    }
}
