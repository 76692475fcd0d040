import Broker
import FoundationEssentials
package import Logging
package import Pipeline
import SQLiteStore
package import StageProtocol

/// A running broker: its sockets on one thread, its mind and store on another.
package final class BrokerService: Sendable {
    private let lock: ProcessLock
    private let front: FrontThread
    private let beat: BeatThread
    private let reloader: Reloader
    private let inside = Inside()
    private let endings: AsyncStream<(any Error)?>

    /// Takes the store, then binds the sockets, and serves.
    /// - Parameter clock: the clock to go by in place of the system's, for tests of a pipeline.
    /// - Throws: where the store is held by another broker or cannot be opened, a folder cannot be made or a socket bound.
    package init(_ reading: PipelineRereading, clock: HeldClock? = nil, logger: Logger) throws {
        let pipeline = reading.pipeline
        let config = pipeline.config
        let keyring = try Keyring(config)
        try Folders.prepare(config)
        // The store is locked before any socket is bound: a second broker must not take over the paths of the first.
        let path =
            switch config.store {
            case .sqlite(let path): path
            }
        lock = try ProcessLock(path: path + ".lock", holder: "another broker")
        let plan = Plan(pipeline)
        let (endings, end) = AsyncStream<(any Error)?>.makeStream()
        self.endings = endings
        let relay = Relay()
        let inside = inside
        let backlog = try Backlog()
        beat = try BeatThread(
            plan: plan, clock: WallClock(clock), logger: logger, backlog: backlog,
            open: { try SQLiteStore(path: path) },
            speak: { relay.speak(inside.taking($0)) },
            ended: { end.yield($0) })
        let beat = beat
        inside.connect { beat.post($0) }
        front = try FrontThread(
            .init(config, keyring),
            heartbeat: plan.heartbeat, backlog: backlog, logger: logger, hear: { beat.post($0) },
            ended: { end.yield($0) })
        let front = front
        reloader = Reloader(
            reading,
            open: { next, added in
                let keyring = try Keyring(next)
                try Folders.prepare(next)
                try await front.open(.init(next, keyring), added: added)
            }, post: { beat.post($0) })
        relay.connect(front, reloader, Outboxes(logger: logger) { beat.post($0) })
    }

    /// As above; a reload looks at the YAML files alone, and not at templates.
    package convenience init(_ pipeline: LoadedPipeline, clock: HeldClock? = nil, logger: Logger) throws {
        let environment = ProcessInfo.processInfo.environment
        try self.init(
            PipelineRereading(pipeline, path: pipeline.config.path, environment: environment) { _ in [] },
            clock: clock, logger: logger)
    }

    /// Reads the pipeline's files anew; the log says what came of it.
    package func reload() { reloader.reload() }

    /// Waits until something ends the broker; throws what it was.
    package func waitForEnd() async throws {
        for await error in endings { if let error { throw error } else { return } }
    }

    /// Asks the broker what an operator's command may ask.
    /// - Throws: `NoAnswer` when the time is up, or where the broker cannot answer.
    package func ask(
        _ what: String, _ arguments: JSON = .object([:]), within timeout: Duration = .seconds(5)
    ) async throws -> JSON {
        try await inside.ask(what, arguments, within: timeout)
    }

    /// Finishes the beat at hand, sends what it decided, and closes store and sockets.
    package func stop() {
        reloader.stop()
        beat.stop()
        front.stop()
    }
}
