import Pipeline

/// The part of `casewire check` that holds the topics of people and ladders against those that triage has learned.
///
/// A warning: a topic may stand with a person before there are examples of it, and colleagues may call a case by it.
enum TopicCheck {
    static func diagnostics(_ draft: PipelineDraft) -> [Diagnostic] {
        let known = DeskModels.knownTopics(draft.config)
        guard !known.isEmpty else { return [] }
        return draft.topics.filter { !known.contains($0.text) }.map { topic in
            let near = nearestWord(to: topic.text, among: known)
            return Diagnostic(
                severity: .warning, place: topic.place, code: .unknownName,
                message: "triage tells no topic \"\(topic.text)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
                hint: near == nil
                    ? "add examples of it to training, or write one of: \(known.sorted().joined(separator: ", "))" : nil
            )
        }
    }
}
