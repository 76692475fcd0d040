import ArgumentParser
import FoundationEssentials
import Glibc
import Pipeline
import StageKit
import StageProtocol

/// `casewire test`: does the pipeline do what its tests tell?
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests of a pipeline, days of a shop in a second.",
        discussion: """
            Each test is a YAML file: what comes in when, and which texts, timers and sections are to come of it. It runs in \
            a folder of its own, with a real broker and the real stages, on a clock that leaps from one thing that is due \
            to the next. Nothing leaves it: settings that lead to a server are left out, mails go into a folder. How to \
            write one: docs/testing.md.

            Without a path, all of the folder "scenarios" beside the pipeline. Ends with 1 where something is not as it is \
            expected, and with 78 where a file is wrong.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit
    }

    @Argument(help: ArgumentHelp("Tests, or folders of tests.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Option(help: "text for people, json for programs, junit for build servers.")
    var format = Format.text

    @Option(help: ArgumentHelp("How many run side by side; by default two, on a single core one.", valueName: "n"))
    var jobs = min(2, ProcessInfo.processInfo.activeProcessorCount)

    @Option(help: ArgumentHelp("Give up on work that takes so many seconds.", valueName: "seconds"))
    var timeout = 60.0

    @Flag(help: "Keep each test's folder, and say where it is.")
    var keep = false

    @OptionGroup var options: PipelineOptions

    func validate() throws {
        guard timeout > 0, timeout < 1e6 else { throw ValidationError("--timeout must be above 0 seconds.") }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs must be 1 to 64.") }
    }

    func run() async throws {
        umask(0o077)
        let pipeline = try load()
        let files = try TestFiles.find(paths, beside: options.path)
        let tests = try read(files, pipeline)
        let models = try LearnedModels(of: pipeline.config)
        defer { models.remove() }
        let runs = tests.map {
            TestRun(test: $0, models: models.folder, patience: .seconds(timeout), keeps: keep)
        }
        let console = Console.standardOutput
        let began = ContinuousClock.now
        let results = try await all(runs, learningFirst: models.isEmpty) { result in
            if format == .text { console.lines(TestText.lines(result, paint: console.paint)) }
        }
        let report = TestReport(results: results, duration: ContinuousClock.now - began)
        switch format {
        case .text: console.line(TestText.summary(report, paint: console.paint))
        case .json: console.json(report.json)
        case .junit: console.write(JUnit.document(report.suite))
        }
        if !report.passes { throw CommandFailure(.failed, "") }
    }

    /// All tests, or everything that is wrong with any of them.
    private func read(_ files: [String], _ pipeline: LoadedPipeline) throws -> [PipelineTest] {
        var tests: [PipelineTest] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            let (test, found) = PipelineTestReader(pipeline: pipeline, environment: options.environment).read(file)
            if let test { tests.append(test) }
            diagnostics += found
        }
        for diagnostic in diagnostics { Console.standardError.line("\(diagnostic)\n") }
        guard !diagnostics.containsErrors else { throw try refusal(of: diagnostics, "in the tests") }
        return tests
    }

    private func load() throws -> LoadedPipeline {
        do {
            return try options.load()
        } catch let error as PipelineError {
            if format != .text { _ = try refusal(of: error.diagnostics, "in the pipeline") }
            throw error
        }
    }

    /// Tells in the format that is asked for why no test is run.
    private func refusal(of diagnostics: [Diagnostic], _ place: String) throws -> CommandFailure {
        let report = UnreadReport(diagnostics: diagnostics)
        switch format {
        case .text: break
        case .json: Console.standardOutput.json(try report.json)
        case .junit: Console.standardOutput.write(JUnit.document(report.suite))
        }
        return CommandFailure(.config, "\(count(report.errors, "error")) \(place); no test was run.")
    }

    /// Runs them side by side, and tells each as it ends.
    /// - Parameter learningFirst: whether the first goes ahead alone, to learn once what all need.
    private func all(
        _ runs: [TestRun], learningFirst: Bool, _ tell: @escaping @Sendable (TestResult) -> Void
    ) async throws -> [TestResult] {
        let work = Task {
            var results: [Int: TestResult] = [:]
            var rest = Array(runs.enumerated())[...]
            if learningFirst, let (index, run) = rest.popFirst() {
                results[index] = await run.run()
                results[index].map(tell)
            }
            await withTaskGroup(of: (Int, TestResult).self) { group in
                for _ in 0..<jobs {
                    if let (index, run) = rest.popFirst() { group.addTask { (index, await run.run()) } }
                }
                while let (index, result) = await group.next() {
                    results[index] = result
                    tell(result)
                    if let (index, run) = rest.popFirst(), !Task.isCancelled {
                        group.addTask { (index, await run.run()) }
                    }
                }
            }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
        let farewell = try Farewell { work.cancel() }
        defer { withExtendedLifetime(farewell) {} }
        let results = await work.value
        if work.isCancelled { throw CommandFailure(.failed, "stopped; not all tests were run.") }
        return results
    }
}

/// Where tests stand.
enum TestFiles {
    static let folder = "scenarios"

    /// The files that paths name, folders gone through.
    static func find(_ paths: [String], beside pipeline: String) throws -> [String] {
        let paths = paths.isEmpty ? [sibling(of: pipeline)] : paths
        let files = try paths.flatMap { path -> [String] in
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CommandFailure(
                    .usage, "there is no test \"\(path)\"; name files or folders, or put them into \"\(folder)\".")
            }
            guard isFolder else { return [path] }
            let names = try FileManager.default.subpathsOfDirectory(atPath: path)
            return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { "\(path)/\($0)" }
        }
        guard !files.isEmpty else { throw CommandFailure(.usage, "there are no .yaml files in \(paths[0]).") }
        return files
    }

    private static func sibling(of pipeline: String) -> String {
        pipeline.lastIndex(of: "/").map { pipeline[...$0] + folder } ?? folder
    }
}
