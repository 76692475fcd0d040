import Foundation
import StageKit
import TestSupport
import Testing

@testable import intake

@Suite(.timeLimit(.minutes(1))) struct MaildirWatchTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("md-\(UUID().uuidString)").path

    private func put(_ name: String, _ text: String = "From: a@b.example\r\n\r\nhello\r\n") throws {
        for part in ["tmp", "new", "cur"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        try text.write(toFile: "\(folder)/new/\(name)", atomically: true, encoding: .utf8)
    }

    private func names(_ part: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []).sorted()
    }

    private func watching(_ desk: ScriptedDesk, _ body: () async throws -> Void) async throws {
        let watch = MaildirWatch(
            settings: MaildirSettings(name: "post", path: folder, every: 20),
            intake: RawIntake(desk: desk, logger: .silent, pauses: (.milliseconds(20), .milliseconds(20))),
            logger: .silent, largest: 1_000)
        let task = Task { try await watch.run() }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do { try await body() } catch {
            task.cancel()
            throw error
        }
        task.cancel()
        _ = await task.result
    }

    @Test func aMailLeavesNewOnlyWhenTheBrokerHasIt() async throws {
        let desk = ScriptedDesk()
        desk.set(.away)
        try put("1.a")
        try await watching(desk) {
            try put("2.b:2,F")
            #expect(names("cur").isEmpty)
            desk.set(.taking)
            _ = try await eventually("both are in cur", within: .seconds(20)) { names("cur").count == 2 ? true : nil }
            #expect(names("cur") == ["1.a:2,S", "2.b:2,F"])
            #expect(names("new").isEmpty)
        }
        #expect(desk.drafts.map(\.via) == ["maildir:post", "maildir:post"])
        #expect(desk.drafts.first?.raw == Array("From: a@b.example\r\n\r\nhello\r\n".utf8))
    }

    @Test func aFolderThatComesLaterIsReadThen() async throws {
        let desk = ScriptedDesk()
        try await watching(desk) {
            try await Task.sleep(for: .milliseconds(60))
            try put("1.a")
            _ = try await desk.takes(1)
        }
    }

    @Test func theSameFileReadAgainHasTheSameName() async throws {
        let desk = ScriptedDesk()
        try await watching(desk) {
            try put("1.a")
            _ = try await eventually("it is in cur", within: .seconds(20)) { names("cur").count == 1 ? true : nil }
            // As after a crash between the commit and the move.
            try put("1.a")
            _ = try await eventually("it is gone again", within: .seconds(20)) { names("new").isEmpty ? true : nil }
        }
        #expect(desk.drafts.count == 1)
    }

    @Test func whatIsTooLargeIsTakenByItsHeader() async throws {
        let desk = ScriptedDesk()
        try await watching(desk) {
            try put("1.a", "From: a@b.example\r\nSubject: big\r\n\r\n" + String(repeating: "x", count: 5_000))
            let draft = try #require(try await desk.takes(1).first)
            #expect(draft.media == RawMail.headersOnly)
            #expect(String(decoding: draft.raw ?? [], as: UTF8.self).hasPrefix("From: a@b.example\r\nSubject: big\r\n"))
            #expect((draft.raw ?? []).count < 100)
        }
    }
}
