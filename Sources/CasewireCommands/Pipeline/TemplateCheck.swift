import Casework
import FoundationEssentials
import Pipeline
import StageProtocol

/// The part of `casewire check` that reads the texts the desk writes with.
enum TemplateCheck {
    /// What is wrong with the templates that the stages' settings name. A folder that is not there is told where it is named.
    static func diagnostics(_ config: PipelineConfig) -> [Diagnostic] {
        let folders = Set(config.stages.compactMap { $0.settings["templates"]?.string })
        return folders.sorted().filter { FileManager.default.fileExists(atPath: $0) }.flatMap { folder in
            diagnostics(folder) { _ = try TemplateCatalog(folder: folder) } + refused(folder)
                + diagnostics(folder) { _ = try PageTexts.offered(languages(config, folder), in: folder) }
        }
    }

    /// The languages that a stage offers pages in, with the texts of this folder.
    private static func languages(_ config: PipelineConfig, _ folder: String) -> [String] {
        config.stages.filter { $0.settings["templates"]?.string == folder }
            .flatMap { ($0.settings["languages"]?.array ?? []).compactMap(\.string) }
    }

    /// A text that the voice would hold back whenever it is written.
    private static func refused(_ folder: String) -> [Diagnostic] {
        guard let catalog = try? TemplateCatalog(folder: folder) else { return [] }
        return catalog.refused(now: .current).map { file, finding in
            diagnostic(
                "\(folder)/\(file)", line: 0,
                "no customer would get this text: \(finding.rule.rawValue), \"\(finding.words.oneLine)\"; \(finding.advice)"
            )
        }
    }

    private static func diagnostics(_ folder: String, _ read: () throws -> Void) -> [Diagnostic] {
        do {
            try read()
            return []
        } catch let problems as Template.Problems {
            return problems.problems.map { problem in
                diagnostic("\(folder)/\(problem.file)", line: problem.line, problem.message)
            }
        } catch {
            return [diagnostic(folder, line: 0, "\(error)")]
        }
    }

    private static func diagnostic(_ file: String, line: Int, _ message: String) -> Diagnostic {
        Diagnostic(
            severity: .error, place: Place(file: file, line: line, column: 1, source: nil), code: .badTemplate,
            message: message)
    }
}
