import Broker
import Clocks
import Foundation
import Pipeline
import Reports
import SQLiteStore
import StageProtocol

/// Makes facts of stored cases, on all processors, and hands them on in the order of the store.
struct CaseReader: Sendable {
    private let setting: Setting
    private let figures: Figures

    /// - Throws: `CommandFailure` where the standards have not what clocks are kept by.
    init(_ setting: Setting) throws {
        self.setting = setting
        do {
            figures = try setting.standards.json.decode()
        } catch {
            throw CommandFailure(.config, "standards.yaml has not what clocks are kept by: \(error).")
        }
    }

    /// Reads a snapshot to its end. A few hundred cases for each processor are in memory at a time.
    func read(_ snapshot: StoreSnapshot, _ take: ([CaseFacts]) -> Void) async throws {
        let from = setting.scope.from ?? .distantPast
        let opened = from..<max(from, setting.scope.until ?? .distantFuture)
        try await withThrowingTaskGroup(of: (number: Int, facts: [CaseFacts]).self) { group in
            var (begun, taken) = (0, 0)
            var done: [Int: [CaseFacts]] = [:]
            func takeOne() async throws {
                while done[taken] == nil, let (number, facts) = try await group.next() { done[number] = facts }
                take(done.removeValue(forKey: taken) ?? [])
                taken += 1
            }
            while case let cases = try snapshot.next(opened: opened), !cases.isEmpty {
                if begun - taken > ProcessInfo.processInfo.activeProcessorCount { try await takeOne() }
                let number = begun
                group.addTask { (number, cases.map(facts)) }
                begun += 1
            }
            while taken < begun { try await takeOne() }
        }
    }

    /// What a stored case shows. Bodies that cannot be read show nothing.
    func facts(_ stored: StoredCase) -> CaseFacts {
        var facts = CaseFacts(
            ref: stored.head.ref, opened: stored.head.opened, isOpen: stored.head.status == .open)
        facts.resolved = stored.head.resolved
        facts.owner = stored.head.owner
        facts.customer = stored.head.customer
        let log = stored.entries.map { entry in
            let body = Self.members[entry.kind].flatMap { try? JSON(bytes: entry.body, members: $0) }
            return Entry(seq: entry.seq, kind: entry.kind, at: entry.at, by: entry.by, body: body ?? .null)
        }
        facts.read(log: log, heard: stored.head.heard, by: figures, now: setting.scope.now)
        facts.read(
            sections: Dictionary(
                uniqueKeysWithValues: stored.sections.compactMap { name, body in
                    Self.sections[name].flatMap { try? JSON(bytes: body, members: $0) }.map { (name, $0) }
                }))
        return facts
    }

    /// What is looked at in an entry of each kind: the rest, such as the words of texts, is not even built.
    private static let members = [
        "said": ["purpose", "audience", "heard", "answers", "author"],
        "promised": ["name", "kind", "what", "due", "authority", "evidence"],
        "decided": [
            "owner", "taken", "rung", "kept", "withdrawn", "resolved", "merged", "reopened", "urgent", "waits_for",
        ],
        "noted": [
            "promise", "kept", "warned", "missed", "started", "proposed", "rung", "told", "clock", "sign", "predicted",
            "refused",
        ],
    ]

    private static let sections = [
        "contact": ["channel", "language"], "understanding": ["topic", "mood", "language", "asks"],
        "answering": ["coverage"], "care": ["made_good", "granted"],
        "feedback": ["asked", "question", "votes", "items"],
    ]
}

extension Timestamp {
    fileprivate static let distantPast = Timestamp(milliseconds: -4_000_000_000_000)
    fileprivate static let distantFuture = Timestamp(milliseconds: 32_000_000_000_000)
}
