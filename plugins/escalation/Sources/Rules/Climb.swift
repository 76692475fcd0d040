import Casework
import Clocks
import StageProtocol

/// How far up the ladder a case has gone, as its log tells it. An answer brings it down to the advocate again.
struct Climb: Sendable, Hashable {
    /// People who were told together.
    struct Told: Sendable, Hashable {
        var seq: Int
        var rung: Int
        var people: [String]
    }

    private(set) var told: [Told] = []
    /// When somebody who was told has taken it on.
    private(set) var taken: Timestamp?

    /// 0 is the advocate.
    var rung: Int { told.map(\.rung).max() ?? 0 }

    /// Whether somebody was told and has not said anything to it.
    func waits(for person: String) -> Bool { taken == nil && told.contains { $0.people.contains(person) } }

    mutating func take(_ entry: Entry) {
        let body = entry.body
        switch entry.kind {
        case "noted":
            guard let rung = body["rung"]?.int else { return }
            let people = (body["told"]?.array ?? []).compactMap(\.string)
            told.append(Told(seq: entry.seq, rung: Int(rung), people: people))
            taken = nil
        case "decided":
            if body["taken"] != nil { taken = entry.at }
            if body["resolved"] != nil { self = Climb() }
        case "said":
            let answers = body["answers"]?.bool ?? Purpose.answering.contains(body["purpose"]?.string ?? "")
            if answers, body["audience"]?.string != Audience.staff.rawValue { self = Climb() }
        default: break
        }
    }
}
