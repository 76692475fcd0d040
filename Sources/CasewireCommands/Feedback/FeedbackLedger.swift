import Casework
import StageProtocol

/// What customers said in words over all cases, and what became of it.
struct FeedbackLedger {
    /// A piece of feedback and the case that it stands in.
    struct Row {
        var ref: String
        var item: FeedbackItem
    }

    /// Which of them are of interest.
    struct Filter {
        /// Those that nobody has acted on.
        var isOpen = false
        /// Of those, the ones whose day is past.
        var isDue = false
        /// Those of one person, by their id.
        var owner: String?
    }

    /// What is open first, by the day it is due; then what was done or put away, the latest first.
    private(set) var rows: [Row] = []
    /// Sections that are not of the shape `feedback/1`.
    private(set) var unreadable = 0
    private let now: Timestamp

    init(_ sections: [JSON], _ filter: Filter = Filter(), now: Timestamp) {
        self.now = now
        for section in sections {
            guard let feedback = try? section["section"]?.decode(Feedback.self) else {
                unreadable += 1
                continue
            }
            rows += (feedback.items ?? []).map { Row(ref: section["ref"]?.string ?? "", item: $0) }
        }
        rows = rows.filter { matches($0.item, filter) }.sorted { $0.item.isBefore($1.item) }
    }

    private func matches(_ item: FeedbackItem, _ filter: Filter) -> Bool {
        if filter.isOpen || filter.isDue, !item.isOpen { return false }
        if filter.isDue, item.due.map({ $0 > now }) ?? true { return false }
        return filter.owner.map { item.owner.id == $0 } ?? true
    }

    private func state(of item: FeedbackItem) -> String {
        if item.told != nil { return "told" }
        if item.done != nil { return "done" }
        if item.quiet != nil { return "quiet" }
        return item.due.map { $0 <= now } == true ? "overdue" : "open"
    }
}

extension FeedbackItem {
    fileprivate func isBefore(_ other: FeedbackItem) -> Bool {
        switch (ended, other.ended) {
        case (nil, nil): (due ?? at, at) < (other.due ?? other.at, other.at)
        case (let end?, let others?): end > others
        case (nil, _): true
        case (_, nil): false
        }
    }

    private var ended: Timestamp? { done?.at ?? quiet?.at }
}

// MARK: Telling

extension FeedbackLedger {
    func lines(_ times: Times, width: Int?, paint: Paint) -> [String] {
        var table = TextTable([
            .init(title: "case"), .init(title: "#", alignment: .right), .init(title: "kind"), .init(title: "state"),
            .init(title: "owner"), .init(title: "due"), .init(title: "topic"), .init(title: "words"),
        ])
        for row in rows {
            table.add([
                row.ref, "\(row.item.number)", row.item.kind.rawValue, state(of: row.item), row.item.owner.id,
                row.item.due.map(times.away) ?? "-", row.item.topic ?? "-", row.item.words,
            ])
        }
        let lines = rows.isEmpty ? ["There is no such feedback."] : table.lines(width: width, paint: paint)
        return lines + (unreadable > 0 ? ["", "\(unreadable) sections could not be read and are left out."] : [])
    }

    var json: JSON {
        get throws {
            .array(
                try rows.map { row in
                    var members = try JSON(encoding: row.item).object ?? [:]
                    members["ref"] = .string(row.ref)
                    members["state"] = .string(state(of: row.item))
                    return .object(members)
                })
        }
    }
}
