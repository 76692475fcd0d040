import Casework
import Foundation
import Pipeline
import StageProtocol
import TestSupport
import Testing

@testable import CasewireCommands

/// What `casewire check` finds beyond the YAML files, told where the operator wrote it.
@Suite final class FurtherCheckTests {
    private let folder = "/tmp/casewire-check-\(UInt64.random(in: .min ... .max))"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["plugins", "standards.yaml", "knowledge", "templates", "training"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)", withDestinationPath: "\(Places.project)/\(name)")
        }
        for name in ["pipeline.yaml", "people.yaml"] { try change(name) { $0 } }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes a file of the shop, changed, into the folder.
    private func change(_ name: String, _ change: (String) -> String) throws {
        let text = try String(contentsOfFile: "\(Places.project)/\(name)", encoding: .utf8)
        try change(text).write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    private func draft() throws -> PipelineDraft {
        let path = folder + "/pipeline.yaml"
        return try #require(PipelineCheck.check(path: path, environment: ["CASEWIRE_VAR": folder + "/var"]).draft)
    }

    @Test func theShopsTopicsAreThoseThatTriageLearns() throws {
        #expect(try TopicCheck.diagnostics(draft()).isEmpty)
    }

    @Test func aTopicThatTriageDoesNotTellIsToldWithTheNearestOne() throws {
        try change("people.yaml") {
            $0.replacing("[refund-status, payment", with: "[refund-staus, payment")
                + "\nladders: {opera: [[priya]]}\n"
        }
        let found = try TopicCheck.diagnostics(draft())
        #expect(
            found.map(\.message) == [
                "triage tells no topic \"refund-staus\"; did you mean \"refund-status\"?",
                "triage tells no topic \"opera\"",
            ])
        #expect(
            found.allSatisfy { $0.severity == .warning && $0.place.file.hasSuffix("people.yaml") && $0.place.line > 1 })
    }

    @Test func aKeyThatIsMissingIsToldAtTheSocketThatItOpens() throws {
        try change("pipeline.yaml") {
            $0.replacing("ipc://${CASEWIRE_VAR:-var}/run/triage.sock", with: "tcp://127.0.0.1:5571")
        }
        let found = try KeyCheck.diagnostics(draft())
        #expect(found.count == 2)
        for problem in found {
            #expect(problem.message.hasPrefix("the socket of triage is opened by keys, and "))
            #expect(problem.place.source == "    socket: tcp://127.0.0.1:5571" && problem.place.column == 13)
        }
    }

    @Test func aFolderOfTextsThatIsNotThereIsSaidInWords() throws {
        let stage = #expect(throws: (any Error).self) { try TemplateCatalog(folder: folder + "/none") }
        #expect(
            "\(try #require(stage))".hasPrefix(
                "the templates folder \(folder)/none cannot be read: there is no such folder. The setting"))
        // The check tells it at the setting, and not a second time here.
        try change("pipeline.yaml") { $0.replacing("templates: templates", with: "templates: none") }
        #expect(try TemplateCheck.diagnostics(draft().config).isEmpty)
    }

    @Test func allThatIsWrongWithTheTextsIsToldWhereItStands() throws {
        try FileManager.default.removeItem(atPath: folder + "/templates")
        try FileManager.default.copyItem(atPath: Places.project + "/templates", toPath: folder + "/templates")
        #expect(try TemplateCheck.diagnostics(draft().config).isEmpty)
        let thanks = "Subject: Thank you {{nme}}\n\nHello {{nam}},\n  {{#news}}\n\n{{nam}}: it is your fault.\n"
        try thanks.write(toFile: folder + "/templates/en/thanks.txt", atomically: true, encoding: .utf8)
        let path = folder + "/templates/en/opening.txt"
        let opening = try String(contentsOfFile: path, encoding: .utf8)
        try opening.replacing("{{#angry}}\n", with: "{{#angry}}\nThat is your fault.\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let found = try TemplateCheck.diagnostics(draft().config)
        #expect(
            found.filter { !$0.message.hasPrefix("no customer") }.map {
                "\($0.place)".replacing(folder + "/templates/en/", with: "")
            } == ["thanks.txt:1:20", "thanks.txt:3:7", "thanks.txt:4:3", "thanks.txt:6:1"], "\(found)")
        let refused = found.filter { $0.message.hasPrefix("no customer would get this text: blame-customer") }
        // What many templates bring in is told once.
        #expect(refused.map(\.place.line) == [3, 6], "\(refused)")
        #expect(refused.map(\.place.source) == ["That is your fault.", "{{nam}}: it is your fault."], "\(refused)")
        #expect(refused.allSatisfy { $0.place.column > 1 || $0.message.contains("That is") }, "\(refused)")
    }

    /// Each route of the shop, then each stage of a route: what is sent and what is waited for both count.
    @Test func whateverRouteIsTakenAwayIsTold() throws {
        let lines = try String(contentsOfFile: "\(Places.project)/pipeline.yaml", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var isRoute = false
        var routes = 0
        for (number, line) in lines.enumerated() {
            if line.prefix(5).count(where: { $0 == " " }) == 4 { isRoute = line == "    outputs:" }
            guard isRoute, line.hasPrefix("      ") else { continue }
            routes += 1
            let words = line.split { !$0.isLetter }.map(String.init)
            try change("pipeline.yaml") { _ in
                lines[..<number].joined(separator: "\n") + "\n" + lines[(number + 1)...].joined(separator: "\n")
            }
            let found = try diagnostics()
            #expect(found.contains { $0.code == .unroutedOutput && $0.message.contains("\"\(words[0])\"") }, "\(line)")
            guard words.count > 2 else { continue }
            for target in words.dropFirst() {
                let rest = words.dropFirst().filter { $0 != target }.joined(separator: ", ")
                try change("pipeline.yaml") { $0.replacing(line, with: "      \(words[0]): [\(rest)]") }
                let found = try diagnostics()
                #expect(found.contains { $0.code == .nothingSent && $0.message.hasSuffix(" to \(target)") }, "\(line)")
            }
        }
        #expect(routes > 15)
    }

    private func diagnostics() throws -> [Diagnostic] {
        PipelineCheck.check(path: folder + "/pipeline.yaml", environment: [:]).diagnostics
    }

    @Test func twoWaysInOfOneNameAreTold() throws {
        try change("pipeline.yaml") {
            $0.replacing(
                "      progress:",
                with: """
                          mailboxes: [{name: desk, url: "imaps://mail.example", user: desk, password_file: people.yaml}]
                          maildirs: [{name: desk, path: /srv/mail}]
                          progress:
                    """)
        }
        #expect(
            try diagnostics().filter { $0.code == .badValue }.map(\.message) == [
                "another entry of \"mailboxes\" or \"maildirs\" has the name \"desk\" already"
            ])
    }

    @Test func aLanguageOfPagesWithoutTextsIsTold() throws {
        try change("pipeline.yaml") {
            $0.replacing("      progress:", with: "      languages: [en, it]\n      progress:")
        }
        let found = try TemplateCheck.diagnostics(draft().config)
        #expect(found.map(\.place.file) == [folder + "/templates/it/pages.txt"])
        #expect(
            found.map(\.message) == [
                "is missing, and pages are to be in this language; there are texts in de, en, es, fr"
            ]
        )
    }

    @Test func examplesThatNothingCanBeLearnedFromAreTold() throws {
        try change("pipeline.yaml") { $0.replacing("training/topics.csv", with: "topics.csv") }
        for (text, said) in [
            (
                "text,category\none, two,order\n",
                "topics.csv:2: 3 fields where the header has 2; put quotes around a text"
            ),
            ("text,category\nWhere is it?,order\n", "1 categories in 1 examples; a model needs at least two"),
        ] {
            try text.write(toFile: folder + "/topics.csv", atomically: true, encoding: .utf8)
            let found = try TopicCheck.diagnostics(draft()).filter { $0.code == .badExamples }
            #expect(found.map(\.place.file) == [folder + "/topics.csv"] && found.allSatisfy { $0.severity == .error })
            #expect(found.first?.message.hasPrefix("triage can learn no topics from it: \(said)") == true, "\(found)")
        }
    }

    @Test(arguments: ["büro@hearth.example", "desk@hearth..example"])
    func anAddressThatTheDeskCannotWriteFromIsTold(address: String) throws {
        #expect(try AddressCheck.diagnostics(draft()).isEmpty)
        try change("pipeline.yaml") { $0.replacing("address: desk@hearth.example", with: "address: \(address)") }
        let found = try AddressCheck.diagnostics(draft())
        #expect(found.map(\.message) == ["\(address) is no address that the desk can write from"])
        #expect(found.first?.place.source == "  address: \(address)")
    }

    @Test func aSigningKeyThatIsNoneIsToldAndOneThatIsYetToBeMadeIsNot() throws {
        let keys = folder + "/var/keys"
        #expect(try KeyCheck.diagnostics(draft()).isEmpty)
        try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
        try "short".write(toFile: keys + "/signing.key", atomically: true, encoding: .utf8)
        #expect(
            try KeyCheck.diagnostics(draft()).map(\.message) == [
                "signing key \(keys)/signing.key holds 5 bytes; a signing key has 32"
            ])
        try change("pipeline.yaml") {
            $0.replacing("key: ${CASEWIRE_VAR:-var}/keys/signing.key", with: "key: elsewhere.key")
        }
        #expect(try KeyCheck.diagnostics(draft()).map(\.place.file) == [folder + "/elsewhere.key"])
    }

    /// Whichever check finds it, the operator reads of the same file under the same name.
    @Test(arguments: ["pipeline.yaml", "./shop/../pipeline.yaml", "/pipeline.yaml"])
    func everyFileIsToldByTheWayInWhichThePipelineWasNamed(given: String) async throws {
        for (name, broken) in [("templates", "templates/en/answer.txt"), ("knowledge", "knowledge/broken.md")] {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            try FileManager.default.copyItem(atPath: "\(Places.project)/\(name)", toPath: "\(folder)/\(name)")
            try "nothing of the kind {{\n".write(toFile: "\(folder)/\(broken)", atomically: true, encoding: .utf8)
        }
        try FileManager.default.createDirectory(atPath: folder + "/shop", withIntermediateDirectories: true)
        try change("people.yaml") { $0.replacing("role:", with: "rle:") }
        let path = given.hasPrefix("/") ? folder + given : given
        let finished = try await Command.run(
            "/usr/bin/env",
            ["-C", folder, Places.executables + "/casewire", "check", "--format", "json", "--pipeline", path],
            environment: ["PATH": "/usr/bin:/bin", "CASEWIRE_BIN": Places.executables])
        let found = try JSON(bytes: Array(finished.output.utf8))["diagnostics"]?.array ?? []
        let files = Set(found.compactMap { $0["place"]?["file"]?.string })
        let beside = path.dropLast("pipeline.yaml".count)
        #expect(files == ["\(beside)people.yaml", "\(beside)templates/en/answer.txt", "\(beside)knowledge/broken.md"])
        #expect(finished.status == 78)
    }
}
