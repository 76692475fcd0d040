import Crypto
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The web door: listens, answers, and closes when the stage is told to leave.
struct Door: Sendable {
    let address: WebAddress
    let site: Site
    let key: SymmetricKey
    let desk: any FrontDesk
    let logger: Logger
    /// What is hidden in everything that comes in here.
    var masks = Masks.cards
    /// Told where the door listens, once it does.
    var onOpen: @Sendable (WebAddress) -> Void = { _ in }

    /// Runs until it is cancelled. A port that somebody else holds is tried again and again: mail goes on meanwhile.
    func run() async throws {
        // One thread waits for all connections; more would only cost memory.
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        var pause = Duration.seconds(1)
        do {
            while !Task.isCancelled {
                do {
                    try await serve(threads)
                    break
                } catch let error as IOError {
                    logger.error(
                        "the web door cannot open at \(address): \(explain(error)). Free the port or change \"web\".",
                        metadata: ["retry_in_seconds": "\(pause.components.seconds)"])
                    try await Task.sleep(for: pause)
                    pause = min(pause * 2, .seconds(30))
                }
            }
        } catch is CancellationError {
            // Told to leave while it waited for the port.
        }
        try await threads.shutdownGracefully()
    }

    private func explain(_ error: IOError) -> String {
        switch error.errnoCode {
        case EADDRINUSE: "another program listens there already"
        case EACCES: "this user may not listen there; ports below 1024 need a right"
        case EADDRNOTAVAIL: "this machine does not have that address"
        default: "\(error)"
        }
    }

    private func serve(_ threads: MultiThreadedEventLoopGroup) async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .critical)
        let address = address
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
        let app = Application(
            router: routes(),
            // The idle time also ends a header that comes drop by drop: only a whole one counts as a sign of life.
            server: .http1(configuration: .init(idleTimeout: .seconds(20), httpDecoderConfiguration: limits)),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: .maximum(256, logger: quiet)),
            onServerRunning: { [logger, onOpen] channel in
                var bound = address
                bound.port = channel.localAddress?.port ?? address.port
                logger.info("the web door is open", metadata: ["address": "\(bound)"])
                onOpen(bound)
            },
            eventLoopGroupProvider: .shared(threads),
            logger: quiet)
        var configuration = ServiceGroupConfiguration(services: [app], gracefulShutdownSignals: [], logger: quiet)
        // Shorter than the stage's own grace: who is being answered gets the answer, who dawdles does not hold us up.
        configuration.maximumGracefulShutdownDuration = .seconds(6)
        let group = ServiceGroup(configuration: configuration)
        // Not a child task: cancellation would cut off requests that are being answered.
        let service = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await service.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }

    private func routes() -> Router<DoorContext> {
        let router = Router(context: DoorContext.self, options: [.autoGenerateHeadEndpoints])
        let settings = site.settings
        let bodies = BodyReader(limit: settings.bodyLimit)
        let intake = ContactIntake(desk: desk, logger: logger, masks: masks)
        router.addMiddleware {
            ErrorPages(site: site, logger: logger)
            RateLimit(
                reading: .init(burst: 200, perSecond: 20), writing: .init(burst: 40, perSecond: 2),
                visitors: Visitors(proxies: settings.proxies))
            SameOrigin(desk: settings.desk.web)
        }
        for kind in [FormKind.contact, .feedback] {
            let tokens = FormTokens(key: key, place: kind.home)
            ContactPage(site: site, bodies: bodies, intake: intake, tokens: tokens, kind: kind).add(to: router)
        }
        router.get("thanks") { request, _ in
            let ref = request.uri.queryParameters["ref"].flatMap { Reference.canonical($0) }
            return Response.page(NoticePage(site: site, texts: site.texts(for: request)).thanks(ref: ref))
        }
        ContactsAPI(settings: settings, bodies: bodies, intake: intake).add(to: router)
        ListPage(site: site, bodies: bodies, desk: desk, intake: intake, key: key).add(to: router)
        SurveyPage(site: site, bodies: bodies, desk: desk, intake: intake, key: key).add(to: router)
        CaseDoor(site: site, bodies: bodies, desk: desk, intake: intake, key: key).add(to: router)
        HealthPages(desk: desk).add(to: router)
        router.get("style.css") { _, _ in
            Response.text(Style.css, type: "text/css; charset=utf-8", cache: "public, max-age=3600")
        }
        return router
    }
}
