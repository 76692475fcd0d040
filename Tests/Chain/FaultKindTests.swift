import Foundation
import TestSupport
import Testing

/// Each kind of fault by itself, on a whole chain of real processes, while mails come in. Afterwards the oracle is asked:
/// what went in, what came out.
@Suite(.serialized, .timeLimit(.minutes(4))) struct FaultKindTests {
    @Test func processesThatAreStoppedAndGoOn() async throws {
        try await survive { shop, faults in
            for name in ["responder-0", "broker", "intake-0"] {
                // Longer than a session lives without a sign of life.
                try await faults.paused(try #require(shop.processes()[name]), for: .seconds(name == "intake-0" ? 1 : 4))
            }
        }
    }

    @Test func aSupervisorThatIsKilled() async throws {
        try await survive { shop, _ in
            try await shop.crash()
            try await shop.open()
        }
    }

    @Test func aFolderThatCannotBeWritten() async throws {
        try await survive { shop, faults in
            try await faults.outboxInTheWay {
                _ = try await eventually("a mail could not be written") { shop.log.contains("outbox") ? true : nil }
            }
        }
    }

    @Test func processesThatCanOpenNothingMore() async throws {
        try await survive { shop, faults in
            for name in ["broker", "intake-0", "responder-0"] {
                try await faults.withoutDescriptors(try #require(shop.processes()[name])) {
                    try await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    @Test func aDiskThatIsFull() async throws {
        let shop = try Faults.shop()
        // Only who may mount a file system can make a small one.
        guard let disk = try await TinyDisk(at: shop.folder + "/var", mebibytes: 24) else { return }
        do {
            try await survive(in: shop) { shop, _ in
                try disk.fill()
                _ = try await eventually("the broker says that the disk is full") {
                    shop.log.contains("database or disk is full") ? true : nil
                }
                let refused = try await shop.deliver(mail(id: "full@example.net", lateParcel))
                #expect(refused.status == 75)
                disk.empty()
            }
        } catch {
            try await disk.unmount()
            throw error
        }
        try await disk.unmount()
    }

    @Test func aClockThatJumpsForwardAndBack() async throws {
        try await survive { shop, faults in
            for (number, seconds) in [2 * 86_400, -86_400].enumerated() {
                try faults.setClock(off: seconds)
                _ = try await eventually("the jump is seen") {
                    shop.log.ranges(of: "the clock jumped by").count > number ? true : nil
                }
                try await faults.letAMinutePass(from: seconds)
            }
        }
    }

    @Test func aMailServerThatDoesNotTakeMail() async throws {
        let server = try await MailServer()
        try await survive(in: try Faults.shop(server: server), server: server) { shop, _ in
            for mode in [MailServer.Mode.refuse, .busy, .stall, .drop] {
                let connections = server.connections, unanswered = server.unanswered
                try server.behave(mode)
                _ = try await eventually("mails meet \(mode)") {
                    (mode == .drop ? server.unanswered > unanswered : server.connections > connections + 1)
                        ? true : nil
                }
            }
            try server.behave(.ok)
        }
    }

    /// Hands mails in, does something meanwhile, and asks the oracle when all is at rest again.
    private func survive(
        in given: Shop? = nil, mails: Int = 16, server: MailServer? = nil,
        _ fault: (Shop, Faults) async throws -> Void
    ) async throws {
        let shop = try given ?? Faults.shop()
        try await shop.open()
        try await Feed(shop: shop).handIn(0..<2)
        async let rest: Void = Feed(shop: shop).handIn(2..<mails)
        try await fault(shop, Faults(shop: shop))
        try await rest
        try await shop.rest(still: .seconds(2))
        try await Oracle(shop: shop, server: server).check(sent: mails, repeated: true)
        #expect(try await shop.close() == 0)
    }
}
