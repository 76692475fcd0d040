import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// One supervised process: started, listened to, started again when it ends.
final class Child: Sendable {
    private struct State {
        var stopping = false
        /// Whether it is not started again once it has ended.
        var isLast = false
        var ended = false
        var current: Execution<CustomWriteInput, SequenceOutput, CombinedErrorOutput>?
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let name: String
    private let program: [String]
    private let folder: String
    private let environment: [String: String]
    private let events: EventPrinter
    private let ended: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameter ended: called each time that the process has ended.
    init(
        name: String, program: [String], folder: String, environment: [String: String], events: EventPrinter,
        ended: @escaping @Sendable () -> Void = {}
    ) {
        self.ended = ended
        self.name = name
        self.program = program
        self.folder = folder
        self.environment = environment
        self.events = events
    }

    /// Runs the program again and again, with growing pauses while it keeps failing, until `stop`.
    func run() async {
        let shortest = Duration.milliseconds(100)
        var pause = shortest
        while isWanted {
            let began = ContinuousClock.now
            let ending = await runOnce()
            ended()
            // Where the broker told it to leave, that is known here by then.
            if isWanted { try? await Task.sleep(for: shortest) }
            guard isWanted else { break }
            if ContinuousClock.now - began > .seconds(10) { pause = shortest }
            events.print(.ended(name, ending, restartIn: pause))
            try? await Task.sleep(for: pause - shortest)
            pause = min(pause * 2, .seconds(10))
        }
        events.print(.left(name))
        let waiters = state.withLock { state in
            state.ended = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    private var isWanted: Bool { state.withLock { !$0.stopping && !$0.isLast } }

    /// Lets the process go on, and does not start it again once it has ended: another takes its place.
    func startNoMore() { state.withLock { $0.isLast = true } }

    /// Asks the process to leave, and ends it by force when it does not within 15 seconds.
    func stop() async {
        let current = state.withLock { state in
            state.stopping = true
            return state.current
        }
        try? current?.send(signal: .terminate)
        let force = Task {
            try await Task.sleep(for: .seconds(15))
            events.print(.forced(name))
            try state.withLock(\.current)?.send(signal: .kill)
        }
        await withCheckedContinuation { continuation in
            let ended = state.withLock { state in
                if !state.ended { state.waiters.append(continuation) }
                return state.ended
            }
            if ended { continuation.resume() }
        }
        force.cancel()
    }

    /// How it ended, in words.
    private func runOnce() async -> String {
        var options = PlatformOptions()
        // Ctrl-C on the terminal is for the supervisor, which lets the children leave in order.
        options.processGroupID = 0
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(Array(program.dropFirst())),
                environment: .custom(
                    Dictionary(environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }) { $1 }),
                workingDirectory: FilePath(folder), platformOptions: options, input: .inputWriter, output: .sequence,
                error: .combinedWithOutput
            ) { execution in
                let leaveAtOnce = state.withLock { state in
                    state.current = execution
                    return state.stopping
                }
                if leaveAtOnce { try execution.send(signal: .terminate) }
                events.print(.started(name, pid: execution.processIdentifier.value))
                for try await line in execution.standardOutput.strings(bufferingPolicy: .unbounded) {
                    events.print(.said(name, line.count > 16_384 ? "\(line.prefix(16_384))…" : line))
                }
            }
            let pid = state.withLock { state in
                defer { state.current = nil }
                return state.current?.processIdentifier.value
            }
            if let pid { await endWhatIsLeft(of: pid) }
            return "\(result.terminationStatus)"
        } catch {
            state.withLock { $0.current = nil }
            // The program alone: its arguments may have been filled in from variables.
            return "could not run \(program.first ?? ""): \(error)"
        }
    }

    /// Ends what a process has started and left behind: it would go on in the name of its successor.
    private func endWhatIsLeft(of pid: Int32) async {
        // The group bears the number of its first process, and keeps it as long as there is anything in it.
        guard kill(-pid, SIGTERM) == 0 else { return }
        try? await Task.sleep(for: .seconds(1))
        kill(-pid, SIGKILL)
    }

    private var executable: Executable {
        let first = program.first ?? ""
        return first.contains("/") ? .path(FilePath(first)) : .name(first)
    }
}
