import FoundationEssentials
import Glibc
import Pipeline
import Synchronization

/// Keeps a pipeline's processes alive: the broker first, then every replica of every stage.
final class Supervisor: Sendable {
    private let broker: Child
    private let stages: [Child]

    init(_ pipeline: LoadedPipeline, events: EventPrinter) {
        let config = pipeline.config
        let inherited = ProcessInfo.processInfo.environment
        broker = Child(
            name: "broker", program: [Self.ownPath, "broker", "--pipeline", config.path], folder: config.folder,
            environment: inherited, events: events)
        stages = config.stages.flatMap { stage in
            (0..<stage.replicas).map { replica in
                let instance = "\(stage.name)-\(replica)"
                return Child(
                    name: instance, program: stage.run, folder: config.folder,
                    environment: Self.environment(of: stage, instance: instance, from: inherited), events: events)
            }
        }
    }

    /// Runs until `stop`.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            for child in [broker] + stages { group.addTask { await child.run() } }
        }
    }

    /// Lets the stages finish what they have begun, and then the broker, which takes their last words.
    func stop() async {
        await withTaskGroup(of: Void.self) { group in
            for child in stages { group.addTask { await child.stop() } }
        }
        await broker.stop()
    }

    /// A stage is given what it needs to run and what the pipeline passes on to it, nothing else.
    private static func environment(
        of stage: PipelineConfig.Stage, instance: String, from inherited: [String: String]
    ) -> [String: String] {
        let plain = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "CASEWIRE_LOG_LEVEL"]
        var environment = inherited.filter { plain.contains($0.key) || stage.environment.contains($0.key) }
        environment["CASEWIRE_SOCKET"] = stage.socket
        environment["CASEWIRE_STAGE"] = stage.name
        environment["CASEWIRE_INSTANCE"] = instance
        return environment
    }

    private static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
