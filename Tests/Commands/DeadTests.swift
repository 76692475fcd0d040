import ArgumentParser
import Foundation
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct DeadTests {
    private let letter: JSON = [
        "id": 7, "stage": "triage", "type": "case.contact", "ref": "CW-1", "error": "broken: no model could be read",
    ]

    @Test(arguments: [
        ([], true), (["--stage", "triage"], true), (["--stage", "survey"], false), (["--case", "cw-1"], true),
        (["--error", "no model"], true), (["--stage", "triage", "--type", "case.late"], false),
    ]) func allThatIsSaidMustFit(arguments: [String], expected: Bool) throws {
        #expect(try LetterFilter.parse(arguments).fits(letter) == expected)
    }

    @Test func lettersAreNamedInOneWay() throws {
        for wrong in [[], ["7", "--all"], ["7", "--stage", "triage"], ["--all", "--type", "case.contact"]] {
            #expect(throws: (any Error).self) { try DeadCommand.Replay.parse(wrong) }
        }
        for right in [["7", "8"], ["--all"], ["--error", "no model", "--stage", "triage"]] {
            #expect(throws: Never.self) { try DeadCommand.Replay.parse(right) }
        }
    }

    @Test func mendedDataIsReadFromAFileThatHoldsOneValue() throws {
        let path = NSTemporaryDirectory() + "casewire-letter-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(#"{"words": "mended"}"#.utf8).write(to: URL(filePath: path))
        #expect(try Editing.read(path) == ["words": "mended"])
        try Data("{".utf8).write(to: URL(filePath: path))
        let failure = #expect(throws: CommandFailure.self) { try Editing.read(path) }
        #expect(failure?.code == .data && failure?.message.hasPrefix(path) == true)
        try Data("{\n  \"words\" \"mended\"}".utf8).write(to: URL(filePath: path))
        let broken = #expect(throws: CommandFailure.self) { try Editing.read(path) }
        #expect(broken?.message == "\(path) does not hold one JSON value: line 2, column 11: expected \":\"")
    }
}
