import ArgumentParser
import BrokerService
import FoundationEssentials
import Glibc
import Pipeline
import StageKit

/// `casewire up`: the broker and every stage of a pipeline, supervised.
struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Run a pipeline: its broker and all its stages.",
        discussion: """
            Starts the broker and the stages that the pipeline names, starts again whatever ends, and prints "ready" when \
            every stage has greeted the broker. On a terminal each event is a line; elsewhere a JSON object. TERM or Ctrl-C \
            lets every stage finish what it has begun, then ends with 0. HUP has the files reloaded, as "casewire reload" \
            does; where standard output is a terminal, HUP means that it has gone, and ends it.
            """)

    @OptionGroup var options: PipelineOptions

    func run() async throws {
        // Everything below writes customers' data, for this user alone.
        umask(0o077)
        let pipeline = try options.load(isStarting: true)
        let config = pipeline.config
        if let problem = KeyCheck.problems(config).first {
            throw CommandFailure(.config, "\(problem). See all with \"casewire check\".")
        }
        // It asks the broker itself whether all are there.
        let keys = try config.operatorKeys()
        try Folders.make(config.runtimeFolder)
        // Two supervisors of one pipeline would take each other's stages for their own.
        let lock = try ProcessLock(path: config.runtimeFolder + "/up.lock", holder: "another \"casewire up\"")
        let (farewells, leave) = AsyncStream<Void>.makeStream()
        let farewell = try Farewell { leave.yield() }
        let events = EventPrinter()
        let supervisor = Supervisor(pipeline, keys: keys, events: events) { [path = options.path] in
            try PipelineLoader.load(path: path, environment: ProcessInfo.processInfo.environment)
        }
        let hangup = try Hangup {
            if isatty(1) == 1 { leave.yield() } else { Task { await supervisor.reload() } }
        }
        for warning in pipeline.warnings { events.print(.warning("\(warning)")) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await supervisor.run() }
            for await _ in farewells { break }
            events.print(.stopping)
            await supervisor.stop()
            group.cancelAll()
        }
        withExtendedLifetime((farewell, hangup, lock)) {}
        events.print(.stopped)
    }
}
