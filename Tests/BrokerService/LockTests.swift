import Foundation
import Pipeline
import StageKit
import StageProtocol
import Testing
import ZeroMQ

@testable import BrokerService

/// Who comes in by a locked door, and what they may do there.
@Suite(.timeLimit(.minutes(1))) struct LockTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    @Test func whoeverHasTheKeyOfAStageWorksAsThatStage() throws {
        defer { desk.stop() }
        let caller = try Caller(desk.endpoint("door"), desk.keys("door"))
        guard case .welcome(let welcome) = try caller.greet(as: "door") else { return #expect(Bool(false)) }
        #expect(welcome.pipeline == "small")
    }

    @Test(arguments: ["door", "speaker", "control", "tap"]) func aKeyThatIsOnNoListStaysOut(door: String) async throws {
        defer { desk.stop() }
        let stranger = try Curve.keyPair()
        let caller = try Caller(desk.endpoint(door), desk.role(stranger.secret), kind: door == "tap" ? .sub : .dealer)
        #expect(try caller.failure() == .refused(status: 400))
        let line = try await desk.log.line(with: "was not let in")
        #expect(line.contains(stranger.public) && line.contains(door))
        #expect(!desk.log.text.contains(stranger.secret))
    }

    @Test(arguments: [("door", "speaker"), ("speaker", "door"), ("door", "control"), ("operator", "door")])
    func theKeyOfOneDoorOpensNoOther(key: String, door: String) throws {
        defer { desk.stop() }
        let caller = try Caller(desk.endpoint(door), desk.keys(key))
        #expect(try caller.failure() == .refused(status: 400))
    }

    @Test func withoutAKeyNobodyComesIn() throws {
        defer { desk.stop() }
        let caller = try Caller(desk.endpoint("door"))
        // Whichever side sees first that only one of them has keys hangs up.
        let failure = try caller.failure()
        if case .interrupted = failure {} else { #expect(failure == .differentSecurity) }
        #expect(try caller.greetIsNotHeard())
    }

    @Test func aBrokerThatIsNotTheOneIsNotSpokenTo() async throws {
        defer { desk.stop() }
        let other = try Curve.keyPair().public
        let caller = try Caller(desk.endpoint("door"), desk.keys("door", broker: other))
        _ = try caller.failure()
        _ = try await desk.log.line(with: "the keys do not fit")
    }

    @Test func aStageCannotSpeakAsAnotherThroughItsOwnDoor() throws {
        defer { desk.stop() }
        let caller = try Caller(desk.endpoint("speaker"), desk.keys("speaker"))
        #expect(try caller.greet(as: "door").code == "wrong-socket")
        guard case .welcome = try caller.greet(as: "speaker") else { return #expect(Bool(false)) }
        let submission = Submission(id: "1", via: "test", to: "door", raw: 0)
        #expect(try caller.ask(.submit(submission, bodies: [[1]])).code == "no-source")
        #expect(try caller.ask(.ask(Ask(id: "1", what: "status"))).code == "no-grant")
    }

    @Test func anOperatorAsksByTheirOwnKey() async throws {
        defer { desk.stop() }
        let keys = try BrokerKeys(
            secretFile: desk.folder + "/keys/operator.secret", brokerFile: desk.folder + "/keys/broker.public")
        let client = try await BrokerClient(endpoint: desk.endpoint("control"), keys: keys)
        #expect(try await client.ask("status")["pipeline"] == "small")
        await client.close()
    }

    @Test func aCommandIsToldWhyItIsKeptOut() async throws {
        defer { desk.stop() }
        let keys = try BrokerKeys(
            secretFile: desk.folder + "/keys/door.secret", brokerFile: desk.folder + "/keys/broker.public")
        let error = await #expect(throws: BrokerUnreachable.self) {
            try await BrokerClient(endpoint: desk.endpoint("control"), keys: keys, within: .milliseconds(500))
        }
        #expect(error?.message.contains("Is the client's key on the list?") == true)
    }

    @Test func aStageThatWasKeptOutComesInOnceItsKeyIsOnTheList() async throws {
        try KeyFile.make("late", in: desk.folder + "/keys")
        let keys = try BrokerKeys(
            secretFile: desk.folder + "/keys/late.secret", brokerFile: desk.folder + "/keys/broker.public")
        async let client = BrokerClient(
            endpoint: desk.endpoint("speaker"), keys: keys, stage: "speaker", within: .seconds(20))
        _ = try await desk.log.line(with: "was not let in")
        desk.stop()
        let list = desk.folder + "/keys/speaker.public"
        let both = try ["speaker", "late"].map {
            try String(contentsOfFile: "\(desk.folder)/keys/\($0).public", encoding: .utf8)
        }
        try both.joined().write(toFile: list, atomically: true, encoding: .utf8)
        try desk.start()
        defer { desk.stop() }
        await (try client).close()
    }

    @Test func theTapIsWatchedByOperatorsOnly() throws {
        defer { desk.stop() }
        let context = try Context()
        var options = SocketOptions.default
        options.curve = try desk.keys("operator")
        let watcher = try Socket(.sub, context: context, options: options)
        try watcher.subscribe([])
        try watcher.connect(desk.endpoint("tap"))
        var poller = Poller([watcher.pollItem])
        let end = ContinuousClock.now + .seconds(20)
        var seen: [StageProtocol.Frame]?
        // A subscription takes a moment to arrive; each greeting is one more thing to see.
        while seen == nil, ContinuousClock.now < end {
            _ = try desk.serves()
            if try poller.wait(timeout: .milliseconds(200)) == [true] { seen = try watcher.receive() }
        }
        #expect(try JSON(bytes: #require(seen?.first))["stage"] == "door")
    }

    @Test func whatTheGatekeeperDoesNotUnderstandItRefuses() throws {
        defer { desk.stop() }
        let keyring = try #require(try Keyring(desk.config))
        let gatekeeper = try Gatekeeper(keyring, context: Context())
        let key = try KeyFile.publicKeys(at: desk.folder + "/keys/door.public")[0]
        let bytes = try rawKey(key)
        func question(
            _ key: [UInt8], version: String = "1.0", domain: String = "door", mechanism: String = "CURVE"
        ) -> [StageProtocol.Frame] {
            let texts = [version, "1", domain, "10.0.0.9", "", mechanism].map { Array($0.utf8) }
            return [[0, 1], []] + texts + [key]
        }
        #expect(gatekeeper.verdict(on: question(bytes)) == .admit(key: key))
        let odd: [[StageProtocol.Frame]] = [
            question(bytes, version: "2.0"), question(bytes, domain: ""), question(bytes, domain: "speaker"),
            question(bytes, domain: "nowhere"), question(bytes, mechanism: "NULL"),
            question(bytes, mechanism: "PLAIN"), question(Array(bytes.dropLast())), question([]),
            Array(question(bytes).dropLast()), question(bytes) + [[]], [], [[0]],
        ]
        for question in odd {
            if case .admit = gatekeeper.verdict(on: question) { Issue.record("let in: \(question)") }
        }
    }
}

/// The 32 bytes that a key of text stands for.
private func rawKey(_ text: String) throws -> [UInt8] {
    let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)
    let digits = try text.utf8.map { try UInt32(#require(alphabet.firstIndex(of: $0))) }
    return stride(from: 0, to: digits.count, by: 5).flatMap { start in
        let value = digits[start..<start + 5].reduce(0 as UInt32) { $0 &* 85 &+ $1 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

extension Caller {
    /// Greets and hears nothing while an honest peer could have been answered many times.
    func greetIsNotHeard() throws -> Bool {
        _ = try? socket.send(StageMessage.hello(Hello(stage: "door", instance: "stranger")).frames)
        return (try? hear(within: .milliseconds(300))) == nil
    }
}
