import Foundation
import StageKit
import TestSupport
import Testing

@testable import intake

/// A mailbox of a real server.
@Suite(.enabled(if: Dovecot.isInstalled), .timeLimit(.minutes(2))) struct DovecotWatchTests {
    private func mail(_ number: Int) -> String {
        "From: ann@customer.example\nMessage-ID: <\(number)@customer.example>\nSubject: \(number)\n\nHello\n"
    }

    private func seen(_ dovecot: Dovecot) -> Int { dovecot.files(of: "desk").count { $0.hasSuffix("S") } }

    @Test func mailThatIsThereAndMailThatComesIsTakenOnceAndMarked() async throws {
        let dovecot = try await Dovecot(), desk = ScriptedDesk()
        for number in 1...20 { try dovecot.deliver(mail(number), to: "desk", name: "\(number)") }
        let hint = ProgressFile(folder: dovecot.folder + "/progress", name: "desk")
        let settings = MailboxSettings.loopback(port: Int(dovecot.port), wait: .idle)
        try await watching(settings, port: Int(dovecot.port), desk, hint: hint) {
            _ = try await desk.takes(20)
            try dovecot.deliver(mail(21), to: "desk")
            _ = try await desk.takes(21)
            _ = try await eventually("all are marked", within: .seconds(20)) { seen(dovecot) == 21 ? true : nil }
            _ = try await eventually("that is written down", within: .seconds(20)) {
                hint.read().wanted(Array(1...22)) == [22] ? true : nil
            }
        }
        // Another process, with and without what it wrote down: nothing is taken twice.
        for hint in [hint, nil] {
            try await watching(settings, port: Int(dovecot.port), desk, hint: hint) {
                try dovecot.deliver(mail(desk.drafts.count + 1), to: "desk")
                _ = try await desk.takes(desk.drafts.count + 1)
            }
        }
        #expect(desk.drafts.count == 23)
        #expect(Set(desk.drafts.map(\.id)).count == 23)
    }

    @Test func itComesBackAfterTheServerWasAwayAndItsMailsExpungedAndRenumbered() async throws {
        let dovecot = try await Dovecot(), desk = ScriptedDesk()
        for number in 1...3 { try dovecot.deliver(mail(number), to: "desk", name: "\(number)") }
        try await watching(.loopback(port: Int(dovecot.port), whenTaken: .leave), port: Int(dovecot.port), desk) {
            _ = try await desk.takes(3)
            dovecot.expunge("desk") { $0.hasPrefix("2") }
            try dovecot.deliver(mail(4), to: "desk", name: "4")
            _ = try await desk.takes(4)
            try await dovecot.stop()
            dovecot.renumber("desk")
            try dovecot.deliver(mail(5), to: "desk", name: "5")
            // UIDVALIDITY is made of the second.
            try await Task.sleep(for: .seconds(1.1))
            try await dovecot.start()
            let drafts = try await desk.takes(8)
            // 1, 3 and 4 came a second time, under other names and with the same content: the broker sees duplicates.
            #expect(drafts.count == 8)
            #expect(Set(drafts.map(\.id)).count == 8)
            #expect(Set(drafts.compactMap(\.raw)).count == 5)
        }
        #expect(seen(dovecot) == 0)
    }

    @Test func mailsAreMovedWhereTheSettingsSay() async throws {
        let dovecot = try await Dovecot(), desk = ScriptedDesk()
        for number in 1...3 { try dovecot.deliver(mail(number), to: "desk", name: "\(number)") }
        let settings = MailboxSettings.loopback(port: Int(dovecot.port), whenTaken: .move, moveTo: "Taken")
        try await watching(settings, port: Int(dovecot.port), desk) {
            // A server puts a mail there before it takes it out here.
            _ = try await eventually("all are moved", within: .seconds(20)) {
                dovecot.files(of: "desk", folder: "Taken").count == 3 && dovecot.files(of: "desk").isEmpty ? true : nil
            }
        }
        #expect(desk.drafts.count == 3)
    }
}
