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

    /// Every folder of `plugins/` with a manifest, so that none can be forgotten.
    private static let plugins: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.project + "/plugins")) ?? []
        return names.sorted().map { "\(Places.project)/plugins/\($0)" }
            .filter { FileManager.default.fileExists(atPath: $0 + "/stage.yaml") } + [
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
