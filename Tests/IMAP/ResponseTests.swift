import TestSupport
import Testing

@testable import IMAP

@Suite struct ResponseTests {
    /// What is read of the bytes, however they are cut.
    private func read(_ text: String, most: Int = 1_000, piece: Int = .max) throws(IMAPError) -> [Response] {
        var reader = ResponseReader(largestLiteral: most)
        var responses: [Response] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try reader.feed(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            while let pieces = reader.take() { responses.append(Response(pieces)) }
        }
        return responses
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func aMailIsReadWholeHoweverItArrives(piece: Int) throws {
        let mail = "Subject: a) {3}\r\n\r\n* 1 FETCH (UID 9)\r\nc1 OK no\r\n"
        let text =
            "* 12 FETCH (FLAGS (\\Seen \"x\") UID 7 RFC822.SIZE 46 BODY[] {\(mail.utf8.count)}\r\n\(mail))\r\nc1 OK done\r\n"
        let responses = try read(text, piece: piece)
        #expect(
            responses == [
                .fetch(.init(uid: 7, size: 46, body: Array(mail.utf8))),
                .done(tag: "c1", .init(kind: .ok, code: nil, text: "done")),
            ])
    }

    @Test func whatServersTellIsUnderstood() throws {
        let responses = try read(
            """
            * OK [UIDVALIDITY 17] valid\r
            * 3 EXISTS\r
            * 2 EXPUNGE\r
            * SEARCH 4 2 9\r
            * SEARCH\r
            * CAPABILITY imap4rev1 IDLE\r
            + idling\r
            * BYE see you\r
            * LIST (\\HasNoChildren) "." INBOX\r
            c2 NO [TRYCREATE] no such folder\r

            """)
        guard case .status(let condition)? = responses.first else {
            Issue.record("the first is no status")
            return
        }
        #expect(condition.number("UIDVALIDITY") == 17)
        #expect(
            Array(responses.dropFirst()) == [
                .exists, .expunge, .search([4, 2, 9]), .search([]), .capability(["IMAP4REV1", "IDLE"]), .goOn,
                .status(.init(kind: .bye, code: nil, text: "see you")), .other,
                .done(tag: "c2", .init(kind: .no, code: "TRYCREATE", text: "no such folder")),
            ])
    }

    @Test func anEmptyLiteralAndAQuotedStringAreBodiesToo() throws {
        #expect(try read("* 1 FETCH (BODY[] {0}\r\n UID 3)\r\n") == [.fetch(.init(uid: 3, body: []))])
        #expect(
            try read("* 1 FETCH (UID 3 BODY[] \"a \\\"b\\\"\")\r\n") == [
                .fetch(.init(uid: 3, body: Array("a \"b\"".utf8)))
            ])
    }

    @Test func wordsOfAStatusAreNoLiteral() throws {
        #expect(try read("* OK still here {5}\r\n* 1 EXISTS\r\n").last == .exists)
    }

    @Test(arguments: ["{1001}", "{99999999999999999999999}"])
    func aLiteralThatIsTooLargeEndsTheConversation(size: String) {
        #expect(throws: IMAPError.self) { try read("* 1 FETCH (BODY[] \(size)\r\n") }
    }

    @Test func aLineWithoutEndEndsTheConversation() {
        var reader = ResponseReader(largestLiteral: 10, longestText: 1_000)
        let piece = [UInt8](repeating: 65, count: 100)[...]
        #expect(throws: IMAPError.self) { for _ in 0..<20 { try reader.feed(piece) } }
    }

    @Test func aThousandLiteralsInOneResponseEndTheConversation() {
        #expect(throws: IMAPError.self) {
            try read("* 1 FETCH (" + String(repeating: "X {1}\r\na ", count: 1_000))
        }
    }

    @Test func rubbishIsNothingAndHarmsNothing() throws {
        var randomness = Seeded(seed: 5)
        let words = [
            "* ", "FETCH ", "(", ")", "UID ", "7 ", "BODY[", "]", "{2}\r\n", "\"", "\\", "\r\n", "+", "c1 OK", "\u{0}",
        ]
        for _ in 0..<500 {
            let text = (0..<12).map { _ in words.randomElement(using: &randomness) ?? "" }.joined() + "\r\n"
            for case .fetch(let fetched) in (try? read(text)) ?? [] { #expect((fetched.body?.count ?? 0) <= 1_000) }
        }
    }

    @Test(arguments: [
        ("INBOX", "\"INBOX\""), ("Erledigt/Grüße", "\"Erledigt/Gr&APwA3w-e\""), ("A&B", "\"A&-B\""),
        ("日本", "\"&ZeVnLA-\""), ("a\"b\\\r\n", "\"a\\\"b\\\\\""),
    ])
    func foldersAreNamedAsServersKnowThem(name: String, wire: String) {
        #expect(FolderName.quoted(name) == wire)
    }
}
