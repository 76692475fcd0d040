import Language
import Pipeline
import StageProtocol

/// The part of `casewire check` that looks at what triage learns topics from, and holds the topics of people and ladders
/// against them.
enum TopicCheck {
    static func diagnostics(_ draft: PipelineDraft) -> [Diagnostic] {
        draft.config.stages.flatMap(unlearnable) + unknown(draft)
    }

    /// Examples that nothing can be learned from: a stage does not start on them, unless it has learned before.
    private static func unlearnable(_ stage: PipelineConfig.Stage) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        func tell(_ severity: Diagnostic.Severity, _ path: String, _ problem: any Error) {
            diagnostics.append(
                Diagnostic(
                    severity: severity, place: Place(file: path, line: 0, column: 1, source: nil), code: .badExamples,
                    message: "\(stage.name) can learn no topics from it: \(problem)"))
        }
        var texts: [LabelledText] = []
        let files = DeskModels.examples(of: stage)
        for file in files {
            do {
                texts += try file.texts.get()
            } catch {
                let hasLearned = stage.settings["model"]?.string.flatMap { try? TopicModel.load($0) } != nil
                tell(hasLearned ? .warning : .error, file.path, error)
            }
        }
        if let first = files.first, diagnostics.isEmpty {
            do { _ = try LabelledText.categories(of: texts) } catch { tell(.error, first.path, error) }
        }
        return diagnostics
    }

    /// A warning: a topic may stand with a person before there are examples of it, and colleagues may call a case by it.
    private static func unknown(_ draft: PipelineDraft) -> [Diagnostic] {
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
