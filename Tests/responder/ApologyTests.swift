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

    @Test func badNewsKeepsItsRegret() {
        func passage(_ text: String, isBadNews: Bool = false) -> Passage {
            Passage(article: text, citation: text, topics: [], text: text, score: 1, isBadNews: isBadNews)
        }
        let first = "We are sorry that it arrived this way. Please send us a photo."
        for second in ["We are sorry, this cannot be returned.", "We regret that we do not ship to Norway."] {
            let text = Passage.text(of: [passage(first), passage(second + " Please read on.")])
            #expect(text == first + "\n\n" + second + " Please read on.")
        }
        let mere = "We are sorry that it came to this. It cannot be mended."
        #expect(Passage.text(of: [passage(first), passage(mere)]) == first + "\n\nIt cannot be mended.")
        #expect(Passage.text(of: [passage(first), passage(mere, isBadNews: true)]) == first + "\n\n" + mere)
    }

    private func passage(_ article: Article) -> Passage {
        Passage(article: article.id, citation: article.id, topics: article.topics, text: article.answer, score: 1)
    }
}
