/// What escalation's texts to a customer are filled with, where the templates leave a place.
struct CustomerPhrases: Sendable {
    /// Who looks after the case, and what is waited for.
    var awaited: @Sendable (_ advocate: String) -> String
    /// What is waited for, and from whom, as a colleague has written it down.
    var awaitedFrom: @Sendable (_ what: String?, _ from: String) -> String
    /// Says what is waited for.
    var waiting: @Sendable (_ awaited: String) -> String
    /// What is being worked on; the customer's own words stand below it.
    var working: String
    /// What is late; the promise stands below it.
    var owed: String
    /// To whom their wish for somebody in charge went.
    var inCharge: @Sendable (_ colleagues: [String]) -> String
    /// Who was brought in.
    var helping: @Sendable (_ colleagues: [String]) -> String
    /// Said in place of a question that cannot be told any more.
    var question: @Sendable (_ asked: String) -> String
    /// What happened, in the closing note after a question that was never answered.
    var closing: @Sendable (_ asked: String) -> String
    /// What happened, in the closing note after the customer called it solved.
    var settled: String
    /// Owns that a promise was not kept; the promise stands below.
    var amends: String
    /// Owns that an answer is late.
    var lateAnswer: String
    /// Owns that word of where it stands is late.
    var lateUpdate: String
    /// What is offered for it.
    var offer: @Sendable (_ sum: String) -> String
    /// What happens about it.
    var mending: @Sendable (_ advocate: String) -> String

    /// Languages that have phrases.
    static let languages = ["en", "de", "fr", "es"]

    /// "Nora, Tomas and Edda".
    private static func list(_ names: [String], _ and: String) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " \(and) " + (names.last ?? "")
    }

    /// "Nora, Tomás e Inés".
    private static func spanishList(_ names: [String]) -> String {
        list(names, ["I", "Hi"].contains(where: (names.last ?? "").hasPrefix) ? "e" : "y")
    }

    static func `in`(_ language: String) -> CustomerPhrases { all[language] ?? english }

    private static let english = CustomerPhrases(
        awaited: { "an answer from \($0), who looks after your case" },
        awaitedFrom: { what, from in what.map { "\($0), from \(from)" } ?? "word from \(from)" },
        waiting: { "What we are still waiting for is \($0)." },
        working: "This is what we are working on for you:",
        owed: "This is still to come, and it is ours to put right:",
        inCharge: { "Your wish to speak to somebody in charge has gone to \(list($0, "and"))." },
        helping: { "We have asked \(list($0, "and")) to help." },
        question: { "your reply to our mail of \($0)" },
        closing: { "On \($0) we wrote to you with a question and have had no reply since." },
        settled: "You told us that it is solved, and we are glad to hear it.",
        amends: "We have not kept our word to you, and we are sorry. This is what we had said:",
        lateAnswer: "You should have had our answer by now, and we are sorry that it takes us longer.",
        lateUpdate: "You should have heard from us by now where your case stands, and we are sorry for the wait.",
        offer: { "To make up for it, we offer you a voucher of \($0). A yes in reply to this mail is enough." },
        mending: { "\($0), who looks after your case, has been told." })

    private static let all = [
        "en": english,
        "de": CustomerPhrases(
            awaited: { "die Antwort von \($0), zuständig für Ihr Anliegen" },
            awaitedFrom: { what, from in what.map { "\($0) (von \(from))" } ?? "Nachricht von \(from)" },
            waiting: { "Wir warten noch auf \($0)." },
            working: "Daran arbeiten wir für Sie:",
            owed: "Das steht noch aus, und es ist an uns, es in Ordnung zu bringen:",
            inCharge: {
                "Ihren Wunsch, mit jemandem in leitender Stellung zu sprechen, haben wir an \(list($0, "und")) weitergegeben."
            },
            helping: { "Wir haben \(list($0, "und")) um Hilfe gebeten." },
            question: { "Ihre Antwort auf unsere Nachricht vom \($0)" },
            closing: { "Wir haben Ihnen am \($0) eine Frage geschickt und seither keine Antwort bekommen." },
            settled: "Sie haben uns gesagt, dass es gelöst ist, und das freut uns.",
            amends: "Wir haben unser Wort nicht gehalten, und das tut uns leid. Das hatten wir gesagt:",
            lateAnswer:
                "Unsere Antwort hätte schon bei Ihnen sein sollen. Es tut uns leid, dass es bei uns länger dauert.",
            lateUpdate:
                "Wir hätten Ihnen schon schreiben sollen, wie es um Ihr Anliegen steht. Es tut uns leid, dass Sie warten mussten.",
            offer: {
                "Als Wiedergutmachung bieten wir Ihnen einen Gutschein über \($0) an. Ein Ja als Antwort auf diese Mail genügt."
            },
            mending: { "\($0) ist für Ihr Anliegen zuständig und weiß Bescheid." }),
        // No "de" and no "que" stands before a name: it would have to lose its vowel before some.
        "fr": CustomerPhrases(
            awaited: { "la réponse que doit vous donner \($0), qui s'occupe de votre demande" },
            awaitedFrom: { what, from in what.map { "\($0) (par \(from))" } ?? "la réponse que nous doit \(from)" },
            waiting: { "Nous attendons encore \($0)." },
            working: "Voici ce sur quoi nous travaillons pour vous :",
            owed: "Voici ce que nous vous devons encore, et c'est à nous d'y remédier :",
            inCharge: { "Votre souhait de parler à un responsable a été transmis à \(list($0, "et"))." },
            helping: { "Nous avons demandé de l'aide à \(list($0, "et"))." },
            question: { "votre réponse à notre courriel du \($0)" },
            closing: { "Nous vous avons posé une question le \($0) et n'avons pas eu de réponse depuis." },
            settled: "Vous nous avez dit que c'est résolu, et nous en sommes heureux.",
            amends: "Nous n'avons pas tenu parole, et nous en sommes désolés. Voici ce que nous avions dit :",
            lateAnswer:
                "Vous auriez déjà dû recevoir notre réponse, et nous sommes désolés que cela nous prenne plus de temps.",
            lateUpdate:
                "Nous aurions déjà dû vous écrire où en est votre demande, et nous sommes désolés de cette attente.",
            offer: {
                "Pour nous faire pardonner, nous vous offrons un bon d'achat de \($0). Un oui en réponse à ce courriel suffit."
            },
            mending: { "\($0), qui s'occupe de votre demande, est au courant." }),
        "es": CustomerPhrases(
            awaited: { "la respuesta de \($0), que lleva su caso" },
            awaitedFrom: { what, from in what.map { "\($0), de parte de \(from)" } ?? "noticias de \(from)" },
            waiting: { "Seguimos a la espera de \($0)." },
            working: "En esto estamos trabajando para usted:",
            owed: "Esto está pendiente, y nos toca a nosotros arreglarlo:",
            inCharge: { "Hemos trasladado su deseo de hablar con un responsable a \(spanishList($0))." },
            helping: { "Hemos pedido ayuda a \(spanishList($0))." },
            question: { "su respuesta a nuestro correo del \($0)" },
            closing: { "El \($0) le hicimos una pregunta y desde entonces no hemos tenido respuesta." },
            settled: "Nos ha dicho que está resuelto, y nos alegra saberlo.",
            amends: "No hemos cumplido nuestra palabra y lo sentimos. Esto es lo que habíamos dicho:",
            lateAnswer: "Ya debería tener nuestra respuesta, y sentimos que nos esté llevando más tiempo.",
            lateUpdate: "Ya deberíamos haberle contado cómo va su caso, y sentimos la espera.",
            offer: {
                "Para compensarle, le ofrecemos un vale de \($0). Basta con un sí en respuesta a este correo."
            },
            mending: { "\($0), que lleva su caso, ya está al tanto." }),
    ]
}
