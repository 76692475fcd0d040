import Testing

@testable import Language

struct AsksTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var kinds: [Ask.Kind]
        var testDescription: String { text }

        init(_ text: String, _ kinds: Ask.Kind...) {
            self.text = text
            self.kinds = kinds
        }
    }

    static let table: [Row] = [
        Row("Where is my order?", .question),
        Row("where is my parcel", .question),
        Row("Could you send me a new cup?", .request),
        Row("Please cancel my order 33981.", .request),
        Row("cancel my order", .request),
        Row("My teapot arrived broken.", .complaint),
        Row("I'm still waiting for my refund.", .complaint),
        Row("I need it by Friday.", .deadline),
        Row("Please send the replacement before 24 December.", .request, .deadline),
        Row("The cup is broken and where is my refund?", .complaint, .question),
        Row("I was wondering if you deliver to Norway.", .question),
        Row("How do I return the lamp? And can you refund the postage?", .question, .request),
        Row("This is ridiculous."),
        Row("Worst company ever. I'm so angry."),
        Row("Are you kidding me?"),
        Row("What a joke you people are."),
        Row("Thank you so much, everything is lovely!"),
        Row("Thanks for your help."),
        Row("Hi there,\n\nbest wishes,\nAnna"),
        Row("I look forward to hearing from you."),
        Row("Hello,\nmy parcel has not arrived.\nKind regards,\nPlease Smith", .complaint),
        Row("Two of the six glasses were smashed.", .complaint),
        Row("You sent me the wrong size.", .complaint),
        Row("The lid is missing.", .complaint),
        Row("I've been charged twice.", .complaint),
        Row("I can't log in.", .complaint),
        Row("I'd like to exchange the red one for the blue one.", .request),
        Row("I want my money back.", .request),
        Row("Is the pan suitable for induction?", .question),
        Row("do you ship to France", .question),
        Row("Any news on my order?", .question),
        Row("Let me know what I should do.", .request),
        Row("All sorted now, the parcel turned up at the neighbour's."),
        Row("I ordered two mugs on Monday."),
        Row("My order number is 48213."),
        Row("The discount code doesn't work.", .complaint),
        Row("You said it would arrive by Friday."),
        Row("It was supposed to be here by Monday and it hasn't arrived.", .complaint),
        Row("Can I swap it for a bigger one?", .question),
        Row("I'd like to know when the kettle is back in stock.", .question),
        Row("Send me the invoice asap", .request, .deadline),
        Row("> Where is my order?\nIt has arrived, thanks."),
        Row("No one has answered my emails.", .complaint),
        Row("I don't know how to return it.", .question),
        Row("The handle came off after a week.", .complaint),
        Row("My kettle stopped working.", .complaint),
        Row("Good morning! Could someone call me back?", .request),
        Row("I love the colour."),
        Row("Honestly, I've had it with you."),
        Row("Is it too much to ask?"),
        Row("Wann kommt mein Paket?", .question),
        Row("Bitte stornieren Sie meine Bestellung.", .request),
        Row("Die Tasse ist zerbrochen angekommen.", .complaint),
        Row("Ich brauche den Topf bis Freitag.", .deadline),
        Row("Guten Tag,\nich warte immer noch auf mein Geld.\nMit freundlichen Grüßen\nJana Bitte", .complaint),
        Row("Vielen Dank für Ihre Hilfe!"),
        Row("Das ist eine Frechheit."),
        Row("Könnten Sie mir eine Rechnung schicken?", .request),
        Row("Où est ma commande ?", .question),
        Row("Le vase est arrivé cassé.", .complaint),
        Row("Veuillez annuler ma commande.", .request),
        Row("Je n'ai toujours rien reçu.", .complaint),
        Row("Merci beaucoup pour votre aide."),
        Row("J'en ai besoin avant vendredi.", .deadline),
        Row("¿Dónde está mi pedido?", .question),
        Row("La tetera llegó rota.", .complaint),
        Row("Quiero devolver la lámpara.", .request),
        Row("Muchas gracias por todo."),
        Row("Lo necesito antes del viernes.", .deadline),
        Row("Qué vergüenza."),
    ]

    @Test(arguments: table)
    func aMessageHoldsTheAsksAReaderSees(_ row: Row) {
        #expect(Asks.extract(row.text).map(\.kind) == row.kinds)
    }

    /// How quick we were asks for nothing; how quick we are to be does.
    @Test(arguments: [
        Row("Nora war super und hat mir sofort geholfen!"), Row("Sie haben umgehend reagiert, vielen Dank."),
        Row("Mir wurde sofort geholfen."), Row("Ihr Kollege half sofort."), Row("Man hat mich sofort angerufen."),
        Row("Das Geld wurde innerhalb von 2 Tagen erstattet."), Row("Nora helped me immediately!"),
        Row("I got an answer right away."), Row("The money was back within 2 days."),
        Row("She called me back at once."),
        Row("Nora m'a immédiatement aidée !"), Row("Vous avez répondu immédiatement, merci."),
        Row("J'ai été remboursé sous 2 jours."), Row("¡Nora me ayudó de inmediato!"),
        Row("Me han respondido inmediatamente."), Row("Nos atendieron de inmediato."),
        Row("Ich brauche sofort eine Antwort.", .deadline), Row("Die Karte muss sofort gesperrt werden.", .deadline),
        Row("Ich habe zweimal geschrieben, antworten Sie sofort!", .deadline),
        Row("Ich habe bezahlt und erwarte umgehend eine Antwort.", .deadline),
        Row("It must be replaced immediately.", .deadline), Row("I wrote twice, so call back at once.", .deadline),
        Row("Get it fixed right away.", .deadline), Row("Il faut répondre immédiatement.", .deadline),
        Row("J'ai payé, répondez immédiatement.", .deadline), Row("Necesito una respuesta de inmediato.", .deadline),
    ])
    func howQuickWeWereAsksForNothing(_ row: Row) {
        #expect(Asks.extract(row.text).map(\.kind).contains(.deadline) == row.kinds.contains(.deadline))
        if row.kinds.isEmpty { #expect(Asks.extract(row.text).isEmpty) }
    }

    @Test(arguments: table)
    func aQuoteIsAnExactPartOfTheText(_ row: Row) {
        let bytes = Array(row.text.utf8)
        for ask in Asks.extract(row.text) {
            #expect(String(decoding: bytes[ask.start..<ask.end], as: UTF8.self) == ask.quote)
        }
    }

    @Test func aSentenceWithTwoAsksIsQuotedInTwoParts() {
        let quotes = Asks.extract("The cup is broken and where is my refund?").map(\.quote)
        #expect(quotes == ["The cup is broken", "where is my refund?"])
    }

    @Test func aParaphraseSpeaksFromOurSide() {
        #expect(Asks.extract("How do I return my lamp?").first?.paraphrase == "How do you return your lamp")
    }

    @Test func aTextWithoutWordsHoldsNoAsk() {
        for text in ["", " \n\n ", "???", "🙂", "-- "] { #expect(Asks.extract(text).isEmpty) }
    }

    @Test(arguments: [
        ("Could you tell us your order number?", true),
        (
            "Hello Ann,\n\nthank you for writing. We are sorry to hear that. Which of the two lamps is it, and since when?\n\nKind regards\nNora",
            true
        ),
        ("Guten Tag, vielen Dank. Welche Bestellnummer haben Sie?", true),
        ("Bonjour, nous sommes désolés. Pouvez-vous nous envoyer une photo ?", true),
        ("Buenos días. ¿Nos puede decir el número de pedido?", true),
        ("Your pan left on Monday. Is there anything else?", false),
        ("Please send it back. Do you need a label?", false),
        ("Please send us your order number.", true), ("Please let us know your order number.", true),
        ("Please send us a photo. We will look into it as soon as you do.", true),
        ("I would like to check this for you. Please let me know which of the two lamps it is.", true),
        ("Could you send us a photo? Please let us know if you need anything else.", true),
        ("Bitte nennen Sie uns Ihre Bestellnummer. Dann sehen wir gleich nach.", true),
        ("Bitte teilen Sie uns mit, welche Lampe es ist, damit wir nachsehen können.", true),
        ("Um das zu prüfen, brauchen wir noch Ihre Bestellnummer.", true),
        ("Pourriez-vous nous indiquer votre numéro de commande. Merci d'avance.", true),
        ("Merci de nous envoyer une photo de la lampe.", true),
        ("Indíquenos, por favor, su número de pedido.", true),
        ("Envíenos una foto, por favor, para que podamos revisarlo.", true),
        ("The lamp left on Monday. Please let us know if you need anything else.", false),
        ("Please let us know if you have any questions.", false),
        ("Please send the lamp back to us with the label below.", false),
        ("Please send us the lamp, we will pay for it.", false),
        ("Die Lampe ist unterwegs. Bitte sagen Sie uns, falls Sie noch Fragen haben.", false),
        ("Bitte schicken Sie uns die Lampe zurück, das Etikett liegt bei.", false),
        ("La lampe est partie lundi. N'hésitez pas à nous écrire.", false),
        ("La lámpara salió el lunes. Díganos si necesita algo más.", false),
        ("En cuanto a su pedido, salió ayer. ¿Le llegó?", false), ("We will refund you today.", false),
        ("Thank you!", false),
        ("Sorry for the wait, your refund of 45 EUR left today. Is there anything else?", false),
        ("Es tut uns leid, wir haben es Ihnen heute erstattet. Brauchen Sie noch etwas?", false),
        ("Thank you for your patience, the new lamp left on Monday. Did it arrive?", false),
        ("We are sorry for the trouble and have sent another one. Is that all right?", false),
        ("You can download your invoice here: https://shop.example/i?id=5", false),
        ("Your invoice is at https://shop.example/i?id=5 now.", false),
        ("Danke für Ihre Geduld. Wir brauchen noch zwei Tage.", false),
        ("Wir brauchen noch zwei Tage, um Ihre Adresse zu prüfen.", false),
        ("We still need two days to check it.", false), ("We still need your patience.", false),
        ("I can confirm your refund left today.", false), ("We confirm that you will get 45 EUR back.", false),
        ("The carrier let us know the parcel is at your door.", false),
        ("Il nous faut encore deux jours.", false), ("Nous avons encore besoin de deux jours.", false),
        ("Necesitamos dos días más.", false),
        ("We refunded you today, is that all right?", false),
        ("Please tell us your order number, your refund left today.", false),
        ("We will take care of it today. Which lamp is it?", false),
        ("I'll take care of it. Which lamp is it?", false),
        ("Which lamp is it? We are looking forward to your reply.", true),
        ("We regret that we do not ship to Norway. Which lamp is it?", false),
        ("Nous regrettons de ne pas livrer en Suisse. Quelle lampe est-ce ?", false),
        ("Merci de nous renvoyer la lampe.", false), ("Schicken Sie uns bitte Ihre Lampe.", false),
        ("Once we have the part from our supplier we will send it. Which colour do you like?", false),
        ("We still need your order number.", true), ("We need a photo of the lamp from you.", true),
        ("To check this, please send us your order number.", true),
        ("Wir brauchen noch Ihre Bestellnummer.", true),
        ("Thanks for your message. To help you further I need your order number.", true),
        ("I am sorry to hear that your lamp arrived broken. Could you send us a photo of it?", true),
        ("Bonjour, merci pour votre message. Afin de vérifier, merci de nous communiquer votre numéro.", true),
        ("Hola Ana, gracias por escribirnos. Para poder ayudarle, ¿podría indicarnos su número de pedido?", true),
        ("To make up for it we sent you 5 EUR. Which lamp is it?", false),
        ("To check it we need two days and your patience.", false),
        ("When you send it back we refund it. Which lamp is it?", false),
        ("Il nous faut encore votre numéro de commande.", true), ("Necesitamos su número de pedido.", true),
        ("Hello Ann, could you tell us which lamp it is? Please let us know if you have any questions.", true),
        ("", false),
    ]) func aTextThatOnlyAsksIsToldFromAnAnswer(_ text: String, _ asks: Bool) {
        #expect(Asks.isAll(text) == asks)
    }

    @Test(arguments: [
        "until Monday", "bis Montag", "hasta el lunes", "my refund please", "Well?", "for my old address",
        "Are you even reading my mails?", "How many times do I have to write?", "Is anybody there at all?",
        "Lesen Sie überhaupt meine Mails?", "Wie oft muss ich noch schreiben?", "Combien de fois dois-je écrire ?",
        "¿Cuántas veces tengo que escribir?", "What kind of service is this?",
    ])
    func aReproachAndAFragmentSayNothingThatCouldBeDone(_ quote: String) {
        #expect(!Asks.isQuotable(quote))
    }

    @Test(arguments: [
        "Where is my order?", "Can I pay later?", "please send me a new bowl", "the bowl arrived broken",
        "Wo ist mein Paket?", "Die Schale kam zerbrochen an", "Où est ma commande ?", "Je voudrais un remboursement",
        "¿Dónde está mi pedido?", "Quiero devolver el cuenco", "How much longer will it take?",
    ])
    func anAskThatSaysWhatThereIsToDoCanBeQuoted(_ quote: String) {
        #expect(Asks.isQuotable(quote))
    }
}
