import Casework
import StageKit
import Testing

@testable import survey

/// What is no criticism, and what ends without anything done.
@Suite struct QuietTests {
    private func item(done: String? = nil) -> FeedbackItem {
        var item = FeedbackItem(
            number: 1, source: "contact-1", channel: "feedback", at: Bench.now, words: "The music is too loud.",
            kind: .corrective, owner: .init(id: "edda", name: "Edda Storm"), due: Bench.now + .seconds(14 * 86_400))
        item.handed = Bench.now
        item.done = done.map { .init(at: Bench.now, what: $0, by: "edda") }
        return item
    }

    private func matter(_ items: [FeedbackItem], status: CaseStatus = .resolved) -> Bench.Matter {
        Bench.Matter(status: status, feedback: Feedback(items: items))
    }

    @Test(arguments: [
        ("I would like to speak to a person about my kettle.", "calm", "request", true),
        ("I would like to speak to a person, nobody answers me.", "calm", "complaint", false),
        ("I would like to speak to a person about my kettle.", "upset", "request", false),
        ("Your shop is too far away.", "calm", "request", false),
    ])
    func whoCalmlyAsksForAPersonHasNotComplained(_ words: String, _ mood: String, _ ask: String, _ isNone: Bool)
        async throws
    {
        var understood = Bench.understood("complaint-service", mood: mood)
        understood.wants_person = true
        understood.asks = [.init(quote: words, kind: ask, contact: 1)]
        let outcome = try await Bench().handle(
            "case.understood", JSON(encoding: understood), .init(log: Bench.heard(words, channel: "mail")))
        #expect(try (outcome.feedback?.items ?? []).isEmpty == isNone)
    }

    @Test func whatWasCriticismByItsTopicAloneEndsWithTheTopic() async throws {
        var (contact, told, vote) = (item(), item(), item())
        contact.channel = "mail"
        told.number = 2
        (vote.number, vote.source, vote.channel) = (3, "vote", "survey")
        let matter = matter([contact, told, vote], status: .open)
        let outcome = try await Bench().handle("case.corrected", ["by": "nora", "topic": "return"], matter)
        let items = try #require(try outcome.feedback?.items)
        #expect(items.map(\.isOpen) == [false, true, true], "what was told us as feedback is feedback")
        #expect(items[0].quiet == .init(at: Bench.now, why: "it is about return", by: "nora"))
        #expect(outcome.outcome.cancel == ["feedback-1"] && outcome.outcome.say == nil)
        for word: JSON in [["by": "nora", "topic": "complaint-service"], ["by": "nora"]] {
            #expect(try await Bench().handle("case.corrected", word, matter).feedback == nil)
        }
    }

    @Test func aColleaguePutsAwayWhatThereIsNothingToDoAboutAndTheCustomerHearsNothing() async throws {
        var second = item()
        second.number = 2
        let word: JSON = ["person": "nora", "words": "/quiet #1 She only asked for a person."]
        let outcome = try await Bench().handle("case.staff", word, matter([item(), second]))
        let items = try #require(try outcome.feedback?.items)
        #expect(items.map(\.isOpen) == [false, true] && outcome.outcome.say == nil)
        #expect(items[0].quiet?.why == "She only asked for a person." && items[0].quiet?.by == "nora")
        #expect(outcome.outcome.cancel == ["feedback-1"])
        let line = try #require(outcome.outcome.append?.first).body
        #expect(
            try JSON(bytes: outcome.bodies[line])
                == ["quiet": [1], "person": "nora", "reason": "She only asked for a person."])
        // It is not told later either, and whoever acts on it then hears why.
        let resolved = try await Bench().handle("case.resolved", nil, matter([items[0]]))
        #expect(resolved.texts("you-said-we-did").isEmpty)
        let late = try await Bench().handle(
            "case.staff", ["person": "edda", "words": "/did We called her."], matter([items[0]]))
        let mail = try #require(late.texts("staff-refused").first)
        #expect(late.text(mail).contains("put away: She only asked for a person."))
        // Without a reason it stays, and of a case of the house it is another's word.
        let bare = try await Bench().handle("case.staff", ["person": "nora", "words": "/quiet"], matter([item()]))
        #expect(try bare.feedback == nil && bare.texts("staff-refused").count == 1)
        let spike = try await Bench().handle("case.staff", word, .init(kind: "spike"))
        #expect(spike.outcome == Outcome(Lease(delivery: 1, epoch: "e")))
    }

    @Test func theSameWordsWithAnotherVoteAreOnePiece() async throws {
        let bench = try Bench()
        let five = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 5, words: "Nora was so quick.")))
        #expect(five.texts("staff-praise").count == 1)
        let four = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 4, words: "Nora was so quick.")),
            .init(feedback: five.feedback))
        #expect(try four.feedback?.items?.count == 1 && four.feedback?.votes.count == 2)
        #expect(four.texts("staff-praise").isEmpty)
    }

    @Test(arguments: [nil, "All is well now."]) func aVoteThatTurnsEndsWhatNobodyHasActedOn(_ words: String?)
        async throws
    {
        let bench = try Bench()
        let two = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 2, words: "Slow.")))
        let five = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 5, words: words)),
            .init(feedback: two.feedback))
        let items = try #require(try five.feedback?.items)
        #expect(items.first?.quiet?.why == "the vote was changed to csat 5" && items.first?.words == "Slow.")
        #expect(items.count == (words == nil ? 1 : 2) && five.outcome.cancel?.contains("feedback-1") == true)
        // What was done about it stays done.
        var done = item(done: "We hired Ida.")
        done.source = "vote"
        let late = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 5)),
            .init(feedback: Feedback(votes: [Vote(question: "csat", score: 2)], items: [done])))
        #expect(try late.feedback?.items == [done])
    }

    @Test func aVoteWithWordsIsFeedbackThatAChangedVoteChanges() async throws {
        let bench = try Bench()
        let first = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 2, words: "Slow.")))
        #expect(try first.feedback?.items?.map(\.words) == ["Slow."])
        let edited = try await bench.handle(
            "case.feedback", JSON(encoding: Vote(question: "csat", score: 1, words: "Very slow.")),
            .init(feedback: first.feedback))
        #expect(try edited.feedback?.items?.map(\.words) == ["Very slow."])
        #expect(try edited.feedback?.items?.first?.number == 1)
    }
}
