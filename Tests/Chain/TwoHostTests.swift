import Foundation
import Glibc
import StageProtocol
import TestSupport
import Testing

/// A stage on another host, over a network that fails.
@Suite(.serialized, .timeLimit(.minutes(4))) struct TwoHostTests {
    @Test func nothingIsLostWhileTheCableIsCut() async throws {
        if let obstacle = await TwoHosts.obstacle() { try Test.cancel("\(obstacle)") }
        let hosts = try await TwoHosts()
        let address = "tcp://\(TwoHosts.addresses[0]):7001"
        let shop = try Shop { pipeline in
            pipeline.replacing(
                "ipc://${CASEWIRE_VAR:-var}/run/triage.sock", with: "\(address)\n    replicas: 0")
        }
        for name in ["broker", "triage"] { #expect(try await shop.casewire("keys", name).status == 0) }
        try await shop.open(behind: hosts.prefix(0))
        let triage = try (0..<2).map { try start($0, on: hosts, shop, address) }
        defer { for process in triage where process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        _ = try await eventually("both are there") { try await present(shop) == 2 ? true : nil }

        try await Feed(shop: shop).handIn(0..<6)
        try await hosts.cable(isWhole: false)
        // Mails come in all the same, and wait.
        try await Feed(shop: shop).handIn(6..<12)
        _ = try await eventually("the other host is given up", within: .seconds(20)) {
            try await present(shop) == 0 ? true : nil
        }
        #expect(try await waiting(shop) > 0)
        try await hosts.cable(isWhole: true)
        _ = try await eventually("the other host is back", within: .seconds(40)) {
            try await present(shop) == 2 ? true : nil
        }
        try await shop.rest(still: .seconds(1))
        try await Oracle(shop: shop).check(sent: 12, repeated: true)
        for item in try await shop.cases() {
            let story = try await shop.story(item["ref"]?.string ?? "")
            #expect(story["sections"]?["understanding"] != nil, "\(item)")
        }
        // Told by the broker, they leave in good order on a host that it does not run.
        #expect(try await shop.casewire("drain", "triage").status == 0)
        for process in triage {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(try await shop.close() == 0)
    }

    private func start(_ number: Int, on hosts: TwoHosts, _ shop: Shop, _ address: String) throws -> Process {
        let command = hosts.prefix(1) + [Places.executables + "/triage"]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = [
            "PATH": "/usr/bin:/bin", "CASEWIRE_SOCKET": address, "CASEWIRE_STAGE": "triage",
            "CASEWIRE_INSTANCE": "far-\(number)", "CASEWIRE_KEY_FILE": shop.folder + "/var/keys/triage.secret",
            "CASEWIRE_BROKER_KEY_FILE": shop.folder + "/var/keys/broker.public",
        ]
        try process.run()
        return process
    }

    private func present(_ shop: Shop) async throws -> Int {
        try await stage(shop)["sessions"]?.array?.count ?? 0
    }

    private func waiting(_ shop: Shop) async throws -> Int64 { try await stage(shop)["waiting"]?.int ?? 0 }

    private func stage(_ shop: Shop) async throws -> JSON {
        let stages = try await shop.json("status")["stages"]?.array ?? []
        return stages.first { $0["name"] == "triage" } ?? .null
    }
}
