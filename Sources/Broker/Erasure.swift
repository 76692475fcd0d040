import StageProtocol

/// What is known of a customer, and its end.
extension Core {
    /// So many cases are erased in one beat at most, so that nobody waits for it.
    private static let atOnce = 20

    /// The cases of a customer, and those of others in which they take part.
    func customer(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let address = try address(arguments)
        let own = try store.cases(of: address, limit: 10_000)
        let others = try store.cases(with: address, limit: 10_000).filter { $0.customer != address }
        return [
            "address": .string(address), "cases": .array(own.map { Self.json($0) }),
            "others": .array(others.map { Self.json($0) }),
        ]
    }

    /// Erases a customer's cases, the first of them; and mails that are parked, by their numbers. Asked again until none is
    /// left.
    mutating func eraseCustomer(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        let address = try address(arguments)
        let own = try store.cases(of: address, limit: 10_000)
        let parked = try (arguments["submissions"]?.array ?? []).compactMap(\.int).filter { id in
            guard let row = try store.findSubmission(id) else { return false }
            guard row.caseID == nil, row.state == .parked || row.state == .discarded else {
                throw Invalid("submission \(id) is not parked but \(row.state.rawValue)")
            }
            return true
        }
        let erased = try erase(own.prefix(Self.atOnce).map(\.id), parked, by: "operator", why: "asked for", store)
        return ["erased": Self.json(erased), "left": .int(Int64(max(0, own.count - Self.atOnce)))]
    }

    /// Erases cases that were settled longer ago than the standards keep them.
    /// - Returns: whether there may be more.
    mutating func eraseSettled(_ store: any StoreTransaction) throws -> Bool {
        guard let span = plan.keepCases else { return false }
        let old = try store.settledCases(before: now - span, limit: Self.atOnce)
        guard !old.isEmpty else { return false }
        _ = try erase(old, [], by: "broker", why: "kept for as long as the standards say", store)
        return old.count == Self.atOnce
    }

    /// Takes everything out, and notes how much it was: a count, and nothing of the person.
    private mutating func erase(
        _ cases: [Int64], _ submissions: [Int64], by who: String, why: String, _ store: any StoreTransaction
    ) throws -> Erased {
        let erased = try store.erase(cases: cases, submissions: submissions)
        for id in erased.messages {
            if let held = leases[id] { drop(held) }
            queue.remove(id)
        }
        deadCount = try store.countMessages(.dead)
        load = nil
        guard erased != Erased() else { return erased }
        hasErased = true
        guard case .object(var detail) = Self.json(erased) else { return erased }
        detail["why"] = .string(why)
        try store.write(
            JournalRow(at: now, caseID: nil, message: nil, by: who, what: "erased", detail: .object(detail)))
        observe("erased", stage: "broker", detail: "\(erased.cases) cases: \(why)")
        return erased
    }

    private static func json(_ erased: Erased) -> JSON {
        func count(_ number: Int) -> JSON { .int(Int64(number)) }
        return [
            "cases": count(erased.cases), "entries": count(erased.entries), "texts": count(erased.texts),
            "messages": count(erased.messages.count), "submissions": count(erased.submissions),
            "files": count(erased.files),
        ]
    }

    private func address(_ arguments: JSON) throws -> String {
        guard let address = arguments["address"]?.string, address.contains("@") else {
            throw Invalid("of which customer? An \"address\" says it")
        }
        return address
    }
}
