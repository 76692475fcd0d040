import Foundation
import TestSupport
import Testing

/// The tests that plugins in Python bring along, with Debian's Python.
@Suite(.timeLimit(.minutes(2))) struct PythonTests {
    private static let folders: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.project + "/plugins")) ?? []
        return names.sorted().map { "\(Places.project)/plugins/\($0)" }
            .filter { FileManager.default.fileExists(atPath: $0 + "/tests") }
    }()

    @Test(arguments: folders) func theTestsOfAPluginPass(folder: String) async throws {
        let finished = try await Command.run(
            "/usr/bin/env",
            [
                "-C", folder, "/usr/bin/python3", "-W", "error::ResourceWarning", "-m", "unittest", "discover", "-s",
                "tests",
            ],
            environment: [
                "PATH": "/usr/bin:/bin",
                "PYTHONPATH": "\(Places.project)/plugins/kit-python:\(Places.project)/.build/semantic:.",
                "PYTHONDONTWRITEBYTECODE": "1",
            ])
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(finished.errors.contains("\nOK"), "\(finished.errors)")
    }
}
