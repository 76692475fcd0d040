import Foundation
import Mail
import Pipeline
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct ImportTests {
    // MARK: Cutting files

    private func elements(_ text: String, path: [String] = [], piece: Int = 3) throws -> [String] {
        var elements = JSONElements(path: path), found: [String] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try elements.feed(Array(rest.prefix(piece))) { found.append(String(decoding: $0, as: UTF8.self)) }
            rest = rest.dropFirst(piece)
        }
        return found
    }

    @Test(arguments: [1, 2, 5, 1_000])
    func recordsAreCutOutOfAListHoweverTheFileIsRead(piece: Int) throws {
        let text = #"[ {"a": "}]\"{", "b": [{"c": 1}, []]} , 7, "x", {} ]"#
        #expect(try elements(text, piece: piece) == [#"{"a": "}]\"{", "b": [{"c": 1}, []]}"#, "{}"])
    }

    @Test func theListMayStandBelowNames() throws {
        let text =
            #"{"users": [{"id": 9}], "data": {"x": "tickets", "tickets": [{"id": 1}, {"tickets": [{"id": 8}]}]}, "tickets": [{"id": 2}]}"#
        #expect(try elements(text, path: ["data", "tickets"]) == [#"{"id": 1}"#, #"{"tickets": [{"id": 8}]}"#])
        #expect(try elements(text, path: ["tickets"]) == [#"{"id": 2}"#])
        #expect(try elements(text, path: ["nowhere"]).isEmpty)
    }

    @Test func whatIsNoJSONEndsWithAReason() {
        #expect(throws: ImportProblem.self) { try elements("]") }
        #expect(throws: ImportProblem.self) {
            var elements = JSONElements(path: [], largest: 10)
            try elements.feed(Array(#"[{"a": "12345678901234"}]"#.utf8)) { _ in }
        }
    }

    @Test(arguments: [1, 4, 1_000])
    func rowsAreCutAsTheirQuotesSay(piece: Int) throws {
        let text = "\u{FEFF}id,text\r\n1,\"a, \"\"b\"\"\r\nc\"\n\n2,d"
        var rows = CSVRows(), found: [[String]] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try rows.feed(Array(rest.prefix(piece))) { found.append($0) }
            rest = rest.dropFirst(piece)
        }
        try rows.finish { found.append($0) }
        #expect(found == [["id", "text"], ["1", "a, \"b\"\r\nc"], ["2", "d"]])
    }

    // MARK: Messages

    private func mapping(_ text: String) throws -> ImportMapping {
        let path = NSTemporaryDirectory() + "/mapping-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try ImportMapping.load(path: path)
    }

    private let tickets = """
        name: zammad
        format: json
        records: tickets
        conversation: number
        customer: customer.email
        messages: articles
        staff_values: [Agent, System]
        fields: {id: id, at: created_at, from: from, to: to, subject: /title, text: body, media: content_type, staff: sender}
        """

    private let record: JSON = [
        "number": 4711, "title": "Lampe\nkaputt", "customer": ["email": "ann@customer.example"],
        "articles": [
            [
                "id": 1, "created_at": "2019-03-01T10:00:00.000Z", "from": "Änn <ann@customer.example>",
                "sender": "Customer",
                "body": "<p>Hallo</p>", "content_type": "text/html",
            ],
            [
                "id": 2, "created_at": "2019-03-01 11:30:00 UTC", "from": "rosa@shop.example", "sender": "Agent",
                "body": "Ja",
            ],
            ["id": 3, "created_at": "yesterday", "body": "?"],
        ],
    ]

    @Test func aMessageBecomesAMailWithItsTimeItsPeopleAndItsConversation() throws {
        let messages = HistoricMail.messages(of: record, try mapping(tickets))
        #expect(messages.count == 3)
        let first = try messages[0].get()
        let mail = try MailParser.parse(first.bytes)
        #expect(mail.from == [MailAddress(name: "Änn", address: "ann@customer.example")])
        #expect(mail.subject == "Lampe kaputt")
        #expect(mail.words == "Hallo")
        #expect(mail.date?.rfc3339 == "2019-03-01T10:00:00Z")
        #expect(first.history == ["conversation": "zammad:4711", "staff": false])
        let second = try MailParser.parse(try messages[1].get().bytes)
        #expect(second.to.map(\.address) == ["ann@customer.example"])
        #expect(second.date?.rfc3339 == "2019-03-01T11:30:00Z")
        #expect(try messages[1].get().history["staff"] == true)
        guard case .failure(let problem) = messages[2] else {
            Issue.record("a message without a time was taken")
            return
        }
        #expect(problem.message.contains("yesterday"))
    }

    @Test func aRowIsAConversationOfOneOrOneOfItsMessages() throws {
        let rows = try mapping(
            "name: csv\nformat: csv\nconversation: ticket\nfields: {id: row, at: at, from: mail, text: words}")
        let messages = HistoricMail.messages(
            of: ["ticket": "7", "row": "1", "at": "1551434400", "mail": "a@b.example\r\nBcc: x", "words": "Hi"], rows)
        let mail = try MailParser.parse(try #require(try messages.first?.get()).bytes)
        #expect(mail.date?.unixSeconds == 1_551_434_400)
        #expect(mail.words == "Hi")
        #expect(mail.own["bcc"] == nil)
    }

    @Test func aMappingFileIsToldWhatIsWrongWithItAndWhere() throws {
        let error = #expect(throws: PipelineError.self) {
            try mapping("name: a\nformat: xml\nconversation: id\nfields: {id: id, tetx: body}")
        }
        let told = error?.description ?? ""
        for part in [":2:", "xml", "did you mean \"text\"", "missing key \"at\""] {
            #expect(told.contains(part), "\(told)")
        }
    }

    // MARK: How far it came

    @Test func whatIsTakenWithoutAGapIsWhereItGoesOn() {
        var ledger = ImportLedger()
        let begun = (0..<4).map { _ in ledger.begin(bytes: 1) }
        #expect(begun == [true, true, true, true])
        ledger.accept(1, "a", .received)
        ledger.accept(3, "c", .opened)
        #expect(ledger.taken == 1)
        ledger.refuse(2)
        #expect(ledger.taken == 3)
        _ = ledger.settle([["id": "a", "state": "parked"]])
        #expect(ledger.pending == 0 && ledger.settled == 2 && ledger.problems == 1)
        var again = ImportLedger(taken: 3)
        let isNew = (0..<4).map { _ in again.begin(bytes: 1) }
        #expect(isNew == [false, false, false, true])
    }

    @Test func aCheckpointCountsForTheSameFilesOnly() throws {
        let folder = NSTemporaryDirectory() + "/import-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "12345".write(toFile: folder + "/a", atomically: true, encoding: .utf8)
        func checkpoint() -> ImportCheckpoint {
            ImportCheckpoint(folder: folder + "/var", name: "x", paths: [folder + "/a"])
        }
        #expect(checkpoint().read() == 0)
        try checkpoint().write(taken: 41)
        #expect(checkpoint().read() == 41)
        try "123456".write(toFile: folder + "/a", atomically: true, encoding: .utf8)
        #expect(checkpoint().read() == 0)
    }
}
