import FoundationEssentials
import StageProtocol
import Subprocess
import SystemPackage

/// The process of a stage that is driven. What it writes goes to standard error.
struct DrivenStage: Sendable {
    let program: [String]
    let name: String
    let endpoint: String
    let folder: String
    /// Names of variables that it is handed.
    let passes: [String]

    /// Runs the stage until all deliveries are worked.
    /// - Returns: how many failed.
    func run(with broker: DriveBroker, show: @escaping @Sendable (JSON) -> Void) async throws -> Int {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(Array(program.dropFirst())), environment: environment,
                workingDirectory: FilePath(folder), platformOptions: options, input: .inputWriter, output: .sequence,
                error: .combinedWithOutput
            ) { execution in
                try await withThrowingTaskGroup(of: Int?.self) { group in
                    group.addTask {
                        for try await line in execution.standardOutput.strings() { Console.standardError.line(line) }
                        // It is gone; whoever still waits for its words is told.
                        await broker.stop()
                        return nil
                    }
                    group.addTask { try await follow(broker.events, show) }
                    var failures: Int?
                    do {
                        while let result = try await group.next() { failures = failures ?? result }
                    } catch {
                        try? execution.send(signal: .kill)
                        await broker.stop()
                        throw error
                    }
                    return failures
                }
            }
            guard let failures = result.closureResult else {
                throw CommandFailure(.failed, "\(name) ended (\(result.terminationStatus)) before all was worked.")
            }
            return failures
        } catch let error as SubprocessError {
            await broker.stop()
            throw CommandFailure(.config, "\(program.first ?? name) could not be run: \(error)")
        }
    }

    private func follow(_ events: AsyncStream<DriveBroker.Event>, _ show: (JSON) -> Void) async throws -> Int? {
        for await event in events {
            switch event {
            case .outcome(let outcome): show(outcome)
            case .over(let failures): return failures
            case .silent(let words), .broken(let words): throw CommandFailure(.failed, words)
            }
        }
        return nil
    }

    private var executable: Executable {
        let first = program.first ?? ""
        return first.contains("/") ? .path(FilePath(first)) : .name(first)
    }

    private var environment: Environment {
        let variables = StageEnvironment.variables(
            stage: name, instance: "\(name)-driven", socket: endpoint, passing: passes,
            from: ProcessInfo.processInfo.environment)
        return .custom(Dictionary(variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) }) { $1 })
    }
}
