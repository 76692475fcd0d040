import Testing

@testable import Language

struct LanguageIdentifierTests {
    /// Written apart from the profiles.
    static let sentences: [(String, String)] = [
        ("en", "My kettle leaks from the bottom."), ("en", "can someone ring me about the sofa"),
        ("en", "Which colours does the rug come in?"),
        ("en", "The driver left it in the rain."), ("en", "Unfortunately nobody picked up the phone."),
        ("en", "wrong size again"),
        ("en", "I would rather have a voucher."), ("en", "Our neighbours got theirs already"), ("en", "please refund"),
        ("en", "Lovely plates!"),
        ("de", "Der Griff der Kanne ist abgebrochen."), ("de", "Habt ihr den Teppich auch in Grün?"),
        ("de", "Warum dauert das so lange?"),
        ("de", "Ich hätte lieber einen Gutschein."), ("de", "Der Fahrer hat geklingelt und ist gleich weitergefahren."),
        ("de", "bitte um Rückruf"),
        ("de", "falsche Größe geliefert"), ("de", "Unsere Nachbarn haben ihre Teller schon."),
        ("de", "Wunderschöne Gläser!"), ("de", "Leider undicht"),
        ("fr", "Le manche de la casserole est tombé."), ("fr", "Avez-vous ce tapis en vert ?"),
        ("fr", "Pourquoi est-ce si long ?"),
        ("fr", "Je préférerais un bon d'achat."), ("fr", "Le livreur a laissé le carton sous la pluie."),
        ("fr", "rappelez-moi vite"),
        ("fr", "mauvaise taille"), ("fr", "Nos voisins ont déjà reçu leurs assiettes."),
        ("fr", "De très jolis verres !"), ("fr", "Elle fuit"),
        ("es", "El mango de la olla se ha caído."), ("es", "¿Tenéis esta alfombra en verde?"),
        ("es", "¿Por qué tardan tanto?"),
        ("es", "Preferiría un vale de compra."), ("es", "El repartidor dejó la caja bajo la lluvia."),
        ("es", "llámenme pronto"),
        ("es", "talla equivocada"), ("es", "Nuestros vecinos ya tienen sus platos."), ("es", "¡Qué vasos tan bonitos!"),
        ("es", "Pierde agua"),
        ("it", "Il manico della pentola si è staccato."), ("it", "Avete questo tappeto in verde?"),
        ("it", "Perché ci vuole così tanto?"),
        ("it", "Preferirei un buono acquisto."), ("it", "Il corriere ha lasciato la scatola sotto la pioggia."),
        ("it", "richiamatemi presto"),
        ("it", "taglia sbagliata"), ("it", "I nostri vicini hanno già i loro piatti."), ("it", "Che bei bicchieri!"),
        ("nl", "Het handvat van de pan is eraf gevallen."), ("nl", "Heeft u dit tapijt ook in het groen?"),
        ("nl", "Waarom duurt het zo lang?"),
        ("nl", "Ik heb liever een tegoedbon."), ("nl", "De bezorger liet de doos in de regen staan."),
        ("nl", "bel me snel terug"),
        ("nl", "verkeerde maat"), ("nl", "Onze buren hebben hun borden al."), ("nl", "Wat een mooie glazen!"),
        ("pt", "O cabo da panela caiu."), ("pt", "Vocês têm este tapete em verde?"),
        ("pt", "Por que está demorando tanto?"),
        ("pt", "Eu preferia um vale de compras."), ("pt", "O entregador deixou a caixa na chuva."),
        ("pt", "liguem-me depressa"),
        ("pt", "tamanho errado"), ("pt", "Os nossos vizinhos já têm os pratos deles."),
        ("pt", "Que copos tão bonitos!"),
        ("pl", "Odpadła rączka od garnka."), ("pl", "Czy jest ten dywan w kolorze zielonym?"),
        ("pl", "Dlaczego to tyle trwa?"),
        ("pl", "Wolałabym bon zakupowy."), ("pl", "Kurier zostawił pudełko na deszczu."), ("pl", "oddzwońcie szybko"),
        ("pl", "zły rozmiar"), ("pl", "Nasi sąsiedzi mają już swoje talerze."), ("pl", "Jakie ładne szklanki!"),
    ]

    @Test func shortSentencesAreToldApart() {
        let identifier = LanguageIdentifier()
        let answers = Self.sentences.map { ($0.0, $0.1, identifier.rank($0.1).first, identifier.identify($0.1)) }
        let right = answers.count { $0.2?.language == $0.0 }
        let sure = answers.filter { $0.3 != nil }
        let wrong = sure.filter { $0.3?.language != $0.0 }
        print("language: \(right) of \(answers.count) first, sure of \(sure.count), wrong when sure \(wrong.count)")
        print(
            answers.filter { $0.2?.language != $0.0 }.map {
                "\($0.1) -> \($0.2?.language ?? "-") \($0.2?.confidence ?? 0)"
            })
        #expect(Double(right) / Double(answers.count) >= 0.95)
        #expect(Double(sure.count) / Double(answers.count) >= 0.75)
        #expect(wrong.count <= 1)
    }

    @Test(arguments: ["", "12345", "ok", "🙂🙂", "Где мой заказ?", "注文はどこですか", "أين طلبي", "HT-20391", "xkq zzv wqp"])
    func unsureIsAnAnswer(_ text: String) {
        #expect(LanguageIdentifier().identify(text) == nil)
    }

    @Test(arguments: [
        "Hol van a csomagom, kérem szépen?", "Missä minun tilaukseni viipyy?", "Siparişim nerede kaldı acaba?",
        "Kde zůstala moje objednávka, prosím?",
    ])
    func aLanguageWithoutProfileIsNotForcedIntoOne(_ text: String) {
        #expect(LanguageIdentifier().identify(text, confidence: 0.9) == nil)
    }
}
