import Casework
import StageKit
import Testing

@testable import responder

@Suite struct GivenTests {
    private func given(_ words: String, photo: Bool = false) -> Given {
        let photos = [Attachment(name: "p.jpg", media_type: "image/jpeg", bytes: 9, sha256: "0", inline: false)]
        return Given([
            Contact(
                channel: "mail", from: Party(address: "ann@example.com"), words: words, attachments: photo ? photos : []
            )
        ])
    }

    @Test(arguments: [
        ("My order number is 48213.", true), ("Order HT-7710: where is it?", true), ("order no. 4711", true),
        ("Meine Bestellnummer ist 48213.", true), ("Ma commande n° 48213", true), ("Mi pedido 48213", true),
        ("Where is my order?", false), ("I ordered it in 2026.", false), ("Call me at 0123456789.", false),
    ])
    func anOrderNumberIsKnownByTheWordsAroundIt(_ words: String, _ isGiven: Bool) {
        #expect(given(words).orderNumber == isGiven)
    }

    @Test func whoHasGivenItIsNotAskedForIt() {
        var passage = Passage(
            article: "warranty", citation: "warranty", topics: ["warranty"],
            text: "It is covered for 2 years. Reply to this mail with the order number and a photo.", score: 0.9)
        #expect(given("Order 48213", photo: true).asked(in: passage) == ["the order number", "a photo"])
        #expect(given("It broke").asked(in: passage) == [])
        // Where the number serves the customer themselves, nobody is asked for it.
        passage.text = "You can follow it at hearth.example/track with the order number."
        #expect(given("Order 48213").asked(in: passage) == [])
    }

    @Test func whereTheArticleAsksForItAllTheSameAPersonGoesOn() async throws {
        let ask = "The handle came off the pan after half a year of normal use."
        var scene = try Scene()
        try scene.hear("Order 48213. " + ask)
        scene.understanding = Understanding(
            heard: 1, topic: "warranty", confidence: 0.9, mood: "calm", strength: 0, language: "en",
            asks: [.init(quote: ask, kind: "complaint", contact: 1)])
        #expect(try await scene.work("responder.draft").handover?.code == "given")
    }
}
