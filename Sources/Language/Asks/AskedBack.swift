/// Knows sentences by which a service asks a customer for something that it needs to go on: "Please let us know your order number."
///
/// That is a question without its mark. An instruction is none ("please send the pan back to us"), nor is the offer at the end of an
/// answer ("please let us know if you need anything else"): so what is asked for stands in the phrase, and has to be something that
/// only the customer can tell or show.
enum AskedBack {
    /// What a sentence does in a text that asks back.
    enum Role {
        case asks
        /// It asks nothing and answers nothing: an offer of help, why something is asked, what follows once it is told.
        case accompanies
        case tells
    }

    static func role(of sentence: String) -> Role {
        let words = FoldedText(sentence).strings
        if offers.isFound(in: words) { return .accompanies }
        if isQuestion(sentence) || requests.isFound(in: words) { return .asks }
        return words.count <= 24 && company.isFound(in: words) ? .accompanies : .tells
    }

    private static func isQuestion(_ sentence: String) -> Bool {
        sentence.last { !$0.isWhitespace && !"\"'”»)]".contains($0) } == "?"
    }

    private static let requests = PhraseList(
        listing: """
            let us know your, let us know the, let us know which, let us know what, let us know when, let us know where, let us know
            how, let us know whether, let us know if you prefer, let us know if you would rather, let me know your, let me know the,
            let me know which, let me know what, let me know when, let me know where, let me know how, let me know whether, let me
            know if you prefer, tell us your, tell us the, tell us which, tell us what, tell us when, tell us where, tell us how,
            tell us whether, tell me your, tell me the, tell me which, tell me what, tell me when, tell me where, tell me how, tell
            me whether, give us your, give us the, give me your, give me the, send us your address, send us _
            photo*, send us _ picture*, send us _ number, send us _ screenshot*, send us _ copy, send us _ invoice, send us _ receipt,
            send us _ details, send me your address, send me _ photo*, send me _ picture*, send me _ number,
            send me _ screenshot*, send me _ copy, send me _ invoice, send me _ receipt, send me _ details, confirm your, confirm
            which, confirm whether, confirm that you, provide your, provide us with, provide me with, provide the order, share your,
            share the order, share _ photo*, we need your, we still need, we need to know, i need your, i still need, i need to
            know, reply with your, reply with the order, reply with _ photo*, reply with _ picture*,
            nennen sie uns, nennen sie mir, uns bitte ihre, mir bitte ihre, teilen sie uns, teilen sie mir, sagen sie uns, sagen sie
            mir, lassen sie uns wissen, lassen sie mich wissen, geben sie uns _ an, geben sie uns _ nummer, geben sie uns ihre,
            geben sie mir ihre, schicken sie uns _ foto*, schicken sie uns _ bild*, schicken sie uns _ kopie, schicken sie uns _
            rechnung, schicken sie uns _ bestellnummer, schicken sie mir _ foto*, schicken sie mir _ bild*, senden sie uns _ foto*,
            senden sie uns _ bild*, senden sie uns _ kopie, senden sie uns _ rechnung, senden sie uns _ bestellnummer, senden sie mir
            _ foto*, schreiben sie uns _ welche*, schreiben sie uns _ ob, schreiben sie uns _ wann, schreiben sie uns _ wie,
            bestätigen sie uns, wir brauchen noch, wir benötigen noch, wir brauchen ihre, wir benötigen ihre, brauchen wir noch,
            benötigen wir noch, brauchen wir ihre, benötigen wir ihre, brauche ich ihre, brauche ich noch, benötige ich ihre,
            benötige ich noch, uns fehlt noch, fehlt uns noch,
            pourriez vous nous, pourriez vous me, pouvez vous nous, pouvez vous me, merci de nous, merci de me, veuillez nous indiquer,
            veuillez nous communiquer, veuillez nous préciser, veuillez nous envoyer, veuillez nous donner, veuillez nous dire,
            veuillez nous confirmer, veuillez m'indiquer, merci de m'indiquer, merci de m'envoyer, indiquez nous, indiquez moi,
            précisez nous, dites nous, dites moi, communiquez nous, donnez nous votre, donnez nous le, faites nous savoir, envoyez
            nous _ photo*, envoyez nous _ numéro, envoyez nous _ copie, envoyez nous _ facture, il nous faut encore, il nous faut
            votre, il nous manque, nous avons besoin de votre, nous avons besoin d'une photo, nous avons encore besoin, confirmez
            nous,
            indíquenos, indíqueme, díganos, dígame, comuníquenos, háganos saber, confírmenos, facilítenos, denos su, envíenos _
            foto*, envíenos _ número, envíenos _ copia, envíenos _ factura, mándenos _ foto*, mándenos _ número, envíeme _ foto*,
            podría indicarnos, podría decirnos, podría enviarnos _ foto*, podría enviarnos _ número, podría darnos, podría
            confirmarnos, podría facilitarnos, puede indicarnos, puede decirnos, puede darnos, puede enviarnos _ foto*, puede
            enviarnos _ número, necesitamos su, necesitamos saber, necesitamos una foto, necesito su, necesito saber, nos falta
            """)

    private static let offers = PhraseList(
        listing: """
            if you need, if you have, if you would like anything, if anything, if there is anything, anything else, any further, any
            other question*, any more question*, any questions, should you, at any time, if we can help, if i can help, whenever you
            like,
            falls sie, falls noch, wenn sie noch, wenn noch, sollten sie, sollte noch, weitere fragen, noch fragen, jederzeit, sonst
            noch,
            si vous avez, si vous souhaitez, si besoin, n'hésitez, autre question, toute question, d'autres questions, autre chose,
            si tiene, si necesita, si desea, cualquier duda, cualquier otra, cualquier pregunta, no dude, algo más, alguna duda
            """)

    private static let company = PhraseList(
        listing: """
            as soon as we have, as soon as you, once we have, once you, when we have it, with that we, with it we, then we can, then we
            will, we will then, we can then, so that we can, so we can, that way, would like to check, would like to look, would like
            to help, would like to find, happy to check, happy to look, happy to help, glad to check, glad to look, glad to help,
            sobald wir, sobald sie, sobald uns, dann können, dann sehen wir, dann kümmern, damit können, damit wir, danach sehen, gern
            nachsehen, gerne nachsehen, gern prüfen, gerne prüfen, gern helfen, gerne helfen, helfen wir gern*, helfe ich gern*,
            würden wir _ prüfen, möchten wir _ prüfen,
            dès que nous, dès que vous, dès réception, afin que nous, afin de pouvoir, nous pourrons, ensuite nous, nous allons
            ensuite, nous aimerions vérifier, nous aimerions regarder,
            en cuanto nos, en cuanto lo, en cuanto la, en cuanto tengamos, en cuanto recibamos, así podremos, así podemos, para
            que podamos, nos gustaría comprobar, nos gustaría revisar
            """)
}
