import BrokerService
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Pipeline
import ServiceLifecycle
import StageProtocol
import Telemetry

/// What the broker shows to those who watch over it: `/metrics` for Prometheus, `/health` and `/ready` for whatever keeps
/// it running. Nothing that a customer wrote, or who they are, is to be seen there.
struct WatchDoor: Sendable {
    let address: PipelineConfig.Listen
    let service: BrokerService
    let logger: Logger

    /// Serves until it is cancelled. A port that somebody else holds is tried again and again: the broker does its work
    /// meanwhile.
    func run() async {
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        var pause = Duration.seconds(1)
        while !Task.isCancelled {
            do {
                try await serve(threads)
            } catch let error as IOError {
                logger.error(
                    "metrics cannot be served at \(address): \(error). Free the port or change \"metrics\".",
                    metadata: ["retry_in_seconds": "\(pause.components.seconds)"])
            } catch {
                if !Task.isCancelled { logger.error("metrics are not served: \(error)") }
            }
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(30))
        }
        try? await threads.shutdownGracefully()
    }

    private func serve(_ threads: MultiThreadedEventLoopGroup) async throws {
        var quiet = logger
        quiet.logLevel = .critical
        let app = Application(
            router: routes(), server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.bindable, port: address.port),
                availableConnectionsDelegate: .maximum(64, logger: quiet)),
            onServerRunning: { [logger, address] _ in
                logger.info("metrics are served", metadata: ["address": "\(address)"])
            }, eventLoopGroupProvider: .shared(threads), logger: quiet)
        try await app.run()
    }

    private func routes() -> Router<BasicRequestContext> {
        let router = Router(options: [.autoGenerateHeadEndpoints])
        router.get("health") { _, _ in Self.answer(["status": "live"]) }
        router.get("ready") { _, _ in await ready() }
        router.get("ready/{stage}") { _, context in await ready(try context.parameters.require("stage")) }
        router.get("metrics") { _, _ in await metrics() }
        return router
    }

    /// Ready is a broker that decides and commits: it answers from within a beat that is on disk.
    private func ready() async -> Response {
        do {
            _ = try await service.ask("pulse", within: .seconds(2))
            return Self.answer(["status": "ready"])
        } catch {
            return Self.waiting("\(error)")
        }
    }

    /// Ready is a stage when somebody takes work in it: who is connected may still be learning.
    private func ready(_ stage: String) async -> Response {
        do {
            let figures = try await service.ask("figures", within: .seconds(2))
            guard let found = figures["stages"]?.array?.first(where: { $0["name"]?.string == stage }) else {
                return Self.answer(
                    ["status": "unknown", "message": .string("there is no stage \"\(stage)\" here")], .notFound)
            }
            let instances = found["working"]?.int ?? 0
            guard instances > 0 else {
                let isThere = (found["instances"]?.int ?? 0) > 0
                return Self.waiting("no instance of \(stage) \(isThere ? "takes work yet" : "is connected")")
            }
            return Self.answer(["status": "ready", "instances": .int(instances)])
        } catch {
            return Self.waiting("\(error)")
        }
    }

    private func metrics() async -> Response {
        do {
            let figures = try await service.ask("figures")
            let families = PipelineMetrics(figures, version: Casewire.version).families + ProcessFigures.now
            return Response(
                status: .ok, headers: [.contentType: [MetricFamily].mediaType],
                body: .init(byteBuffer: ByteBuffer(string: families.exposition)))
        } catch {
            // A scrape that fails is seen as such; half of the figures would be taken for all of them.
            return Self.waiting("\(error)")
        }
    }

    private static func waiting(_ message: String) -> Response {
        answer(["status": "waiting", "message": .string(message)], .serviceUnavailable)
    }

    private static func answer(_ body: JSON, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body.bytes)))
    }
}

extension PipelineConfig.Listen {
    /// The host as a socket is bound to it.
    fileprivate var bindable: String {
        host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host == "*" ? "0.0.0.0" : host
    }
}
