import Broker
import Clocks
import Foundation
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
    private let figures: Figures

    /// - Throws: `CommandFailure` where the standards have not what clocks are kept by.
    init(_ setting: Setting, _ parts: Set<CasePart>) throws {
        self.setting = setting
        self.parts = parts
        do {
            figures = try setting.standards.json.decode()
        } catch {
            throw CommandFailure(.config, "standards.yaml has not what clocks are kept by: \(error).")
        }
    }

    /// Reads a snapshot to its end. A few hundred cases for each processor are in memory at a time.
    func read(_ snapshot: StoreSnapshot, _ take: (Part) -> Void) async throws {
        let opened = setting.scope.period
        let hasLogs = parts.contains(.log) || parts.contains(.clocks)
        let logs = hasLogs ? Self.members : nil
        let sections = parts.map(\.rawValue).filter { Self.sections[$0] != nil }
        try await withThrowingTaskGroup(of: (number: Int, part: Part).self) { group in
            var (begun, taken) = (0, 0)
            var done: [Int: Part] = [:]
            func takeOne() async throws {
                while done[taken] == nil, let (number, part) = try await group.next() { done[number] = part }
                take(done.removeValue(forKey: taken) ?? Part())
                taken += 1
            }
            while case let cases = try snapshot.next(opened: opened, logs: logs, sections: sections), !cases.isEmpty {
                if begun - taken > ProcessInfo.processInfo.activeProcessorCount { try await takeOne() }
                let number = begun
                group.addTask { (number, part(cases)) }
                begun += 1
            }
            while taken < begun { try await takeOne() }
        }
    }

    private func part(_ stored: [StoredCase]) -> Part {
        var part = Part()
        for stored in stored {
            if stored.head.kind == nil { part.cases.append(facts(stored)) } else { part.causes.append(cause(stored)) }
        }
        return part
    }

    private func cause(_ stored: StoredCase) -> CauseFacts {
        CauseFacts(
            ref: stored.head.ref, opened: stored.head.opened, isOpen: stored.head.status == .open, log: stored.entries,
            by: figures, now: setting.scope.now)
    }

    /// What a stored case shows. Bodies that cannot be read show nothing.
    func facts(_ stored: StoredCase) -> CaseFacts {
        var facts = CaseFacts(
            ref: stored.head.ref, opened: stored.head.opened, isOpen: stored.head.status == .open)
        facts.resolved = stored.head.resolved
        facts.owner = stored.head.owner
        facts.customer = stored.head.customer
        let now = setting.scope.now
        facts.read(log: stored.entries, now: now)
        if parts.contains(.clocks) { facts.readClocks(stored.entries, heard: stored.head.heard, by: figures, now: now) }
        facts.read { name in stored.sections[name].map { Self.members(of: $0, name) } }
        return facts
    }

    /// What is looked at in a section. The thread that reads the store is the busier one and leaves this to the others.
    private static func members(of section: Frame, _ name: String) -> JSONMembers {
        section.withUnsafeBytes { try? JSONMembers(sections[name] ?? [], of: $0) } ?? JSONMembers()
    }

    /// What is looked at in an entry of each kind: the rest, such as the words of texts, is passed over in the store.
    private static let members = [
        "said": ["purpose", "audience", "heard", "answers", "author"],
        "promised": ["name", "kind", "what", "due", "authority", "evidence"],
        "decided": [
            "owner", "taken", "rung", "kept", "withdrawn", "resolved", "merged", "reopened", "urgent", "waits_for",
            "later", "mended",
        ],
        "noted": [
            "promise", "kept", "warned", "missed", "started", "proposed", "rung", "told", "clock", "sign", "predicted",
            "refused", "overdue",
        ],
    ]

    /// What is looked at in each section.
    private static let sections = [
        "contact": ["channel", "language"], "understanding": ["topic", "mood", "language", "asks"],
        "answering": ["coverage"], "care": ["made_good", "granted"],
        "feedback": ["asked", "question", "votes", "items"], "review": ["machine", "corrections"],
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
