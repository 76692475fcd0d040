import StageProtocol

/// What waits for a person, to be let in or given up.
extension Core {
    /// What is parked, oldest first, or what was given up (`state`: `discarded`); or the one that is named, whatever has become of
    /// it.
    func parked(_ arguments: JSON, limit: Int, _ store: any StoreTransaction) throws -> JSON {
        guard let id = arguments["id"]?.int else {
            let state = arguments["state"]?.string == "discarded" ? SubmissionState.discarded : .parked
            return .array(try store.submissions(state: state, limit: limit).map { try json($0, store) })
        }
        return try json(try submission(id, store), store)
    }

    /// Lets a parked submission be read again, as the operator wishes it to be read.
    mutating func release(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        var row = try submission(arguments["id"]?.int ?? 0, store)
        guard row.state == .parked || row.state == .discarded else { throw try notParked(row, store) }
        var orders: [String: JSON] = ["release": true]
        // What came as history is let in as history: nobody is to be written to about it.
        if row.via == "import" { orders["history"] = .object([:]) }
        if let address = arguments["as"]?.string {
            guard address.contains("@") else { throw Invalid("\"\(address)\" is no address of a person") }
            orders["as"] = .string(address)
        }
        if let ref = arguments["to"]?.string?.uppercased() {
            guard try store.findCase(ref: ref) != nil else {
                throw Invalid(code: "no-case", "there is no case \(ref)")
            }
            orders["to"] = .string(ref)
        }
        guard row.blob != nil else {
            throw Invalid("submission \(row.id) has no bytes (any more) that could be read again")
        }
        // Where a reader failed on it, its dead letter is answered with that.
        for letter in try store.dead(about: row.id) {
            try store.delete(message: letter.id)
            deadCount -= 1
        }
        row.state = .received
        row.code = nil
        row.reason = nil
        row.settled = nil
        try store.update(row)
        try enqueueReading(row, orders: .object(orders), by: "operator", store)
        return try json(row, store)
    }

    /// Gives a parked submission up. Its bytes stay as long as those of other mail do, and the reason for good.
    func discardParked(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        var row = try submission(arguments["id"]?.int ?? 0, store)
        guard row.state == .parked else { throw try notParked(row, store) }
        guard let reason = arguments["reason"]?.string, !reason.isEmpty else {
            throw Invalid("discarding a parked mail needs a \"reason\"")
        }
        let earlier = row.code
        row.state = .discarded
        row.reason = reason
        row.settled = now
        try store.update(row)
        try store.write(
            JournalRow(
                at: now, caseID: nil, message: nil, by: "operator", what: "discarded",
                detail: [
                    "submission": .int(row.id), "via": .string(row.via), "reason": .string(reason),
                    "parked": .string(earlier ?? ""),
                ]))
        return try json(row, store)
    }

    /// Writes into the story that a person let this in, and how.
    func tellRelease(_ orders: JSON, _ row: inout CaseRow, _ store: any StoreTransaction) throws {
        guard orders["release"] == true else { return }
        var fact: [String: JSON] = ["released": "let in by hand after it was parked"]
        fact["as"] = orders["as"]
        fact["to"] = orders["to"]
        try log("decided", by: "operator", JSON.object(fact).bytes, &row, store)
    }

    private func notParked(_ row: SubmissionRow, _ store: any StoreTransaction) throws -> Invalid {
        let ref = try row.caseID.flatMap { try store.findCase($0)?.ref }
        let fate =
            switch row.state {
            case .opened: "opened as \(ref ?? "a case that was erased")"
            case .followed_up: "in \(ref ?? "a case that was erased")"
            case .duplicate: ref.map { "a duplicate of what is in \($0)" } ?? "a duplicate of what was parked before"
            case .discarded: "given up: \(row.reason ?? "")"
            case .received, .parked: "being read"
            }
        return Invalid(code: "not-parked", "number \(row.id) is not parked; it is already \(fate)")
    }

    private func submission(_ id: Int64, _ store: any StoreTransaction) throws -> SubmissionRow {
        guard let row = try store.findSubmission(id) else {
            throw Invalid(code: "no-submission", "nothing was received under the number \(id)")
        }
        return row
    }
}
