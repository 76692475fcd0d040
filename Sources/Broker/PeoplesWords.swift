import StageProtocol

// What people say of a case by command: it is handed to the stages that speak and decide for them, like any message.
extension Core {
    /// Takes a person's word on what a case is about to the stage that records it.
    mutating func correct(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let row = try namedCase(arguments, of: "correct", store)
        _ = try hand(
            "case.correction", to: plan.takers(of: "case.correction"), arguments["correction"] ?? .null, about: row,
            store)
        return ["ref": .string(row.ref)]
    }

    /// Takes a colleague's words to the stage that speaks for them, unless the case is no longer what they have seen.
    ///
    /// `seen` has what they looked at: how many contacts were heard, who has the case, and whether it is open.
    mutating func staffWord(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let row = try namedCase(arguments, of: "staff", store)
        guard let person = arguments["person"]?.string, let words = arguments["words"]?.string else {
            throw Invalid("staff: whose \"person\", and which \"words\"?")
        }
        if let change = Self.change(in: row, since: arguments["seen"] ?? .null) {
            throw Invalid(code: "changed", "\(change); look at \(row.ref) again")
        }
        var word: [String: JSON] = [
            "person": .string(person), "words": .string(words), "heard": .int(Int64(row.heard)), "channel": "command",
        ]
        // What else they have seen is for the stages to hold against what is there by then.
        word["seen"] = arguments["seen"]
        let ids = try hand("case.staff", to: plan.takers(of: "case.staff"), .object(word), about: row, store)
        return ["ref": .string(row.ref), "messages": .array(ids.map { .int($0) })]
    }

    private func namedCase(_ arguments: JSON, of question: String, _ store: any StoreTransaction) throws -> CaseRow {
        guard let ref = arguments["ref"]?.string else { throw Invalid("\(question): which \"ref\"?") }
        guard let row = try store.findCase(ref: ref.uppercased()) else {
            throw Invalid(code: "no-case", "there is no case \(ref)")
        }
        return row
    }

    /// What is different from what somebody has seen of a case, in words; nil for nothing that matters.
    private static func change(in row: CaseRow, since seen: JSON) -> String? {
        if let heard = seen["heard"]?.int, heard < row.heard {
            let more = Int64(row.heard) - heard
            return "the customer wrote \(more == 1 ? "" : "\(more) times ")meanwhile"
        }
        if let owner = seen["owner"], owner.string != row.owner {
            return "\(row.owner ?? "nobody") looks after it meanwhile"
        }
        if let status = seen["status"]?.string, status != row.status.rawValue {
            return "it is \(row.status.rawValue) meanwhile"
        }
        return nil
    }

    /// Posts a message from the operator to every stage that takes its type.
    /// - Returns: the messages' numbers.
    private mutating func hand(
        _ type: String, to stages: [String], _ data: JSON, about row: CaseRow, _ store: any StoreTransaction
    ) throws -> [Int64] {
        guard !stages.isEmpty else {
            throw Invalid("no stage of this pipeline accepts \(type), so that nobody would act on it")
        }
        let word = MessageRow(
            caseID: row.id, stage: "operator", type: "", source: "operator", at: now,
            deadline: now + plan.acknowledgeWithin, notBefore: now, data: data.bytes, customer: row.customer,
            trace: row.trace)
        return try stages.map { try post(to: $0, type: type, from: word, store) }
    }
}
