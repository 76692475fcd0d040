import Testing

@testable import Language

struct LanguageReaderTests {
    @Test(arguments: [
        ("Páseme con un supervisor.", "es"), ("Passez-moi un responsable.", "fr"), ("Geben Sie mir den Chef.", "de"),
    ])
    func twoOpinionsTellFewWords(_ text: String, _ language: String) throws {
        let path = MoodTests.modelPath.replacing("mood.model", with: "languages.model")
        #expect(try LanguageReader.load(path).identify(text)?.language == language)
    }

    static func reader() throws -> LanguageReader {
        try LanguageReader.load(MoodTests.modelPath.replacing("mood.model", with: "languages.model"))
    }

    /// Written apart from what the model learned from.
    static let sentences: [(String, String)] = [
        ("en", "The handle of the saucepan fell off"), ("de", "Der Henkel vom Topf ist abgefallen"),
        ("fr", "La poignée de la casserole est tombée"), ("es", "Se ha caído el mango de la cazuela"),
        ("it", "Si è staccato il manico della padella"), ("nl", "Het handvat van de pan is losgeraakt"),
        ("pt", "A pega da panela soltou-se ontem"), ("pl", "Odpadła rączka od patelni"),
        ("sv", "Handtaget på grytan har lossnat"), ("da", "Grydens håndtag er faldet af i går"),
        ("no", "Håndtaket på gryta har falt av"), ("fi", "Kattilan kahva irtosi eilen illalla"),
        ("cs", "Včera upadlo ucho od hrnce"), ("hu", "Tegnap letört a lábas füle"),
        ("ro", "Mânerul tigăii s-a rupt ieri"), ("bg", "Дръжката на тигана се счупи вчера"),
        ("el", "Έσπασε χθες το χερούλι της κατσαρόλας"), ("ru", "У кастрюли вчера отвалилась ручка"),
        ("uk", "У каструлі вчора відпала ручка"), ("tr", "Tencerenin sapı dün kırıldı"),
        ("hr", "Jučer se slomila drška tave"), ("sl", "Včeraj se je zlomil ročaj ponve"),
        ("et", "Poti käepide tuli eile küljest ära"), ("lv", "Vakar nolūza pannas rokturis"),
        ("lt", "Vakar nulūžo keptuvės rankena"), ("ar", "انكسر مقبض المقلاة أمس"), ("he", "הידית של הסיר נשברה אתמול"),
        ("ja", "昨日、鍋の取っ手が外れました"), ("zh", "昨天锅的把手掉了"), ("ko", "어제 냄비 손잡이가 떨어졌어요"),
    ]

    @Test func thirtyLanguagesAreToldApart() throws {
        let reader = try Self.reader()
        #expect(reader.languages.count >= 30)
        let wrong = Self.sentences.filter { reader.guess($0.1) != $0.0 }
        #expect(wrong.count <= 2, "\(wrong)")
    }

    @Test(arguments: ["", "12345", "🙂🙂", "HT-20391", "!!!"])
    func unsureIsAnAnswer(_ text: String) throws {
        #expect(try Self.reader().identify(text) == nil)
    }

    @Test func withoutAModelEightLanguagesAreKnown() {
        let reader = LanguageReader()
        #expect(reader.identify("Wann kommt meine Bestellung endlich an?")?.language == "de")
        #expect(reader.languages.count == 8)
    }

    @Test func aModelOfOtherThingsIsRefused() throws {
        #expect(throws: LanguageError.self) { try LanguageReader.load(MoodTests.modelPath) }
    }
}
