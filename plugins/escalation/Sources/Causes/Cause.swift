import Casework
import Clocks
import StageProtocol

/// A cause as its log tells it: what went wrong in which cases, by when it is to be mended, what was found and done.
struct Cause: Sendable {
    /// What cases of the house are called that are about a cause.
    static let kind = "cause"

    /// What a customer's case says to it: the data of `case.cause`, and an entry of its log.
    struct Report: Codable, Sendable, Hashable {
        /// What went wrong.
        var cause: String
        var key: String
        /// The customer's case.
        var ref: String
    }

    /// That it became somebody's.
    struct Handed: Sendable, Hashable {
        /// The colleague who did it; nil where whoever had it left people.yaml.
        var by: String?
        var reason: String?
    }

    /// What it is known by. Cases of the same one have one cause between them.
    let key: String
    /// The day by which it is to be mended.
    private(set) var clock: CauseClock
    private(set) var reports: [Report] = []
    private(set) var found: String?
    private(set) var mended: String?
    /// When it was.
    private(set) var ended: Timestamp?
    /// Whether its owner was told of it.
    private(set) var isTold = false
    /// Who handed it to its owner and why; nil where it was theirs from the start.
    private(set) var handed: Handed?
    /// When it was given another day.
    private(set) var dated: Timestamp?
    /// By which date its owner was reminded.
    private(set) var reminded: Timestamp?
    /// Rungs of the ladder that were told since its time was up.
    private(set) var rung = 0
    /// When the last of them was.
    private(set) var climbed: Timestamp?
    /// When somebody who was told has said something to it.
    private(set) var taken: Timestamp?
    /// The cause that it turned out to be the same as, and goes on in.
    private(set) var merged: String?
    /// What colleagues are to be told once their hours begin.
    private(set) var held = HeldWords()

    /// - Parameter key: what it is known by, where that is on record; the case that said so may be erased.
    init(_ log: [Entry], opened: Timestamp, key: String? = nil) {
        clock = CauseClock(opened: log.first?.at ?? opened)
        self.key = key ?? log.lazy.compactMap { try? $0.body.decode(Report.self).key }.first ?? "other"
        for entry in log { take(entry) }
    }

    var opened: Timestamp { clock.opened }
    /// The day that passed with it unmended, and when that was noticed; nil once it has another day.
    var missed: (due: Timestamp, at: Timestamp)? { clock.missed }

    private mutating func take(_ entry: Entry) {
        let body = entry.body
        clock.take(LogEntry(entry))
        held.take(entry)
        if let other: Handover = try? body["same"]?.decode() { join(other) }
        if let report = try? body.decode(Report.self) { reports.append(report) }
        if body["later"] != nil {
            rung = 0
            dated = entry.at
            held.drop()
        }
        found = body["found"]?.string ?? found
        if let words = body["mended"]?.string { (mended, ended) = (words, entry.at) }
        merged = body["merged"]?.string ?? merged
        if body["told"]?.string == "owner" { isTold = true }
        // Somebody new has to be told.
        if entry.kind == "decided", body["advocate"] != nil {
            isTold = false
            handed = Handed(by: body["person"]?.string, reason: body["reason"]?.string)
        }
        reminded = body["reminded"]?.string.flatMap(Timestamp.init) ?? reminded
        if let rung = body["rung"]?.int {
            self.rung = Int(rung)
            climbed = entry.at
            taken = nil
        }
        if body["person"] != nil, missed != nil { taken = entry.at }
    }

    /// Another one goes on in this one, with its cases. What was told of it is not told again.
    private mutating func join(_ other: Handover) {
        reports += other.reports
        found = found ?? other.found
        rung = max(rung, other.rung ?? 0)
    }

    /// What went wrong, each thing once.
    var what: [String] { reports.map(\.cause).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    /// The customers' cases, in the order in which they came.
    var cases: [String] { reports.map(\.ref).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    /// By when it is to be mended.
    func due(_ figures: Figures) -> Timestamp? { clock.due(figures) }
}

/// Section `cause`: a cause as others may read it. Written by escalation, into cases of the house alone.
struct CauseSection: Codable, Sendable, Hashable {
    static let schema = "cause/1"
    var key: String
    var owner: Care.Colleague
    /// What went wrong, and in which customers' cases.
    var reports: [Cause.Report]
    var opened: Timestamp
    var due: Timestamp?
    /// `open`, `mended`, or `merged`.
    var state: String
    var found: String?
    var mended: String?
    /// When it was mended.
    var ended: Timestamp?
    /// The cause that it is the same as, and goes on in.
    var merged: String?
    /// Whether it was not mended in time.
    var late: Bool
}
