import ArgumentParser
import BrokerService
import FoundationEssentials
import Glibc
import Logging
import Pipeline
import StageKit

/// `casewire broker`: the broker alone, for whoever supervises the stages in another way.
struct BrokerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broker", abstract: "Run the broker alone, without its stages.",
        discussion: """
            "casewire up" runs it for you. Run it by itself where something else starts the stages: systemd, an \
            orchestrator, another host. It leaves on TERM, on INT and when its standard input ends, and reloads the files on HUP.
            """)

    @OptionGroup var options: PipelineOptions
    @Flag(
        help:
            "The stages are started on this host, too: what they need here must be there, at the start and at a reload."
    )
    var startsStages = false

    func run() async throws {
        // What is written here is customers' data, for this user alone.
        umask(0o077)
        let pipeline = try options.load(isStarting: startsStages)
        let level = ProcessInfo.processInfo.environment["CASEWIRE_LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) }
        var logger = Logger(label: "broker") { _ in JSONLines(level: level ?? .info) }
        logger[metadataKey: "stage"] = "broker"
        let (farewells, leave) = AsyncStream<Void>.makeStream()
        let farewell = try Farewell { leave.yield() }
        let reading = PipelineRereading(
            pipeline, path: options.path, environment: options.environment, isStarting: startsStages
        ) { [names = FileNames(pipeline: options.path)] in
            names.naming(TemplateCheck.diagnostics($0) + KeyCheck.diagnostics($0))
        }
        let service = try BrokerService(reading, logger: logger)
        let hangup = try Hangup { service.reload() }
        let watch = pipeline.config.metrics.map { address in
            let door = WatchDoor(address: address, service: service, logger: logger)
            return Task { await door.run() }
        }
        let failure = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    try await service.waitForEnd()
                    return nil
                } catch {
                    return error
                }
            }
            group.addTask {
                for await _ in farewells { break }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        watch?.cancel()
        service.stop()
        withExtendedLifetime((farewell, hangup)) {}
        if let failure { throw failure }
        logger.info("the broker has stopped")
    }
}
