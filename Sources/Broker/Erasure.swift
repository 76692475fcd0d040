import StageProtocol

/// Mails that are to go before the cases are erased which they are about.
package struct OutboxClearing: Sendable, Equatable {
    package var cases: [Int64]
    /// The references of the cases.
    package var refs: [String]
    /// The Maildirs that mails are put into.
    package var folders: [String]

    /// The mails about some cases in some folders.
    package init(cases: [Int64], refs: [String], folders: [String]) {
        self.cases = cases
        self.refs = refs
        self.folders = folders
    }
}

/// What is known of a customer, and its end.
extension Core {
    /// So many cases are erased in one beat at most, so that nobody waits for it.
    private static let atOnce = 20
    /// The mails of so many cases are looked for in one go.
    private static let clearedAtOnce = 500

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

    /// Erases cases that were settled longer ago than the standards keep them, the mails about them first: a crash in between
    /// leaves cases that are found again, and no mail of which nobody knows.
    /// - Returns: whether there may be more.
    mutating func eraseSettled(_ store: any StoreTransaction) throws -> Bool {
        guard let span = plan.keepCases else { return false }
        let outboxes = plan.outboxes
        let old = try store.settledCases(before: now - span, limit: outboxes.isEmpty ? Self.atOnce : Self.clearedAtOnce)
        let ready = old.filter { outboxes.isEmpty || clearing[$0] == true }.prefix(Self.atOnce)
        // A look through an outbox takes a while: many cases share one.
        let unread = clearing.values.contains(false) ? [] : old.filter { clearing[$0] == nil }
        if !outboxes.isEmpty, !unread.isEmpty {
            for id in unread { clearing[id] = false }
            let refs = try unread.compactMap { try store.findCase($0)?.ref }
            actions.append(.clear(OutboxClearing(cases: unread, refs: refs, folders: outboxes)))
        }
        guard !ready.isEmpty else { return false }
        _ = try erase(Array(ready), [], by: "broker", why: "kept for as long as the standards say", store)
        for id in ready { clearing[id] = nil }
        return ready.count == Self.atOnce
    }

    /// The mails about these cases are gone from the outboxes, so that they go themselves with this beat.
    mutating func cleared(_ cases: [Int64]) {
        for id in cases { clearing[id] = true }
        nextForget = now
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
