import Foundation
import StageProtocol
import TestSupport
import Testing

/// What is kept of a customer is theirs: to have, and to have erased.
@Suite(.serialized, .timeLimit(.minutes(4))) struct CustomerTests {
    private func mail(_ id: String, from: String, to: String = "desk@hearth.example", _ rest: String) -> String {
        "From: \(from)\nTo: \(to)\nSubject: The blue lamp\nMessage-ID: <\(id)>\n\(rest)"
    }

    private let withFile = """
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Where is my parcel? <b>It was due on Monday.</b>
        --b
        Content-Type: text/plain; name="receipt.txt"
        Content-Disposition: attachment; filename="receipt.txt"

        Paid by Nora-Zebulon.
        --b--
        """

    /// Every file below a folder.
    private func files(_ folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
    }

    private func holds(_ words: String, _ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else { return false }
        return data.range(of: Data(words.utf8)) != nil
    }

    @Test func everythingIsExportedAndErasedToTheLastByte() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(mail("1@example.net", from: "Nora <nora.zebulon@example.net>", withFile))
        _ = try await shop.deliver(mail("2@example.org", from: "bob@example.org", "\nWhere is my order, please?"))
        // What a program wrote in her name is parked.
        _ = try await shop.deliver(
            mail(
                "3@example.net", from: "nora.zebulon@example.net",
                "Auto-Submitted: auto-replied\n\nOut until Nora-Zebulon day."))
        _ = try await eventually("an acknowledgment each") {
            shop.outbox(to: "nora.zebulon@example.net").isEmpty || shop.outbox(to: "bob@example.org").isEmpty
                ? nil : true
        }
        try await shop.rest()
        let ref = try #require(
            try await shop.cases().first { $0["customer"] == "nora.zebulon@example.net" }?["ref"]?.string)

        // A colleague says what brought it about, in words that name her; it is followed up once she is satisfied.
        let answer = "Your lamp is on its way to you, and I am sorry that you had to wait."
        for said in [
            try await shop.casewire("reply", ref, answer, "--by", "nora"),
            try await shop.casewire("cause", ref, "the lamp of Nora-Zebulon was packed badly", "--by", "nora"),
            try await shop.casewire("resolve", ref, "--by", "nora"),
        ] { #expect(said.status == 0, "\(said.output) \(said.errors)") }
        let causes = try await eventually("a cause") {
            let causes = try await shop.json("causes").array ?? []
            return causes.contains { $0["cases"] == [.string(ref)] } ? causes : nil
        }

        let saved = try await shop.casewire("case", ref, "--files", shop.folder + "/of-case")
        #expect(saved.status == 0 && saved.output.hasSuffix("-receipt.txt\n"), "\(saved.output) \(saved.errors)")
        #expect(files(shop.folder + "/of-case").contains { holds("Paid by Nora-Zebulon.", $0) })

        let folder = shop.folder + "/export"
        let exported = try await shop.casewire("customer", "export", "Nora.Zebulon@example.net", "--out", folder)
        #expect(exported.status == 0, "\(exported.errors)")
        let page = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
        #expect(page.contains(ref) && page.contains("Where is my parcel? &lt;b&gt;It was due on Monday.&lt;/b&gt;"))
        let all = try JSON(bytes: Array(try Data(contentsOf: URL(filePath: folder + "/customer.json"))))
        #expect(page.contains("mails/parked-"), "what was parked can be read, too")
        // What was given up is hers as well.
        let number = try #require(all["parked"]?.array?.first?["submission"]?.int)
        let givenUp = try await shop.casewire("parked", "discard", "\(number)", "--reason", "out of office")
        #expect(givenUp.status == 0, "\(givenUp.errors)")
        let known = try await shop.json("customer", "nora.zebulon@example.net")
        #expect(known["parked"]?.array?.first?["state"] == "discarded")
        #expect(all["cases"]?.array?.count == 1 && all["parked"]?.array?.count == 1)
        #expect(files(folder).contains { $0.hasSuffix("-receipt.txt") && holds("Paid by Nora-Zebulon.", $0) })
        #expect(files(folder).filter { $0.hasSuffix(".eml") }.count == 2)
        #expect(try await shop.casewire("customer", "export", "nobody@example.net", "--out", folder + "2").status == 1)

        let refused = try await shop.casewire("customer", "erase", "nora.zebulon@example.net")
        #expect(refused.status == 64, "without --yes nothing is erased by a program")
        let erased = try await shop.json("customer", "erase", "nora.zebulon@example.net", "--yes")
        #expect(erased["erased"]?["cases"] == 1 && erased["found"] == [], "\(erased)")
        // Every byte that the pipeline has written, while it runs.
        for words in ["zebulon", "Zebulon", "nora.zebulon@example.net", ref] {
            let found = files(shop.folder + "/var").filter { holds(words, $0) }
            #expect(found.isEmpty, "\(words) still stands in \(found)")
        }
        #expect(try await shop.casewire("case", ref).status == 1)
        #expect(try await shop.cases().count { $0["kind"]?.string == nil } == 1)
        // The cause is still somebody's to find; nothing in it is hers any more.
        let left = try await shop.json("causes").array ?? []
        #expect(left.count == causes.count && left.allSatisfy { $0["cases"] == [] && $0["what"] == [] })
        #expect(try await shop.intakeReport()["reconciles"] == true)
        let check = try await shop.casewire("store", "check")
        #expect(check.status == 0, "\(check.output)")
        // The desk goes on: the other customer is followed up, and she may come back as anybody may.
        _ = try await shop.deliver(mail("4@example.net", from: "nora.zebulon@example.net", "\nHello again."))
        try await shop.rest()
        #expect(try await shop.cases().count { $0["kind"]?.string == nil } == 2)
        try await shop.close()
    }
}
