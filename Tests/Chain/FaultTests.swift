import Foundation
import Glibc
import StageProtocol
import TestSupport
import Testing

/// What was accepted survives whatever is done to the processes.
@Suite(.serialized, .timeLimit(.minutes(8))) struct FaultTests {
    @Test func nothingIsLostOrDoubledWhileEveryProcessIsKilledAtRandom() async throws {
        let shop = try Shop()
        try await shop.open()
        let folder = try mails(300, in: shop)
        async let sending = shop.casewire("send", folder, "--format", "json", "--timeout", "240")
        // A fixed seed: which process dies next is the same in every run, only the moment differs.
        var random = Lehmer(seed: 20_261_122)
        for _ in 0..<24 {
            let processes = shop.processes().sorted { $0.key < $1.key }
            let victim = processes[Int.random(in: 0..<processes.count, using: &random)]
            kill(victim.value, SIGKILL)
            _ = try await eventually("\(victim.key) is started again") {
                shop.processes()[victim.key].flatMap { $0 != victim.value ? true : nil }
            }
        }
        let sent = try await sending
        #expect(sent.status == 0, "\(sent.errors)")
        try await shop.rest(within: .seconds(240))
        try await Oracle(shop: shop).check(sent: 300)
        #expect(try await shop.close() == 0)
    }

    @Test func workThatIsQueuedGoesOnAfterARestart() async throws {
        let shop = try Shop()
        try await shop.open()
        let folder = try mails(40, in: shop)
        let sent = try await shop.casewire("send", folder, "--no-wait", "--format", "json")
        #expect(sent.status == 0, "\(sent.errors)")
        #expect(try await shop.close() == 0)
        try await shop.open()
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: 40)
    }

    @Test func noProcessOutlivesItsSupervisor() async throws {
        let shop = try Shop()
        try await shop.open()
        let pids = shop.processes()
        #expect(pids.count == 7)
        #expect(try await shop.close() == 0)
        for (name, pid) in pids { #expect(!Processes.isAlive(pid), "\(name) is still there") }
    }

    @Test func aMailServerIsAskedToTryAgainWhileNoBrokerIsThere() async throws {
        let shop = try Shop()
        let refused = try await Command.run(
            Places.executables + "/intake", ["deliver", "--timeout", "1"],
            input: Data(mail(id: "1@x.example", "Hello").utf8),
            environment: shop.environment)
        #expect(refused.status == 75)
        #expect(!refused.errors.isEmpty)
    }

    @Test func everyOddMailIsAccountedFor() async throws {
        let shop = try Shop()
        try await shop.open()
        let pids = shop.processes()
        var paths = [Places.project + "/Tests/Mail/Fixtures"]
        if let data = ProcessInfo.processInfo.environment["CASEWIRE_DATA"] {
            paths += ["ruby-mail", "stalwart", "bounces", "reply-trimmer/emails"].map { data + "/mail/" + $0 }
        }
        let sent = try await shop.json("send", paths[0])
        let count = Int(sent["received"]?.int ?? 0)
        #expect(count > 20)
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: count)
        #expect(shop.processes() == pids, "a process crashed")
    }

    private func mails(_ count: Int, in shop: Shop) throws -> String {
        let folder = shop.folder + "/mails"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            let text = mail(
                from: "Customer \(number) <c\(number)@example.net>", subject: "Order \(number)",
                id: "m\(number)@example.net",
                lateParcel)
            try text.write(toFile: "\(folder)/\(number).eml", atomically: true, encoding: .utf8)
        }
        return folder
    }
}
