import Casework
import Knowledge
import Language
import StageKit
import Testing

@testable import responder

/// Said twice in one mail, "sorry" sounds like a form.
@Suite struct ApologyTests {
    private func apologies(in text: String) -> Int {
        Sentences.split(text).count { Regret.isFound(in: $0.text) }
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func noAnswerApologisesTwice(_ language: String) async throws {
        let responder = try Scene().responder()
        let articles = responder.seeking.knowledge.articles.filter {
            $0.language == language && $0.audience == .customer
        }
        for article in articles {
            let text = Passage.text(of: [passage(article)])
            var values = ["answer": text, "angry": "yes"]
            if Regret.isFound(in: text) { values["sorry"] = "yes" }
            let mail = try responder.writing.write(
                "answer", language: language, ref: Scene.ref, customer: Party(address: "ann@example.com"), values)
            #expect(apologies(in: mail.body) == 1, "\(article.file): \(mail.body)")
        }
    }

    @Test func anAnswerFromALateAndABrokenParcelSaysItOnce() async throws {
        let asks = ["My parcel has not arrived.", "The bowl arrived broken."]
        var scene = try Scene()
        try scene.hear(asks.joined(separator: " "))
        scene.understanding = Understanding(
            heard: 1, topic: "damaged-item", confidence: 0.6,
            alternatives: [.init(topic: "delivery-late", confidence: 0.56)],
            mood: "upset", strength: 0.9, language: "en",
            asks: asks.map { .init(quote: $0, kind: "complaint", contact: 1) })
        let done = try await scene.work("responder.draft")
        let said = try #require(done.said, "\(done.trouble)")
        #expect(said.say.details?["articles"]?.array?.count == 2)
        #expect(apologies(in: said.text) == 1, "\(said.text)")
        #expect(said.text.contains("We understand how annoying this is"))
        for cover in try #require(try done.answering).coverage {
            #expect(said.text.contains(try #require(cover.span)), "\(cover)")
        }
    }

    private func passage(_ article: Article) -> Passage {
        Passage(article: article.id, citation: article.id, topics: article.topics, text: article.answer, score: 1)
    }
}
