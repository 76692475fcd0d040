import Foundation
import Testing

@testable import Mail

@Suite struct StorageTests {
    @Test func aMailIsDeliveredOnce() async throws {
        try await Fixtures.withFolder { folder in
            let maildir = Maildir(path: folder + "/box")
            #expect(try maildir.deliver([1, 2, 3], name: "one") == .delivered)
            #expect(try maildir.deliver([1, 2, 3], name: "one") == .alreadyThere)
            #expect(try maildir.mails().map(\.name) == ["one"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/box/tmp").isEmpty)
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/box")[.posixPermissions] as? Int
            #expect(mode == 0o700)
        }
    }

    @Test func whatAKilledWriterLeftGoesAfterADayAndAHalf() async throws {
        try await Fixtures.withFolder { folder in
            let maildir = Maildir(path: folder + "/box")
            try maildir.create()
            for (name, hours) in [("old", 37.0), ("young", 35.0)] {
                try Data([1]).write(to: URL(filePath: folder + "/box/tmp/\(name)"))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -hours * 3600)],
                    ofItemAtPath: folder + "/box/tmp/\(name)")
            }
            try maildir.removeAbandoned()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/box/tmp") == ["young"])
        }
    }

    @Test func aMailThatWasReadIsNotDeliveredAgain() async throws {
        try await Fixtures.withFolder { folder in
            let maildir = Maildir(path: folder + "/box")
            _ = try maildir.deliver([1], name: "one")
            try FileManager.default.moveItem(atPath: folder + "/box/new/one", toPath: folder + "/box/cur/one:2,S")
            #expect(try maildir.deliver([1], name: "one") == .alreadyThere)
            #expect(try maildir.mails().map(\.name) == ["one"])
        }
    }

    @Test func ofManyDeliveriesAtATimeOneWins() async throws {
        try await Fixtures.withFolder { folder in
            let maildir = Maildir(path: folder + "/box")
            let results = try await withThrowingTaskGroup(of: Maildir.Delivery.self) { group in
                for _ in 0..<16 {
                    group.addTask { try maildir.deliver(Array(repeating: 7, count: 10_000), name: "one") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.filter { $0 == .delivered }.count == 1)
        }
    }

    @Test(arguments: ["", ".", "../x", "a/b", "a:2,S", "a\nb"])
    func aNameCannotLeaveTheFolder(_ name: String) async throws {
        try await Fixtures.withFolder { folder in
            #expect(throws: MailError.self) { try Maildir(path: folder + "/box").deliver([1], name: name) }
        }
    }

    @Test func anMboxIsSplitAndUnescaped() async throws {
        try await Fixtures.withFolder { folder in
            let path = folder + "/in.mbox"
            let text =
                "From a@b Mon May  2 16:07:05 2005\nSubject: 1\n\n>From here\nFrom there\n\nFrom c@d x\nSubject: 2\n\n>>From\n>>From x\n"
            try Data(text.utf8).write(to: URL(filePath: path))
            var mails: [String] = []
            try Mbox.split(path: path) { mails.append(String(decoding: $0, as: UTF8.self)) }
            #expect(mails == ["Subject: 1\n\nFrom here\nFrom there\n", "Subject: 2\n\n>>From\n>From x\n"])
        }
    }

    @Test func aLargeMboxIsReadPieceByPiece() async throws {
        try await Fixtures.withFolder { folder in
            let path = folder + "/in.mbox"
            let body = String(repeating: "all work and no play\n", count: 500)
            let text = String(repeating: "From a@b x\nSubject: s\n\n\(body)\n", count: 300)
            try Data(text.utf8).write(to: URL(filePath: path))
            var limits = MailLimits()
            limits.bytes = 100
            var sizes: Set<Int> = []
            var count = 0
            try Mbox.split(path: path, limits: limits) { mail in
                sizes.insert(mail.count)
                count += 1
            }
            #expect(count == 300)
            #expect(sizes == [101])
        }
    }

    @Test func everyMailOfATreeIsFoundAndNothingElse() async throws {
        try await Fixtures.withFolder { folder in
            func write(_ name: String, _ text: String) throws {
                let file = URL(filePath: folder + "/" + name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            try write("a.eml", "anything")
            try write("a.json", "{}")
            try write("b.txt", "From: a@b.example\nSubject: x\n\ny")
            try write("c.txt", "Just words: not a mail\n")
            try write("COPYING", "The MIT License (MIT)\n\nPermission: granted")
            try write("box.mbox", "From a@b x\nSubject: 1\n\ny\n\nFrom a@b x\nSubject: 2\n\ny\n")
            try write("deep/er/plain", "Received: x\nFrom: a@b.example\n\ny")
            try write("empty.eml", "")
            _ = try Maildir(path: folder + "/maildir").deliver(Array("Subject: z\n\n".utf8), name: "m1")
            var names: [String] = []
            let skipped = try MailSource(path: folder).forEach { names.append($0.name) }
            #expect(names == ["a.eml", "b.txt", "box.mbox#1", "box.mbox#2", "deep/er/plain", "maildir/m1"])
            #expect(skipped.count == 4)
        }
    }

    @Test func theFixturesAreAllMails() throws {
        for folder in ["ruby-mail", "stalwart", "bounces"] {
            var count = 0
            let skipped = try MailSource(path: Fixtures.root.appending(path: folder).path).forEach { _ in count += 1 }
            #expect(skipped.isEmpty)
            #expect(count == (try Fixtures.names(folder).count))
        }
    }
}
