import Foundation
import Pipeline
import TestSupport
import Testing

@testable import CasewireCommands

/// The shop's pipeline in a folder of its own, exported.
private struct Exporting {
    let folder: String
    let environment: [String: String]

    init(_ variables: [String: String] = [:], edit: (String) -> String = { $0 }) throws {
        folder = FileManager.default.temporaryDirectory.path + "/casewire-export-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["plugins", "knowledge", "templates", "training", "people.yaml", "standards.yaml"] {
            symlink(Places.project + "/" + name, folder + "/" + name)
        }
        let pipeline = try String(contentsOfFile: Places.project + "/pipeline.yaml", encoding: .utf8)
        try edit(pipeline).write(toFile: folder + "/pipeline.yaml", atomically: true, encoding: .utf8)
        environment = ["CASEWIRE_BIN": Places.executables, "CASEWIRE_VAR": folder + "/var"].merging(variables) { $1 }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func units(user: String = "casewire") throws -> [String: String] {
        let pipeline = try PipelineLoader.load(path: folder + "/pipeline.yaml", environment: environment)
        let names = try PipelineText(path: pipeline.config.path).variables
        let units = SystemdUnits(
            pipeline, user: user, casewire: Places.executables + "/casewire", environment: environment,
            variables: names.filter { environment[$0] != nil })
        return Dictionary(uniqueKeysWithValues: units.files.map { ($0.name, $0.text) })
    }

    func objects() throws -> KubernetesObjects {
        let pipeline = try PipelineLoader.load(
            path: folder + "/pipeline.yaml", environment: environment.merging(KubernetesObjects.variables) { $1 })
        return try KubernetesObjects(pipeline, text: PipelineText(path: pipeline.config.path), image: "shop:7")
    }

    /// Writes files to be looked at by another program.
    func write(_ files: [String: String]) throws -> [String] {
        try files.map { name, text in
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            return folder + "/" + name
        }.sorted()
    }
}

@Suite struct SystemdUnitsTests {
    /// What systemd itself says of the units.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
    func systemdFindsNothingWrongWithThem() async throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let paths = try exporting.write(try exporting.units())
        let units = paths.filter { $0.hasSuffix(".service") || $0.hasSuffix(".target") }
        #expect(units.count == 9)
        let path = ["PATH": "/usr/bin:/bin"]
        let verified = try await Command.run(
            "/usr/bin/systemd-analyze", ["verify", "--man=no"] + units, environment: path)
        #expect(verified.status == 0)
        #expect(verified.errors.isEmpty, "\(verified.errors)")
        for unit in units where unit.hasSuffix(".service") {
            // In tenths: 10 is wide open; 2.0 is what systemd calls OK.
            let exposed = try await Command.run(
                "/usr/bin/systemd-analyze", ["security", "--offline=true", "--threshold=20", unit], environment: path)
            #expect(exposed.status == 0, "\(exposed.output.suffix(200))")
        }
    }

    @Test func eachReplicaIsAnInstance() throws {
        let exporting = try Exporting {
            $0.replacing("stages/triage.sock", with: "").replacing("  triage:\n", with: "  triage:\n    replicas: 3\n")
        }
        defer { exporting.remove() }
        let units = try exporting.units()
        let target = try #require(units["casewire.target"])
        #expect(target.contains("casewire-triage@0.service casewire-triage@1.service casewire-triage@2.service"))
        let triage = try #require(units["casewire-triage@.service"])
        #expect(triage.contains("\nEnvironment=CASEWIRE_INSTANCE=triage-%i\n"))
        #expect(triage.contains("\nEnvironment=CASEWIRE_SOCKET=ipc://\(exporting.folder)/var/run/triage.sock\n"))
        #expect(
            units["casewire.tmpfiles"]?.contains("d \(exporting.folder)/var/run 0700 casewire casewire -\n") == true)
    }

    @Test func noSecretIsWrittenDown() throws {
        let exporting = try Exporting(["DESK_SECRET": "hunter2", "SMTP_PASSWORD": "hunter3"]) {
            $0.replacing("  # signature:", with: "  signature: ${DESK_SECRET} The people  #")
                .replacing("  triage:\n", with: "  triage:\n    environment: [SMTP_PASSWORD]\n")
        }
        defer { exporting.remove() }
        let units = try exporting.units()
        #expect(!units.values.contains { $0.contains("hunter") })
        let triage = try #require(units["casewire-triage@.service"])
        #expect(
            triage.contains(
                "# Lines NAME=value for SMTP_PASSWORD; mode 0600\nEnvironmentFile=\(exporting.folder)/triage.env\n"))
        #expect(units["casewire-broker.service"]?.contains("for DESK_SECRET; mode 0600") == true)
        #expect(units["casewire-intake@.service"]?.contains("EnvironmentFile") == false)
    }

    @Test func whatSystemdWouldReadOtherwiseIsQuoted() throws {
        let exporting = try Exporting {
            $0.replacing(
                "${CASEWIRE_BIN:-.build/release}/triage", with: "python3 'my triage.py' --cost $$5 --share 10%")
        }
        defer { exporting.remove() }
        let triage = try #require(try exporting.units()["casewire-triage@.service"])
        #expect(triage.contains("\nExecStart=python3 \"my triage.py\" --cost $$5 --share 10%%\n"))
    }

    @Test func aFolderOutsideThatAStageWorksOnMayBeWritten() throws {
        let exporting = try Exporting {
            $0.replacing(
                "      templates: templates\n      # mailboxes",
                with:
                    "      templates: templates\n      maildirs: [{name: post, path: /srv/mail/desk}]\n      # mailboxes"
            )
        }
        defer { exporting.remove() }
        let units = try exporting.units()
        #expect(
            units["casewire-intake@.service"]?.contains("ReadWritePaths=\(exporting.folder)/var /srv/mail/desk\n")
                == true)
        #expect(units["casewire-survey@.service"]?.contains("/srv/mail") == false)
    }
}

@Suite struct KubernetesObjectsTests {
    @Test func theClustersOwnSchemasTakeThem() async throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let manifests = try exporting.objects().manifests
        let paths = try exporting.write(Dictionary(uniqueKeysWithValues: manifests.map { ("k8s-" + $0.name, $0.text) }))
        let here = Places.project + "/Tests/Commands/Export/"
        func validate(_ paths: [String]) async throws -> Finished {
            try await Command.run(
                "/usr/bin/python3", [here + "validate.py", here + "kubernetes.json"] + paths,
                environment: ["PATH": "/usr/bin"])
        }
        let valid = try await validate(paths)
        #expect(valid.output == "11 objects\n", "\(valid.output)\(valid.errors)")
        // What is wrong is seen.
        let broker = try #require(manifests.first { $0.name == "broker.yaml" }).text
        let bad = try exporting.write([
            "bad.yaml": broker.replacing("replicas: 1", with: "replicas: one").replacing("ports:", with: "prots:")
        ])
        let invalid = try await validate(bad)
        #expect(invalid.status == 1)
        #expect(invalid.output.contains("spec/replicas: 'one' is not of type"))
        #expect(invalid.output.contains("'prots' was unexpected"))
    }

    @Test func theFileInTheClusterIsTheSameButForItsSockets() throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let objects = try exporting.objects()
        _ = try exporting.write(["moved.yaml": objects.text])
        let moved = try PipelineLoader.load(path: exporting.folder + "/moved.yaml", environment: exporting.environment)
        let own = try PipelineLoader.load(path: exporting.folder + "/pipeline.yaml", environment: exporting.environment)
        #expect(moved.config.stages.map(\.socket) == (7001...7006).map { "tcp://*:\($0)" })
        var back = moved.config
        back.path = own.config.path
        for index in back.stages.indices { back.stages[index].socket = own.config.stages[index].socket }
        #expect(back == own.config)
        let original = try String(contentsOfFile: own.config.path, encoding: .utf8)
        let lines = zip(
            objects.text.split(separator: "\n", omittingEmptySubsequences: false),
            original.split(separator: "\n", omittingEmptySubsequences: false))
        #expect(lines.count { $0 != $1 } == 6)
    }

    @Test func aStageHasItsOwnKeyAndNoOther() throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let objects = try exporting.objects()
        let triage = objects.stage(1)
        #expect(
            triage.contains(
                "items: [{key: triage.secret, path: triage.secret}, {key: broker.public, path: broker.public}]"))
        #expect(objects.stage(0).contains("{key: signing.key, path: signing.key}"))
        #expect(!objects.stage(0).contains("{key: triage.secret"))
        #expect(triage.contains("value: \"tcp://hearth-and-table-broker:7002\""))
        #expect(objects.broker.contains("{key: triage.public, path: triage.public}"))
        #expect(!objects.broker.contains("{key: triage.secret"))
    }

    @Test func theBrokerIsAskedByItsOwnHealthWhereItServesIt() throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let objects = try exporting.objects()
        #expect(objects.broker.contains("readinessProbe: {httpGet: {path: /ready, port: 9464}"))
        #expect(objects.network.contains("- ports: [{port: 9464}]"))
        let silent = try Exporting { $0.replacing("metrics: ${CASEWIRE_METRICS:-}", with: "") }
        defer { silent.remove() }
        #expect(
            try silent.objects().broker.contains("readinessProbe: {exec: {command: [\"/usr/lib/casewire/casewire\","))
    }

    @Test func whatWouldNotWorkIsSaid() throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let warnings = try exporting.objects().warnings
        #expect(warnings.contains { $0.hasPrefix("desk.web is http://0.0.0.0:8080") })
        #expect(warnings.contains { $0.hasPrefix("responder puts mails into an outbox that ends with its pod") })
        #expect(warnings.count == 2)
    }

    @Test func aSocketThatStandsByAnAliasIsNotMoved() throws {
        let exporting = try Exporting {
            $0.replacing(
                "socket: ipc://${CASEWIRE_VAR:-var}/run/intake.sock",
                with: "socket: &here ipc://${CASEWIRE_VAR:-var}/run/intake.sock"
            )
            .replacing("stages:\n", with: "stages:\n", maxReplacements: 1)
        }
        defer { exporting.remove() }
        let text = try PipelineText(path: exporting.folder + "/pipeline.yaml")
        #expect(throws: SocketCannotMove.self) { try text.moving(["intake": "tcp://*:1"]) }
        #expect(text.variables == ["CASEWIRE_BIN", "CASEWIRE_METRICS", "CASEWIRE_VAR", "CASEWIRE_WEB"])
    }

    @Test func theImageHoldsNoDataAndNoKeys() throws {
        let exporting = try Exporting()
        defer { exporting.remove() }
        let text = try exporting.objects().containerfile
        let copied = text.split(separator: "\n").filter { $0.hasPrefix("COPY [") }.map(String.init)
        #expect(copied.count == 7)
        #expect(copied.contains("COPY [\"knowledge\",\"/etc/casewire/knowledge\"]"))
        #expect(!copied.contains { $0.contains("var") || $0.contains("secrets") })
        #expect(!text.contains("python3"))
    }

    @Test func theImageHasWhatAStageInPythonRunsWith() throws {
        let exporting = try Exporting {
            $0.replacing("run: ${CASEWIRE_BIN:-.build/release}/triage", with: "run: python3 triage.py")
        }
        defer { exporting.remove() }
        #expect(try exporting.objects().containerfile.contains("ca-certificates python3 python3-zmq \\\n"))
    }
}
