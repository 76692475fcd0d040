import Foundation
import IMAP
import StageKit
import TestSupport
import Testing

@testable import intake

@Suite struct ProgressTests {
    private func progress(_ validity: UInt32, taken: [UID]) -> MailboxProgress {
        var progress = MailboxProgress()
        _ = progress.begin(.init(validity: validity, next: nil))
        for uid in taken { progress.take(uid) }
        return progress
    }

    @Test func whatWasTakenIsNotWantedAgain() {
        #expect(progress(7, taken: [1, 2, 4]).wanted([5, 4, 3, 2, 1, 5]) == [3, 5])
    }

    @Test func newNumbersMakeAllWantedAgain() {
        var progress = progress(7, taken: [1, 2])
        let isNew = progress.begin(.init(validity: 8, next: 3))
        #expect(isNew)
        #expect(progress.wanted([1, 2]) == [1, 2])
    }

    @Test func aServerThatCountsAnewInSilenceIsNoticed() {
        var progress = progress(7, taken: [1, 2, 3])
        let isNew = progress.begin(.init(validity: 7, next: 3))
        #expect(isNew)
        #expect(progress.wanted([1, 2]) == [1, 2])
    }

    @Test func theSameFolderGoesOnWhereItWas() {
        var progress = progress(7, taken: [1, 2, 3])
        let isNew = progress.begin(.init(validity: 7, next: 4))
        #expect(!isNew)
        #expect(progress.wanted([2, 3, 4]) == [4])
    }

    @Test func itIsReadFromItsFileAsItWasWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("progress-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = ProgressFile(folder: folder, name: "desk@hearth.example/../INBOX")
        #expect(file.read() == MailboxProgress())
        let progress = progress(7, taken: [1, 2, 9])
        file.write(progress, .silent)
        #expect(file.read() == progress)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
        for rubbish in ["", "x", "7 1:", "7 1 2", "\u{0}"] {
            try rubbish.write(toFile: file.path, atomically: true, encoding: .utf8)
            #expect(file.read() == MailboxProgress(), "\(rubbish)")
        }
    }

    @Test func pausesDoubleUpToTheLongestAndStartAnew() {
        var backOff = BackOff(first: .seconds(1), longest: .seconds(8)), randomness = Seeded(seed: 3)
        let pauses = (0..<40).map { _ in backOff.next(using: &randomness) }
        for (pause, most) in zip(pauses, [1, 2, 4, 8, 8, 8]) {
            #expect(pause <= .seconds(most) && pause >= .seconds(most) * 0.75)
        }
        #expect(pauses.allSatisfy { $0 <= .seconds(8) })
        backOff.reset()
        #expect(backOff.next(using: &randomness) <= .seconds(1))
    }
}
