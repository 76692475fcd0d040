import ArgumentParser
import Pipeline
import StageKit
import StageProtocol

/// `casewire reload`: the running pipeline follows its files.
struct ReloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Bring changes of the pipeline's files into force, without a stop.",
        discussion: """
            The broker reads and checks the files. Where there is an error nothing changes, and it ends with 78. Else routes, \
            grants and limits count from then on, stages come and go, and the processes of those whose entry, manifest or \
            files changed are replaced: the new ones first, then the old ones finish and leave. Waits until that is done. \
            Also by SIGHUP to "casewire up" or "casewire broker".
            """)

    @OptionGroup var waiting: FleetOptions
    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let answer: JSON
        do {
            answer = try await options.withBroker { client in
                let answer = try await client.ask("reload", within: .seconds(30))
                if answer["reloaded"]?.bool == true {
                    _ = try await waiting.wait(client, "the files are in force", until: \.isDone)
                }
                return answer
            }
        } catch let error as PipelineError {
            // Where the broker is reached stands in the files, too.
            answer = ["reloaded": false, "diagnostics": try JSON(encoding: error.diagnostics)]
        }
        let console = Console.standardOutput
        if output.isJSON { console.json(answer) } else { console.lines(ReloadText(answer).lines) }
        guard answer["reloaded"]?.bool == true else { throw CommandFailure(.config, "nothing was changed.") }
    }
}

/// What came of a reload, for a person.
struct ReloadText {
    private let answer: JSON

    init(_ answer: JSON) { self.answer = answer }

    var lines: [String] { diagnostics + (answer["reloaded"]?.bool == true ? changes : []) }

    /// What was found in the files.
    var diagnostics: [String] {
        (answer["diagnostics"]?.array ?? []).compactMap { json -> Diagnostic? in try? json.decode() }.map { "\($0)\n" }
    }

    private var changes: [String] {
        let verbs = [
            ("added", "added"), ("replaced", "started anew"),
            ("adjusted", "goes on under new routes, grants or figures"),
            ("scaled", "has another number of replicas"),
        ]
        var lines = verbs.flatMap { key, words in
            (answer[key]?.array ?? []).compactMap(\.string).map { "\($0): \(words)" }
        }
        for item in answer["removed"]?.array ?? [] {
            let waiting = item["waiting"]?.int ?? 0
            let rest = waiting == 0 ? "" : "; \(waiting) wait for it and stay until a stage of that name is there again"
            lines.append("\(item["stage"]?.string ?? ""): taken out\(rest)")
        }
        return lines.isEmpty ? ["in force; nothing changed for the stages"] : lines
    }
}
