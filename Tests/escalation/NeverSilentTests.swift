import Casework
import StageKit
import Testing

@testable import escalation

/// The customer hears every day where things stand, in words of their own case, and never an empty phrase.
@Suite struct NeverSilentTests {
    private let ask = Understanding.Ask(quote: "Where is my order?", kind: "question", contact: 1)

    @Test func anUpdateTellsWhatIsWorkedOnAndWhoWasBroughtIn() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(asks: [ask]))
        try await scene.run(until: "2026-11-23T17:30:00Z")
        let update = try #require(scene.texts("update").first)
        #expect(update.contains("> Where is my order?"))
        #expect(update.contains("We have asked Tomás Iriarte, Maëlle Corbin and Edda Storm to help."))
        // Nobody had to be asked for something to tell.
        #expect(!scene.says.contains { $0.say.name.hasPrefix("ask-update") })
    }

    @Test(arguments: [
        Understanding.Ask(quote: "until Monday", kind: "deadline", contact: 1),
        .init(quote: "until Monday", kind: "request", contact: 1),
        .init(quote: "Are you even reading my mails?", kind: "question", contact: 1),
    ])
    func aReproachOrAFragmentIsNotToldAsWhatWeWorkOn(_ odd: Understanding.Ask) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(asks: [odd]))
        try await scene.run(until: "2026-11-23T17:30:00Z")
        let update = try #require(scene.texts("update").first)
        #expect(!update.contains(odd.quote) && !update.contains("This is what we are working on"))
        #expect(update.contains("We have asked Tomás Iriarte, Maëlle Corbin and Edda Storm to help."))
        // Beside another ask it is that one which is told.
        scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(asks: [odd, ask]))
        try await scene.run(until: "2026-11-23T17:30:00Z")
        let other = try #require(scene.texts("update").first)
        #expect(other.contains("> Where is my order?") && !other.contains(odd.quote))
    }

    @Test func anUpdateThatWaitedUntilItsTimeWasPastIsWrittenAnewOnce() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(asks: [ask]))
        try await scene.run(until: "2026-11-23T17:30:00Z")
        let update = try #require(scene.says.last { $0.say.purpose == "update" })
        scene.wait(until: "2026-11-25T09:30:00Z")
        func refused(_ say: Say) -> SayHead {
            SayHead(
                say: 7, state: .refused, proposal: say, by: "escalation", hash: "ab", heard: 1, message_id: nil,
                findings: [["rule": "promise-without-date", "words": "by Tuesday", "advice": "The day is past."]])
        }
        try await scene.deliver("say.refused", say: refused(update.say), text: update.text)
        let anew = try #require(scene.says.last { $0.say.purpose == "update" })
        #expect(anew.say.name == update.say.name + "-anew" && anew.text.contains("Thursday 26 November"))
        #expect(scene.texts("staff-refused").isEmpty)
        // Of several that waited one is written anew.
        var older = update.say
        older.name = "update-earlier"
        try await scene.deliver("say.refused", say: refused(older), text: update.text)
        #expect(scene.texts("update").count == 2 && scene.texts("staff-refused").isEmpty)
        // What is wrong with that one time does not mend.
        try await scene.deliver("say.refused", say: refused(anew.say), text: anew.text)
        #expect(scene.texts("update").count == 2 && scene.texts("staff-refused").count == 1)
    }

    @Test func whatIsToldOnceIsNotToldAsNewAgain() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.understood(.sample(asks: [ask]))
        try await scene.run(until: "2026-11-23T17:30:00Z")
        try await scene.leaves("update")
        try await scene.run(until: "2026-11-24T17:30:00Z")
        #expect(scene.texts("update").count == 2)
        #expect(scene.texts("update")[1].contains("Tomás") == false)
    }

    @Test func aCaseWithNothingToTellGoesToItsAdvocateAnHourBefore() async throws {
        var scene = try Scene(at: "2026-11-23T15:00:00Z")
        try await scene.customerWrites()
        try await scene.run(until: "2026-11-23T16:29:59Z")
        #expect(scene.opened.isEmpty)
        try await scene.run(until: "2026-11-23T16:30:00Z")
        // Others of the day are due at the same moment, and she hears of all of them at once.
        #expect(scene.opened.map(\.wish.key) == ["nora"])
        #expect(scene.opened.first?.report["reason"]?.string?.contains("there is nothing to tell") == true)
        #expect(scene.texts("staff-notice").isEmpty)
    }

    @Test func whatAColleagueHasWrittenDownAsAwaitedIsTold() async throws {
        var scene = try Scene(at: "2026-11-23T15:00:00Z")
        try await scene.customerWrites()
        scene.append(
            "decided", ["waits_for": "Parcel Express", "what": "the tracing of your parcel", "person": "nora"])
        try await scene.run(until: "2026-11-23T17:30:00Z")
        #expect(scene.texts("staff-notice").isEmpty)
        #expect(scene.texts("update").first?.contains("the tracing of your parcel, from Parcel Express") == true)
    }

    @Test func nobodyWhoOwesUsAWordIsUpdated() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        scene.append("decided", ["waits_for": "customer", "person": "nora"])
        try await scene.run(until: "2026-11-25T18:00:00Z")
        #expect(scene.texts("update").isEmpty)
        #expect(scene.texts("reminder").count <= 1)
    }

    @Test func aMissedPromiseIsToldEveryDayUntilItIsKept() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        scene.append(
            "promised",
            [
                "name": "p", "what": "We will refund 40 EUR by Tuesday.", "due": "2026-11-24T17:30:00.000Z",
                "kind": "refund", "authority": "nora", "evidence": "…",
            ])
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-24T17:31:00Z")
        try await scene.leaves("amends", details: ["promise": "p"])
        try await scene.run(until: "2026-11-25T17:35:00Z")
        #expect(scene.texts("update").first?.contains("> We will refund 40 EUR by Tuesday.") == true)
        // The ladder goes on, too.
        #expect(Set(scene.addressees("staff-notice")) == ["nora", "tomas", "maelle", "edda"])
        #expect(scene.status == .open)
    }

    @Test func whatIsAwaitedOnRecordIsToldAndNotAskedForAgain() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: GoodwillTests.standards())
        try await scene.customerWrites()
        try await scene.staffWrites("/wait the maker: the spare lid", person: "nora")
        try await scene.run(until: "2026-11-24T17:30:00Z")
        let amends = try #require(scene.texts("amends").first)
        #expect(amends.contains("What we are still waiting for is the spare lid, from the maker."), "\(amends)")
        let notice = try #require(scene.texts("staff-notice").last)
        #expect(notice.contains("the spare lid") && notice.contains("the maker"), "\(notice)")
        #expect(!scene.says.contains { $0.say.name.hasPrefix("ask-update") })
        #expect(!scene.opened.contains { $0.report["reason"]?.string?.contains("have it on record") == true })
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func anApologyThatTellsWhatIsAwaitedKeepsToTheStandards(
        _ language: String
    ) throws {
        let mail = try Fixtures.office().customerMail.amends(
            .init(ref: "CW-7K3F9QX", name: "Ann", advocate: "Nora Quill", language: language), .answer, .word,
            awaited: .init(what: "Katalog", from: "Limoges"), nextWord: "2026-11-26T12:00:00Z")
        #expect(mail.body.contains("Katalog") && mail.body.contains("Limoges"))
        let verdict = CourtesyGate.judge(
            mail.body,
            GateContext(language: language, purpose: "amends", mood: "angry", now: "2026-11-25T17:30:00Z"))
        #expect(verdict.verdict == .pass, "\(mail.body)\n\(verdict.findings)")
    }
}
