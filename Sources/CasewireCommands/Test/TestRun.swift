import BrokerService
import FoundationEssentials
import Glibc
import Logging
import Pipeline
import StageKit
import StageProtocol

/// Plays one test: a broker on a held clock and the processes of the stages, in a folder of their own.
struct TestRun: Sendable {
    let test: PipelineTest
    /// The folder of what stages have learned.
    let models: String
    /// How long the pipeline may take for what is to be done at one moment.
    let patience: Duration
    let keeps: Bool

    func run() async -> TestResult {
        let began = ContinuousClock.now
        var failures: [TestFailure]
        do {
            failures = TestVerdict(test: test, record: try await play()).failures
        } catch {
            let reason = CommandFailure(explaining: error)?.message ?? "\(error)"
            failures = [TestFailure(place: nil, expected: "the test can be played", found: [reason], around: [])]
        }
        return TestResult(test: test, failures: failures, duration: ContinuousClock.now - began)
    }

    private func play() async throws -> TestRecord {
        let folder = try DriveFolder()
        defer { if !keeps { folder.remove() } }
        if keeps { Console.standardError.line("\(test.file) is played in \(folder.path)") }
        let pipeline = try test.pipeline.isolated(in: folder.path, models: models, standIns: test.standIns)
        let clock = HeldClock(at: test.start)
        let broker = try BrokerService(
            pipeline, clock: clock, logger: Logger(label: "broker") { _ in JSONLines(level: .critical) })
        defer { broker.stop() }
        let log = try StageLog(path: folder.path + "/stages.log")
        let children = pipeline.config.stages.map { child($0, pipeline.config, log) }
        let running = Task {
            await withTaskGroup(of: Void.self) { group in
                for child in children { group.addTask { await child.run() } }
            }
        }
        let record: Result<TestRecord, any Error>
        do {
            record = .success(try await tell(pipeline, clock))
        } catch let error as Stuck {
            record = .failure(CommandFailure(.failed, "\(error)\(log.tail)"))
        } catch {
            record = .failure(error)
        }
        await withTaskGroup(of: Void.self) { group in
            for child in children { group.addTask { await child.stop() } }
        }
        await running.value
        return try record.get()
    }

    private func child(_ stage: PipelineConfig.Stage, _ config: PipelineConfig, _ log: StageLog) -> Child {
        let instance = "\(stage.name)-0"
        let variables = StageEnvironment.variables(
            stage: stage.name, instance: instance, socket: stage.socket, passing: stage.environment,
            from: ProcessInfo.processInfo.environment)
        return Child(
            name: instance, program: stage.run, folder: config.folder, environment: variables, events: log.events)
    }

    private func tell(_ pipeline: LoadedPipeline, _ clock: HeldClock) async throws -> TestRecord {
        let client = try await BrokerClient(endpoint: pipeline.config.control, software: "casewire \(Casewire.version)")
        let held = HeldPipeline(client: client, clock: clock, patience: patience)
        let result: Result<TestRecord, any Error>
        do {
            result = .success(try await tell(held, TestPost(pipeline: pipeline, held: held)))
        } catch {
            result = .failure(error)
        }
        await client.close()
        return try result.get()
    }

    private func tell(_ held: HeldPipeline, _ post: TestPost) async throws -> TestRecord {
        try await held.awaitStages(test.pipeline.config.stages.map(\.name))
        var looks = Set(test.expectations.compactMap(\.look)).sorted()[...]
        var seen: [Timestamp: [JSON]] = [:]
        for (number, step) in test.steps.enumerated() {
            // What is to be looked at when a step happens is looked at after it.
            while let look = looks.first, look < step.at {
                try await held.advance(to: look)
                seen[look] = try await held.stories()
                looks.removeFirst()
            }
            try await held.advance(to: step.at)
            try await post.bring(step, number: number)
        }
        for look in looks {
            try await held.advance(to: look)
            seen[look] = try await held.stories()
        }
        try await held.advance(to: test.end)
        return TestRecord(
            stories: try await held.stories(), seen: seen, dead: try await held.dead(), parked: try await held.parked(),
            retries: try await held.retries())
    }
}

extension Expectation {
    /// The moment at which the cases are looked at for it, where that is not the end.
    fileprivate var look: Timestamp? { if case .matter(let matter) = what { matter.at } else { nil } }
}

/// What the stages write, in a file: looked at where a test cannot be played.
private struct StageLog {
    let events: EventPrinter
    private let path: String

    init(path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure(.failed, "\(path) cannot be written.") }
        self.path = path
        events = EventPrinter(descriptor: descriptor, closing: true)
    }

    /// Its last lines of trouble.
    var tail: String {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lines = text.split(separator: "\n").filter { line in
            let isCalm = line.contains("\"level\":\"info\"") || line.contains("\"event\":\"started\"")
            return !isCalm
        }
        return lines.isEmpty
            ? "" : "\nThe stages said:\n" + lines.suffix(8).map { "  \($0.prefix(400))" }.joined(separator: "\n")
    }
}
