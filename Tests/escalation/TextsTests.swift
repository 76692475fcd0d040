import Casework
import StageKit
import Testing

@testable import escalation

/// What escalation itself says to a customer must pass the gate that holds everybody's words.
@Suite struct TextsTests {
    static let languages = CustomerPhrases.languages
    static let moments: [Timestamp] = [
        "2026-11-23T17:30:00Z", "2026-12-01T09:00:00Z", "2026-12-31T09:00:01Z", "2027-03-01T12:00:00Z",
    ]

    private func judge(_ mail: Template.Rendered, _ purpose: String, _ language: String, at now: Timestamp) -> [String]
    {
        let context = GateContext(language: language, purpose: purpose, mood: "angry", now: now)
        let verdict = CourtesyGate.judge(mail.body, context)
        return verdict.language == language
            ? verdict.findings.map { "\($0.rule): \($0.words)" } : ["judged as \(verdict.language ?? "-")"]
    }

    private func about(_ language: String, name: String? = "Ann") -> CustomerMail.Subject {
        CustomerMail.Subject(ref: "CW-7K3F9QX", name: name, advocate: "Nora Quill", language: language)
    }

    @Test(arguments: languages, moments) func anUpdatePasses(_ language: String, _ next: Timestamp) throws {
        let mail = try Fixtures.office().customerMail
        let told = [
            Progress(asks: [], helping: [], awaited: nil, owed: []),
            Progress(
                asks: ["Where is my order?", "Can I pay later?"], helping: ["Edda Storm"], awaited: nil, owed: []),
            Progress(asks: [], helping: [], awaited: nil, owed: ["We will refund 40 EUR by Wednesday."]),
        ]
        for late in [false, true] {
            for progress in told {
                let text = try mail.update(about(language), progress, nextWord: next, late: late)
                #expect(judge(text, "update", language, at: next - .seconds(86_400)) == [], "\(text.body)")
                #expect(text.body.contains("Nora Quill"))
                for words in progress.asks + progress.owed { #expect(text.body.contains("> \(words)")) }
                for name in progress.helping { #expect(text.body.contains(name)) }
            }
        }
    }

    @Test(arguments: languages, moments)
    func whoAskedForSomebodyInChargeReadsToWhomThatWent(_ language: String, _ next: Timestamp) throws {
        let mail = try Fixtures.office().customerMail
        var about = about(language)
        about.inCharge = ["Edda Storm", "Inés Mora"]
        let nothing = Progress(asks: [], helping: [], awaited: nil, owed: [])
        let texts = [
            ("update", try mail.update(about, nothing, nextWord: next, late: true)),
            ("amends", try mail.amends(about, .answer, .word, nextWord: next)),
            ("amends", try mail.amends(about, .update(nothing), .word, nextWord: next)),
        ]
        for (purpose, text) in texts {
            #expect(judge(text, purpose, language, at: next - .seconds(86_400)) == [], "\(text.body)")
            #expect(text.body.split(separator: "Edda Storm").count == 2, "\(text.body)")
        }
    }

    @Test(arguments: [
        ("en", "We have asked Edda Storm, Tomás Iriarte and Inés Mora to help."),
        ("de", "Wir haben Edda Storm, Tomás Iriarte und Inés Mora um Hilfe gebeten."),
        ("fr", "Nous avons demandé de l'aide à Edda Storm, Tomás Iriarte et Inés Mora."),
        ("es", "Hemos pedido ayuda a Edda Storm, Tomás Iriarte e Inés Mora."),
    ])
    func whoWasAskedToHelpIsToldInOneSentence(_ language: String, _ sentence: String) throws {
        let mail = try Fixtures.office().customerMail
        let names = ["Edda Storm", "Tomás Iriarte", "Inés Mora"]
        let progress = Progress(asks: [], helping: names, awaited: nil, owed: [])
        let update = try mail.update(about(language), progress, nextWord: Self.moments[0], late: false)
        #expect(update.body.contains(sentence), "\(update.body)")
        // Whoever is asked for an offer is told of with the others.
        let amends = try mail.amends(
            about(language), .update(progress), .asked("Inés Mora"), nextWord: Self.moments[0])
        #expect(amends.body.contains(sentence), "\(amends.body)")
        #expect(amends.body.ranges(of: "Inés Mora").count == 1)
    }

    @Test(arguments: languages) func aCustomerIsToldARoundTimeThatIsNotTooEarly(_ language: String) throws {
        let mail = try Fixtures.office().customerMail
        let progress = Progress(asks: [], helping: [], awaited: nil, owed: [])
        for (due, told) in [
            ("2026-11-23T16:00:20Z", "16:05"), ("2026-11-23T16:01:00Z", "16:05"), ("2026-11-23T16:00:00Z", "16:00"),
        ] {
            let moment = try #require(Timestamp(due))
            let text = try mail.update(about(language), progress, nextWord: moment, late: false)
            #expect(text.body.contains(told), "\(text.body)")
        }
    }

    @Test(arguments: languages) func whatIsTheSameAsBeforeIsNotCalledNew(_ language: String) throws {
        let mail = try Fixtures.office().customerMail
        var progress = Progress(asks: ["Where is my order?"], helping: [], awaited: nil, owed: [])
        let text = try mail.update(about(language), progress, nextWord: Self.moments[0], late: false)
        let all = (text.subject + " " + text.body).lowercased().split { !$0.isLetter }
        let new: Set<Substring> = [
            "new", "news", "neu", "neues", "neuigkeiten", "nouveau", "nouvelles", "nouveautés", "nuevo", "novedades",
            "noticias",
        ]
        #expect(new.isDisjoint(with: all), "\(text.body)")
        #expect(text.body.contains("> Where is my order?") && text.body.contains("Nora Quill"))
        progress.helping = ["Edda Storm"]
        let helped = try mail.update(about(language), progress, nextWord: Self.moments[0], late: false).body
        #expect(!new.isDisjoint(with: helped.lowercased().split { !$0.isLetter }), "\(helped)")
    }

    @Test(arguments: languages, ["+05:30", "-08:00", "+00:00"])
    func aTimeIsToldOnTheCustomersOwnClock(_ language: String, _ zone: String) throws {
        var subject = about(language)
        subject.zone = zone
        let progress = Progress(asks: [], helping: [], awaited: nil, owed: [])
        let text = try Fixtures.office().customerMail.update(
            subject, progress, nextWord: "2026-11-23T17:30:00Z", late: false)
        #expect(judge(text, "update", language, at: "2026-11-22T17:30:00Z") == [], "\(text.body)")
        let told = ["+05:30": "23:00", "-08:00": "09:30"][zone] ?? "17:30"
        #expect(text.body.contains(told))
        #expect(text.body.contains("(GMT") == (zone != "+00:00"))
        #expect(text.promises.map(\.placeholders) == [["next_word"]])
    }

    @Test(arguments: languages) func anUpdateNamesWhatIsAwaitedAndFromWhom(_ language: String) throws {
        let mail = try Fixtures.office().customerMail
        for what in ["UPS 4711", nil] {
            let progress = Progress(asks: [], helping: [], awaited: .init(what: what, from: "Parcel Express"), owed: [])
            let text = try mail.update(about(language), progress, nextWord: Self.moments[0], late: false)
            #expect(judge(text, "update", language, at: Self.moments[0] - .seconds(86_400)) == [], "\(text.body)")
            #expect(text.body.contains("Parcel Express"))
            #expect(what.map(text.body.contains) ?? true)
        }
    }

    @Test func frenchWordsFitBeforeANameThatBeginsWithAVowel() throws {
        let mail = try Fixtures.office().customerMail
        var subject = about("fr")
        subject.advocate = "Edda Storm"
        for awaited in [nil, Story.Wait(what: nil, from: "UPS"), Story.Wait(what: "le couvercle", from: "UPS")] {
            let progress = Progress(asks: [], helping: ["Edda Storm"], awaited: awaited, owed: [])
            let text = try mail.update(subject, progress, nextWord: Self.moments[0], late: false)
            for clash in ["de Edda", "de UPS", "que Edda", "que UPS"] { #expect(!text.body.contains(clash)) }
        }
    }

    @Test(arguments: languages, moments) func aReminderPasses(_ language: String, _ asked: Timestamp) throws {
        let mail = try Fixtures.office().customerMail
        let text = try mail.reminder(about(language), asked: nil, at: asked)
        #expect(judge(text, "reminder", language, at: asked + .seconds(86_400)) == [], "\(text.body)")
    }

    @Test(arguments: languages, moments) func aClosingNotePasses(_ language: String, _ asked: Timestamp) throws {
        let mail = try Fixtures.office().customerMail
        let text = try mail.closing(about(language), asked: asked)
        #expect(judge(text, "closing", language, at: asked + .seconds(5 * 86_400)) == [], "\(text.body)")
    }

    @Test(
        arguments: languages, [nil, "https://help.hearth.example/c/p.cw-7k3f9qx.0123456789abcdef.tlks9z.abc?lang=en"])
    func theNoteAboutWhatTheCustomerCallsSolvedPasses(_ language: String, _ page: String?) throws {
        let mail = try Fixtures.office().customerMail
        var subject = about(language)
        subject.page = page
        let text = try mail.settled(subject)
        #expect(judge(text, "closing", language, at: Self.moments[0]) == [], "\(text.body)")
    }

    @Test(
        arguments: [(0, "0 min"), (90_000, "2 min"), (7_200_000, "2 h"), (7_500_000, "2 h 5 min")] as [(Int64, String)])
    func lengthsOfTimeAreShort(_ milliseconds: Int64, _ text: String) {
        #expect(StaffMail.length(milliseconds) == text)
    }

    @Test(arguments: languages) func whereNothingIsDueNoDayIsNamed(_ language: String) throws {
        let mail = try Fixtures.office().staffMail
        let people: People = try Fixtures.people().decode()
        var person = try #require(people.people.first)
        person.languages = [language]
        let about = StaffMail.Subject(ref: "CW-7K3F9QX", waiting: [], due: .settled, reason: "it was held back")
        let cause = CauseMail(
            ref: "CW-7K3F9QX", key: "boxes", what: [], cases: [], owner: "Nora Quill", reason: "it came up again",
            occasion: .open, isTheirs: false)
        let refused = try mail.refused("Soon.", findings: [], about, to: person).body
        #expect(!refused.contains("("), "\(refused)")
        let told = try mail.cause(cause, to: person).body
        let endings = ["en": "Nora Quill's.\n", "fr": "d'y remédier.\n"]
        #expect(told.contains(endings[language] ?? "Nora Quill.\n"), "\(told)")
    }

    @Test func theQuestionsOfATextAreFound() {
        let text = "Hello Ann,\n\nthank you. Which cup is it, the blue\none? And when did it come?\n\nKind regards"
        #expect(CustomerMail.questions(in: text) == ["Which cup is it, the blue one?", "And when did it come?"])
    }

    @Test func aRequestIsAQuestionWithoutItsMark() {
        let text = """
            Hello Ann,

            thank you for writing. Please let us know your order number. We will then look into it.

            To check this, please tell us which of these it is:

            - the red one
            - the blue one

            Please let us know if you need anything else.

            Kind regards
            """
        #expect(
            CustomerMail.questions(in: text) == [
                "Please let us know your order number.",
                "To check this, please tell us which of these it is:\n- the red one\n- the blue one",
            ])
    }

    @Test func anAddressIsNoQuestionAndChoicesComeAlong() {
        let text = """
            Hello Ann,

            Which of these comes closest to what you need?

            - Where is my order?
            - Send something back

            Have you seen hearth.example/orders?show=all yet?

            You can see where it stands, on your own page:
            https://help.hearth.example/c/p.cw-7k3f9qx.j71kaf9fv4rdacga?lang=en

            Kind regards
            - Nora
            """
        #expect(
            CustomerMail.questions(in: text) == [
                "Which of these comes closest to what you need?\n- Where is my order?\n- Send something back",
                "Have you seen hearth.example/orders?show=all yet?",
            ])
    }
}
