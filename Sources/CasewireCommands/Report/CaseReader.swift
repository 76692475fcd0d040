import Broker
import Clocks
import Pipeline
import Reports
import SQLiteStore
import StageProtocol

/// Makes facts of stored cases, on all processors, and hands them on in the order of the store.
struct CaseReader: Sendable {
    /// Some cases, those of the house apart.
    struct Part: Sendable {
        var cases: [CaseFacts] = []
        var causes: [CauseFacts] = []
    }

    private let setting: Setting
    private let parts: Set<CasePart>
    private let logs: [String: [MemberName]]?
    private let sections: [String: [MemberName]]

    init(_ setting: Setting, _ parts: Set<CasePart>) {
        self.setting = setting
        self.parts = parts
        logs = parts.contains(.log) || parts.contains(.clocks) ? Self.members : nil
        let names = parts.map(\.rawValue)
        sections = Self.sections.filter { names.contains($0.key) }
    }

    /// A reader of the store, with figures of its own: processors need not count references to the same calendar.
    private struct Hand: Sendable {
        var store: SnapshotReader
        var figures: Figures
    }

    /// Reads a snapshot to its end, by all its readers. A few thousand cases are in memory at a time, however slow one of them is.
    /// - Throws: `StoreError`; `CommandFailure` where the standards have not what clocks are kept by.
    func read(_ snapshot: StoreSnapshot, _ take: (Part) -> Void) async throws {
        var free = try snapshot.readers.map { Hand(store: $0, figures: try figures()) }
        let count = free.count
        try await withThrowingTaskGroup(of: (number: Int, part: Part, hand: Hand).self) { group in
            var (begun, taken) = (0, 0)
            var done: [Int: Part] = [:]
            func takeDone() {
                while let part = done.removeValue(forKey: taken) {
                    take(part)
                    taken += 1
                }
            }
            func waitForOne() async throws {
                guard let (number, part, hand) = try await group.next() else { return }
                done[number] = part
                free.append(hand)
            }
            for numbers in snapshot.parts(400) {
                while free.isEmpty { try await waitForOne() }
                while begun - taken > 3 * count {
                    try await waitForOne()
                    takeDone()
                }
                let (number, hand) = (begun, free.removeLast())
                group.addTask { (number, try part(numbers, hand), hand) }
                begun += 1
                takeDone()
            }
            while free.count < count { try await waitForOne() }
            takeDone()
        }
    }

    private func figures() throws -> Figures {
        do { return try setting.standards.json.decode() } catch {
            throw CommandFailure(.config, "standards.yaml has not what clocks are kept by: \(error).")
        }
    }

    private func part(_ numbers: Range<Int64>, _ hand: Hand) throws -> Part {
        var part = Part()
        let stored = try hand.store.cases(numbers, opened: setting.scope.period, logs: logs, sections: sections)
        part.cases.reserveCapacity(stored.count)
        for index in stored.indices {
            if stored[index].head.kind == nil {
                part.cases.append(facts(stored[index], hand.figures))
            } else {
                part.causes.append(cause(stored[index], hand.figures))
            }
        }
        return part
    }

    private func cause(_ stored: StoredCase, _ figures: Figures) -> CauseFacts {
        CauseFacts(
            ref: stored.head.ref, opened: stored.head.opened, isOpen: stored.head.status == .open, log: stored.entries,
            by: figures, now: setting.scope.now)
    }

    /// What a stored case shows. Bodies that cannot be read show nothing.
    private func facts(_ stored: StoredCase, _ figures: Figures) -> CaseFacts {
        var facts = CaseFacts(
            ref: stored.head.ref, opened: stored.head.opened, isOpen: stored.head.status == .open)
        facts.resolved = stored.head.resolved
        facts.owner = stored.head.owner
        facts.customer = stored.head.customer
        let now = setting.scope.now
        facts.read(log: stored.entries, now: now)
        if parts.contains(.clocks) { facts.readClocks(stored.entries, heard: stored.head.heard, by: figures, now: now) }
        facts.read { name in stored.sections.first { $0.name == name }?.body }
        return facts
    }

    /// What is looked at in an entry of each kind: the rest, such as the words of texts, is passed over in the store.
    private static let members: [String: [MemberName]] = [
        "said": ["purpose", "audience", "heard", "answers", "author"],
        "promised": ["name", "kind", "what", "due", "authority", "evidence"],
        "decided": [
            "owner", "taken", "rung", "kept", "withdrawn", "resolved", "merged", "reopened", "urgent", "waits_for",
            "later", "mended",
        ],
        "noted": [
            "promise", "kept", "warned", "missed", "started", "proposed", "rung", "told", "clock", "sign", "predicted",
            "refused", "overdue", "receipt_serves",
        ],
    ]

    /// What is looked at in each section.
    private static let sections: [String: [MemberName]] = [
        "contact": ["channel", "language"],
        "understanding": ["topic", "mood", "language", MemberName("asks", of: ["quote", "kind"])],
        "answering": [MemberName("coverage", of: ["ask", "article", "span"])], "care": ["made_good", "granted"],
        "feedback": [
            "asked", "question", MemberName("votes", of: ["question", "score", "at", "words", "quote"]),
            MemberName("items", of: ["kind", "at", "topic", "owner", "due", "handed", "done", "told"]),
        ],
        "review": ["machine", MemberName("corrections", of: ["what", "after"])],
    ]
}

extension Scope {
    /// When something was opened, or came in, that counts.
    var period: Range<Timestamp> {
        let from = from ?? .distantPast
        return from..<max(from, until ?? .distantFuture)
    }
}

extension SubmissionFacts {
    /// What became of it counts as accounted for where the case that it went into is there.
    init(_ stored: StoredSubmission) {
        let state = State(rawValue: stored.state)
        let isInCase = state == .opened || state == .followedUp
        let row = stored.row
        let details = Details(
            key: row.key, name: row.name, code: row.code, reason: row.reason, blob: row.blob, size: row.size)
        self.init(
            number: row.id, via: row.via, at: row.at, state: isInCase && stored.ref == nil ? nil : state,
            details: state == .parked ? details : nil)
    }
}

extension Timestamp {
    fileprivate static let distantPast = Timestamp(milliseconds: -4_000_000_000_000)
    fileprivate static let distantFuture = Timestamp(milliseconds: 32_000_000_000_000)
}
