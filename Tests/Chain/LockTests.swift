import Foundation
import Glibc
import StageProtocol
import TestSupport
import Testing

/// A pipeline with a locked tcp socket and secrets, as real processes.
@Suite(.serialized, .timeLimit(.minutes(4))) struct LockTests {
    private let triage = Places.executables + "/triage"

    @Test func aStageWorksThroughALockedSocketAndNoSecretIsSeenAnywhere() async throws {
        let port = Places.freePort()
        let secret = "s3cret-of-the-supervisor"
        let shop = try Shop(environment: ["SHOP_SECRET": secret, "SHOP_GRANTED": "for-triage"]) { pipeline in
            pipeline.replacing("ipc://${CASEWIRE_VAR:-var}/run/triage.sock", with: "tcp://127.0.0.1:\(port)")
                .replacing(
                    "      mood: training/mood.model\n      languages: training/languages.model",
                    with: "      mood: training/mood.model\n    environment: [SHOP_GRANTED]"
                )
                .replacing("  # signature:", with: "  signature: ${SHOP_SECRET:-} The people  #")
        }
        // Nothing starts before there are keys.
        let refused = try await shop.casewire("up")
        #expect(refused.status == 78 && refused.errors.contains("casewire keys broker"), "\(refused.errors)")
        for name in ["broker", "triage"] { #expect(try await shop.casewire("keys", name).status == 0) }
        let checked = try await shop.casewire("check")
        #expect(checked.status == 0, "\(checked.output)")
        try await shop.open()

        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        let ref = try await eventually("a case") { try await shop.cases().first?["ref"]?.string }
        _ = try await eventually("an understanding") { try await shop.story(ref)["sections"]?["understanding"] }

        let keys = try ["broker", "triage"].map {
            try String(contentsOfFile: "\(shop.folder)/var/keys/\($0).secret", encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let pids = shop.processes()
        #expect(pids.count == 7)
        for (name, pid) in pids {
            let words = try proc(pid, "cmdline").joined(separator: " ")
            let variables = try proc(pid, "environ")
            for hidden in keys + [secret] {
                #expect(!words.contains(hidden), "\(name): \(words)")
                // The broker fills the pipeline's variables in, so that it has them all.
                if name != "broker" || hidden != secret {
                    #expect(!variables.joined(separator: " ").contains(hidden), "\(name)")
                }
            }
            #expect(variables.contains("SHOP_GRANTED=for-triage") == ["broker", "triage-0"].contains(name), "\(name)")
            if name == "triage-0" {
                #expect(variables.contains("CASEWIRE_KEY_FILE=\(shop.folder)/var/keys/triage.secret"))
            } else if name != "broker" {
                #expect(!variables.contains { $0.hasPrefix("CASEWIRE_KEY_FILE=") })
            }
        }

        try await anotherLanguageComesIn(shop, port)
        try await strangersStayOut(shop, port)
        #expect(try await shop.close() == 0)
        for hidden in keys + [secret] {
            #expect(!shop.log.contains(hidden))
            #expect(!checked.output.contains(hidden) && !checked.errors.contains(hidden))
        }
    }

    /// Starts the Python stage of the protocol's description beside the other, with what that says of locked sockets.
    private func anotherLanguageComesIn(_ shop: Shop, _ port: UInt16) async throws {
        let document = try String(contentsOfFile: Places.project + "/docs/protocol.md", encoding: .utf8)
        func block(_ language: String) throws -> String {
            let start = try #require(document.components(separatedBy: "```\(language)\n").dropFirst().first)
            return try #require(start.components(separatedBy: "```").first)
        }
        let keys = try block("py")
        // A process that is started from a task inherits its thread's mask, under which no signal arrives.
        let signals = "import signal; signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])\n"
        let program = signals + (try block("python")).replacing("broker.connect(", with: "\(keys)broker.connect(")
        let path = shop.folder + "/triage.py"
        try program.write(toFile: path, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [path]
        // A stage leaves when its input ends.
        process.standardInput = Pipe()
        process.environment = shop.environment.merging([
            "CASEWIRE_SOCKET": "tcp://127.0.0.1:\(port)", "CASEWIRE_STAGE": "triage", "CASEWIRE_INSTANCE": "python",
            "CASEWIRE_KEY_FILE": shop.folder + "/var/keys/triage.secret",
            "CASEWIRE_BROKER_KEY_FILE": shop.folder + "/var/keys/broker.public",
        ]) { $1 }
        try process.run()
        _ = try await eventually("the Python stage is there") {
            try await instances(shop).contains("python") ? true : nil
        }
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        _ = try await eventually("it has gone") { try await instances(shop) == ["triage-0"] ? true : nil }
    }

    private func instances(_ shop: Shop) async throws -> [String] {
        let status = try await shop.json("status")
        let sessions = (status["stages"]?.array ?? []).first { $0["name"] == "triage" }?["sessions"]?.array ?? []
        return sessions.compactMap { $0["instance"]?.string }
    }

    /// Tries every wrong way in, and leaves the pipeline serving.
    private func strangersStayOut(_ shop: Shop, _ port: UInt16) async throws {
        let stranger = shop.folder + "/stranger"
        #expect(try await shop.casewire("keys", "triage", "--folder", stranger).status == 0)
        let broker = shop.folder + "/var/keys/broker.public"
        let own = shop.folder + "/var/keys/triage.secret"
        #expect(try await shop.casewire("keys", "survey").status == 0)
        let attempts: [(files: (secret: String, broker: String)?, said: String)] = [
            (nil, "only one side uses encryption"),
            ((stranger + "/triage.secret", broker), "the authenticator refused it"),
            ((shop.folder + "/var/keys/survey.secret", broker), "the authenticator refused it"),
            ((own, stranger + "/triage.public"), "A wrong server key looks like this"),
        ]
        for attempt in attempts {
            var environment = shop.environment
            environment["CASEWIRE_SOCKET"] = "tcp://127.0.0.1:\(port)"
            environment["CASEWIRE_KEY_FILE"] = attempt.files?.secret
            environment["CASEWIRE_BROKER_KEY_FILE"] = attempt.files?.broker
            let log = try await logged(by: triage, environment, until: attempt.said)
            #expect(!log.contains("takes work"), "\(log)")
        }
        #expect(try await instances(shop) == ["triage-0"])
        _ = try await shop.deliver(mail(id: "2@example.net", lateParcel))
        _ = try await eventually("two cases") { try await shop.cases().count == 2 ? true : nil }
    }

    @Test func aStageDoesNotSpeakInTheOpenToAnotherHost() async throws {
        let refused = try await Command.run(
            triage, [], environment: ["PATH": "/usr/bin", "CASEWIRE_SOCKET": "tcp://10.255.255.1:7000"])
        #expect(refused.status == 78)
        #expect(refused.errors.contains("CASEWIRE_KEY_FILE"), "\(refused.errors)")
    }

    /// What a program writes until it has said something.
    private func logged(
        by program: String, _ environment: [String: String], until words: String
    ) async throws -> String {
        let path = "/tmp/cw-log-\(UInt64.random(in: 0...UInt64.max))"
        try Data().write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        return try await eventually("\(program) says \"\(words)\"") {
            let log = try String(contentsOfFile: path, encoding: .utf8)
            return log.contains(words) ? log : nil
        }
    }

    /// The words in a file of `/proc` that ends each by a zero.
    private func proc(_ pid: Int32, _ name: String) throws -> [String] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/\(name)"))
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
