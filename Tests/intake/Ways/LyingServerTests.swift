import StageKit
import TestSupport
import Testing

@testable import intake

/// What a server may say, and a mailbox is read all the same.
@Suite(.timeLimit(.minutes(1))) struct LyingServerTests {
    private func mail(_ number: Int) -> String { "From: ann@customer.example\nSubject: \(number)\n\nHello \(number)\n" }

    private func subjects(_ drafts: [SubmissionDraft]) -> [Int] {
        drafts.compactMap { draft in
            let text = String(decoding: draft.raw ?? [], as: UTF8.self)
            return text.split(separator: "\r\n").first { $0.hasPrefix("Subject: ") }.flatMap { Int($0.dropFirst(9)) }
        }.sorted()
    }

    /// Reads the mailbox until so many mails came.
    private func read(
        _ script: LyingServer.Script, until count: Int, largest: Int = 1 << 20,
        then: (LyingServer, ScriptedDesk) async throws -> Void = { _, _ in }
    ) async throws -> [SubmissionDraft] {
        let server = try LyingServer(script), desk = ScriptedDesk()
        return try await watching(.loopback(port: server.port), port: server.port, desk, largest: largest) {
            _ = try await desk.takes(count)
            try await then(server, desk)
            return desk.drafts
        }
    }

    @Test func numbersOutOfOrderAndTwiceAreReadOnceEach() async throws {
        let script = LyingServer.Script(
            mails: [3: mail(3), 1: mail(1), 2: mail(2)], search: " 3 1 3 2 2 0 4294967296 x",
            noise: "* 5 EXISTS\n* 900 EXPUNGE\n* rubbish (((\n* 1 FETCH (\n* LIST () nil\n\n")
        let drafts = try await read(script, until: 3) { _, _ in }
        #expect(subjects(drafts) == [1, 2, 3])
    }

    @Test func aMailWithALowerNumberThanTheLastIsFoundAtTheNextConversation() async throws {
        let drafts = try await read(.init(mails: [8: mail(8)]), until: 1) { server, desk in
            server.change {
                $0.mails[5] = mail(5)
                $0.noise = "* BYE restarting\n"
            }
            _ = try await eventually("the conversation ended", within: .seconds(20)) {
                server.commands.filter { $0.hasPrefix("SELECT") }.count > 1 ? true : nil
            }
            server.change { $0.noise = "" }
            _ = try await desk.takes(2)
        }
        #expect(subjects(drafts) == [5, 8])
    }

    @Test(arguments: [
        "* 1 FETCH (UID 1 BODY[] {5000}\nHANG UP", "* 1 FETCH (UID 1 BODY[] {99999999999}\n",
        "* 1 FETCH (UID 1 BODY[] {10}\nhalf aHANG UP",
        "* 1 FETCH (UID 1 BODY[]", "HANG UP", "* 1 FETCH (UID 1 BODY[] {0}\n)\n", "* 1 FETCH (UID 2 BODY[] {2}\nhi)\n",
        "* 1 FETCH )(UID\n",
    ])
    func aMailThatDoesNotComeWholeIsNotTakenAndKeepsNoOtherFromBeingTaken(lie: String) async throws {
        let script = LyingServer.Script(mails: [1: mail(1), 2: mail(2)], fetch: [1: lie])
        let drafts = try await read(script, until: 1)
        #expect(subjects(drafts) == [2])
    }

    @Test func aMailThatBreaksOffOnceIsTakenTheNextTime() async throws {
        let script = LyingServer.Script(
            mails: [1: mail(1)], fetch: [1: "* 1 FETCH (UID 1 BODY[] {500}\nFrom: anHANG UP"])
        let server = try LyingServer(script), desk = ScriptedDesk()
        let drafts = try await watching(.loopback(port: server.port), port: server.port, desk) {
            _ = try await eventually("it was asked for", within: .seconds(20)) {
                server.commands.contains { $0.contains("BODY.PEEK[]") } ? true : nil
            }
            server.change { $0.fetch = [:] }
            return try await desk.takes(1)
        }
        #expect(subjects(drafts) == [1])
        #expect(drafts.count == 1)
    }

    @Test func newNumbersInTheMiddleOfAConversationHideNothing() async throws {
        let drafts = try await read(.init(mails: [1: mail(1)]), until: 1) { server, desk in
            server.change {
                $0.validity = 8
                $0.mails = [1: mail(2)]
                $0.noise = "* OK [UIDVALIDITY 8] changed\n"
            }
            _ = try await desk.takes(2)
        }
        #expect(subjects(drafts) == [1, 2])
        #expect(drafts.map { $0.id.contains(":8:1:") } == [false, true])
    }

    @Test func aNumberGivenToTwoMailsMakesTwoSubmissions() async throws {
        let server = try LyingServer(.init(mails: [1: mail(1)])), desk = ScriptedDesk()
        // What was written down is lost, and the server counts anew under the same UIDVALIDITY.
        for (number, count) in [(1, 1), (2, 2), (1, 2), (3, 3)] {
            server.change { $0.mails = [1: mail(number)] }
            try await watching(.loopback(port: server.port), port: server.port, desk) {
                _ = try await desk.takes(count)
            }
        }
        #expect(subjects(desk.drafts) == [1, 2, 3])
    }

    @Test func whatIsTooLargeIsTakenByItsHeader() async throws {
        let script = LyingServer.Script(mails: [1: mail(1)], size: [1: 900_000_000])
        let drafts = try await read(script, until: 1, largest: 1 << 20)
        #expect(drafts.first?.media == RawMail.headersOnly)
        #expect(drafts.first?.name?.contains("900000000 bytes") == true)
    }

    @Test func idleThatIsPromisedAndRefusedGivesWayToPolling() async throws {
        let script = LyingServer.Script(mails: [1: mail(1)], capabilities: "IMAP4rev1 IDLE")
        let server = try LyingServer(script), desk = ScriptedDesk()
        let drafts = try await watching(.loopback(port: server.port, wait: .idle), port: server.port, desk) {
            _ = try await desk.takes(1)
            server.change { $0.mails[2] = mail(2) }
            return try await desk.takes(2)
        }
        #expect(subjects(drafts) == [1, 2])
    }

    @Test func nothingIsMarkedBeforeTheBrokerHasIt() async throws {
        let server = try LyingServer(.init(mails: [1: mail(1)])), desk = ScriptedDesk()
        desk.set(.away)
        try await watching(.loopback(port: server.port), port: server.port, desk) {
            _ = try await eventually("it was asked for", within: .seconds(20)) {
                server.commands.contains { $0.contains("BODY.PEEK[]") } ? true : nil
            }
            desk.set(.full)
            #expect(!server.commands.contains { $0.contains("STORE") })
            desk.set(.taking)
            _ = try await eventually("it is marked", within: .seconds(20)) {
                server.commands.contains { $0 == "UID STORE 1 +FLAGS.SILENT (\\Seen)" } ? true : nil
            }
        }
        #expect(desk.drafts.count == 1)
    }
}
