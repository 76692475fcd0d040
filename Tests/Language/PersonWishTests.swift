import Testing

@testable import Language

struct PersonWishTests {
    static let told = [
        "You said somebody would call me back.", "Somebody was supposed to call me on Monday.",
        "I was promised a call back and heard nothing.", "Your colleague said he'd phone me yesterday.",
        "You were going to call me back last week!", "They told me that a manager would call me.",
        "A phone call was promised, where is it?", "Someone was meant to ring me about the repair.",
        "Sie wollten mich zurückrufen.", "Mir wurde ein Rückruf versprochen.",
        "Sie sagten, dass mich jemand zurückruft.", "Der versprochene Rückruf kam nie.",
        "Es sollte mich jemand anrufen.",
        "Ihr Kollege wollte mich gestern zurückrufen, aber niemand hat sich gemeldet.",
        "Vous deviez me rappeler hier.", "On m'avait dit que quelqu'un allait me rappeler.",
        "Vous m'avez promis de me rappeler.", "Un conseiller devait m'appeler lundi.",
        "Me dijeron que alguien me llamaría.", "Quedaron en llamarme ayer.", "Ustedes iban a llamarme el lunes.",
        "Me prometieron una llamada y nadie me ha llamado.",
    ]

    @Test(arguments: told) func whoTellsOfAPromisedCallAsksForNobodyNow(_ words: String) {
        #expect(PromisedCall.isIn(words))
        #expect(!PersonWish.isIn(words))
    }

    @Test(arguments: [
        "You said somebody would call me back, so please call me now.",
        "Somebody was supposed to call me. I want to speak to a human.",
        "You promised to call, but nobody did. Can someone call me?",
        "Could somebody call me as you said you would?", "You said it would come on Monday. Call me.",
        "Sie wollten mich zurückrufen, bitte rufen Sie mich heute an.",
        "Mir wurde ein Rückruf versprochen, ich möchte jetzt mit einem Menschen sprechen.",
        "Vous deviez me rappeler, mais je veux parler à quelqu'un maintenant.",
        "Quedaron en llamarme, pero quiero hablar con una persona.",
    ])
    func whoWantsOneNowIsHeard(_ words: String) { #expect(PersonWish.isIn(words)) }

    @Test(arguments: [
        "Please call me.", "I would like somebody to call me.", "I was told to call this number, is that right?",
        "The parcel was supposed to arrive on Friday.", "Sie sagten, das Paket kommt morgen.",
        "Ich wollte mit jemandem sprechen.", "Vous m'avez dit que le colis arrive demain.",
        "Iban a enviarme el pedido.", "Rufen Sie mich bitte zurück.",
    ])
    func otherWordsTellOfNoPromisedCall(_ words: String) { #expect(!PromisedCall.isIn(words)) }
}
