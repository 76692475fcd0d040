/// What customers say when they would rather not be answered by a machine.
package enum PersonWish {
    /// Whether the words ask for a person, be it one in charge. "You said that somebody would call me" tells of what was not
    /// done, and asks for none.
    package static func isIn(_ text: String) -> Bool {
        Sentences.split(text).contains { sentence in
            let present = PromisedCall.others(in: FoldedText(sentence.text).strings)
            return present.contains { person.isFound(in: $0) || ManagerWish.isWish($0) }
        }
    }

    private static let person = PhraseList([
        "real person", "actual person", "actual human", "real human", "human being", "live agent", "human agent",
        "speak to _ person", "speak with _ person", "talk to _ person", "talk with _ person", "speak to _ human",
        "talk to _ human", "speak to someone", "speak with someone", "talk to someone", "speak to somebody",
        "talk to somebody", "call me", "phone me", "ring me", "give me a call", "not a bot", "not a robot",
        "not a machine", "no bots", "someone call me", "can someone call", "a person please", "human please",
        "echten menschen", "echter mensch", "richtigen menschen", "mit _ menschen sprechen", "mit einem menschen",
        "mit jemandem sprechen", "mit jemandem reden", "mit _ mitarbeiter sprechen", "mit einem mitarbeiter",
        "mit einer mitarbeiterin", "rufen sie mich", "ruft mich", "rückruf", "zurückrufen",
        "kein bot", "keinen bot", "keine maschine",
        "vraie personne", "personne réelle", "parler à quelqu'un", "parler a une personne", "parler avec quelqu'un",
        "parler avec une personne", "parler à un humain", "parler à un conseiller",
        "être humain", "appelez moi", "rappelez moi", "me rappeler", "m'appeler", "pas un robot",
        "persona real", "persona de verdad", "hablar con una persona", "hablar con alguien", "hablar con un humano",
        "hablar con un agente", "ser humano", "llámeme", "llámenme", "me llamen",
        "que me llame", "no un robot", "no una máquina",
    ])
}
