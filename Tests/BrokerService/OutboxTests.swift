import Broker
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import BrokerService

/// What the broker is about to forget goes from the outboxes that it can reach.
@Suite struct OutboxTests {
    private let folder = NSTemporaryDirectory() + "/cw-outbox-\(UUID().uuidString.prefix(8))"

    private func clear(_ refs: [String], in folders: [String]) async throws -> Event {
        let told = Mutex<Event?>(nil)
        let outboxes = Outboxes(logger: Logger(label: "test")) { event in told.withLock { $0 = event } }
        outboxes.clear(OutboxClearing(cases: [7], refs: refs, folders: folders))
        return try await eventually("a word that it is done") { told.withLock { $0 } }
    }

    @Test func mailsGoThatAreAboutACaseAndNoOthers() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let hidden = Data("Your case CW-AAAAAAA is closed.".utf8).base64EncodedString()
        let mails = [
            "new/receipt": "Message-ID: <casewire.cw-aaaaaaa.1@x.example>\n\nThank you.",
            "new/encoded": "Subject: Hello\nContent-Transfer-Encoding: base64\n\n\(hidden)",
            "cur/digest:2,S": "Subject: Two need you\n\nCW-AAAAAAA, Ann\nCW-BBBBBBB, Bob",
            "new/another": "Subject: Yours [CW-BBBBBBB]\n\nHello.",
        ]
        for name in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        for (name, mail) in mails { try Data(mail.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
        guard case .cleared([7]) = try await clear(["CW-AAAAAAA"], in: [folder]) else {
            Issue.record("it says what is gone")
            return
        }
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder)
        #expect(left.sorted() == ["cur", "new", "new/another", "tmp"])
    }

    @Test func aFolderOfAnotherHostKeepsNothingFromBeingForgotten() async throws {
        guard case .cleared([7]) = try await clear(["CW-AAAAAAA"], in: [folder + "/elsewhere"]) else {
            Issue.record("it says so all the same")
            return
        }
    }
}
