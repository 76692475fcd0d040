package import StageProtocol

/// How a stage stands on one point.
package struct Finding: Sendable, Hashable {
    package enum Status: String, Sendable, Comparable {
        /// Could not be looked at; the reason says why.
        case skipped
        case passed
        /// Not so, and only recommended.
        case advised
        case failed

        /// A worse finding on the same point counts.
        package static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }
        private var rank: Int { [.skipped, .passed, .advised, .failed].firstIndex(of: self) ?? 0 }
    }

    /// Why nobody came to a point.
    package static let unreached = "an earlier point that it rests on is not met"

    package var point: Point
    package var status: Status
    /// What was seen; empty where all is well.
    package var reason: String
}

/// What came of a trial: one finding a point.
package struct Report: Sendable {
    /// The stage's name.
    package let stage: String
    /// The command that was started.
    package let program: [String]
    /// In the order of the points.
    package let findings: [Finding]
    package let duration: Duration

    /// Whether the stage does all that it must.
    package var passes: Bool { !findings.contains { $0.status == .failed } }

    package func count(_ status: Finding.Status) -> Int { findings.count { $0.status == status } }

    package var json: JSON {
        let points: [JSON] = findings.map { finding in
            var members: [String: JSON] = [
                "name": .string(finding.point.rawValue), "title": .string(finding.point.title),
                "requirement": .string(finding.point.requirement.rawValue), "status": .string(finding.status.rawValue),
            ]
            if !finding.reason.isEmpty { members["reason"] = .string(finding.reason) }
            if finding.status > .passed { members["advice"] = .string(finding.point.advice) }
            return .object(members)
        }
        return [
            "stage": .string(stage), "program": .array(program.map(JSON.string)), "passes": .bool(passes),
            "points": .array(points), "passed": .int(Int64(count(.passed))), "failed": .int(Int64(count(.failed))),
            "advised": .int(Int64(count(.advised))), "skipped": .int(Int64(count(.skipped))),
            "ms": .int(duration.wholeMilliseconds),
        ]
    }
}

/// The findings of one scenario while it is played.
struct Notebook: Sendable {
    private(set) var findings: [Finding] = []

    mutating func pass(_ point: Point) { findings.append(Finding(point: point, status: .passed, reason: "")) }

    mutating func skip(_ point: Point, _ reason: String) {
        findings.append(Finding(point: point, status: .skipped, reason: reason))
    }

    mutating func fail(_ point: Point, _ reason: String) {
        if point.requirement == .should { return advise(point, reason) }
        findings.append(Finding(point: point, status: .failed, reason: reason))
    }

    mutating func advise(_ point: Point, _ reason: String) {
        findings.append(Finding(point: point, status: .advised, reason: reason))
    }

    /// One finding for each point: the worst of all scenarios, or the reason why nobody came to it.
    static func merged(_ notebooks: [Notebook]) -> [Finding] {
        let all = notebooks.flatMap(\.findings)
        return Point.allCases.map { point in
            let mine = all.filter { $0.point == point }
            // The first of the worst: what was seen first mostly explains the rest.
            let worst = mine.map(\.status).max()
            return mine.first { $0.status == worst }
                ?? Finding(point: point, status: .skipped, reason: Finding.unreached)
        }
    }
}
