import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct CurveTests {
    private let context: Context
    private let server: (public: String, secret: String)
    private let client: (public: String, secret: String)

    init() throws {
        context = try Context()
        server = try Curve.keyPair()
        client = try Curve.keyPair()
    }

    private func serverSocket() throws -> Socket {
        var options = SocketOptions()
        options.curve = .server(secretKey: server.secret, domain: "test")
        return try Socket(.router, context: context, options: options)
    }

    private func clientSocket(serverKey: String) throws -> Socket {
        var options = SocketOptions()
        options.curve = .client(publicKey: client.public, secretKey: client.secret, serverKey: serverKey)
        return try Socket(.dealer, context: context, options: options)
    }

    private func failure(of event: MonitorEvent) -> HandshakeFailure? {
        if case .handshakeFailed(_, let reason) = event { reason } else { nil }
    }

    @Test func theRightKeysConnect() throws {
        let authenticator = try Authenticator(context: context, status: "200")
        defer { withExtendedLifetime(authenticator) {} }
        let router = try serverSocket()
        let dealer = try clientSocket(serverKey: server.public)
        let monitor = try dealer.monitor()
        let endpoint = try router.bind("tcp://127.0.0.1:*")
        try dealer.connect(endpoint)
        #expect(try monitor.first { $0 != .connected(endpoint: endpoint) } == .ready(endpoint: endpoint))
        try dealer.deliver([bytes("in confidence")])
        #expect(try router.next().last == bytes("in confidence"))
    }

    @Test func aMessageBearsTheNameThatTheAuthenticatorGaveItsSender() throws {
        let authenticator = try Authenticator(context: context, status: "200")
        defer { withExtendedLifetime(authenticator) {} }
        let router = try serverSocket()
        let dealer = try clientSocket(serverKey: server.public)
        try dealer.connect(try router.bind("tcp://127.0.0.1:*"))
        try dealer.deliver([bytes("one"), bytes("two")])
        var poller = Poller([router.pollItem])
        #expect(try poller.wait(timeout: patience) == [true])
        let message = try #require(try router.receive(within: .unlimited))
        #expect(message.user == "somebody")
        #expect(Array(message.frames[1...]) == [bytes("one"), bytes("two")])
    }

    @Test func aClientThatTheAuthenticatorRefusesStaysOut() throws {
        let authenticator = try Authenticator(context: context, status: "400")
        defer { withExtendedLifetime(authenticator) {} }
        let router = try serverSocket()
        let dealer = try clientSocket(serverKey: server.public)
        let monitor = try router.monitor()
        try dealer.connect(try router.bind("tcp://127.0.0.1:*"))
        let event = try monitor.first { failure(of: $0) != nil }
        #expect(failure(of: event) == .refused(status: 400))
        #expect(try dealer.send([bytes("let me in")]) == .full)
    }

    @Test func withoutAnAuthenticatorNobodyIsLetIn() throws {
        let router = try serverSocket()
        let dealer = try clientSocket(serverKey: server.public)
        let monitor = try router.monitor()
        try dealer.connect(try router.bind("tcp://127.0.0.1:*"))
        _ = try monitor.first { failure(of: $0) != nil }
        #expect(try dealer.send([bytes("let me in")]) == .full)
    }

    @Test func aWrongServerKeyIsSeenOnBothSides() throws {
        let router = try serverSocket()
        let dealer = try clientSocket(serverKey: try Curve.keyPair().public)
        let serverMonitor = try router.monitor()
        let clientMonitor = try dealer.monitor()
        try dealer.connect(try router.bind("tcp://127.0.0.1:*"))

        let seenByServer = try serverMonitor.first { failure(of: $0) != nil }
        #expect(failure(of: seenByServer) == .wrongKey)
        #expect(seenByServer.description.contains("Compare the server key on both sides"))
        let seenByClient = try clientMonitor.first { failure(of: $0) != nil }
        #expect(seenByClient.description.contains("A wrong server key looks like this from the client's side"))
    }

    @Test func aClientWithoutKeysIsToldApart() throws {
        let router = try serverSocket()
        let dealer = try Socket(.dealer, context: context)
        let monitor = try router.monitor()
        try dealer.connect(try router.bind("tcp://127.0.0.1:*"))
        #expect(failure(of: try monitor.first { failure(of: $0) != nil }) == .differentSecurity)
    }

    @Test func aPublicKeyFollowsFromItsSecret() throws {
        #expect(try Curve.publicKey(ofSecret: server.secret) == server.public)
        #expect(server.public.utf8.count == 40)
        #expect(throws: ZeroMQError.self) { try Curve.publicKey(ofSecret: "short") }
    }

    @Test func aKeyOfBytesHasATextAndNothingElseHas() {
        // RFC 32's own example, with zeros up to the length of a key.
        let start: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
        #expect(
            Curve.text(ofKey: start + Array(repeating: 0, count: 24)) == "HelloWorld"
                + String(repeating: "0", count: 30))
        #expect(Curve.text(ofKey: start) == nil)
    }

    @Test func aServerWithoutDomainDoesNotStart() {
        var options = SocketOptions()
        options.curve = .server(secretKey: server.secret, domain: "")
        let error = #expect(throws: ZeroMQError.self) {
            _ = try Socket(.router, context: context, options: options)
        }
        #expect(error?.description.contains("needs an authentication domain") == true)
    }

    @Test func aMalformedKeyIsRefusedWithoutShowingIt() {
        var options = SocketOptions()
        options.curve = .server(secretKey: "hunter2", domain: "test")
        let error = #expect(throws: ZeroMQError.self) {
            _ = try Socket(.router, context: context, options: options)
        }
        #expect(error?.message == "the secret key must be 40 characters of Z85 text, and it has 7.")
    }

    @Test func keysAreNeverPrinted() {
        var options = SocketOptions()
        options.curve = .client(publicKey: client.public, secretKey: client.secret, serverKey: server.public)
        var dumped = ""
        dump(options, to: &dumped)
        #expect(!"\(options) \(String(reflecting: options)) \(dumped)".contains(client.secret))
    }
}
