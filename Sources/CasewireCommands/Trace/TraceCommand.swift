import ArgumentParser
import Pipeline
import StageKit
import StageProtocol
import Telemetry

/// `casewire trace REF`: who handed what to whom in a case, and how long it took.
struct TraceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Show a case's way through the stages as a waterfall.",
        discussion: """
            A line for each delivery, below the one that led to it: ░ is how long the message waited for its stage, █ how \
            long the stage worked on it. Where nothing happened for long, a new scale begins. It says nothing of what \
            anybody wrote. With --format otlp it is what an OpenTelemetry collector takes:

              casewire trace CW-7K3F9QX --format otlp | curl --json @- http://localhost:4318/v1/traces
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, otlp
    }

    @Argument(help: ArgumentHelp("The case's reference, such as CW-7K3F9QX.", valueName: "ref"))
    var reference: String
    @Option(help: "text for people, json for programs, otlp for OpenTelemetry.")
    var format = Format.text
    @OptionGroup var options: PipelineOptions

    func run() async throws {
        let pipeline = try options.load().config.name
        let story = try await options.withBroker { try await $0.ask("case", ["ref": .string(reference)]) }
        let trace = CaseTrace(story: story, now: .current)
        let console = Console.standardOutput
        switch format {
        case .json: console.json(trace.json)
        case .otlp: console.json(trace.otlp(pipeline: pipeline, version: Casewire.version))
        case .text:
            let waterfall = Waterfall(trace, times: Times(now: .current), paint: console.paint)
            console.lines(waterfall.lines(width: min(console.width ?? 120, 160)))
        }
    }
}

extension CaseTrace {
    /// The trace for programs.
    var json: JSON {
        [
            "ref": .string(ref), "trace": .string(trace), "span": .string(root),
            "parent": parent.map { .string($0) } ?? nil, "opened": .string(opened.description),
            "spans": .array(
                spans.map { span in
                    [
                        "span": .string(span.id), "parent": .string(span.parent), "stage": .string(span.stage),
                        "type": .string(span.type), "instance": span.instance.map { .string($0) } ?? nil,
                        "message": .int(span.message), "attempt": .int(Int64(span.attempt)),
                        "ready": .string(span.ready.description), "begun": .string(span.begun.description),
                        "ended": span.state == .working ? nil : .string(span.ended.description),
                        "wait_ms": .int(span.wait.wholeMilliseconds), "work_ms": .int(span.work.wholeMilliseconds),
                        "state": .string(span.state.rawValue), "code": span.code.map { .string($0) } ?? nil,
                    ]
                }),
        ]
    }
}
