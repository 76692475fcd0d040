import Calendars
import Casework
import StageKit
import Testing

@testable import survey

@Suite struct LedgerTests {
    private func item(
        _ kind: FeedbackItem.Kind = .corrective, owner: String = "edda", handed: Bool = true, done: String? = nil
    ) -> FeedbackItem {
        var item = FeedbackItem(
            number: 1, source: "contact-1", channel: "feedback", at: Bench.now, words: "The music is too loud.",
            kind: kind, owner: .init(id: owner, name: "Edda Storm"), due: Bench.now + .seconds(14 * 86_400))
        if handed { item.handed = Bench.now }
        item.done = done.map { .init(at: Bench.now, what: $0, by: owner) }
        return item
    }

    private func matter(_ items: [FeedbackItem], status: CaseStatus = .resolved) -> Bench.Matter {
        Bench.Matter(status: status, feedback: Feedback(items: items))
    }

    @Test func criticismGoesToWhoIsAskedFirstInItsTopicWithADay() async throws {
        let outcome = try await Bench().handle(
            "case.understood", JSON(encoding: Bench.understood("delivery-late")),
            .init(status: .open, log: Bench.heard("The parcel came a week late.")))
        let item = try #require(try outcome.feedback?.items?.first)
        #expect(item.owner.id == "nora" && item.kind == .corrective && item.topic == "delivery-late")
        #expect(item.due == Timestamp("2026-12-04T11:00:00Z"))
        let mail = try #require(outcome.texts("staff-feedback").first)
        #expect(mail.to == ["nora@hearth.example"] && mail.details?["person"] == "nora")
        #expect(outcome.text(mail).contains("> The parcel came a week late.") && outcome.text(mail).contains("/did"))
        #expect(outcome.outcome.timers?.map(\.name) == ["feedback-1"])
    }

    @Test(arguments: [("gift-card", "edda"), ("return", "tomas")])
    func whatIsNobodysTopicGoesToWhoHearsComplaints(_ topic: String, _ owner: String) async throws {
        let outcome = try await Bench().handle(
            "case.understood", JSON(encoding: Bench.understood(topic)), .init(log: Bench.heard("It was slow.")))
        #expect(try outcome.feedback?.items?.first?.owner.id == owner)
    }

    @Test func whoHasHoursIsToldWithinThem() async throws {
        let outcome = try await Bench().handle(
            "case.understood", JSON(encoding: Bench.understood("stock")),
            .init(log: Bench.heard("The pan was never there.")))
        #expect(outcome.outcome.say == nil)
        #expect(outcome.outcome.timers?.first?.at == Timestamp("2026-11-26T10:00:00Z"))
    }

    @Test func praiseReachesThePersonWhoIsNamedAndElseTheAdvocate() async throws {
        for (words, owner) in [("Thank you, Edda was so kind!", "edda"), ("You are so kind!", "nora")] {
            let outcome = try await Bench().handle(
                "case.understood", JSON(encoding: Bench.understood("thanks", mood: "happy")),
                .init(log: Bench.heard(words, channel: "mail")))
            let item = try #require(try outcome.feedback?.items?.first)
            #expect(item.kind == .affirmative && item.owner.id == owner)
            #expect(item.done != nil && item.due == nil)
            let mail = try #require(outcome.texts("staff-praise").first)
            #expect(mail.to == ["\(owner)@hearth.example"] && outcome.text(mail).contains("> \(words)"))
        }
    }

    @Test func anOrdinaryMatterIsNoFeedback() async throws {
        let bench = try Bench()
        let log = try Bench.heard("Where is my parcel?", channel: "mail")
        for understood in [
            Bench.understood("delivery-late"), Bench.understood("complaint-service", confidence: 0.2),
            Bench.understood("return", mood: "happy"),
        ] {
            let outcome = try await bench.handle("case.understood", JSON(encoding: understood), .init(log: log))
            #expect(outcome.outcome.set == nil)
        }
    }

    @Test func aComplaintIsEnteredOnceHoweverManyMailsItTakes() async throws {
        let bench = try Bench()
        let data = try JSON(encoding: Bench.understood("complaint-service"))
        let log = try Bench.heard("Nobody ever answers.", channel: "mail")
        let first = try await bench.handle("case.understood", data, .init(log: log))
        let again = try await bench.handle(
            "case.understood", data, .init(feedback: first.feedback, log: log))
        #expect(try first.feedback?.items?.count == 1)
        #expect(again.outcome.set == nil)
    }

    @Test func whoAnswersTheComplaintIsHandedItOnceTheCaseIsSettled() async throws {
        let bench = try Bench()
        func told(_ channel: String, _ owner: String, _ status: CaseStatus, after days: Int64 = 0) async throws -> Int {
            var complaint = item(owner: owner)
            complaint.source = "contact-1"
            complaint.channel = channel
            complaint.handed = nil
            let outcome = try await bench.handle(
                "feedback.due", ["item": 1], matter([complaint], status: status),
                now: Bench.now + .seconds(days * 86_400))
            return outcome.texts("staff-feedback").count
        }
        // Nora answers the case, and has the words by its own mail.
        #expect(try await told("mail", "nora", .open) == 0)
        #expect(try await told("mail", "nora", .resolved) == 1)
        #expect(try await told("mail", "nora", .open, after: 8) == 1, "it is no secret beyond the time of a reminder")
        #expect(try await told("mail", "edda", .open) == 1)
        #expect(try await told("feedback", "nora", .open) == 1)
    }

    @Test func theOwnerIsRemindedThenTheirLeadIsToldAgainAndAgain() async throws {
        let bench = try Bench()
        var matter = matter([item(owner: "nora")])
        var now = Bench.now + .seconds(7 * 86_400)
        let reminded = try await bench.handle("feedback.due", ["item": 1], matter, now: now)
        #expect(reminded.texts("staff-feedback").map(\.to) == [["nora@hearth.example"]])
        matter.feedback = try reminded.feedback
        now = Bench.now + .seconds(14 * 86_400)
        let raised = try await bench.handle("feedback.due", ["item": 1], matter, now: now)
        #expect(raised.texts("staff-feedback").map(\.to) == [["edda@hearth.example"]])
        #expect(raised.outcome.timers?.first.map { $0.at > now } == true, "and again, until something is done")
        matter.feedback = try raised.feedback
        let early = try await bench.handle("feedback.due", ["item": 1], matter, now: now + .seconds(60))
        #expect(early.outcome.say == nil)
    }

    @Test func whatWasDoneIsToldOnceToWhoSaidIt() async throws {
        let bench = try Bench()
        let word: JSON = ["person": "edda", "words": "/did We turned the music down."]
        let outcome = try await bench.handle("case.staff", word, matter([item()]), id: "9")
        let say = try #require(outcome.texts("you-said-we-did").first)
        #expect(say.to == ["ann@example.org"] && say.author == "edda" && say.name == "did-9")
        #expect(outcome.text(say).contains("> The music is too loud."))
        #expect(outcome.text(say).contains("We turned the music down."))
        #expect(outcome.text(say).contains("Kind regards\nEdda Storm\n"), "who did it signs")
        let done = try #require(try outcome.feedback?.items?.first)
        #expect(done.done?.what == "We turned the music down." && done.done?.by == "edda" && done.told == Bench.now)
        #expect(outcome.outcome.cancel?.contains("feedback-1") == true)
        let resolved = try await bench.handle("case.resolved", nil, matter([done]))
        #expect(resolved.texts("you-said-we-did").isEmpty)
    }

    @Test func whileTheCaseIsOpenItWaitsForTheEnd() async throws {
        let bench = try Bench()
        let word: JSON = ["person": "edda", "words": "/did We turned the music down."]
        let open = try await bench.handle("case.staff", word, matter([item()], status: .open))
        #expect(open.outcome.say == nil)
        let items = try #require(try open.feedback?.items)
        #expect(items.first?.done != nil && items.first?.told == nil)
        let resolved = try await bench.handle("case.resolved", nil, matter(items))
        #expect(resolved.texts("you-said-we-did").count == 1)
    }

    @Test func whoWishesNoSuchMailsIsNotTold() async throws {
        var matter = matter([item()])
        matter.appreciation = Appreciation()
        matter.appreciation?.left = Bench.now
        let word: JSON = ["person": "edda", "words": "/did We turned the music down."]
        let outcome = try await Bench().handle("case.staff", word, matter)
        #expect(outcome.outcome.say == nil)
        #expect(try outcome.feedback?.items?.first?.done != nil)
    }

    @Test func wordsThatTheGateHoldsBackComeBackToTheirWriter() async throws {
        var told = item(done: "That is your own fault.")
        told.told = Bench.now
        let say = SayHead(
            say: 1, state: .refused,
            proposal: Say(
                name: "did-9", to: ["ann@example.org"], purpose: "you-said-we-did", answers: false, body: 0,
                details: ["person": "edda", "items": [1]]),
            by: "survey", hash: "", heard: 1, findings: [["rule": "blame", "advice": "Take ownership."]])
        let outcome = try await Bench().handle("say.refused", nil, matter([told]), say: say)
        let item = try #require(try outcome.feedback?.items?.first)
        #expect(item.isOpen && item.told == nil)
        let mail = try #require(outcome.texts("staff-refused").first)
        #expect(mail.to == ["edda@hearth.example"] && outcome.text(mail).contains("Take ownership."))
    }

    @Test(arguments: [CaseStatus.open, .resolved]) func wordsThatTheGateWouldHoldBackComeBackAtOnce(
        _ status: CaseStatus
    ) async throws {
        let word: JSON = ["person": "edda", "words": "/did That was your own fault, you should have read the sign."]
        let outcome = try await Bench().handle("case.staff", word, matter([item()], status: status))
        #expect(try outcome.feedback == nil, "nothing is done until it is worded anew")
        #expect(outcome.texts("you-said-we-did").isEmpty)
        let mail = try #require(outcome.texts("staff-refused").first)
        #expect(mail.name == "back-1-did-edda" && outcome.text(mail).contains("your own fault"))
        #expect(outcome.text(mail).contains("Freitag, 4. Dezember"), "the day is the item's: \(outcome.text(mail))")
    }

    @Test(arguments: ["/did", "/did #2 We did.", "/did #1"])
    func whatCannotBeDoneComesBackWithTheReason(_ words: String) async throws {
        let word: JSON = ["person": "edda", "words": .string(words)]
        let outcome = try await Bench().handle("case.staff", word, matter([item()]))
        #expect(outcome.texts("staff-refused").first?.name == "back-1-did-edda")
        #expect(try outcome.feedback == nil)
    }

    // MARK: Whose it is

    @Test func somebodyElseActsOnItFromNowOnAndIsToldOfIt() async throws {
        let word: JSON = ["person": "edda", "words": "/move nora She hears of parcels first."]
        let outcome = try await Bench().handle("case.staff", word, matter([item()]))
        let moved = try #require(try outcome.feedback?.items?.first)
        #expect(moved.owner.id == "nora" && moved.earlier == ["edda"] && moved.handed == Bench.now)
        #expect(moved.due == item().due, "the day stays")
        let mail = try #require(outcome.texts("staff-feedback").first)
        #expect(mail.to == ["nora@hearth.example"] && outcome.text(mail).contains("> The music is too loud."))
        let line = try #require(outcome.outcome.append?.first).body
        #expect(
            try JSON(bytes: outcome.bodies[line])
                == ["moved": [1], "owner": "nora", "person": "edda", "reason": "She hears of parcels first."])
        // Back again is another mail, and who takes it on themselves needs none.
        let back = try await Bench().handle(
            "case.staff", ["person": "nora", "words": "/move edda"], matter([moved]))
        #expect(back.texts("staff-feedback").first.map(\.name) != mail.name)
        let own = try await Bench().handle("case.staff", ["person": "edda", "words": "/move edda"], matter([moved]))
        #expect(own.texts("staff-refused").first.map { own.text($0).contains("is Nora Quill's meanwhile") } == true)
        let taken = try await Bench().handle(
            "case.staff", ["person": "edda", "words": "/move edda", "seen": ["feedback": ["1": "nora"]]],
            matter([moved]))
        #expect(try taken.feedback?.items?.first?.owner.id == "edda" && taken.texts("staff-feedback").isEmpty)
    }

    @Test func whatHappenedMeanwhileKeepsItWhereItIs() async throws {
        func refusal(_ word: JSON, _ item: FeedbackItem) async throws -> String {
            let outcome = try await Bench().handle("case.staff", word, matter([item]))
            #expect(try outcome.feedback == nil)
            return outcome.texts("staff-refused").first.map { outcome.text($0) } ?? ""
        }
        let seen: JSON = ["person": "edda", "words": "/move #1 edda", "seen": ["feedback": ["1": "nora"]]]
        #expect(try await refusal(seen, item(owner: "maelle")).contains("meanwhile"))
        #expect(
            try await refusal(["person": "edda", "words": "/move nora"], item(done: "It is quiet.")).contains("no open")
        )
        #expect(
            try await refusal(["person": "edda", "words": "/move tomas"], item()).contains("Tomás Iriarte is away."))
        #expect(try await refusal(["person": "edda", "words": "/move edda"], item()).contains("Edda Storm's already"))
        #expect(try await refusal(["person": "edda", "words": "/move"], item()).contains("there are nora, tomas"))
    }

    // MARK: Once

    @Test func whoSaidTheSameInTwoCasesHearsOnceWhatWasDone() async throws {
        var told = item(done: "We turned the music down.")
        told.told = Bench.now
        let other = try Bench.other("CW-OTHER", daysAgo: 2, JSON(encoding: Feedback(items: [told])))
        let bench = try Bench(past: ["feedback": [other]])
        let word: JSON = ["person": "edda", "words": "/did We turned the music down"]
        let outcome = try await bench.handle("case.staff", word, matter([item()]))
        #expect(outcome.texts("you-said-we-did").isEmpty)
        #expect(try outcome.feedback?.items?.first?.told == Bench.now, "and it is not told later, either")
        let lines = try (outcome.outcome.append ?? []).map { try JSON(bytes: outcome.bodies[$0.body]) }
        #expect(lines.contains { $0["reason"]?.string?.contains("heard the same in CW-OTHER") == true })
        // Another thing is told.
        let more: JSON = ["person": "edda", "words": "/did We bought other speakers."]
        #expect(try await bench.handle("case.staff", more, matter([item()])).texts("you-said-we-did").count == 1)
        // So it is within one case.
        var second = item()
        second.number = 2
        let again = try await Bench().handle("case.staff", word, matter([told, second]))
        #expect(again.texts("you-said-we-did").isEmpty)
    }

    @Test func everyOtherWordOfAColleagueIsNotOurs() async throws {
        for words in ["We did it.", "/didn't", "/moved it", "/note done"] {
            let word: JSON = ["person": "edda", "words": .string(words)]
            #expect(
                try await Bench().handle("case.staff", word, matter([item()])).outcome
                    == Outcome(Lease(delivery: 1, epoch: "e")))
        }
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func ourTextsPassTheGate(_ language: String) async throws {
        let others = (0..<3).map { Bench.other("CW-\($0)", daysAgo: 20 + Int64($0)) }
        let bench = try Bench(past: ["feedback": .array(others)])
        var matter = matter([item()])
        matter.language = language
        let join = try JSON(encoding: ListChoice(.join, who: CaseLink.person("ann@example.org")))
        let outcomes = [
            try await bench.handle("survey.ask", ["resolved": "2026-11-20T12:00:00Z"], .init(language: language)),
            try await bench.handle("survey.invite", nil, .init(language: language)),
            try await bench.handle("case.feedback", join, .init(language: language)),
            try await bench.handle(
                "case.feedback", JSON(encoding: Vote(question: "csat", score: 5, words: "Good.")),
                .init(language: language)),
            try await bench.handle("case.staff", ["person": "edda", "words": "/did ♪ → ♩"], matter),
        ]
        for outcome in outcomes {
            let say = try #require(outcome.outcome.say?.first { $0.audience == .customer })
            #expect(say.language == language)
            let verdict = CourtesyGate.judge(
                outcome.text(say),
                GateContext(
                    language: language, purpose: say.purpose, mood: "angry", now: Bench.now,
                    own: [Bench.web]))
            #expect(verdict.verdict == .pass, "\(say.purpose): \(verdict.findings)")
        }
    }

    @Test func whoIsAwayIsStoodInForAndTheMailSaysSo() async throws {
        let bench = try Bench()
        // Tomás is away until Friday; nobody else is asked first in returns, and Edda hears complaints.
        var returned = item(owner: "tomas")
        returned.topic = "return"
        returned.owner = .init(id: "tomas", name: "Tomás Iriarte")
        returned.at = Bench.now - .seconds(7 * 86_400)
        returned.handed = returned.at
        returned.due = Bench.now + .seconds(7 * 86_400)
        let matter = matter([returned])
        let reminded = try await bench.handle("feedback.due", ["item": 1], matter)
        let mail = try #require(reminded.texts("staff-feedback").first)
        #expect(mail.to == ["edda@hearth.example"])
        #expect(reminded.text(mail).contains("Tomás Iriarte ist nicht da"), "\\(reminded.text(mail))")
    }

    @Test func theTopOfTheLadderIsStoodInForAsWell() throws {
        let day = CalendarDay("2026-11-20")
        let everybody: JSON = [
            "people": [
                ["id": "nora", "address": "n@x.example", "topics": ["stock"]],
                ["id": "maelle", "address": "m@x.example"],
                [
                    "id": "edda", "address": "e@x.example", "topics": ["complaint-service"],
                    "away": [["from": "2026-11-16", "until": "2026-11-27"]],
                ],
            ],
            "ladder": [["who": ["nora"]], ["who": ["maelle"]], ["who": ["edda"]]],
        ]
        let colleagues = try Colleagues(everybody, zone: "Europe/Dublin")
        let edda = try #require(colleagues["edda"])
        let today = try #require(day)
        #expect(colleagues.standIn(for: edda, in: ["complaint-service"], on: today).id == "maelle")
        #expect(colleagues.standIn(for: edda, in: ["stock"], on: today).id == "nora")
        #expect(colleagues.standIn(for: edda, in: [], except: "maelle", on: today).id == "nora")
        let later = try #require(CalendarDay("2026-12-01"))
        #expect(colleagues.standIn(for: edda, in: ["stock"], on: later).id == "edda")
    }
}
