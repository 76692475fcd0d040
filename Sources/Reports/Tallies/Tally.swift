package import Calendars
package import Pipeline

/// Looks at facts one after the other and then tells what it saw. It keeps sums; of each case at most a few numbers, and
/// the names of a handful.
package protocol Tally: Sendable {
    /// What its facts are of: it is handed no others.
    static var source: Source { get }
    mutating func take(_ facts: CaseFacts)
    mutating func take(_ cause: CauseFacts)
    mutating func take(_ submission: SubmissionFacts)
    func report() -> Report
}

extension Tally {
    package mutating func take(_ facts: CaseFacts) {}
    package mutating func take(_ cause: CauseFacts) {}
    package mutating func take(_ submission: SubmissionFacts) {}
}

/// What there are facts of.
package enum Source: Sendable {
    /// Customers' cases, and the causes of what went wrong in them: of each its head and some parts.
    case cases(Set<CasePart>)
    /// Everything that came in.
    case submissions
}

/// What reports reckon by.
package struct Setting: Sendable {
    package var standards: Standards
    package var scope: Scope
    /// The size of an account by its address in lower case; empty where nobody says.
    package var sizes: [String: String]

    package init(standards: Standards, scope: Scope, sizes: [String: String] = [:]) {
        self.standards = standards
        self.scope = scope
        self.sizes = sizes
    }

    package var calendar: BusinessCalendar { standards.calendar }
}

/// The reports there are, by the name under which each is asked for.
package enum ReportCatalog {
    package static let all: [(name: String, tally: @Sendable (Setting) -> any Tally)] = [
        ("standards", { StandardsTally($0) }), ("voice", { VoiceTally($0) }), ("survey", { SurveyTally($0) }),
        ("parity", { ParityTally($0) }), ("promises", { PromisesTally($0) }),
        ("escalations", { EscalationsTally($0) }), ("workload", { WorkloadTally($0) }),
        ("feedback", { FeedbackTally($0) }), ("understanding", { UnderstandingTally($0) }),
        ("intake", { IntakeTally($0) }),
    ]

    /// The tally of a report; nil for a name that is none.
    package static func tally(_ name: String, _ setting: Setting) -> (any Tally)? {
        all.first { $0.name == name }?.tally(setting)
    }
}

/// The few that are furthest off, the furthest first.
struct Worst: Sendable {
    private(set) var items: [(ref: String, by: Int64)] = []
    private let most: Int

    init(most: Int = 5) { self.most = most }

    /// - Parameter distance: the larger the worse, such as milliseconds late. A case counts once, as its worst.
    mutating func add(_ ref: String, by distance: Int64) {
        if items.count == most, let last = items.last, distance < last.by { return }
        if let known = items.firstIndex(where: { $0.ref == ref }) {
            guard items[known].by < distance else { return }
            items.remove(at: known)
        } else if items.count == most {
            guard let last = items.last, (last.by, ref) < (distance, last.ref) else { return }
            items.removeLast()
        }
        let place = items.firstIndex { ($0.by, ref) < (distance, $0.ref) } ?? items.count
        items.insert((ref, distance), at: place)
    }

    var refs: [String] { items.map(\.ref) }
}

/// Values of which the one in the middle is told.
struct Median: Sendable {
    private var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var value: Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
