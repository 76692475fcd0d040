import StageProtocol

/// By which standards the open cases were looked at last, and how far that has got.
package struct StandardsMark: Sendable, Hashable {
    /// A digest of the standards and the people.
    package var digest: String
    /// The number of the case up to which it is done; nil once all are.
    package var after: Int64?

    package init(digest: String, after: Int64?) {
        self.digest = digest
        self.after = after
    }
}

// When the standards or their calendar change, so do the times of every open case. The stage that keeps them is told of each
// case, few at a time beside the daily work; how far that has got is committed with what was told.
extension Core {
    /// Messages of this kind that are told at once; no more are while half of that many messages wait for the stage.
    static let changesAtOnce = 200
    /// What the standards want of it: everything else that is due within a day goes first.
    private static let changesWithin: Duration = .seconds(86_400)

    mutating func tellOfChange(_ store: any StoreTransaction) throws {
        guard let keeper = plan.keeper else { return }
        if standardsMark?.digest != keeper.digest {
            let mark = StandardsMark(digest: keeper.digest, after: 0)
            try store.put(mark)
            standardsMark = mark
            observe(
                "standards", stage: keeper.stage, detail: "the standards are others: every open case is looked at anew")
        }
        // Processes that still have the standards from before would look by those.
        guard let after = standardsMark?.after, !isBeingReplaced(keeper.stage),
            queue.depth(keeper.stage) < Self.changesAtOnce / 2
        else { return }
        let cases = try store.openCases(after: after, limit: Self.changesAtOnce)
        for row in cases {
            let news = MessageRow(
                caseID: row.id, stage: "broker", type: "", source: "broker", at: now,
                deadline: now + Self.changesWithin, notBefore: now, customer: row.customer, trace: row.trace)
            try post(to: keeper.stage, type: "standards.changed", from: news, store)
        }
        let isOver = cases.count < Self.changesAtOnce
        let mark = StandardsMark(digest: keeper.digest, after: isOver ? nil : cases.last?.id)
        try store.put(mark)
        standardsMark = mark
        if isOver { observe("standards", stage: keeper.stage, detail: "every open case is told of") }
    }
}

extension Plan {
    /// The stage that keeps the standards' times, and a digest of what it keeps them by.
    fileprivate var keeper: (stage: String, digest: String)? {
        guard
            let stage = stages.values.filter({ $0.accepts["standards.changed"] != nil }).min(by: { $0.name < $1.name }),
            let digest = stage.rules
        else { return nil }
        return (stage.name, digest)
    }
}
