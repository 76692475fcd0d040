import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

@Suite struct StaffTests {
    @Test(arguments: [
        ("Hello Ann,\nit is here.", StaffCommand.answer("Hello Ann,\nit is here.")),
        ("/note call her first", .note("call her first")), ("/note\nfirst\nsecond", .note("first\nsecond")),
        ("/Resolve", .resolve("")), ("/resolve\n\nIt is done.", .resolve("It is done.")),
        ("/kept", .kept(nil, "")), ("/kept 2", .kept(2, "")), ("/kept 2\nIt is there.", .kept(2, "It is there.")),
        ("/kept\nAll done.", .kept(nil, "All done.")), ("/resolved", .unknown("/resolved")), ("/note", .empty),
        (" \n ", .empty), ("/assign maelle", .assign("maelle", because: "")),
        ("/Assign Maelle\nIt is a claim.", .assign("maelle", because: "It is a claim.")), ("/assign", .empty),
        ("/wait customer", .wait(from: "customer", what: "")), ("/wait", .empty), ("/wait : a lid", .empty),
        ("/wait the maker: the spare lid: red", .wait(from: "the maker", what: "the spare lid: red")),
        ("/ 2 of them", .answer("/ 2 of them")),
    ])
    func theFirstLineMayBeACommand(_ words: String, _ command: StaffCommand) {
        #expect(StaffCommand(words) == command)
    }

    @Test func aColleaguesWordsGoToTheCustomerAsTheyAre() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("Hello Ann,\n\nyour order is here.", person: "tomas")
        let mail = try #require(scene.says.first)
        #expect(mail.text == "Hello Ann,\n\nyour order is here.")
        #expect(mail.say.name == "staff-2")
        #expect(mail.say.to == ["ann@example.org"])
        #expect(mail.say.answers && mail.say.purpose == "answer" && mail.say.author == "tomas")
        #expect(scene.owner == "nora")
    }

    @Test func whoOnlyAsksBackHasNotAnswered() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites(
            "Hello Ann,\n\nthank you for writing. Which of the two lamps is it?", person: "tomas")
        let mail = try #require(scene.says.first)
        #expect(!mail.say.answers && mail.say.purpose == "clarifying-question" && mail.say.author == "tomas")
        try await scene.leaves("clarifying-question", text: mail.text, author: "tomas")
        #expect(scene.care?[.firstAnswer]?.met == nil && scene.care?.turn == "customer")
        // Their silence is no content: they are reminded of the question.
        try await scene.run(until: "2026-11-25T17:00:00Z")
        #expect(
            scene.status == .open && scene.texts("reminder").first?.contains("Which of the two lamps is it?") == true)
    }

    @Test func whoWasAskedIsNotToldThatWeAreLate() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: GoodwillTests.standards())
        try await scene.customerWrites()
        try await scene.staffWrites("Which of the two lamps is it?")
        try await scene.leaves("clarifying-question", text: "Which of the two lamps is it?", author: "nora")
        try await scene.run(until: "2026-11-24T17:00:00Z")
        #expect(scene.care?[.firstAnswer]?.missed != nil && scene.texts("amends").isEmpty)
        #expect(!scene.texts("staff-notice").isEmpty, "the desk knows that an answer is due")
    }

    @Test func aNoteStaysInTheHouse() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/note called, nobody there")
        #expect(scene.says.isEmpty)
        #expect(scene.log.last?.body["note"] == "called, nobody there")
    }

    @Test func aLastWordResolvesTheCaseOnceItHasLeft() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/resolve\nIt is repaired and on its way.")
        #expect(scene.status == .open)
        let details = try #require(scene.says.first?.say.details)
        try await scene.leaves("answer", answers: true, details: details)
        #expect(scene.status == .resolved)
    }

    @Test func noCaseIsResolvedWithoutAWordToTheCustomer() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .open)
        #expect(scene.addressees("staff-refused") == ["nora"])
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
    }

    @Test func aCaseThatAVoteOpenedAgainIsNotResolvedWithoutAWordToTheCustomer() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
        try await scene.deliver("case.voted", ["question": "csat", "score": 1, "at": "2026-11-23T11:00:00Z"])
        #expect(scene.status == .open)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .open)
        #expect(scene.texts("staff-refused").last?.contains("no answer since this case was opened") == true)
    }

    @Test func aCallThatWasPromisedIsNotForgottenWhenTheCaseIsResolved() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        scene.append(
            "promised",
            [
                "name": "call", "what": "We will call you by tomorrow.", "due": "2026-11-24T12:00:00.000Z",
                "authority": "nora", "evidence": "…", "kind": "contact",
            ])
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .open)
        #expect(scene.texts("staff-refused").last?.contains("We will call you by tomorrow.") == true)
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
    }

    @Test(arguments: ["/close", "", "\n"]) func whatCannotBeUsedComesBack(_ words: String) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites(words)
        #expect(scene.addressees("staff-refused") == ["nora"])
    }

    @Test func aStrangerDoesNotSpeakForUs() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("Hello", person: "mallory")
        #expect(scene.texts("answer").isEmpty)
        #expect(scene.addressees("staff-notice") == ["nora"])
    }

    @Test func wordsThatWereHeldBackComeBackWithRuleAndAdvice() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        let proposal = Say(
            name: "staff-2", to: ["ann@example.org"], purpose: "answer", answers: true, author: "tomas", body: 0,
            details: ["person": "tomas"])
        let say = SayHead(
            say: 9, state: .refused, proposal: proposal, by: "escalation", hash: "", heard: 1,
            findings: [["rule": "blame-customer", "words": "You forgot it", "advice": "Say what happens next."]])
        try await scene.deliver("say.refused", say: say, text: "You forgot it.")
        let mail = try #require(scene.says.first)
        #expect(mail.say.to == ["tomas@hearth.example"])
        for part in ["blame-customer", "> You forgot it", "Say what happens next.", "> You forgot it."] {
            #expect(mail.text.contains(part), "\(part)")
        }
    }

    @Test func whoTakesACaseOverGetsTheStoryAndTheCustomerLearnsTheName() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/assign maelle\nIt is a claim.")
        #expect(scene.owner == "maelle")
        #expect(scene.care?.earlier == ["nora"])
        let toCustomer = try #require(scene.says.first { $0.say.purpose == "hand-over" })
        #expect(toCustomer.text.contains("Maëlle"))
        let toColleague = try #require(scene.says.first { $0.say.purpose == "staff-notice" })
        #expect(toColleague.say.to == ["maelle@hearth.example"])
        #expect(toColleague.text.contains("Nora Quill hands this case to you: It is a claim."))
        let decided = try #require(scene.log.last { $0.kind == "decided" })
        #expect(decided.body["advocate"] == "maelle" && decided.body["person"] == "nora")
    }

    @Test(arguments: ["en", "de", "fr", "es"])
    func whoTakesOverAResolvedCaseIsToldThatNothingIsDue(_ language: String) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: Fixtures.people(speaking: language))
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        try await scene.staffWrites("/assign maelle\nIt is a claim.")
        #expect(scene.owner == "maelle" && scene.care?.advocate.id == "maelle")
        // The customer of a closed case hears nothing, and nobody gets their words back.
        #expect(scene.addressees("hand-over").isEmpty && scene.addressees("staff-refused").isEmpty)
        let mail = try #require(scene.says.last { $0.say.purpose == "staff-notice" })
        #expect(mail.say.to == ["maelle@hearth.example"])
        let told = [
            "en": "nothing is due", "de": "nichts ist fällig", "fr": "rien n'est dû", "es": "no vence nada",
        ]
        #expect(mail.text.contains(try #require(told[language])), "\(mail.text)")
        #expect(mail.say.subject?.contains("CW-TEST123") == true)
        for moment in ["at once", "sofort", "tout de suite", "enseguida"] { #expect(!mail.text.contains(moment)) }
        #expect(scene.status == .resolved && scene.timers.isEmpty)
        // It is theirs when the customer writes again.
        try await scene.customerWrites("It broke again.")
        #expect(scene.care?.advocate.id == "maelle")
    }

    @Test(arguments: ["/assign nobody", "/assign nora"])
    func aCaseIsHandedToNobodyWhoIsNotThere(_ words: String) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites(words)
        #expect(scene.owner == "nora")
        #expect(scene.addressees("staff-refused") == ["nora"])
        #expect(scene.addressees("hand-over").isEmpty)
        #expect(scene.log.last?.body["given_back"] != nil)
    }

    @Test func whoseWordIsAwaitedIsWrittenDown() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites("/wait the maker: the spare lid")
        #expect(scene.says.isEmpty)
        #expect(scene.log.last?.body == ["waits_for": "the maker", "what": "the spare lid", "person": "nora"])
    }

    @Test func wordsByCommandThatTheCustomerOvertookAreGivenBack() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.customerWrites()
        let word: JSON = ["person": "nora", "words": "It is here.", "heard": 1, "channel": "command"]
        try await scene.deliver("case.staff", word)
        #expect(scene.addressees("answer").isEmpty)
        #expect(scene.addressees("staff-refused") == ["nora"])
        // What stays in the house rests on nothing that the customer wrote.
        try await scene.deliver("case.staff", ["person": "nora", "words": "/note called", "heard": 1])
        #expect(scene.log.last?.body["note"] == "called")
        try await scene.deliver("case.staff", ["person": "nora", "words": "It is here.", "heard": 2])
        #expect(scene.addressees("answer") == ["ann"])
    }

    /// Each refused command brought a mail as well, which a reply would have turned into words for the customer.
    @Test(arguments: ["/kept 9", "/assign nora", "/resolve"]) func aCommandThatIsRefusedAtTheTerminalBringsNoMail(
        _ words: String
    ) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.staffWrites(words, byCommand: true)
        #expect(scene.addressees("staff-refused") == [])
        try await scene.staffWrites(words)
        #expect(scene.addressees("staff-refused") == ["nora"])
    }
}
