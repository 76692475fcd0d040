import StageProtocol

/// The body of a log entry that says one thing.
func fact(_ name: String, _ value: String) -> Frame { JSON.object([name: .string(value)]).bytes }

extension Core {
    /// Writes down an act about a message.
    func journal(
        _ what: String, _ row: MessageRow, _ detail: [String: JSON], by: String? = nil, _ store: any StoreTransaction
    ) throws {
        var detail = detail
        detail["stage"] = .string(row.stage)
        detail["type"] = .string(row.type)
        // So that it is found where there is no case to find it by.
        if row.caseID == nil, let submission = row.submission { detail["submission"] = .int(submission) }
        try store.write(
            JournalRow(
                at: now, caseID: row.caseID, message: row.id, by: by ?? row.stage, what: what, detail: .object(detail)))
    }

    /// Writes an entry into a case's log.
    /// - Parameter moment: when it was said, where that is not now.
    func log(
        _ kind: String, by: String, at moment: Timestamp? = nil, _ body: Frame, _ row: inout CaseRow,
        _ store: any StoreTransaction
    ) throws {
        row.entries += 1
        row.updated = time(of: row)
        let entry = EntryRow(seq: row.entries, kind: kind, at: moment ?? row.updated, by: by, body: body)
        try store.insert(entry, caseID: row.id)
    }

    /// The time by which a case goes on. It never goes back: where the clock was set back, the case's stands until that has caught
    /// up. Else whoever looked at the case would take its last words for words to come, and wait for none of what follows from them.
    func time(of row: CaseRow) -> Timestamp { max(now, row.updated) }

    /// Puts a message into the store and the queue: about the same case as another, in the same trace.
    /// - Returns: its number.
    @discardableResult
    mutating func post(
        to stage: String, type: String, from parent: MessageRow, deadline: Timestamp? = nil, say: Int64? = nil,
        _ store: any StoreTransaction
    ) throws -> Int64 {
        var row = MessageRow(
            caseID: parent.caseID, stage: stage, type: type, source: parent.stage, at: now,
            deadline: deadline ?? parent.deadline, notBefore: now, data: parent.data, say: say,
            customer: parent.customer, trace: parent.trace)
        row.id = try store.insert(row)
        posted.append(row.id)
        enqueue(row)
        return row.id
    }
}
