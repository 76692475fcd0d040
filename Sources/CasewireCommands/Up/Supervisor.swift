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
                let door = config.door(of: stage)
                let keys = door.keys.map { (config.secretFile(of: $0), config.brokerKeyFile) }
                return Child(
                    name: instance, program: stage.run, folder: config.folder,
                    environment: StageEnvironment.variables(
                        stage: stage.name, instance: instance, socket: door.reachedAt, keys: keys,
                        passing: stage.environment,
                        from: inherited), events: events)
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

    /// The path of this very program.
    static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
