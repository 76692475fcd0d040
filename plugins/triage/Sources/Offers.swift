import Language

/// Whether a text of ours leaves something to agree to: a question, an offer, a choice. A kind word behind one is a yes.
enum Offers {
    static func isOpen(in text: String) -> Bool {
        Sentences.split(text).contains { sentence in
            Asks.asksBack(sentence.text) || offers.isFound(in: FoldedText(sentence.text).strings)
        }
    }

    private static let offers = PhraseList([
        "if you like", "if you'd like", "if you would", "if you'd", "if you want", "if you wish", "if you prefer",
        "if you agree", "if that suits", "if it suits", "if that works", "if that is", "if you are happy",
        "would you", "do you want", "shall we", "shall i", "should we", "should i", "we could", "i could", "can offer",
        "could offer", "would offer", "like to offer", "happy to offer", "we offer you", "i offer you", "your choice",
        "whichever", "just say", "say the word", "let us know", "let me know", "as you prefer", "either",
        "wenn sie mögen", "wenn sie möchten", "wenn sie wollen", "wenn sie einverstanden", "wenn es ihnen",
        "wenn ihnen",
        "falls sie", "sofern sie", "möchten sie", "wollen sie", "wäre es", "wäre das", "sollen wir", "soll ich",
        "könnten wir", "könnte ich", "wir könnten", "ich könnte", "anbieten", "bieten wir", "biete ich", "wir bieten",
        "ich biete", "wahlweise", "auf wunsch", "geben sie _ bescheid", "sagen sie", "entweder",
        "si vous", "s'il vous convient", "si cela vous", "si ça vous", "voulez vous", "voulez-vous", "souhaitez vous",
        "souhaitez-vous", "préférez", "nous pourrions", "je pourrais", "vous proposer", "vous propose",
        "vous proposons",
        "vous offrir", "vous offrons", "au choix", "dites nous", "dites-nous", "dites moi", "soit",
        "si quiere", "si lo desea", "si desea", "si prefiere", "si le parece", "si está", "si gusta", "le gustaría",
        "quiere que", "desea que", "prefiere", "podríamos", "podría", "ofrecer*", "ofrecemos", "ofrezco",
        "a su elección",
        "díganos", "dígame", "avísenos", "o bien",
    ])
}
