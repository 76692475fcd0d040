import Pipeline
import StageProtocol

/// Whether a pipeline is as somebody waits for it to be.
struct StatusAnswer {
    var isSo: Bool
    /// Without a full stop.
    var sentence: String
    var json: JSON
}

/// Who is there to work: who has greeted the broker may still be getting ready for it.
struct Attendance {
    /// The stages in which nobody works, of those that have anybody to work in them.
    let missing: [String]
    /// Those of them in which somebody is getting ready.
    private let preparing: Set<String>

    /// - Parameters:
    ///   - status: the broker's reply.
    ///   - instance: who alone is to be there.
    init(_ status: JSON, _ config: PipelineConfig, instance: String? = nil) {
        var missing: [String] = []
        var preparing: Set<String> = []
        for stage in status["stages"]?.array ?? [] {
            guard let name = stage["name"]?.string, config.stage(name) != nil else { continue }
            let present = (stage["sessions"]?.array ?? []).filter {
                instance == nil || $0["instance"]?.string == instance
            }
            if present.contains(where: { $0["working"]?.bool == true }) { continue }
            let who = instance.map { "\($0) of \(name)" } ?? name
            missing.append(who)
            if !present.isEmpty { preparing.insert(who) }
        }
        self.missing = missing
        self.preparing = preparing
    }

    private var told: [String] { missing.map { preparing.contains($0) ? "\($0) (connected, takes no work yet)" : $0 } }

    var answer: StatusAnswer {
        StatusAnswer(
            isSo: missing.isEmpty,
            sentence: missing.isEmpty ? "ready" : "not ready: \(told.joined(separator: ", "))",
            json: ["ready": .bool(missing.isEmpty), "missing": .array(missing.map { .string($0) })])
    }
}

/// Whether there is nothing to do for now: what is due later, a timer or another attempt, does not count.
struct Rest {
    let waiting: Int64
    let holding: Int64
    /// When the next thing is due.
    let next: String?
    /// The stages that have something to do.
    private let busy: [String]

    /// - Parameters:
    ///   - status: the broker's reply.
    ///   - stage: the stage that is looked at; nil for all of them.
    init(_ status: JSON, _ stage: String?) {
        let stages = status["stages"]?.array ?? []
        let whole = stage == nil ? status : stages.first ?? .null
        waiting = whole["waiting"]?.int ?? 0
        holding = whole["holding"]?.int ?? 0
        next = status["next"]?.string
        busy = stages.filter { $0["waiting"] != 0 || $0["holding"] != 0 }.compactMap { $0["name"]?.string }
    }

    private var isSo: Bool { waiting == 0 && holding == 0 }

    var answer: StatusAnswer {
        let places = busy.isEmpty ? "" : " (\(busy.joined(separator: ", ")))"
        return StatusAnswer(
            isSo: isSo, sentence: isSo ? "at rest" : "not at rest: \(waiting) waiting, \(holding) in work\(places)",
            json: [
                "at_rest": .bool(isSo), "waiting": .int(waiting), "holding": .int(holding),
                "next": next.map { .string($0) } ?? nil,
            ])
    }
}
