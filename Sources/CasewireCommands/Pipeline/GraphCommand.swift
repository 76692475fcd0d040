import ArgumentParser
import FoundationEssentials
import Pipeline
import StageKit
import StageProtocol

/// `casewire graph`: who hands what to whom, as a picture.
struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw a pipeline: who hands what to whom.",
        discussion: """
            Prints a Mermaid flowchart, or with --format svg a picture for any browser. With --live it asks the broker and \
            shows what waits at each stage; without, nothing needs to run.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mermaid, svg
    }

    @OptionGroup var options: PipelineOptions
    @Option(help: "mermaid for documents, svg for browsers.")
    var format = Format.mermaid
    @Flag(help: "Show what waits at each stage right now.")
    var live = false
    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    func run() async throws {
        var graph = PipelineGraph(try options.load())
        if live { graph.show(try await options.withBroker { try await $0.ask("status") }) }
        let text = format == .svg ? graph.svg : graph.mermaid
        guard let output else { return Console.standardOutput.write(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw CommandFailure(.failed, "\(output) cannot be written: \(error)")
        }
    }
}

extension PipelineGraph {
    /// Adds to each stage what the broker's status says of it.
    mutating func show(_ status: JSON) {
        for stage in status["stages"]?.array ?? [] {
            guard let place = nodes.firstIndex(where: { $0.kind == .stage && $0.name == stage["name"]?.string }) else {
                continue
            }
            nodes[place].load = Load(
                waiting: Int(stage["waiting"]?.int ?? 0), inWork: Int(stage["holding"]?.int ?? 0),
                oldest: stage["oldest_ms"]?.int.map { Times.span(.milliseconds($0)) },
                connected: stage["sessions"]?.array?.count ?? 0, isDrained: stage["drained"]?.bool == true)
        }
    }
}
