import Testing

@testable import Language

struct RegretTests {
    @Test(arguments: [
        "We are sorry.", "We are very sorry that it came to this.", "We are sorry that it arrived this way.",
        "We are sorry that your parcel keeps you waiting.", "Sorry for the trouble!",
        "Es tut uns leid, dass es so angekommen ist.", "Es tut uns sehr leid.",
        "Nous sommes désolés que votre colis se fasse attendre.", "Nous sommes désolés de ce désagrément.",
        "Sentimos que haya llegado así.", "Sentimos mucho las molestias.", "Lo sentimos.",
        "I am so sorry to hear that your lamp arrived broken.", "Es tut uns leid zu hören, dass die Lampe kaputt ist.",
    ])
    func whoSaysNoMoreThanThatRegretsMerely(_ sentence: String) { #expect(Regret.isMere(sentence)) }

    @Test(arguments: [
        "We are sorry, this cannot be returned.", "We regret that we do not ship to Norway.",
        "Sorry for the wait, your refund left today.", "Es tut uns leid, das geht nicht.",
        "Nous regrettons de ne pas livrer en Suisse.", "Sentimos que no sea posible.",
        "We are sorry to hear that, it cannot be returned.", "We are sorry to hear that but it cannot be returned.",
        "Your parcel left today.",
    ])
    func newsIsNoMereRegret(_ sentence: String) { #expect(!Regret.isMere(sentence)) }
}
