import Broker
import Foundation
import Glibc
import Pipeline
import StageProtocol
import TestSupport
import Testing
import ZeroMQ

@testable import BrokerService

/// What a peer cannot do to the broker, though it holds a key or only reaches the port. Each test ends by asking whether
/// others are served still.
@Suite(.serialized, .timeLimit(.minutes(1))) struct LimitTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func welcomed(_ instance: String = "odd") throws -> Caller {
        let caller = try Caller(desk.endpoint("door"), desk.keys("door"))
        _ = try caller.greet(as: "door", instance: instance)
        return caller
    }

    @Test func aFrameThatIsTooLargeCostsTheConnection() throws {
        defer { desk.stop() }
        let caller = try welcomed()
        try caller.say([Wire.signature, Array("SUBMIT".utf8), StageProtocol.Frame(repeating: 32, count: 17 << 20)])
        var poller = Poller([caller.monitor.pollItem])
        var isCut = false
        let end = ContinuousClock.now + .seconds(20)
        while !isCut, ContinuousClock.now < end {
            _ = try poller.wait(timeout: .seconds(1))
            while let event = try caller.monitor.next() { if case .disconnected = event { isCut = true } }
        }
        #expect(isCut)
        #expect(try desk.serves())
    }

    @Test func framesThatAreTooManyOrTooHeavyTogetherAreThrownAway() throws {
        defer { desk.stop() }
        let caller = try welcomed()
        let head = [Wire.signature, Array("PING".utf8), Array("{}".utf8)]
        let many = head + Array(repeating: [1], count: 100_000)
        let heavy = head + Array(repeating: StageProtocol.Frame(repeating: 1, count: 4 << 20), count: 6)
        for frames in [many, heavy] {
            try caller.say(frames)
            #expect(try caller.hear().code == "too-large")
        }
        // The same connection goes on.
        guard case .welcome = try caller.greet(as: "door") else { return #expect(Bool(false)) }
        #expect(try desk.serves())
    }

    @Test func aHeaderNestedWithoutEndIsRefusedUnread() throws {
        defer { desk.stop() }
        let caller = try welcomed()
        let deep = #"{"id":"1","via":"test","admit":"# + String(repeating: "[", count: 900_000)
        try caller.say([Wire.signature, Array("SUBMIT".utf8), Array(deep.utf8)])
        #expect(try caller.hear().code == "malformed")
        #expect(try desk.serves())
    }

    @Test func rubbishIsAnsweredAndLoggedWithoutFillingTheLog() throws {
        defer { desk.stop() }
        let caller = try welcomed()
        for _ in 0..<2000 { try caller.say([Array("rubbish".utf8)]) }
        for _ in 0..<2000 { #expect(try caller.hear().code == "malformed") }
        #expect(desk.log.text.split(separator: "\n").count { $0.contains("a message was refused") } < 10)
        #expect(try desk.serves())
    }

    @Test func aClientThatNeverFinishesItsGreetingIsCutOffAndHoldsUpNobody() throws {
        defer { desk.stop() }
        // The sockets are bound once somebody is served.
        #expect(try desk.serves())
        let slow = try (0..<20).map { _ in try RawClient(desk.endpoint("door")) }
        // A greeting is 64 bytes, 0xFF first: it is said one byte at a time.
        for byte in [0xFF, 0, 0, 0] as [UInt8] {
            for client in slow { client.say(byte) }
            #expect(try desk.serves())
        }
        let end = ContinuousClock.now + .seconds(20)
        var open = slow
        while !open.isEmpty, ContinuousClock.now < end {
            open.removeAll { $0.isClosed(within: .milliseconds(100)) }
            for client in open { client.say(0) }
        }
        #expect(open.isEmpty, "\(open.count) of 20 are open still")
    }

    @Test func thePlaceOfAPeerCannotBeTakenByItsRoutingID() async throws {
        defer { desk.stop() }
        // Only the owner of a second key for the same door could come in at all.
        let result = try await Command.run(
            "/usr/bin/python3",
            [Places.project + "/Tests/BrokerService/thief.py", desk.endpoint("door")]
                + ["broker.public", "door.secret", "second.secret"].map { desk.folder + "/keys/" + $0 },
            environment: ["PATH": "/usr/bin:/bin"])
        #expect(result.errors == "")
        #expect(
            result.output == """
                victim greets: ['WELCOME']
                thief beside: []
                victim still: ['PONG']
                thief after: ['PONG', 'unknown-session']

                """)
        #expect(try desk.serves())
    }

    @Test func aSessionBelongsToItsKey() throws {
        defer { desk.stop() }
        let door = try Door(
            .init(name: "door", address: "ipc://\(desk.folder)/keys/s.sock", keys: nil), .router, nil, Context())
        let honest = SessionID(door: "door", route: [1], key: "honest")
        let thief = SessionID(door: "door", route: [1], key: "thief")
        #expect(door.note(honest).replaced == nil)
        #expect(!door.isSomebodyElse(honest) && door.isSomebodyElse(thief))
        #expect(door.note(thief).replaced == honest)
        #expect(door.isSomebodyElse(honest))
    }

    @Test func aDoorListensToSoManyPeersAndNoMore() throws {
        defer { desk.stop() }
        let door = try Door(
            .init(name: "door", address: "ipc://\(desk.folder)/keys/s.sock", keys: nil), .router, nil, Context())
        func peer(_ number: Int) -> SessionID {
            SessionID(door: "door", route: [0, UInt8(number / 256), UInt8(number % 256)])
        }
        for number in 0..<Door.mostPeers { #expect(door.note(peer(number)).isHeard) }
        #expect(!door.note(peer(Door.mostPeers)).isHeard)
        #expect(door.note(peer(7)).isHeard)
        door.forget(peer(7))
        #expect(door.note(peer(Door.mostPeers)).isHeard)
    }

    @Test func aSubmissionThatIsReplayedCountsOnceWhateverItsBody() throws {
        defer { desk.stop() }
        let caller = try welcomed()
        let submission = Submission(id: "mail:1", via: "test", raw: 0, media: "message/rfc822")
        guard case .accepted(let first) = try caller.ask(.submit(submission, bodies: [Array("first".utf8)])) else {
            return #expect(Bool(false))
        }
        // The same by another peer with another key's session, and with other words: answered as before, nothing taken.
        let replay = try welcomed("replay")
        for body in ["first", "other words"] {
            guard case .accepted(let again) = try replay.ask(.submit(submission, bodies: [Array(body.utf8)])) else {
                return #expect(Bool(false))
            }
            #expect(again == first)
        }
        let operator_ = try Caller(desk.endpoint("control"), desk.keys("operator"))
        _ = try operator_.greet(as: "casewire")
        guard case .reply(_, let body) = try operator_.ask(.ask(Ask(id: "1", what: "status"))) else {
            return #expect(Bool(false))
        }
        #expect(try JSON(bytes: body)["waiting"] == 1, "one is to be read, once")
    }
}

/// A TCP connection that speaks no protocol at all.
private final class RawClient {
    private let descriptor: Int32

    init(_ endpoint: String) throws {
        let port = UInt16(endpoint.split(separator: ":").last ?? "") ?? 0
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw NotSo("the port \(port) is open") }
    }

    deinit { close(descriptor) }

    func say(_ byte: UInt8) {
        var byte = byte
        _ = send(descriptor, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    /// Whether the other side has closed it.
    func isClosed(within limit: Duration) -> Bool {
        var waits = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        guard poll(&waits, 1, Int32(limit.components.attoseconds / 1_000_000_000_000_000)) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 256)
        return recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT)) <= 0 && errno != EAGAIN
    }
}
