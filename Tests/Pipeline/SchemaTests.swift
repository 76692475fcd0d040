import Foundation
import StageProtocol
import TestSupport
import Testing

@testable import Pipeline

/// What an editor is told of our files agrees with what `casewire check` says of them.
@Suite(.enabled(if: SchemaValidator.isInstalled)) struct SchemaTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    /// Errors of each file by the schema that is for it.
    private func errors(_ files: [(FileSchema, String)], stages: [String: Manifest] = [:]) async throws -> [String] {
        var arguments = [Places.project + "/Tests/Pipeline/validate.py"]
        for (schema, file) in files {
            let path = "\(bench.folder)/\(schema).schema.json"
            try Data(schema.json(stages: stages).bytes).write(to: URL(filePath: path))
            arguments += [path, file]
        }
        let finished = try await Command.run("/usr/bin/python3", arguments, environment: ["PATH": "/usr/bin:/bin"])
        try #require(finished.status == 0, "\(finished.errors)")
        return finished.output.split(separator: "\n").map(String.init)
    }

    private func manifests() throws -> [String: Manifest] {
        try PipelineLoader.load(path: bench.folder + "/pipeline.yaml", environment: [:]).manifests
    }

    @Test func theFilesOfTheShopAreAsTheirSchemasSay() async throws {
        let root = Places.project
        let shop = try PipelineLoader.load(path: root + "/pipeline.yaml", environment: [:])
        let stages = ["intake", "triage", "responder", "escalation", "survey"].map {
            (FileSchema.stage, "\(root)/plugins/\($0)/stage.yaml")
        }
        let files: [(FileSchema, String)] = [
            (.pipeline, root + "/pipeline.yaml"), (.standards, root + "/standards.yaml"),
            (.people, root + "/people.yaml"),
        ]
        let scenarios = try FileManager.default.contentsOfDirectory(atPath: root + "/scenarios").map {
            (FileSchema.test, "\(root)/scenarios/\($0)")
        }
        #expect(scenarios.count > 20)
        for line in try await errors(files + stages + scenarios, stages: shop.manifests) {
            #expect(line.hasPrefix("0 "), "\(line)")
        }
    }

    @Test func theSchemasInTheProjectAreThoseOfTheCode() throws {
        let root = Places.project
        let shop = try PipelineLoader.load(path: root + "/pipeline.yaml", environment: [:])
        for file in FileSchema.allCases {
            let kept = try JSON(bytes: Array(Data(contentsOf: URL(filePath: "\(root)/schemas/\(file).json"))))
            let isCurrent = kept == file.json(stages: shop.manifests)
            #expect(isCurrent, "\(file): run casewire schema --all schemas")
        }
    }

    @Test func whatChecksCleanIsValid() async throws {
        let files: [(FileSchema, String)] = [
            (.pipeline, "pipeline.yaml"), (.standards, "standards.yaml"), (.people, "people.yaml"),
            (.stage, "door/stage.yaml"), (.stage, "speaker/stage.yaml"),
        ]
        #expect(bench.found() == [])
        let lines = try await errors(files.map { ($0, "\(bench.folder)/\($1)") }, stages: try manifests())
        for line in lines { #expect(line.hasPrefix("0 "), "\(line)") }
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        var file: String
        var old: String
        var new: String
        var testDescription: String { "\(file): \(new)" }

        init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }

        var schema: FileSchema {
            file.hasSuffix("stage.yaml") ? .stage : FileSchema(rawValue: String(file.prefix { $0 != "." })) ?? .pipeline
        }
    }

    static let slips = [
        Slip("pipeline.yaml", "knowledge: knowledge", "knowlege: knowledge"),
        Slip("pipeline.yaml", "store: sqlite:var/casewire.db", "store: postgres:var"),
        Slip("pipeline.yaml", "address: desk@hearth.example", "address: desk"),
        Slip("pipeline.yaml", "socket: ipc://var/run/door.sock", "socket: var/run/door.sock"),
        Slip("pipeline.yaml", "web: 127.0.0.1:8080", "webb: 127.0.0.1:8080"),
        Slip("pipeline.yaml", "web: 127.0.0.1:8080", "web: 127.0.0.1:8080\n      depth: 12"),
        Slip("pipeline.yaml", "web: 127.0.0.1:8080", "web: 127.0.0.1:8080\n      pause: soon"),
        Slip("pipeline.yaml", "web: 127.0.0.1:8080", "web: 127.0.0.1:8080\n      mode: wild"),
        Slip("pipeline.yaml", "name: small", "name: small\nlimits: {blob: much}"),
        Slip("pipeline.yaml", "name: small", "name: small\nretry: {attempts: 0}"),
        Slip("people.yaml", "role: care", "rolle: care"),
        Slip("people.yaml", "address: ada@hearth.example", "address: ada"),
        Slip("people.yaml", "role: care", "role: care\n    away: {from: 2026-12-01}"),
        Slip("people.yaml", "role: care", "role: care\n    authority: {refund: lots}"),
        Slip("standards.yaml", "zone: UTC", "zones: UTC"),
        Slip("standards.yaml", "monday to friday: 09:00-17:00", "mondays: 09:00-17:00"),
        Slip("standards.yaml", "monday to friday: 09:00-17:00", "monday to friday: nine to five"),
        Slip("door/stage.yaml", "protocol: 1", "protocol: 2"),
        Slip("door/stage.yaml", "outputs: {contact: case.contact}", "outputs: {contact: contact}"),
        Slip("door/stage.yaml", "rights: {source: true}", "rights: {source: maybe}"),
        Slip("door/stage.yaml", "type: integer, minimum: 1", "type: whole, minimum: 1"),
    ]

    @Test func aSlipIsSeenByTheEditorAsByTheCheck() async throws {
        let stages = try manifests()
        var files: [(FileSchema, String)] = []
        for (number, slip) in Self.slips.enumerated() {
            let before = try String(contentsOfFile: "\(bench.folder)/\(slip.file)", encoding: .utf8)
            try bench.change(slip.file, slip.old, slip.new)
            #expect(bench.check().contains { $0.severity == .error }, "casewire check: \(slip.testDescription)")
            let copy = "\(bench.folder)/slip-\(number).yaml"
            try FileManager.default.copyItem(atPath: "\(bench.folder)/\(slip.file)", toPath: copy)
            files.append((slip.schema, copy))
            try bench.write(slip.file, before)
        }
        let lines = try await errors(files, stages: stages)
        #expect(lines.count == Self.slips.count)
        for (slip, line) in zip(Self.slips, lines) {
            #expect(!line.hasPrefix("0 "), "the schema: \(slip.testDescription)")
        }
    }

    @Test func aVariableMayStandForAnything() async throws {
        try bench.change("pipeline.yaml", "name: small", "name: ${NAME:-small}\nlimits:\n  queue_depth: ${DEPTH:-9}")
        try bench.change("pipeline.yaml", "sqlite:var/casewire.db", "'${STORE:-sqlite:x.db}'")
        let lines = try await errors([(.pipeline, bench.folder + "/pipeline.yaml")], stages: try manifests())
        #expect(lines.first?.hasPrefix("0 ") == true, "\(lines)")
    }
}

/// Debian's `python3-jsonschema` and `python3-yaml`.
private enum SchemaValidator {
    static let isInstalled = ["jsonschema", "yaml"].allSatisfy {
        FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/\($0)")
    }
}
