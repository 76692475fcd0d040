import FoundationEssentials
import Knowledge
import Pipeline
import StageProtocol

/// The part of `casewire check` that reads the articles that answers rest on.
enum KnowledgeCheck {
    /// What is wrong with them. An article with a mistake is left out when the pipeline runs, and the others serve: a
    /// warning. A folder that is not there is told where it is named.
    static func diagnostics(_ config: PipelineConfig) -> [Diagnostic] {
        let folders = Set([config.knowledgePath] + config.stages.compactMap { $0.settings["knowledge"]?.string })
        return folders.sorted().filter { FileManager.default.fileExists(atPath: $0) }.flatMap(diagnostics)
    }

    private static func diagnostics(_ folder: String) -> [Diagnostic] {
        do {
            return try KnowledgeBase(folder: folder).problems.map { problem in
                diagnostic(
                    .warning, "\(folder)/\(problem.file)", problem.line,
                    "\(problem.message); until that is mended the article answers nobody")
            }
        } catch {
            return [diagnostic(.error, folder, 0, "\(error)")]
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
