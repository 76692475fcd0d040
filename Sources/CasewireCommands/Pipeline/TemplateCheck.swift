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
            mails(folder) + pages(languages(config, folder), folder)
        }
    }

    /// The languages that a stage offers pages in, with the texts of this folder.
    private static func languages(_ config: PipelineConfig, _ folder: String) -> [String] {
        config.stages.filter { $0.settings["templates"]?.string == folder }
            .flatMap { ($0.settings["languages"]?.array ?? []).compactMap(\.string) }
    }

    /// Mistakes in templates, and texts that the voice would hold back whenever they are written; file by file.
    private static func mails(_ folder: String) -> [Diagnostic] {
        do {
            let (catalog, problems) = try TemplateCatalog.read(folder: folder)
            var found = problems.map { diagnostic($0, folder) }
            for (file, finding) in catalog.refused(now: .current) {
                let refused = Diagnostic(
                    severity: .error, place: place(of: finding.words, in: file, folder), code: .badTemplate,
                    message:
                        "no customer would get this text: \(finding.rule.rawValue), \"\(finding.words.oneLine)\"; \(finding.advice)"
                )
                // What many templates bring in stands in one file, and is mended there.
                if !found.contains(refused) { found.append(refused) }
            }
            return found.enumerated().sorted {
                ($0.element.place.file, $0.element.place.line, $0.element.place.column, $0.offset)
                    < ($1.element.place.file, $1.element.place.line, $1.element.place.column, $1.offset)
            }.map(\.element)
        } catch {
            return [unreadable(folder, error)]
        }
    }

    private static func pages(_ languages: [String], _ folder: String) -> [Diagnostic] {
        do {
            _ = try PageTexts.offered(languages, in: folder)
            return []
        } catch let problems as Template.Problems {
            return problems.problems.map { diagnostic($0, folder) }
        } catch {
            return [unreadable(folder, error)]
        }
    }

    private static func diagnostic(_ problem: Template.Problem, _ folder: String) -> Diagnostic {
        let lines = TemplateLines("\(folder)/\(problem.file)")
        return Diagnostic(
            severity: .error, place: lines.place(line: problem.line, column: problem.column), code: .badTemplate,
            message: problem.message)
    }

    private static func unreadable(_ folder: String, _ error: any Error) -> Diagnostic {
        Diagnostic(
            severity: .error, place: Place(file: folder, line: 0, column: 1, source: nil), code: .badTemplate,
            message: "\(error)")
    }

    /// Where words that the gate refuses stand: in the file, or in what it brings in; the file as a whole where what it is
    /// filled with is a part of them throughout.
    private static func place(of words: String, in file: String, _ folder: String) -> Place {
        let language = file.prefix { $0 != "/" }
        let files = [file] + TemplateCatalog.partials.map { "\(language)/\($0).txt" }
        let found = files.lazy.compactMap { TemplateLines("\(folder)/\($0)").place(of: words) }.first
        return found ?? Place(file: "\(folder)/\(file)", line: 0, column: 1, source: nil)
    }
}

/// The lines of a template's file, to point at.
private struct TemplateLines {
    let path: String
    private let lines: [String]

    init(_ path: String) {
        self.path = path
        lines =
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }?
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) ?? []
    }

    func place(line: Int, column: Int) -> Place {
        Place(
            file: path, line: line, column: column,
            source: lines.indices.contains(line - 1) ? lines[line - 1] : nil)
    }

    /// Where words of the filled-in text begin: the longest piece of them that no placeholder was filled in for.
    func place(of words: String) -> Place? {
        let pieces = words.split(whereSeparator: \.isNewline).flatMap { line in
            line.split(separator: TemplatePlaceholder.sampleDay).flatMap {
                $0.split(separator: TemplatePlaceholder.sampleWords)
            }
        }
        guard let piece = pieces.max(by: { $0.count < $1.count }), piece.contains(where: \.isLetter) else { return nil }
        for (index, line) in lines.enumerated() {
            guard let found = line.firstRange(of: piece) else { continue }
            return place(line: index + 1, column: line[..<found.lowerBound].unicodeScalars.count + 1)
        }
        return nil
    }
}
