import StageProtocol

extension Core {
    /// Takes a person's word on what a case is about to the stage that records it.
    mutating func correct(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        guard let ref = arguments["ref"]?.string else { throw Invalid("correct: which \"ref\"?") }
        guard let row = try store.findCase(ref: ref.uppercased()) else {
            throw Invalid(code: "no-case", "there is no case \(ref)")
        }
        guard !plan.reviewers.isEmpty else {
            throw Invalid("no stage of this pipeline accepts case.correction, so that nobody would record it")
        }
        let word = MessageRow(
            caseID: row.id, stage: "operator", type: "", source: "operator", at: now,
            deadline: now + plan.acknowledgeWithin, notBefore: now,
            data: arguments["correction"]?.bytes ?? JSON.null.bytes,
            customer: row.customer, trace: row.trace)
        for stage in plan.reviewers { try post(to: stage, type: "case.correction", from: word, store) }
        return ["ref": .string(row.ref)]
    }
}
