/// Better wordings for the rules that are more than phrases, in the gate's languages.
enum GateAdvice {
    case shouting, deadEnd, feelings, questions, hollow, undated, past, tooMuch, tooFar, leak

    func text(_ language: String) -> String {
        let texts: (en: String, de: String, fr: String, es: String) =
            switch self {
            case .shouting:
                (
                    "Write it quietly: no words in capitals, one full stop.",
                    "Schreiben Sie es ruhig: keine Wörter in Großbuchstaben, ein Punkt genügt.",
                    "Écrivez-le calmement : pas de mots en capitales, un seul point.",
                    "Escríbalo con calma: sin palabras en mayúsculas, con un solo punto."
                )
            case .deadEnd:
                (
                    "Add what the customer can have or do instead: \"What I can do is …\"",
                    "Sagen Sie dazu, was stattdessen geht: \"Ich kann Ihnen stattdessen …\"",
                    "Ajoutez ce qui est possible à la place : « Je peux en revanche … »",
                    "Añada qué se puede hacer en su lugar: «Lo que sí puedo ofrecerle es …»"
                )
            case .feelings:
                (
                    "Begin with what you heard: \"I am sorry that … I understand how annoying this is.\"",
                    "Beginnen Sie mit dem, was Sie gehört haben: \"Es tut mir leid, dass … Ich verstehe, wie ärgerlich das ist.\"",
                    "Commencez par ce que vous avez entendu : « Je suis désolé que … Je comprends votre déception. »",
                    "Empiece por lo que ha oído: «Siento que … Entiendo lo molesto que es»."
                )
            case .questions:
                (
                    "Ask at most two questions, the ones you cannot go on without.",
                    "Stellen Sie höchstens zwei Fragen: die, ohne die es nicht weitergeht.",
                    "Posez au plus deux questions, celles sans lesquelles on ne peut pas avancer.",
                    "Haga como mucho dos preguntas: aquellas sin las que no se puede seguir."
                )
            case .hollow:
                (
                    "Say what is new, or who is waited for and until when: \"The carrier searches its depot; its answer is due on Tuesday.\"",
                    "Sagen Sie, was neu ist oder auf wen gewartet wird und bis wann: \"Der Paketdienst sucht im Depot; seine Antwort kommt bis Dienstag.\"",
                    "Dites ce qui est nouveau, ou qui on attend et jusqu'à quand : « Le transporteur cherche dans son dépôt ; sa réponse est prévue mardi. »",
                    "Diga qué hay de nuevo, o a quién se espera y hasta cuándo: «El transportista busca en su almacén; su respuesta llega el martes»."
                )
            case .undated:
                (
                    "Say until when: \"… by Friday noon\", \"… within 2 business days\".",
                    "Sagen Sie, bis wann: \"… bis Freitagmittag\", \"… innerhalb von 2 Werktagen\".",
                    "Dites jusqu'à quand : « … avant vendredi midi », « … sous 2 jours ouvrés ».",
                    "Diga hasta cuándo: «… antes del viernes a mediodía», «… en 2 días laborables»."
                )
            case .past:
                (
                    "The day named here is past: name the one that will be kept.",
                    "Der genannte Tag ist vorbei: Nennen Sie einen, der gehalten wird.",
                    "Le jour indiqué est passé : indiquez celui qui sera tenu.",
                    "El día indicado ya pasó: indique uno que se cumpla."
                )
            case .tooMuch:
                (
                    "This amount is beyond what you may grant: offer what you may, or ask for approval first.",
                    "Dieser Betrag übersteigt, was Sie gewähren dürfen: Bieten Sie weniger an oder holen Sie erst die Freigabe.",
                    "Ce montant dépasse ce que vous pouvez accorder : proposez moins ou demandez d'abord l'accord.",
                    "Este importe supera lo que usted puede conceder: ofrezca menos o pida antes la aprobación."
                )
            case .tooFar:
                (
                    "This day is later than you may promise: name an earlier one, or say when the next word comes.",
                    "Dieser Tag liegt später, als Sie zusagen dürfen: Nennen Sie einen früheren oder den Tag der nächsten Nachricht.",
                    "Ce jour est plus tardif que ce que vous pouvez promettre : donnez-en un plus proche ou la date des prochaines nouvelles.",
                    "Este día es posterior a lo que usted puede prometer: indique uno anterior o cuándo llegarán noticias."
                )
            case .leak:
                (
                    "Take this out: it belongs inside the house or was left behind by a template.",
                    "Nehmen Sie das heraus: Es gehört ins Haus oder ist von einer Vorlage übrig.",
                    "Retirez ceci : cela reste en interne ou vient d'un modèle incomplet.",
                    "Quite esto: es interno o quedó de una plantilla."
                )
            }
        return switch language {
        case "de": texts.de
        case "fr": texts.fr
        case "es": texts.es
        default: texts.en
        }
    }
}
