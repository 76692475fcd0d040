import Foundation
import StageProtocol
import TestSupport
import Testing

/// The mapping files of docs/ways-in.md, as they stand there, with exports of the shape that each is for.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ImportMappingTests {
    /// The mapping under a comment in the documentation.
    private func mapping(_ title: String) throws -> String {
        let text = try String(contentsOfFile: Places.project + "/docs/ways-in.md", encoding: .utf8)
        let block = text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("    # \(title)") }.prefix { $0.hasPrefix("    ") }
        #expect(block.count > 5, "there is no mapping for \(title)")
        return block.map { $0.dropFirst(4) }.joined(separator: "\n") + "\n"
    }

    /// - Parameter status: 1 where a record lacks what it needs; it is named, and the others are taken.
    private func bring(
        _ export: String, as file: String, mapping title: String, into shop: Shop, status: Int32 = 0
    ) async throws -> JSON {
        let (path, mapping) = ("\(shop.folder)/\(file)", "\(shop.folder)/\(file).yaml")
        try export.write(toFile: path, atomically: true, encoding: .utf8)
        try self.mapping(title).write(toFile: mapping, atomically: true, encoding: .utf8)
        let finished = try await shop.casewire("import", "--format", "json", "--mapping", mapping, path)
        #expect(finished.status == status)
        #expect(finished.errors.contains("was not imported") == (status == 1), "\(finished.errors)")
        return try JSON(bytes: Array(finished.output.utf8))
    }

    private func words(_ story: JSON) -> [String] {
        (story["log"]?.array ?? []).compactMap { $0["body"]?["words"]?.string }
    }

    @Test func theMappingsOfTheDocumentationBringExportsIn() async throws {
        let shop = try Shop()
        try await shop.open()
        let zammad = """
            {"tickets": [
              {"number": "4711", "title": "Lampe kaputt", "customer": {"email": "ann@customer.example"}, "articles": [
                {"id": 1, "created_at": "2019-03-01T10:00:00Z", "from": "Ann <ann@customer.example>", "to": "desk@hearth.example",
                 "body": "<p>Die Lampe flackert &amp; brummt.</p>", "content_type": "text/html", "message_id": "<a1@customer.example>",
                 "sender": "Customer"},
                {"id": 2, "created_at": "2019-03-02 09:30:00 UTC", "from": "Rosa <rosa@old.example>", "to": "ann@customer.example",
                 "body": "Wir senden eine neue.", "content_type": "text/plain", "sender": "Agent"}]},
              {"number": "4712", "title": "Danke", "customer": {"email": "bo@customer.example"}, "articles": []}]}
            """
        let first = try await bring(zammad, as: "zammad.json", mapping: "Zammad", into: shop)
        #expect(first["read"] == 2 && first["opened"] == 1 && first["followed_up"] == 1 && first["problems"] == 0)

        let zendesk = """
            {"id": 9, "subject": "Bill", "requester": {"email": "cy@customer.example"}, "comments": [{"id": 1, "created_at": \
            "2020-01-05T08:00:00Z", "author": {"email": "cy@customer.example", "name": "Cy", "role": "end-user"}, "html_body": \
            "<p>Why twice?</p>"}, {"id": 2, "created_at": "2020-01-05T09:00:00Z", "author": {"email": "ag@old.example", "name": \
            "Ag", "role": "agent"}, "html_body": "<p>Paid back today.</p>"}]}
            {"id": 10, "subject": "No time", "requester": {"email": "cy@customer.example"}, "comments": [{"id": 1, "author": \
            {"email": "cy@customer.example", "role": "end-user"}, "html_body": "<p>?</p>"}]}
            """
        let second = try await bring(zendesk, as: "zendesk.jsonl", mapping: "Zendesk", into: shop, status: 1)
        #expect(second["read"] == 2 && second["opened"] == 1 && second["followed_up"] == 1 && second["problems"] == 1)

        let table = """
            row,ticket,written,sender,recipient,subject,words
            1,77,2018-07-01,di@customer.example,support@hearth.example,Mug,"It came
            broken, ""again""."
            2,77,2018-07-02,support@hearth.example,di@customer.example,Re: Mug,A new one is on its way.
            """
        let third = try await bring(table, as: "old.csv", mapping: "A table", into: shop)
        #expect(third["read"] == 2 && third["opened"] == 1 && third["followed_up"] == 1 && third["problems"] == 0)

        // Again changes nothing, and nobody was written to.
        let received = try await shop.intakeReport()["received"]
        _ = try await bring(table, as: "old.csv", mapping: "A table", into: shop)
        #expect(try await shop.intakeReport()["received"] == received)
        #expect(shop.outboxCount == 0)
        let cases = try await shop.cases()
        let refs = Dictionary(cases.map { ($0["customer"]?.string ?? "", $0["ref"]?.string ?? "") }) { $1 }
        #expect(refs.keys.sorted() == ["ann@customer.example", "cy@customer.example", "di@customer.example"])
        let ann = try await shop.story(try #require(refs["ann@customer.example"]))
        #expect(words(ann) == ["Die Lampe flackert & brummt.", "Wir senden eine neue."])
        #expect(ann["opened"] == "2019-03-01T10:00:00.000Z" && ann["subject"] == "Lampe kaputt")
        let di = try await shop.story(try #require(refs["di@customer.example"]))
        #expect(words(di) == ["It came\nbroken, \"again\".", "A new one is on its way."])
        #expect(di["log"]?.array?.compactMap { $0["kind"]?.string } == ["heard", "staff"])
        try await shop.close()
    }
}
