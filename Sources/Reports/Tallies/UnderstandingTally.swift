import Casework
import StageProtocol

/// How often what was meant was understood, as far as people looked.
///
/// A case counts once a person has answered or corrected in it. What they left as it was counts as right.
struct UnderstandingTally: Tally {
    static let source = Source.cases([.understanding, .review])

    /// Cases that a person looked at, and of how many each subject was right.
    private struct Judged {
        var cases = 0
        var right: [Review.Subject: Int] = [:]

        mutating func add(_ reviewed: CaseFacts.Reviewed) {
            cases += 1
            for what in Review.Subject.allCases where reviewed.isRight(what) { right[what, default: 0] += 1 }
        }

        func right(_ what: Review.Subject) -> Int { right[what] ?? 0 }
        func share(_ what: Review.Subject) -> Share { Share(right(what), of: cases) }
    }

    private struct Mistake: Hashable {
        var said: String
        var meant: String
    }

    private var all = Judged()
    private var topics: [String: Judged] = [:]
    private var languages: [String: Judged] = [:]
    private var mistakes: [Mistake: Int] = [:]
    /// Cases that were understood and that no person has looked at.
    private var unseen = 0

    init(_ setting: Setting) {}

    mutating func take(_ facts: CaseFacts) {
        guard let reviewed = facts.reviewed else {
            if facts.isUnderstood { unseen += 1 }
            return
        }
        all.add(reviewed)
        topics[reviewed.topic, default: Judged()].add(reviewed)
        languages[reviewed.language ?? "unsure", default: Judged()].add(reviewed)
        if let meant = reviewed.meant { mistakes[Mistake(said: reviewed.topic, meant: meant), default: 0] += 1 }
    }

    /// What was taken for what, the commonest first.
    private var confusions: [(key: Mistake, value: Int)] {
        mistakes.sorted { ($1.value, $0.key.said, $0.key.meant) < ($0.value, $1.key.said, $1.key.meant) }
    }

    private static func sorted(_ parts: [String: Judged]) -> [(key: String, value: Judged)] {
        parts.sorted { ($1.value.cases, $0.key) < ($0.value.cases, $1.key) }
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(
            id: "understanding", title: "What was understood",
            lead: """
                People looked at \(counted(all.cases, "case")), and at \(unseen) nobody did. What they left as it was counts as right.
                """)
        var subjects = Self.table("subjects", "Right about", "subject")
        for what in Review.Subject.allCases where all.cases > 0 {
            subjects.add(Self.row(what.rawValue, all, what))
        }
        report.parts = [
            .table(subjects), .table(Self.table("topics", "The topic, when it was said to be", "topic", topics)),
            .table(Self.table("languages", "The topic, by language", "language", languages)), .table(mixedUp),
        ]
        report.members = ["reviewed": .int(Int64(all.cases)), "unreviewed": .int(Int64(unseen))]
        for what in Review.Subject.allCases { report.members[what.rawValue] = .object(Self.json(all, what)) }
        report.members["topics"] = Self.list("topic", topics)
        report.members["languages"] = Self.list("language", languages)
        report.members["confusions"] = .array(
            confusions.map {
                ["said": .string($0.key.said), "meant": .string($0.key.meant), "count": .int(Int64($0.value))]
            })
        return report
    }

    private static func table(_ id: String, _ title: String, _ part: String, _ parts: [String: Judged] = [:]) -> Table {
        var table = Table(
            id: id, title: title,
            columns: [
                .init(part), .init("right_share", "right"), .init("interval_95", "95 % interval"),
                .init("right", "times right"), .init("reviewed", "of"),
            ], note: "Intervals are Wilson's.",
            none: "There is nothing to tell until somebody has answered or corrected.")
        for (name, judged) in sorted(parts) { table.add(row(name, judged, .topic)) }
        return table
    }

    private static func row(_ name: String, _ judged: Judged, _ what: Review.Subject) -> [Value] {
        let right = judged.right(what)
        return [.text(name)] + Value.shareAndInterval(right, of: judged.cases) + [.count(right), .count(judged.cases)]
    }

    private var mixedUp: Table {
        var table = Table(
            id: "confusions", title: "Mixed up most",
            columns: [.init("said"), .init("meant"), .init("count", "times")],
            none: "No topic was taken for another.")
        for (mistake, count) in confusions.prefix(20) {
            table.add([.text(mistake.said), .text(mistake.meant), .count(count)])
        }
        return table
    }

    // MARK: JSON

    private static func list(_ name: String, _ parts: [String: Judged]) -> JSON {
        .array(sorted(parts).map { .object(json($0.value, .topic).merging([name: .string($0.key)]) { $1 }) })
    }

    private static func json(_ judged: Judged, _ what: Review.Subject) -> [String: JSON] {
        let share = judged.share(what)
        return [
            "right": .int(Int64(judged.right(what))), "reviewed": .int(Int64(judged.cases)),
            "share": .rounded(share.value), "interval_95": [.rounded(share.low), .rounded(share.high)],
        ]
    }
}
