import FoundationEssentials
import Knowledge
import Pipeline

/// The part of `casewire check` that reads the articles that answers rest on.
enum KnowledgeCheck {
    /// What is wrong with them. An article with a mistake is left out when the pipeline runs, and the others serve: a warning.
    static func diagnostics(_ config: PipelineConfig) -> [Diagnostic] {
        do {
            return try KnowledgeBase(folder: config.knowledgePath).problems.map { problem in
                diagnostic(
                    .warning, "\(config.knowledgePath)/\(problem.file)", problem.line,
                    "\(problem.message); until that is mended the article answers nobody")
            }
        } catch {
            return [diagnostic(.error, config.knowledgePath, 0, "the articles cannot be read: \(error)")]
        }
    }

    private static func diagnostic(
        _ severity: Diagnostic.Severity, _ file: String, _ line: Int, _ message: String
    ) -> Diagnostic {
        Diagnostic(
            severity: severity, place: Place(file: file, line: line, column: 1, source: nil), code: .badArticle,
            message: message)
    }
}
