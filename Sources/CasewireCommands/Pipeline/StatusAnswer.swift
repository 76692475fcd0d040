import Pipeline
import StageProtocol

/// Whether a pipeline is as somebody waits for it to be.
struct StatusAnswer {
    var isSo: Bool
    /// Without a full stop.
    var sentence: String
    var json: JSON
}

/// Who is there to work.
struct Attendance {
    /// The stages in which nobody works, of those that have anybody to work in them.
    let missing: [String]

    /// - Parameters:
    ///   - status: the broker's reply.
    ///   - instance: who alone is to be there.
    init(_ status: JSON, _ config: PipelineConfig, instance: String? = nil) {
        missing = (status["stages"]?.array ?? []).compactMap { stage in
            guard let name = stage["name"]?.string, config.stage(name) != nil else { return nil }
            let instances = (stage["sessions"]?.array ?? []).compactMap { $0["instance"]?.string }
            if let instance { return instances.contains(instance) ? nil : "\(instance) of \(name)" }
            return instances.isEmpty ? name : nil
        }
    }

    var answer: StatusAnswer {
        StatusAnswer(
            isSo: missing.isEmpty,
            sentence: missing.isEmpty ? "ready" : "not ready: \(missing.joined(separator: ", "))",
            json: ["ready": .bool(missing.isEmpty), "missing": .array(missing.map { .string($0) })])
    }
}

/// Whether there is nothing to do for now: what is due later, a timer or another attempt, does not count.
struct Rest {
    let waiting: Int64
    let holding: Int64
    /// When the next thing is due.
    let next: String?

    /// - Parameters:
    ///   - status: the broker's reply.
    ///   - stage: the stage that is looked at; nil for all of them.
    init(_ status: JSON, _ stage: String?) {
        let busy = stage == nil ? status : status["stages"]?.array?.first ?? .null
        waiting = busy["waiting"]?.int ?? 0
        holding = busy["holding"]?.int ?? 0
        next = status["next"]?.string
    }

    private var isSo: Bool { waiting == 0 && holding == 0 }

    var answer: StatusAnswer {
        StatusAnswer(
            isSo: isSo, sentence: isSo ? "at rest" : "not at rest: \(waiting) waiting, \(holding) in work",
            json: [
                "at_rest": .bool(isSo), "waiting": .int(waiting), "holding": .int(holding),
                "next": next.map { .string($0) } ?? nil,
            ])
    }
}
