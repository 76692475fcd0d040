import Broker
package import Pipeline
import StageProtocol

/// Reads the pipeline's files anew when somebody asks, one time after the other, and has the broker take over what they say.
/// Files with an error in them change nothing.
final class Reloader: Sendable {
    private let requests: AsyncStream<Asker?>.Continuation
    private let task: Task<Void, Never>

    /// - Parameters:
    ///   - open: binds the sockets that are added and takes over the lists of keys; all of it or nothing.
    ///   - post: tells the broker's mind.
    init(
        _ reading: PipelineRereading, open: @escaping @Sendable (PipelineConfig, Set<String>) async throws -> Void,
        post: @escaping @Sendable (Event) -> Void
    ) {
        let (stream, requests) = AsyncStream<Asker?>.makeStream()
        self.requests = requests
        task = Task {
            var reading = reading
            for await asker in stream {
                let (pipeline, diagnostics) = await reading.read(open)
                let told = diagnostics.compactMap { try? JSON(encoding: $0) }
                post(.reread(Rereading(plan: pipeline.map { Plan($0) }, diagnostics: told, asker: asker)))
            }
        }
    }

    /// - Parameter asker: who is to be answered; nil where a signal asked.
    func reload(for asker: Asker? = nil) { requests.yield(asker) }

    func stop() {
        requests.finish()
        task.cancel()
    }
}

/// Where a pipeline is read from, and how it was read last.
package struct PipelineRereading: Sendable {
    private let path: String
    private let environment: [String: String]
    private let isStarting: Bool
    /// What is to be looked at beside the files themselves: templates, keys.
    private let check: @Sendable (PipelineConfig) -> [Diagnostic]
    private var current: LoadedPipeline

    /// - Parameters:
    ///   - current: as it was read at the start.
    ///   - isStarting: whether the stages are started on this host, and must find here what they need.
    package init(
        _ current: LoadedPipeline, path: String, environment: [String: String], isStarting: Bool = false,
        check: @escaping @Sendable (PipelineConfig) -> [Diagnostic]
    ) {
        self.current = current
        self.path = path
        self.environment = environment
        self.isStarting = isStarting
        self.check = check
    }

    var pipeline: LoadedPipeline { current }

    /// The pipeline as its files have it now, its sockets being open; nil where anything is wrong.
    mutating func read(
        _ open: (PipelineConfig, Set<String>) async throws -> Void
    ) async -> (LoadedPipeline?, [Diagnostic]) {
        let next: LoadedPipeline
        do {
            next = try PipelineLoader.load(path: path, environment: environment, isStarting: isStarting)
        } catch {
            return (nil, error.diagnostics)
        }
        var diagnostics = next.warnings + check(next.config) + needingRestart(next.config)
        guard !diagnostics.containsErrors else { return (nil, diagnostics) }
        do {
            let before = Set(current.config.stages.map(\.name))
            try await open(next.config, Set(next.config.stages.map(\.name)).subtracting(before))
        } catch {
            diagnostics.append(problem(.badSocket, "a socket could not be opened: \(error)"))
            return (nil, diagnostics)
        }
        current = next
        return (next, diagnostics)
    }

    /// What a broker that runs cannot change: where it keeps everything and where it is reached.
    private func needingRestart(_ next: PipelineConfig) -> [Diagnostic] {
        let now = current.config
        let fixed: [(String, Bool)] = [
            ("name", now.name == next.name), ("var", now.runtimeFolder == next.runtimeFolder),
            ("store", now.store == next.store), ("keys", now.keysFolder == next.keysFolder),
            ("metrics", now.metrics == next.metrics), ("control", now.controlDoor == next.controlDoor),
            ("tap", now.tapDoor == next.tapDoor),
        ]
        let sockets = next.stages.compactMap { stage in
            now.stage(stage.name).map { ("the socket of \(stage.name)", now.door(of: $0) == next.door(of: stage)) }
        }
        return (fixed + sockets).filter { !$0.1 }.map { what, _ in
            problem(
                .needsRestart, "\(what) has changed, which a running broker cannot follow",
                hint: "stop the pipeline and start it again; or put it back, and reload")
        }
    }

    private func problem(_ code: Diagnostic.Code, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(
            severity: .error, place: Place(file: path, line: 0, column: 0, source: nil), code: code, message: message,
            hint: hint)
    }
}
