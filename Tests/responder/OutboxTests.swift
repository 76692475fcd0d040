import Foundation
import Mail
import StageKit
import Testing

@testable import responder

@Suite struct OutboxTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)/out").path

    private func outbox() throws -> Outbox {
        try Outbox(
            Settings(
                knowledge: "", templates: "", outbox: path, key: "",
                desk: .init(name: "Desk", address: "desk@hearth.example")))
    }

    private func put(_ name: String, into outbox: Outbox) async throws -> HandedOver {
        try await outbox.send(
            Array("Subject: x\r\n\r\nHello\r\n".utf8), name: name, from: "desk@hearth.example",
            to: ["ann@example.com"], inDoubt: false)
    }

    @Test func aMailThatIsPutTwiceLiesThereOnce() async throws {
        let outbox = try outbox()
        let first = try await put("3.a@hearth.example", into: outbox)
        let second = try await put("3.a@hearth.example", into: outbox)
        #expect(first.sent && second.sent)
        #expect(second.detail.contains("earlier attempt"))
        #expect(try Maildir(path: path).mails().count == 1)
    }

    @Test func aMailThatWasReadMeanwhileIsNotPutAgain() async throws {
        let outbox = try outbox()
        _ = try await put("3.a@hearth.example", into: outbox)
        try FileManager.default.moveItem(
            atPath: path + "/new/3.a@hearth.example", toPath: path + "/cur/3.a@hearth.example:2,S")
        _ = try await put("3.a@hearth.example", into: outbox)
        #expect(try Maildir(path: path).mails().count == 1)
    }

    @Test func anOutboxThatCannotBeWrittenIsTriedAgain() async throws {
        let outbox = try outbox()
        try FileManager.default.removeItem(atPath: path)
        try Data().write(to: URL(fileURLWithPath: path))
        let error = await #expect(throws: StageFailure.self) { try await put("3.a@hearth.example", into: outbox) }
        #expect(error?.kind == .retry)
    }

    @Test func aServerThatIsNamedWronglyStopsTheStart() throws {
        var settings = Settings(
            knowledge: "", templates: "", outbox: path, key: "",
            desk: .init(name: "Desk", address: "desk@hearth.example"))
        settings.smtp = .init(url: "http://mail.hearth.example")
        #expect(throws: StageFailure.self) { try Outbox(settings) }
        settings.smtp = .init(url: "smtp://mail.hearth.example:587", user: "desk", password_file: path + "/none")
        let error = #expect(throws: StageFailure.self) { try Outbox(settings) }
        #expect(error?.message.contains("password file") == true)
    }
}
