import Testing

@testable import Mail

/// Mails that were made to break readers. Each must be read or refused, in bounded time.
@Suite struct HostileMailTests {
    private func parse(_ bytes: [UInt8], within limit: Duration = .seconds(20)) -> Result<ParsedMail, MailError> {
        let start = ContinuousClock.now
        let result = Result { () throws(MailError) in try MailParser.parse(bytes) }
        #expect(ContinuousClock.now - start < limit)
        return result
    }

    private func mail(_ text: String) throws -> ParsedMail { try parse(Array(text.utf8)).get() }

    @Test func nothingIsRefused() {
        #expect(throws: MailError.self) { try MailParser.parse([]) }
        #expect(throws: MailError.self) { try MailParser.parse([0x0A, 0x0D, 0x20]) }
    }

    @Test func tooLargeIsRefusedWithWordsToActOn() throws {
        var limits = MailLimits()
        limits.bytes = 1_000
        let error = #expect(throws: MailError.self) {
            try MailParser.parse(Array(repeating: 0x61, count: 1_001), limits: limits)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func tenThousandHeadersKeepWhatMatters() throws {
        var text = ""
        for index in 0..<10_000 { text += "X-Number-\(index): \(index)\n" }
        let mail = try mail(text + "From: a@b.example\nSubject: still here\n\nwords")
        #expect(mail.from.map(\.address) == ["a@b.example"])
        #expect(mail.subject == "still here")
        #expect(mail.words == "words")
        #expect(mail.problems.contains { $0.contains("header was too long") })
    }

    @Test func aMillionHeadersAreRefused() throws {
        let text = "From: a@b.example\n" + String(repeating: "X: y\n", count: 1_000_000)
        guard case .failure(let error) = parse(Array(text.utf8)) else {
            Issue.record("was not refused")
            return
        }
        #expect(error.code == .tooComplex)
    }

    @Test(arguments: ["", "Content-Type: message/rfc822\n\n"])
    func groupsWithinGroupsAreRefused(_ outer: String) throws {
        let text = "From: a@b.example\n\(outer)To: " + String(repeating: "g:", count: 200_000) + "\n\nx"
        guard case .failure(let error) = parse(Array(text.utf8)) else {
            Issue.record("was not refused")
            return
        }
        #expect(error.code == .tooComplex)
    }

    @Test func aThousandNestedPartsAreKeptAsOneAttachment() throws {
        var text = "From: a@b.example\n"
        for level in 0..<1_000 { text += "Content-Type: multipart/mixed; boundary=b\(level)x\n\n--b\(level)x\n" }
        let mail = try mail(text + "Content-Type: text/plain\n\ndeep\n")
        #expect(mail.attachments.contains { $0.name == "parts.eml" })
        #expect(mail.problems.contains { $0.contains("deeper") })
    }

    @Test func aThousandNestedMessagesAreOneAttachment() throws {
        let mail = try mail(String(repeating: "Content-Type: message/rfc822\n\n", count: 1_000) + "Subject: x\n\ny")
        #expect(mail.attachments.count == 1)
    }

    @Test func tenThousandPartsAreReadToTheLimitAndTheRestKept() throws {
        let part = "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx\n"
        let mail = try mail(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 10_000)
                + "--b--\n")
        #expect(mail.attachments.count <= MailLimits.standard.parts + 1)
        #expect(mail.attachments.last?.name == "parts.eml")
        #expect(mail.problems.contains { $0.contains("more parts") })
    }

    @Test func aHundredMegabytesAreRefusedAtOnce() {
        let start = ContinuousClock.now
        let error = #expect(throws: MailError.self) {
            try MailParser.parse(Array(repeating: 0x61, count: 100 * 1_024 * 1_024))
        }
        #expect(error?.code == .tooLarge)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func archivesAreNeverOpened() throws {
        // A zip file that says it holds a petabyte.
        let bomb: [UInt8] = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0xFF, count: 64)
        let head = "From: a@b.example\nContent-Type: application/zip; name=bomb.zip\n\n"
        let mail = try parse(Array(head.utf8) + bomb).get()
        #expect(mail.attachments.map(\.content) == [bomb])
    }

    @Test(arguments: ["====", "A", "%%%%", "QUJD=", "\u{0}"])
    func rubbishInBase64TakesLinearTime(_ piece: String) throws {
        let line = String(repeating: piece, count: 76 / piece.utf8.count) + "\n"
        let body = String(repeating: line, count: 40_000)
        _ = try mail(
            "From: a@b.example\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n" + body)
    }

    @Test(arguments: [
        "550 5.1.1 ", "a@b.example ", "<a@b.example>: ", "Final-Recipient: rfc822; a@b.example\n",
        "Message-ID: <a@b>\n",
        "begin 644 a\n", "-----BEGIN PGP SIGNED MESSAGE-----\n", "5.1.", "\\\"notificationType\\\":",
    ])
    func repeatedWordsOfServersTakeLinearTime(_ piece: String) throws {
        let body = String(repeating: piece, count: 200_000 / piece.utf8.count)
        _ = try mail("From: MAILER-DAEMON@x.example\nSubject: Undelivered\n\n\(body)")
    }

    @Test func aMillionPartsAreRefusedBeforeTheyAreBuilt() throws {
        let text = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 1_000_000)
        guard case .failure(let error) = parse(Array(text.utf8)) else {
            Issue.record("was not refused")
            return
        }
        #expect(error.code == .tooComplex)
    }

    @Test func aMillionHeadersOfAPartAreRefused() throws {
        for inner in ["", "Content-Type: message/rfc822\n\n"] {
            let text =
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + inner
                + String(repeating: "X: y\n", count: 1_000_000)
            guard case .failure(let error) = parse(Array(text.utf8)) else {
                Issue.record("was not refused")
                return
            }
            #expect(error.code == .tooComplex)
        }
    }

    @Test func aHeaderWithoutEndIsRead() throws {
        let mail = try mail("From: a@b.example\nSubject: " + String(repeating: "x", count: 3_000_000))
        #expect(mail.from.count == 1)
        #expect(mail.problems.contains { $0.contains("inside of its header") })
    }

    @Test func nulBytesAreNeitherLostNorHarmful() throws {
        let mail = try mail("From: a@b.example\nSubject: one\0two\n\nwords\0 and more")
        #expect(mail.subject == "one two")
        #expect(mail.words == "words and more")
    }

    @Test func brokenBase64IsReadAsFarAsItGoes() throws {
        let mail = try mail(
            "From: a@b.example\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n!!!aGVsbG8####\u{FF}="
        )
        #expect(mail.attachments.first?.content.starts(with: Array("hello".utf8)) == true)
    }

    @Test(arguments: [
        "<", "<a", "<a href=\"", "<!--", "<!", "<div>", "</", "&", "&#", "<script", "<title>", "<a b='", "<blockquote>",
        "<ul><li>", "<p hidden>", "<table><tr><td>", "<a href='http://x'>", "<!-- --", "\"'<a x=\"'>",
    ])
    func repeatedHTMLTakesLinearTime(_ piece: String) throws {
        let html = String(repeating: piece, count: 150_000 / piece.utf8.count)
        _ = try parse(Array("From: a@b.example\nContent-Type: text/html\n\n\(html)\n>".utf8), within: .seconds(20))
            .get()
    }

    @Test(arguments: [
        "To: ", "To: a@b.example,", "References: <a@b> ", "Content-Type: text/plain; a*0=b;", "Subject: =?utf-8?q?a?= ",
    ])
    func repeatedHeaderValuesTakeLinearTime(_ piece: String) throws {
        let name = piece.prefix { $0 != ":" }
        let value = String(repeating: String(piece.dropFirst(name.count + 1)), count: 300_000 / piece.utf8.count)
        _ = try parse(Array("From: a@b.example\n\(name):\(value)\n\nwords".utf8)).get()
    }

    @Test func truncatedAndFlippedMailsNeverCrash() throws {
        var random = SplitMix(seed: 20_240_607)
        for original in try Fixtures.all() where !original.isEmpty {
            for _ in 0..<20 {
                var bytes = original
                if random.next() % 2 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
                for _ in 0..<Int(random.next() % 30) where !bytes.isEmpty {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                if case .success(let mail) = parse(bytes) {
                    #expect(mail.text.utf8.count <= MailLimits.standard.textLength * 4)
                }
            }
        }
    }

    @Test func noiseIsReadOrRefused() {
        var random = SplitMix(seed: 7)
        for size in [1, 10, 100, 10_000, 300_000] {
            _ = parse((0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        }
    }
}

/// Numbers that look random and are the same each time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
