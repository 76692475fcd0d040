import Foundation
import StageProtocol
import TestSupport
import Testing

/// Every way in, with real servers and the whole pipeline behind them.
@Suite(.serialized, .timeLimit(.minutes(4))) struct WaysInTests {
    private func mail(_ number: Int, from: String = "ann@customer.example", _ headers: String = "") -> String {
        "From: \(from)\nTo: desk@hearth.example\nMessage-ID: <\(number)@customer.example>\nSubject: Order \(number)\n"
            + "Date: Sun, 22 Nov 2026 03:00:00 +0000\n\(headers)\nWhere is my order \(number)?\n"
    }

    private func settle(_ settings: String) -> (String) -> String {
        { $0.replacing("      web: ${CASEWIRE_WEB:-127.0.0.1:8080}        #", with: settings + "      web: \"\" #") }
    }

    private func way(_ via: String, in report: JSON) -> JSON? {
        report["ways"]?.array?.first { $0["via"]?.string == via }
    }

    @Test(.enabled(if: Dovecot.isInstalled)) func aMailboxIsReadThroughCrashesAndNothingIsLostOrDoubled() async throws {
        let dovecot = try await Dovecot()
        try "secret\n".write(toFile: dovecot.folder + "/password", atomically: true, encoding: .utf8)
        for number in 1...5 { try dovecot.deliver(mail(number), to: "desk") }
        try dovecot.deliver("Subject: nobody\n\nhello\n", to: "desk")
        let shop = try Shop(
            edit: settle(
                """
                      mailboxes:
                        - name: desk
                          url: imaps://localhost:\(dovecot.securePort)
                          certificates: \(dovecot.certificate)
                          user: desk
                          password_file: \(dovecot.folder)/password

                """))
        try await shop.open()
        _ = try await eventually("all are taken") {
            try await way("imap:desk", in: shop.intakeReport())?["received"] == 6 ? true : nil
        }
        try await shop.crash()
        for number in 6...8 { try dovecot.deliver(mail(number), to: "desk") }
        // What was written down is lost as well: all is read again, and known again.
        try FileManager.default.removeItem(atPath: shop.folder + "/var/mailboxes")
        try await shop.open()
        _ = try await eventually("the new ones are taken") {
            try await way("imap:desk", in: shop.intakeReport())?["received"] == 9 ? true : nil
        }
        try await shop.rest()
        let report = try await shop.intakeReport()
        let desk = try #require(way("imap:desk", in: report))
        #expect(report["reconciles"] == true && desk["reconciles"] == true)
        #expect(desk["opened"] == 8 && desk["parked"] == 1 && desk["duplicates"] == 0)
        _ = try await eventually("all are marked") {
            dovecot.files(of: "desk").count { $0.hasSuffix("S") } == 9 ? true : nil
        }
        try await shop.close()
    }

    @Test(.enabled(if: Postfix.isUsable)) func aMailServerKeepsMailWhileTheBrokerIsAwayAndItArrivesAfter() async throws
    {
        let port = Places.freePort()
        let shop = try Shop {
            $0.replacing(
                "    socket: ipc://${CASEWIRE_VAR:-var}/run/intake.sock\n",
                with: "    socket: tcp://127.0.0.1:\(port)\n    secure: none\n")
        }
        let postfix = try await Postfix(
            pipe: "\(Places.executables)/intake deliver --timeout 2 --socket tcp://127.0.0.1:\(port)")
        do {
            try await postfix.send(mail(1), from: "ann@customer.example", to: "desk@hearth.example")
            _ = try await eventually("it is put off: \(postfix.log)") {
                postfix.log.contains("status=deferred (temporary failure") ? true : nil
            }
            try await shop.open()
            _ = try await eventually("it is delivered: \(postfix.log)") {
                postfix.log.contains("status=sent") ? true : nil
            }
            _ = try await eventually("a case is open") { try await shop.cases().count == 1 ? true : nil }
            // The answer's signed address has a tag; the mail comes by that, too.
            let sent = try await eventually("the acknowledgment") { shop.outbox(to: "ann@customer.example").first }
            let reply = sent.replyTo.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
            #expect(reply.contains("+c."))
            try await postfix.send(
                mail(2, from: "ann@elsewhere.example"), from: "ann@elsewhere.example", to: String(reply))
            _ = try await eventually("it follows the case up") {
                try await shop.intakeReport()["followed_up"] == 1 ? true : nil
            }
            try await shop.close()
        } catch {
            try await postfix.stop()
            throw error
        }
        try await postfix.stop()
    }

    @Test func aMaildirIsWatchedAndParkedMailIsMendedReleasedAndDiscarded() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("post-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for part in ["tmp", "new", "cur"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        let shop = try Shop(
            edit: settle("      maildirs:\n        - {name: post, path: \(folder), every: 100 milliseconds}\n"))
        try mail(1).write(toFile: folder + "/new/1", atomically: true, encoding: .utf8)
        try mail(2, "Precedence: bulk\n").write(toFile: folder + "/new/2", atomically: true, encoding: .utf8)
        try "Subject: who am I\n\nMy lamp broke.\n".write(toFile: folder + "/new/3", atomically: true, encoding: .utf8)
        try mail(4, "Precedence: bulk\n").write(toFile: folder + "/new/4", atomically: true, encoding: .utf8)
        try await shop.open()
        let parked = try await eventually("three are parked") {
            let items = try await shop.json("parked", "list").array ?? []
            return items.count == 3 ? items : nil
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/cur").count == 4)
        func number(_ file: String) throws -> String {
            let item = parked.first { $0["name"]?.string?.hasSuffix(" \(file)") == true }
            return "\(try #require(item?["submission"]?.int))"
        }
        let shown = try await shop.casewire("parked", "show", try number("3"))
        #expect(shown.status == 0 && shown.output.contains("My lamp broke.") && shown.output.contains("no-sender"))
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        let mended = try await shop.json("parked", "mend", try number("3"), "--as", "bo@home.example", "--to", ref)
        #expect(mended["released"]?.array?.first?["state"] == "followed_up")
        let released = try await shop.json("parked", "release", try number("2"))
        #expect(released["released"]?.array?.first?["state"] == "opened")
        let discarded = try await shop.casewire("parked", "discard", try number("4"), "--reason", "a newsletter")
        #expect(discarded.status == 0, "\(discarded.errors)")
        let story = try await shop.casewire("case", ref)
        #expect(story.output.contains("let in by hand after it was parked") && story.output.contains("bo@home.example"))
        let report = try await shop.intakeReport()
        #expect(report["reconciles"] == true)
        #expect(way("maildir:post", in: report)?["discarded"] == 1)
        #expect(try await shop.json("parked").array?.isEmpty == true)
        try await shop.close()
    }

    @Test func oldConversationsComeInWithoutAWordToAnybodyAndGoOnAfterAKill() async throws {
        let shop = try Shop()
        let count = 600
        let letters = (1...count).map { number -> String in
            let thread = number % 3 == 0 ? "In-Reply-To: <\(number - 1)@customer.example>\n" : ""
            let from = number % 3 == 0 ? "desk@hearth.example" : "c\(number)@customer.example"
            let to = number % 3 == 0 ? "c\(number - 1)@customer.example" : "desk@hearth.example"
            return
                "From x Thu Jan  1 00:00:00 1970\nFrom: \(from)\nTo: \(to)\nMessage-ID: <\(number)@customer.example>\n"
                + "Subject: Old \(number)\nDate: Fri, 1 Mar 2019 10:00:00 +0000\n\(thread)\nHello \(number)\n\n"
        }
        try letters.joined().write(toFile: shop.folder + "/old.mbox", atomically: true, encoding: .utf8)
        try await shop.open()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Places.executables + "/casewire")
        process.arguments = ["import", shop.folder + "/old.mbox"]
        process.environment = shop.environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        _ = try await eventually("some are in") {
            try await (shop.intakeReport()["received"]?.int ?? 0) > 50 ? true : nil
        }
        kill(process.processIdentifier, SIGKILL)
        let done = try await shop.json("import", shop.folder + "/old.mbox")
        #expect(done["read"] == .int(Int64(count)))
        try await shop.rest()
        let report = try await shop.intakeReport()
        #expect(report["received"] == .int(Int64(count)))
        #expect(report["opened"] == .int(Int64(count * 2 / 3)) && report["followed_up"] == .int(Int64(count / 3)))
        let status = try await shop.json("status")
        #expect(status["cases"] == ["open": 0, "resolved": .int(Int64(count * 2 / 3))])
        // Nothing waits and nothing ever will: no timer, no text, no mail.
        #expect(status["scheduled"] == 0 && status["waiting"] == 0)
        #expect(shop.outboxCount == 0)
        // Its customer writes on today, and is answered.
        _ = try await shop.deliver(
            mail(9_001, from: "c2@customer.example", "In-Reply-To: <3@customer.example>\n"))
        _ = try await eventually("the acknowledgment") { shop.outbox(to: "c2@customer.example").first }
        let open = try #require(try await shop.json("cases", "--status", "open").array?.first)
        #expect(open["linked"]?.string?.hasPrefix("CW-") == true)
        #expect(shop.outbox(to: "customer.example").allSatisfy { $0.to.contains("c2@customer.example") })
        let check = try await shop.casewire("store", "check")
        #expect(check.status == 0, "\(check.output)")
        try await shop.close()
    }
}
