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

    /// Points that a stage of these files does not meet.
    private static func unmet(_ files: [String: String]) async throws -> [JSON] {
        let folder = "/tmp/cws-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, content) in files {
            try content.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let finished = try await conform(folder, "--format", "json")
        let points = try JSON(bytes: Array(finished.output.utf8))["points"]?.array ?? []
        #expect(points.count == 26)
        return points.filter { $0["status"] != "passed" && $0["name"] != "settings" }
    }

    /// The first block of a language after some words of a page of `docs`.
    private static func block(_ language: String, of page: String, after words: String) throws -> String {
        let text = try String(contentsOfFile: "\(Places.project)/docs/\(page)", encoding: .utf8)
        let rest = try #require(text.components(separatedBy: words).dropFirst().first)
        let block = try #require(rest.components(separatedBy: "```\(language)\n").dropFirst().first)
        return block.components(separatedBy: "```")[0]
    }

    @Test func theStageAtTheEndOfTheProtocolIsAGoodStage() async throws {
        let manifest = try String(contentsOfFile: Places.project + "/plugins/triage/stage.yaml", encoding: .utf8)
        let unmet = try await Self.unmet([
            "triage.py": Self.block("python", of: "protocol.md", after: "## A complete stage in Python"),
            "conform.yaml": "run: python3 triage.py\n",
            "stage.yaml": manifest.components(separatedBy: "\nsettings:")[0] + "\n",
        ])
        #expect(unmet.isEmpty, "\(unmet)")
    }

    @Test func theStageOfTheGuideIsAGoodStageWithAKitAndWithout() async throws {
        let guide = "writing-a-stage.md"
        var files = [
            "stage.yaml": try Self.block("yaml", of: guide, after: "## 1. Say what it is"),
            "thanks.py": try Self.block("python", of: guide, after: "## 2. Write it, in Python"),
            "conform.yaml": try Self.block("yaml", of: guide, after: "How it is started")
                .replacing("../kit-python", with: Places.project + "/plugins/kit-python"),
        ]
        let withKit = try await Self.unmet(files)
        #expect(withKit.isEmpty, "\(withKit)")
        let program = try Self.block("python", of: "protocol.md", after: "## A complete stage in Python")
        let work = try Self.block("python", of: guide, after: "## Without a kit")
        let parts = program.components(separatedBy: "def work(delivery, bodies):")
        let rest = try #require(parts.last?.components(separatedBy: "\n\nis_open").last)
        files["thanks.py"] = parts[0] + work + "\nis_open" + rest
        let withoutKit = try await Self.unmet(files)
        #expect(withoutKit.isEmpty, "\(withoutKit)")
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
