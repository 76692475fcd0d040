import Foundation
import Pipeline
import StageProtocol
import TestSupport
import Testing

/// `casewire test`, and the shop's own scenarios: each of them is a test by its name.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ScenarioTests {
    private func casewire(_ arguments: String...) async throws -> Finished {
        var environment = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LANG"].contains($0.key) }
        environment["CASEWIRE_BIN"] = Places.executables
        environment["CASEWIRE_PIPELINE"] = Places.project + "/pipeline.yaml"
        return try await Command.run(Places.executables + "/casewire", ["test"] + arguments, environment: environment)
    }

    /// Runs one test that is written here.
    private func run(_ text: String, format: String = "text") async throws -> Finished {
        let path = "/tmp/cw-test-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await casewire(path, "--format", format)
    }

    @Test func theShopKeepsItsStandards() async throws {
        let finished = try await casewire("--format", "json", "--keep")
        let played = Self.played(finished.errors)
        defer { for folder in played.values { try? FileManager.default.removeItem(atPath: folder) } }
        let report = try JSON(bytes: Array(finished.output.utf8))
        let tests = report["tests"]?.array ?? []
        for test in tests where test["passes"] != true {
            let name = test["name"]?.string ?? ""
            let failures = test["failures"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
            Issue.record("\(test["file"]?.string ?? ""): \(name): \(failures)")
        }
        #expect(finished.status == 0, "\(finished.errors)")
        // Every standard that is kept by now has one that reads like it.
        let standards = try await Command.run(
            Places.executables + "/casewire",
            ["standards", "--format", "json", "--pipeline", Places.project + "/pipeline.yaml"],
            environment: ["PATH": "/usr/bin:/bin"])
        let all =
            try JSON(bytes: Array(standards.output.utf8))["standards"]?.array?.compactMap { $0["id"]?.string } ?? []
        let shown = Set(tests.compactMap { $0["standard"]?.string })
        #expect(!all.isEmpty)
        #expect(Set(all).subtracting(shown) == [])
        try await hold(played)
    }

    /// What is reported of all that was played is what the journals say, each by itself.
    private func hold(_ played: [String: String]) async throws {
        #expect(!played.isEmpty)
        let pipeline = try PipelineLoader.load(path: Places.project + "/pipeline.yaml", environment: [:])
        for (name, folder) in played.sorted(by: { $0.key < $1.key }) {
            let path = folder + "/var/casewire.db"
            try await JournalCounts(store: path).hold(reportsOn: path, by: pipeline.standards, name)
        }
    }

    /// The folder in which each file was played, by what is told with `--keep`.
    private static func played(_ errors: String) -> [String: String] {
        let told = errors.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.components(separatedBy: " is played in ")
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(told, uniquingKeysWith: { $1 })
    }

    /// A triage that has read everything, so that nothing has to be learned.
    private let standIn = """
        stand_ins:
          triage:
            case.contact:
              set: {understanding: &found {heard: 1, topic: return, confidence: 0.9, alternatives: [], mood: calm,
                strength: 0.0, language: en, asks: [], safety: [], satisfied: false, wants_person: true, evidence: []}}
              emit: {understood: *found}
        """

    @Test func aStandInTakesTheHeadOfAStage() async throws {
        let finished = try await run(
            """
            name: A person is wanted
            start: 2026-03-02 10:00
            when:
              - mail: {from: ann@example.net, subject: Hello, text: Hello.}
            expect:
              - {text: nora, kind: staff-notice, within: 1 minute, contains: the customer asks for a person}
              - {case: customer, sections: {understanding.wants_person: true}}
            \(standIn)
            """)
        #expect(finished.status == 0, "\(finished.output)\(finished.errors)")
    }

    @Test func aTestThatIsNotMetSaysWhatWasExpectedAndWhatCameNearest() async throws {
        let finished = try await run(
            """
            name: Far too much
            start: 2026-03-02 10:00
            until: 2026-03-02 10:05
            when:
              - mail: {from: ann@example.net, subject: Hello, text: Hello.}
            expect:
              - {text: customer, kind: acknowledgment, contains: a free set of spoons}
            \(standIn)
            """)
        #expect(finished.status == 1)
        for words in [
            "broken  Far too much",
            ".yaml:7:5: expected acknowledgment to a customer, containing “a free set of spoons”",
            "nearest: acknowledgment to ann@example.net, Mon 2 Mar 10:00:00",
            "but it does not contain “a free set of spoons”",
            "Mon 2 Mar 10:00:00  said  acknowledgment, to ann@example.net",
            "1 test in",
        ] { #expect(finished.output.contains(words), "\(words)\n\(finished.output)") }
    }

    @Test func aMessageWithoutAnAnswerOfTheStandInIsSetAsideAndFails() async throws {
        let finished = try await run(
            """
            name: Nothing is understood
            start: 2026-03-02 10:00
            when:
              - mail: {from: ann@example.net, subject: Hello, text: Hello.}
            expect:
              - {text: customer, kind: acknowledgment}
            stand_ins: {triage: {}}
            """)
        #expect(finished.status == 1)
        #expect(finished.output.contains("expected that nothing is set aside"), "\(finished.output)")
        #expect(finished.output.contains("triage could not work case.contact"), "\(finished.output)")
    }

    /// Two are called for a person. The mails that tell of these dead letters die as well, and are told of by none.
    @Test func aVoiceThatCanWorkNoMailBringsAboutNoEndlessRowOfThem() async throws {
        let finished = try await run(
            """
            name: Nobody can be written to
            start: 2026-03-02 10:00
            until: 2026-03-02 10:05
            when:
              - mail: {from: ann@example.net, subject: Hello, text: Hello.}
            expect:
              - {case: customer, noted: [responder could not work say.proposed]}
            dead: 4
            \(standIn)
              responder:
                case.contact:
                case.assigned:
                case.understood:
                say.proposed: {fail: nothing can be said}
            """)
        #expect(finished.status == 0, "\(finished.output)\(finished.errors)")
    }

    @Test func aFileThatIsWrongIsToldByItsPlaceAndNothingIsRun() async throws {
        let finished = try await run("name: Wrong\nstart: 2026-03-02 10:00\nwhen: []\nexpct: []\n")
        #expect(finished.status == 78)
        #expect(finished.errors.contains(":4:1: error: unknown key \"expct\" in a test; did you mean \"expect\"?"))
        #expect(finished.output.isEmpty)
        let told = try await run("name: Wrong\nstart: 2026-03-02 10:00\nwhen: []\nexpct: []\n", format: "json")
        #expect(told.status == 78)
        #expect(try JSON(bytes: Array(told.output.utf8))["diagnostics"]?.array?.isEmpty == false)
    }

    @Test func theExamplesOfTheManualAreKept() async throws {
        let manual = try String(contentsOfFile: Places.project + "/docs/testing.md", encoding: .utf8)
        let blocks = manual.components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        let whole = blocks.filter { $0.hasPrefix("name:") }
        #expect(whole.count >= 2)
        let folder = "/tmp/cw-manual-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (number, text) in whole.enumerated() {
            try text.write(toFile: "\(folder)/\(number).yaml", atomically: true, encoding: .utf8)
        }
        let finished = try await casewire(folder)
        #expect(finished.status == 0, "\(finished.output)\(finished.errors)")
    }
}
