import ArgumentParser
import Pipeline
import SQLiteStore
import StageProtocol

/// `casewire store`: the file in which everything is kept.
struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Look after the file in which everything is kept.", subcommands: [Check.self])

    /// `casewire store check`: everything that is wrong with a store.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell everything that is wrong with a store.",
            discussion: """
                Reads the whole store and changes nothing; a broker may work on it meanwhile. Looks at the file's pages, \
                at what rows say of each other, at logs, counts, texts and the bytes of blobs. Ends with 1 where there \
                is an error, with 65 where it cannot be read as a store; warnings alone end with 0.
                """)

        @Argument(
            help: "The store's file, such as a backup; by default the one that the pipeline names.",
            completion: .file())
        var path: String?
        @OptionGroup var options: PipelineOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let report: StoreReport
            let path = try self.path ?? pathOfPipeline()
            do {
                report = try StoreCheck.check(path: path)
            } catch let error as StoreError {
                throw CommandFailure(.data, error.description)
            }
            let text = StoreText(report, path: path)
            if output.isJSON {
                Console.standardOutput.json(try text.json)
            } else {
                Console.standardOutput.lines(text.lines(Console.standardOutput.paint))
            }
            if text.errors > 0 { throw CommandFailure(.failed, "") }
        }

        private func pathOfPipeline() throws -> String {
            switch try options.load().config.store {
            case .sqlite(let path): return path
            }
        }
    }
}

/// What was found in a store, for people and for programs.
struct StoreText {
    private let report: StoreReport
    private let path: String

    init(_ report: StoreReport, path: String) {
        self.report = report
        self.path = path
    }

    var errors: Int { report.findings.count { $0.severity == .error } }
    private var warnings: Int { report.findings.count - errors }

    var json: JSON {
        get throws {
            var members = try JSON(encoding: report).object ?? [:]
            members["errors"] = .int(Int64(errors))
            members["warnings"] = .int(Int64(warnings))
            return .object(members)
        }
    }

    func lines(_ paint: Paint = .none) -> [String] {
        let found = report.findings.map { finding in
            let severity = finding.severity == .error ? paint.red("error") : paint.yellow("warning")
            return "\(severity): \(finding.message.oneLine) [\(finding.code)]"
        }
        let size = [
            count(report.cases, "case"), count(report.messages, "message"), count(report.submissions, "submission"),
        ].joined(separator: ", ")
        var sums: [String] = []
        if errors > 0 { sums.append(paint.red(count(errors, "error"))) }
        if warnings > 0 { sums.append(paint.yellow(count(warnings, "warning"))) }
        let verdict = errors == 0 ? "\(paint.green("in order:")) \(path), version \(report.version), \(size)" : path
        return found + [sums.isEmpty ? verdict : "\(verdict) (\(sums.joined(separator: ", ")))"]
    }
}
