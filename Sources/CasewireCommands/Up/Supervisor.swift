import BrokerService
import FoundationEssentials
import Glibc
import Pipeline
import StageKit
import StageProtocol
import Synchronization

/// Keeps a pipeline's processes alive: the broker first, then as many of every stage as are wanted. What is wanted, the
/// broker says: it is asked twice a second, and whenever a process has ended.
actor Supervisor {
    private struct Crew {
        var roster: Roster
        var rule = ReplicaRule()
        var aim = 0
        var isSettled = false
        /// Up to which of the operator's words this is.
        var asked = 0
    }

    private let load: @Sendable () throws -> LoadedPipeline
    private let keys: BrokerKeys?
    private let events: EventPrinter
    private let inherited = ProcessInfo.processInfo.environment
    private let broker: Child
    private var pipeline: LoadedPipeline
    private var crews: [String: Crew] = [:]
    private var children: [String: Child] = [:]
    private var tasks: [String: Task<Void, Never>] = [:]
    private var nextRule = ContinuousClock.now + ReplicaRule.interval
    private var sleeper: Task<Void, Never>?
    private var isNudged = false
    private var isReady = false
    private var isStopping = false
    /// Files that could not be read as the broker has read them, so that it is told once.
    private var puzzledBy: String?

    /// - Parameters:
    ///   - load: reads the pipeline's files anew.
    ///   - keys: what opens the broker's control socket, where it is a locked one.
    init(
        _ pipeline: LoadedPipeline, keys: BrokerKeys?, events: EventPrinter,
        load: @escaping @Sendable () throws -> LoadedPipeline
    ) {
        self.pipeline = pipeline
        self.keys = keys
        self.events = events
        self.load = load
        let config = pipeline.config
        broker = Child(
            name: "broker", program: [Self.ownPath, "broker", "--starts-stages", "--pipeline", config.path],
            folder: config.folder,
            environment: inherited, events: events)
    }

    /// Runs until `stop`.
    func run() async {
        let watching = Task { await watch() }
        await broker.run()
        watching.cancel()
        for task in tasks.values { await task.value }
    }

    private func watch() async {
        while !isStopping {
            guard let client = try? await connect(within: .seconds(5)) else { continue }
            while !isStopping, let answer = try? await client.ask("fleet", ["crews": told], within: .seconds(5)) {
                if !isStopping { settle(FleetView(answer)) }
                await pause()
            }
            await client.close()
        }
    }

    /// Lets the stages finish what they have begun, and then the broker, which takes their last words.
    func stop() async {
        isStopping = true
        nudge()
        await withTaskGroup(of: Void.self) { group in
            for child in children.values { group.addTask { await child.stop() } }
        }
        await broker.stop()
    }

    /// Has the broker read the files anew, and says what came of it.
    func reload() async {
        do {
            let client = try await connect(within: .seconds(10))
            let answer = try await client.ask("reload", within: .seconds(30))
            await client.close()
            events.print(.reloaded(answer))
        } catch {
            events.print(.warning("the files could not be reloaded: \(error)"))
        }
        nudge()
    }

    private func connect(within timeout: Duration) async throws -> BrokerClient {
        try await BrokerClient(endpoint: pipeline.config.controlDoor.reachedAt, keys: keys, within: timeout)
    }

    /// What the broker is told of the processes here.
    private var told: JSON {
        .object(
            crews.mapValues {
                ["aim": .int(Int64($0.aim)), "settled": .bool($0.isSettled), "asked": .int(Int64($0.asked))]
            })
    }

    /// The path of this very program.
    static var ownPath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}

// MARK: What is wanted

extension Supervisor {
    private func settle(_ view: FleetView) {
        guard view.fingerprint == pipeline.fingerprint || follow(view.fingerprint) else { return }
        let isLook = nextRule <= .now
        if isLook { nextRule = .now + ReplicaRule.interval }
        for stage in pipeline.config.stages {
            guard let seen = view.stages[stage.name] else { continue }
            var crew = crews[stage.name] ?? Crew(roster: Roster(stage: stage.name))
            let before = crew.aim
            crew.asked = seen.asked
            crew.aim = aim(&crew.rule, stage.replicas, seen, isLook: isLook)
            if before != crew.aim, crews[stage.name] != nil {
                events.print(.scaled(stage.name, from: before, to: crew.aim))
            }
            carryOut(crew.roster.settle(crew.aim, revision: seen.revision, working: seen.working), stage)
            crew.isSettled = crew.roster.isSettled(crew.aim, revision: seen.revision, present: seen.instances)
            crews[stage.name] = crew
        }
        for name in crews.keys where pipeline.config.stage(name) == nil {
            carryOut(crews[name]?.roster.settle(0, revision: "", working: []) ?? .init(), nil)
            if crews[name]?.roster.members.isEmpty == true { crews[name] = nil }
        }
        if !isReady, crews.count == pipeline.config.stages.count, crews.values.allSatisfy(\.isSettled) {
            isReady = true
            events.print(.ready(pipeline.config))
        }
    }

    /// Drained are none; then the operator's word counts; else the file's, and within its bounds the queue.
    private func aim(
        _ rule: inout ReplicaRule, _ range: ClosedRange<Int>, _ seen: FleetView.Stage, isLook: Bool
    ) -> Int {
        if seen.isDrained { return 0 }
        if let wish = seen.wish { return wish }
        return isLook
            ? rule.look(waiting: seen.waiting, holding: seen.holding, within: range) : rule.aim(within: range)
    }

    /// Reads the files, since the broker serves others than were read here.
    private func follow(_ fingerprint: String) -> Bool {
        if let next = try? load(), next.fingerprint == fingerprint {
            pipeline = next
            puzzledBy = nil
            return true
        }
        if puzzledBy != fingerprint {
            puzzledBy = fingerprint
            events.print(
                .warning(
                    "the files have changed again since the broker read them, so that nothing is started or stopped; "
                        + "\"casewire reload\" brings them into force"))
        }
        return false
    }
}

// MARK: Processes

extension Supervisor {
    private func carryOut(_ change: Roster.Change, _ stage: PipelineConfig.Stage?) {
        if let stage { for name in change.start { start(name, stage) } }
        for name in change.outdated { children[name]?.startNoMore() }
        for name in change.stop {
            guard let child = children[name] else { continue }
            Task { await child.stop() }
        }
    }

    private func start(_ name: String, _ stage: PipelineConfig.Stage) {
        let config = pipeline.config
        let door = config.door(of: stage)
        let keys = door.keys.map { (config.secretFile(of: $0), config.brokerKeyFile) }
        let child = Child(
            name: name, program: stage.run, folder: config.folder,
            environment: StageEnvironment.variables(
                stage: stage.name, instance: name, socket: door.reachedAt, keys: keys, passing: stage.environment,
                from: inherited), events: events
        ) { [weak self] in Task { await self?.nudge() } }
        children[name] = child
        tasks[name] = Task {
            await child.run()
            gone(name, of: stage.name)
        }
    }

    private func gone(_ name: String, of stage: String) {
        children[name] = nil
        tasks[name] = nil
        crews[stage]?.roster.remove(name)
        nudge()
    }

    /// Asks the broker soon, as something has happened.
    private func nudge() {
        isNudged = true
        sleeper?.cancel()
    }

    /// Until the next question; not long while processes come or go.
    private func pause() async {
        let isCalm = isReady && crews.values.allSatisfy(\.isSettled)
        let sleeper = Task { _ = try? await Task.sleep(for: .milliseconds(isCalm ? 500 : 30)) }
        self.sleeper = sleeper
        if isNudged { sleeper.cancel() }
        isNudged = false
        await sleeper.value
    }
}
