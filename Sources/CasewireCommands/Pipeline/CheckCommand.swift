import ArgumentParser
import Pipeline
import StageProtocol

/// `casewire check`: everything that is wrong with a pipeline, without running any of it.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tell everything that is wrong with a pipeline.",
        discussion: """
            Reads the pipeline's file and those it names, and runs nothing. Each problem comes with its place and with \
            what to do. Ends with 78 where there is an error; warnings alone end with 0.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    @OptionGroup var options: PipelineOptions
    @Option(help: "text for people, json for programs, sarif for code reviews.")
    var format = Format.text

    func run() async throws {
        let found = PipelineCheck.check(path: options.path, environment: options.environment)
        let further = found.draft.map(Self.furtherProblems) ?? []
        let diagnostics = found.diagnostics + FileNames(pipeline: options.path).naming(further)
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        switch format {
        case .text: print(diagnostics, errors: errors, warnings: warnings, found.config)
        case .json:
            Console.standardOutput.json([
                "diagnostics": try JSON(encoding: diagnostics), "errors": .int(Int64(errors)),
                "warnings": .int(Int64(warnings)),
            ])
        case .sarif: Console.standardOutput.json(Sarif.log(diagnostics))
        }
        if errors > 0 { throw CommandFailure(.config, "") }
    }

    /// What is wrong with what the files name: texts, articles, addresses, keys, topics.
    private static func furtherProblems(_ draft: PipelineDraft) -> [Diagnostic] {
        TemplateCheck.diagnostics(draft.config) + KnowledgeCheck.diagnostics(draft.config)
            + AddressCheck.diagnostics(draft) + KeyCheck.diagnostics(draft) + TopicCheck.diagnostics(draft)
    }

    private func print(_ diagnostics: [Diagnostic], errors: Int, warnings: Int, _ config: PipelineConfig?) {
        let console = Console.standardOutput
        for diagnostic in diagnostics { console.line("\(diagnostic)\n") }
        var findings: [String] = []
        if errors > 0 { findings.append(console.paint.red(count(errors, "error"))) }
        if warnings > 0 { findings.append(console.paint.yellow(count(warnings, "warning"))) }
        if let config, errors == 0 {
            let stages = config.stages.map(\.name).joined(separator: ", ")
            let rest = findings.isEmpty ? "" : " (\(findings.joined(separator: ", ")))"
            console.line("\(console.paint.green("in order:")) \(config.name) with \(stages)\(rest)")
        } else {
            console.line(findings.joined(separator: ", "))
        }
    }
}

/// `1 error`, `2 errors`.
func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? "\(noun)s")"
}
