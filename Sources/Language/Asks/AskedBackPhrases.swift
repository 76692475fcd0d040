/// The words by which `AskedBack` knows its sentences. Notation: see `PhraseList`.
enum AskedBackPhrases {
    /// What may stand before a request.
    static let leads = PhraseList(
        listing: """
            please, kindly, also, just, and, could you, can you, would you, may we ask you to, may i ask you to, for
            this, for that, bitte, und, auch, könnten sie, können sie, würden sie, dafür, dazu, hierfür, hierzu,
            merci de, veuillez, pouvez vous, pourriez vous, prière de, s'il vous plaît, et, pour cela,
            por favor, podría, podrían, puede, pueden, nos puede, nos podría, y, para ello
            """)

    /// Requests for what only the customer can tell or show, as a sentence begins with them.
    static let requests = PhraseList(
        listing: """
            let us know your, let us know the, let us know which, let us know what, let us know when, let us know where,
            let us know how, let us know whether, let us know if you prefer, let us know if you would rather, let me
            know your, let me know the, let me know which, let me know what, let me know when, let me know where, let me
            know how, let me know whether, let me know if you prefer, tell us your, tell us the, tell us which, tell us
            what, tell us when, tell us where, tell us how, tell us whether, tell me your, tell me the, tell me which,
            tell me what, tell me when, tell me where, tell me how, tell me whether, give us your, give us the, give me
            your, give me the, send us your address, send us _
            photo*, send us _ picture*, send us _ number, send us _ screenshot*, send us _ copy, send us _ invoice, send
            us _ receipt, send us _ details, send me your address, send me _ photo*, send me _ picture*, send me _
            number,
            send me _ screenshot*, send me _ copy, send me _ invoice, send me _ receipt, send me _ details, confirm
            your, confirm which, confirm whether, confirm that you, provide your, provide us with, provide me with,
            provide the order, share your, share the order, share _ photo*, we need to know _ you, we need to know _
            your, i need to know _ you, i need to know _ your, reply with your, reply with the order, reply with _
            photo*, reply with _ picture*,
            nennen sie uns, nennen sie mir, nennen sie bitte, teilen sie uns, teilen sie mir, sagen sie uns, sagen sie
            mir, lassen sie uns _ wissen, lassen sie mich _ wissen, geben sie uns _ an, geben sie uns _ nummer, geben
            sie uns _ ihre, geben sie mir _ ihre, schicken sie uns _ foto*, schicken sie uns _ bild*, schicken sie uns _
            kopie, schicken sie uns _ rechnung, schicken sie uns _ bestellnummer, schicken sie mir _ foto*, schicken sie
            mir _ bild*, senden sie uns _ foto*, senden sie uns _ bild*, senden sie uns _ kopie, senden sie uns _
            rechnung, senden sie uns _ bestellnummer, senden sie mir _ foto*, schreiben sie uns _ welche*, schreiben sie
            uns _ ob, schreiben sie uns _ wann, schreiben sie uns _ wie, bestätigen sie uns, uns _ nennen, uns _ sagen,
            uns _ mitteilen, uns _ bestätigen, mir _ nennen, mir _ sagen, mir _ mitteilen,
            nous indiquer, nous communiquer, nous préciser, nous donner, nous dire, nous confirmer, nous faire savoir,
            m'indiquer, me communiquer, me préciser, me donner, me dire, me confirmer, me faire savoir, nous envoyer _
            photo*, nous envoyer _ numéro, nous envoyer _ copie, nous envoyer _ facture, m'envoyer _ photo*, m'envoyer _
            numéro, m'envoyer _ copie, indiquez nous, indiquez moi, précisez nous, dites nous, dites moi, communiquez
            nous, donnez nous votre, donnez nous le, faites nous savoir, envoyez nous _ photo*, envoyez nous _ numéro,
            envoyez nous _ copie, envoyez nous _ facture, confirmez nous,
            indíquenos, indíqueme, díganos, dígame, comuníquenos, háganos saber, confírmenos, facilítenos, denos su,
            envíenos _ foto*, envíenos _ número, envíenos _ copia, envíenos _ factura, mándenos _ foto*, mándenos _
            número, envíeme _ foto*, indicarnos, decirnos, confirmarnos, facilitarnos, darnos su, enviarnos _ foto*,
            enviarnos _ número, decir, indicar, necesitamos saber _ su, necesitamos saber _ usted
            """)

    /// What we lack, as a sentence begins with it; a thing of the customer's has to follow.
    static let needs = PhraseList(
        listing: """
            we need, we still need, we only need, we just need, we also need, we would need, i need, i still need, i
            only need, i just need, all we need is, all i need is, what we need is,
            wir brauchen, wir benötigen, brauchen wir, benötigen wir, ich brauche, ich benötige, brauche ich, benötige
            ich, uns fehlt, uns fehlen, fehlt uns, fehlen uns, mir fehlt,
            il nous faut, il nous faudrait, il nous manque, il me faut, il me manque, nous avons besoin, nous avons
            encore besoin, nous aurions besoin, j'ai besoin,
            necesitamos, necesitaríamos, necesito, nos falta, nos faltan, nos hace falta
            """)

    static let fillers = wordSet(
        "still only just also please noch nur bitte jetzt dazu dafür encore juste de aún todavía solo sólo")
    static let theirs = wordSet("your ihr ihre ihren votre vos su sus")
    static let articles = wordSet("a an the one ein eine einen das die den un une le la una el d'un d'une")
    static let fromThem = PhraseList(listing: "from you, von ihnen, de votre part, de vous, de su parte, de usted")

    /// How the things end that only the customer has: "number", "Bestellnummer".
    static let things = [
        "number", "numbers", "photo", "photos", "picture", "pictures", "screenshot", "address", "date", "name",
        "invoice", "receipt", "size", "colour", "color", "details", "confirmation", "reply", "answer", "copy",
        "choice", "nummer", "nummern", "foto", "fotos", "bild", "bilder", "adresse", "anschrift", "datum", "rechnung",
        "beleg", "größe", "farbe", "angaben", "namen", "antwort", "bestätigung", "numéro", "nom", "facture", "reçu",
        "taille", "couleur", "coordonnées", "réponse", "copie", "número", "dirección", "fecha", "nombre", "factura",
        "recibo", "talla", "datos", "confirmación", "respuesta", "copia",
    ]

    /// Sentences that offer more help hold one of these.
    static let offers = PhraseList(
        listing: """
            if you need any*, if you need more, if you need help, if you need us, if you have any*, if you have more, if
            you have further, if you have other, if you have questions, if you would like anything, if there is
            anything, anything else, any further, any other question*, any more question*, any questions, at any time,
            if we can help, if i can help, whenever you like,
            falls sie noch, falls sie fragen, falls sie weitere, falls noch, wenn sie noch, wenn sie fragen, wenn sie
            weitere, wenn noch, sollten sie noch, sollten sie fragen, sollten sie weitere, sollte noch, weitere fragen,
            noch fragen, jederzeit, sonst noch, noch etwas,
            si vous avez d'autres, si vous avez des questions, si vous avez besoin, si vous avez encore, si vous avez la
            moindre, si besoin, n'hésitez, autre question, toute question, d'autres questions, autre chose,
            si tiene alguna, si tiene más, si tiene otra, si tiene dudas, si tiene preguntas, si tiene cualquier, si
            necesita algo, si necesita más, si necesita ayuda, cualquier duda, cualquier otra, cualquier pregunta, no
            dude, algo más, alguna duda
            """)

    /// And begin with one of these.
    static let offerOpenings = PhraseList(
        listing: """
            if you, if there, should you, let us know, let me know, tell us, write to us, write to me, write us, reply,
            call us, falls, wenn sie, wenn noch, sollten sie, sollte noch, sagen sie, schreiben sie, melden sie, rufen
            sie, lassen sie, bei weiteren,
            si vous, si besoin, n'hésitez, pour toute, dites, écrivez, appelez,
            si tiene, si necesita, si desea, no dude, para cualquier, díganos, escríbanos
            """)

    /// Why something is asked, or what follows once it is told, as a sentence begins with it.
    static let company = PhraseList(
        listing: """
            with that we, with it we, then we can, then we will, then i can, then i will, we will then, we can then, i
            will then, i can then, so that we can, so that i can, so we can, so i can, and we will, and we can, and i
            will, and i can, that way, this helps us, that helps us, we would like to check, we would like to look, we
            would like to help, we would like to find, i would like to check, i would like to look, i would like to
            help, i would like to find, we are happy to check, we are happy to look, we are happy to help, we are glad
            to check, we are glad to look, we are glad to help, i am happy to check, i am happy to look, i am happy to
            help, i am glad to help,
            dann können, dann kann, dann sehen, dann sehe, dann kümmern, dann prüfen, dann schauen, damit können, damit
            kann, damit wir, damit ich, so können wir, so kann ich, das hilft uns, danach sehen, gern sehen, gerne
            sehen, gern prüfen, gerne prüfen, gern helfen, gerne helfen, wir würden _ prüfen, wir möchten _ prüfen, wir
            helfen _ gern*, ich helfe _ gern*, afin que nous, afin de pouvoir, nous pourrons ensuite, nous pourrons
            alors, nous allons ensuite, ensuite nous, cela nous aide*, cela nous permettra, nous aimerions vérifier,
            nous aimerions regarder, merci d'avoir, merci de nous avoir, merci de votre,
            así podremos, así podemos, entonces podremos, para que podamos, nos gustaría comprobar, nos gustaría revisar
            """)

    /// What we undertake, which waits for the customer only where a trigger stands with it.
    static let undertakings = PhraseList(
        listing: """
            we will, we can, we'll, i will, i can, i'll, wir sehen, wir prüfen, wir schauen, wir kümmern, wir melden,
            wir werden, ich sehe, ich prüfe, ich werde, nous allons, nous pourrons, nous vérifi*, nous regard*, je vais,
            je pourrai, je vérifi*, podremos, lo revisaremos, lo comprobaremos
            """)

    /// What the customer does or sends in reply.
    static let triggers = PhraseList(
        listing: """
            as soon as you do, as soon as you reply, as soon as you answer, as soon as you let us, as soon as you tell,
            as soon as you send us, as soon as you have, as soon as we have it, as soon as we have that, as soon as we
            have this, as soon as we have them, as soon as we have your, once you do, once you reply, once you answer,
            once you let us, once you tell, once you send us, once we have it, once we have that, once we have this,
            once we have them, once we have your, when we have it, when we have your, with your,
            sobald sie antworten, sobald sie uns, sobald sie das, sobald uns ihre, sobald wir ihre, sobald wir sie _
            haben, sobald wir es haben, sobald wir das haben, sobald wir diese,
            dès que vous nous, dès que vous aurez répondu, dès que nous l'aurons, dès que nous les aurons, dès que nous
            aurons votre, dès réception,
            en cuanto nos, en cuanto lo tengamos, en cuanto la tengamos, en cuanto tengamos su, en cuanto recibamos su
            """)

    /// What may stand before a request and say what it is for.
    static let purposes = PhraseList(
        listing: "to, in order to, before, um, bevor, pour, afin de, avant de, para, antes de, en attendant")
    static let soThat = PhraseList(listing: "so that, damit, afin que, para que")

    static let kindness = PhraseList(
        listing: """
            are here, am here, happy to, glad to, gern, gerne, für sie da, à votre disposition, sommes là, a su
            disposición, encantados
            """)

    static let joiners = wordSet("and but und aber et mais y pero")

    static let ourselves = wordSet(
        "i we i'm i've i'll we're we've we'll wir ich nous je j'ai hemos estamos nosotros yo")

    static let subjects = wordSet(
        """
        i we he she it it's they this that there the our your my unser unsere es er das der die ihr ihre man il elle
        cela c'est votre notre le la les l'on su el los las esto lo le les ya
        """)

    /// Subjects by which a statement goes on behind a request.
    static let statements = wordSet(
        "it it's this that your our they das es ihr ihre unser unsere cela c'est votre notre il elle su esto")
}
