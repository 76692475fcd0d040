import Foundation
import TestSupport
import Testing

@testable import CasewireCommands

@Suite(.timeLimit(.minutes(1))) struct ChildTests {
    /// A stage that leaves a process of its own behind, which holds its output open.
    @Test func aStageThatEndsIsStartedAgainAlthoughWhatItStartedGoesOn() async throws {
        let folder = NSTemporaryDirectory() + "/cw-child-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let script = "echo $$ >> starts; sleep 300 & echo $! >> left; exit 3"
        let child = Child(
            name: "x", program: ["/bin/sh", "-c", script], folder: folder, environment: ["PATH": "/usr/bin:/bin"],
            events: EventPrinter())
        func numbers(_ name: String) -> [Int32] {
            ((try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "").split(separator: "\n")
                .compactMap { Int32($0) }
        }
        let running = Task { await child.run() }
        _ = try await eventually("three starts", within: .seconds(20)) { numbers("starts").count >= 3 ? true : nil }
        await child.stop()
        await running.value
        // Nor does what it started outlive it: it would go on speaking in the name of its successor.
        for pid in numbers("left") {
            _ = try await eventually("\(pid) is gone", within: .seconds(10)) { Processes.isAlive(pid) ? nil : true }
        }
    }
}
