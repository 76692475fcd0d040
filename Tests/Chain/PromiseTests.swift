import Foundation
import StageProtocol
import TestSupport
import Testing

/// What a colleague promises, from the ledger to the apology, as real processes.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PromiseTests {
    @Test func aPromiseIsEnteredWatchedOwnedAndKept() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(
            mail(subject: "Mosaic", id: "1@example.net", "I would like to speak to a person about the mosaic, please."))
        let notice = try await eventually("a mail to a colleague") {
            shop.outbox().first { $0.to.contains("@hearth.example") && $0.body.contains("mosaic") }
        }
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        try await reply(shop, to: notice, "Thank you for asking. We will refund 20 EUR by tomorrow.", id: "2")
        let made = try await eventually("the promise in the ledger") {
            try await promises(shop, ref).first { $0["kind"] == "refund" }
        }
        #expect(made["what"] == "We will refund 20 EUR by tomorrow.")
        #expect(made["kept"] == nil)
        // The receipt promised a next word, and the colleague's answer was one.
        try await shop.rest()
        let word = try #require(try await promises(shop, ref).first { $0["kind"] == "contact" })
        #expect(word["kept"]?.string != nil)
        #expect(try await shop.json("report", "promises")["open"] == 1)

        // Nobody keeps it, and days go by.
        #expect(try await shop.close() == 0)
        try "\(4 * 86_400)".write(toFile: shop.folder + "/clock", atomically: true, encoding: .utf8)
        try await shop.open()
        let apology = try await eventually("an apology") {
            shop.outbox(to: "nora@example.net").first { $0.body.contains("10 EUR") }
        }
        #expect(apology.body.contains("> We will refund 20 EUR by tomorrow."))
        let late = try await eventually("a mail to the colleague") {
            shop.outbox().first { $0.to.contains("@hearth.example") && $0.body.contains("was not kept") }
        }
        try await shop.rest()
        let report = try await shop.json("report", "promises")
        #expect(report["late"] == 1)
        #expect(report["made_good"] == 1)

        try await reply(shop, to: late, "/kept\nThe 20 EUR are on your account today.", id: "3")
        _ = try await eventually("the promise kept") {
            try await shop.json("report", "promises")["kept_late"] == 1 ? true : nil
        }
        let story = try await shop.casewire("case", ref)
        #expect(story.output.contains("kept late"))
        #expect(story.output.contains("amends offered"))
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: 3)
    }

    private func promises(_ shop: Shop, _ ref: String) async throws -> [JSON] {
        try await shop.story(ref)["promises"]?.array ?? []
    }

    private func reply(_ shop: Shop, to notice: SentMail, _ words: String, id: String) async throws {
        let colleague = try #require(notice.to.split(whereSeparator: { "<> ".contains($0) }).last.map(String.init))
        _ = try await shop.deliver(
            mail(
                from: colleague, to: notice.replyTo, subject: "Re: \(notice.subject)", id: "\(id)@hearth.example",
                headers: ["In-Reply-To: \(notice.messageID)"], words))
    }
}
