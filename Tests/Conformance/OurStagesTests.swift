import Foundation
import StageProtocol
import TestSupport
import Testing

/// What the project ships are good stages, by its own command.
@Suite(.timeLimit(.minutes(2))) struct OurStagesTests {
    private static func conform(_ arguments: String...) async throws -> Finished {
        try await Command.run(
            Places.executables + "/casewire", ["conform"] + arguments,
            // Debian's Python, which has Debian's ZeroMQ.
            environment: ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"])
    }

    /// A plugin that needs more than Debian has is tried where that was fetched.
    private static func isReady(_ folder: String) -> Bool {
        !FileManager.default.fileExists(atPath: folder + "/requirements.txt")
            || FileManager.default.fileExists(atPath: Places.project + "/.build/semantic")
    }

    /// Every folder of `plugins/` with a manifest, so that none can be forgotten.
    private static let plugins: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.project + "/plugins")) ?? []
        return names.sorted().map { "\(Places.project)/plugins/\($0)" }
            .filter { FileManager.default.fileExists(atPath: $0 + "/stage.yaml") && isReady($0) } + [
                "\(Places.project)/plugins/kit-python/example"
            ]
    }()

    @Test func everyStageOfTheProjectPasses() async throws {
        #expect(Self.plugins.count >= 5)
        try await withThrowingTaskGroup(of: (String, Finished).self) { group in
            for plugin in Self.plugins {
                group.addTask { (plugin, try await Self.conform(plugin, "--format", "json")) }
            }
            for try await (plugin, finished) in group {
                let report = try? JSON(bytes: Array(finished.output.utf8))
                let failed = (report?["points"]?.array ?? []).filter {
                    $0["status"] != "passed" && $0["name"] != "settings"
                }
                #expect(finished.status == 0, "\(plugin): \(finished.errors)")
                #expect(failed.isEmpty, "\(plugin): \(failed)")
            }
        }
    }

    @Test func theStageAtTheEndOfTheProtocolIsAGoodStage() async throws {
        let folder = "/tmp/cws-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let document = try String(contentsOfFile: Places.project + "/docs/protocol.md", encoding: .utf8)
        let block = try #require(document.components(separatedBy: "```python\n").dropFirst().first)
        let manifest = try String(contentsOfFile: Places.project + "/plugins/triage/stage.yaml", encoding: .utf8)
        let files = [
            "triage.py": block.components(separatedBy: "```")[0], "conform.yaml": "run: python3 triage.py\n",
            "stage.yaml": manifest.components(separatedBy: "\nsettings:")[0] + "\n",
        ]
        for (name, content) in files {
            try content.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let finished = try await Self.conform(folder, "--format", "json")
        let report = try JSON(bytes: Array(finished.output.utf8))
        #expect(report["passed"] == 25 && report["failed"] == 0 && report["advised"] == 0, "\(finished.output)")
    }

    @Test func aProgramWithoutAManifestIsTriedOnTheProtocolAlone() async throws {
        let finished = try await Self.conform(Places.executables + "/triage", "--format", "json", "--", "/bin/true")
        let report = try JSON(bytes: Array(finished.output.utf8))
        #expect(finished.status == 1)
        #expect(report["passes"] == false)
        let points = report["points"]?.array ?? []
        #expect(points.first { $0["name"] == "manifest" }?["status"] == "skipped")
        let reason = points.first { $0["name"] == "handshake" }?["reason"]?.string ?? ""
        #expect(reason.contains("the process ended with 0"))
    }

    @Test func whatIsNotThereIsAUsageError() async throws {
        let finished = try await Self.conform("/nowhere")
        #expect(finished.status == 64)
        #expect(finished.errors.contains("there is no /nowhere"))
    }
}
