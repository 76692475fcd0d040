import Foundation
import StageProtocol
import TestSupport
import Testing

/// What `casewire new plugin` makes runs as it is.
@Suite(.timeLimit(.minutes(2))) struct NewPluginTests {
    private let folder = "/tmp/cwn-\(UInt64.random(in: .min ... .max))"
    private static let environment = ["PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"]

    /// Away from every checkout: what it rests on is found around the program.
    private func make(_ name: String, _ lang: String) async throws -> Finished {
        try await Command.run(
            Places.executables + "/casewire", ["new", "plugin", name, "--lang", lang, "--folder", folder],
            environment: Self.environment)
    }

    /// A file of that name would stand in front of Python's own, or could not be imported.
    @Test(arguments: ["json", "class", "casewire-stage"])
    func aNameThatPythonHasItselfIsRefused(_ name: String) async throws {
        let made = try await make(name, "python")
        #expect(made.status == 64 && made.errors.contains("of its own; choose another name, such as my-\(name)"))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func aPluginInPythonIsAGoodStageAndItsTestsPass() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try await make("order-watch", "python").status == 0)
        let conform = try await Command.run(
            Places.executables + "/casewire", ["conform", folder, "--format", "json"], environment: Self.environment)
        let report = try JSON(bytes: Array(conform.output.utf8))
        #expect(report["passed"] == 26, "\(conform.output)")
        var environment = Self.environment
        environment["PYTHONPATH"] = "\(Places.project)/plugins/kit-python:."
        let tests = try await Command.run(
            "/usr/bin/env", ["-C", folder, "/usr/bin/python3", "-m", "unittest", "discover", "-s", "tests"],
            environment: environment)
        #expect(tests.status == 0, "\(tests.errors)")
        let readme = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
        #expect(readme.contains("contact: [escalation, triage, responder, order-watch]"))
        #expect(readme.contains("manifest: \(folder)/stage.yaml"))
        let kit = "\(Places.project)/plugins/kit-python"
        #expect(readme.contains("run: env PYTHONPATH=\(kit) python3 \(folder)/order_watch.py"))
        #expect(readme.contains("$ PYTHONPATH=\(kit):. python3 -m unittest discover -s tests"))
        // What its manifest has by default is filled in where it is driven by hand.
        try Data(#"{"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "A kettle"}]}"#.utf8)
            .write(to: URL(filePath: folder + "/one.jsonl"))
        let driven = try await Command.run(
            Places.executables + "/casewire", ["drive", folder, folder + "/one.jsonl"], environment: Self.environment)
        #expect(
            driven.status == 0 && driven.output.contains(#""words":["kettle"]"#), "\(driven.output) \(driven.errors)")
    }

    /// A build takes minutes; the compiler's look at the source against the built StageKit takes a second.
    @Test func aPluginInSwiftCompilesAgainstTheKit() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try await make("parcel-watch", "swift").status == 0)
        let package = try String(contentsOfFile: folder + "/Package.swift", encoding: .utf8)
        #expect(package.contains(#".package(name: "casewire", path: "\#(Places.project)")"#))
        let modules = Places.executables + "/Modules"
        try #require(FileManager.default.fileExists(atPath: modules + "/StageKit.swiftmodule"))
        var environment = ProcessInfo.processInfo.environment
        environment["HOME"] = environment["HOME"] ?? "/tmp"
        let compiled = try await Command.run(
            "/usr/bin/env",
            [
                "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors", "-I",
                modules, "-Xcc", "-fmodule-map-file=\(Places.project)/Sources/CZeroMQ/module.modulemap",
                folder + "/Sources/ParcelWatch.swift",
            ], environment: environment)
        #expect(compiled.status == 0, "\(compiled.errors)")
    }

    @Test func aFolderThatIsThereIsLeftAlone() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let finished = try await make("order-watch", "python")
        #expect(finished.status == 64)
        #expect(finished.errors.contains("is there already"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func aNameThatNoStageCanHaveIsRefused() async throws {
        #expect(try await make("Order_Watch", "python").status == 64)
    }
}
