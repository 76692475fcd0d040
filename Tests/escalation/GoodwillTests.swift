import Casework
import Clocks
import StageKit
import Testing

@testable import escalation

@Suite struct GoodwillTests {
    /// The standards of the tests, with an offer for late answers and a limit for a year.
    static func standards(_ offer: Double = 5, limit: Double? = 60) -> JSON {
        var standards = Fixtures.standards.object ?? [:]
        for answer in ["first_answer", "next_answer"] {
            standards[answer] = ["within": "4 business hours", "warn": 0.5, "make_good": .double(offer)]
        }
        var goodwill: [String: JSON] = ["up_to": 25, "currency": "EUR"]
        goodwill["per_customer_year"] = limit.map(JSON.double)
        standards["goodwill"] = .object(goodwill)
        return .object(standards)
    }

    /// Somebody has waited for an answer since Monday morning. Earlier they were granted something in another case.
    private func late(_ standards: JSON = standards(), before: [Care.Grant] = []) async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: standards)
        if !before.isEmpty {
            scene.history = [.init(ref: "CW-OLD", status: .resolved, owner: "nora", opened: "2026-03-01T10:00:00Z")]
        }
        scene.stage.grants.elsewhere = { _ in before }
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T14:00:00Z")
        return scene
    }

    private func grant(_ amount: Double, at moment: Timestamp = "2026-03-01T10:00:00Z") -> Care.Grant {
        Care.Grant(amount: amount, currency: "EUR", reason: "…", at: moment, by: "nora")
    }

    @Test func aLateAnswerBringsAnApologyWithAnOfferBeforeTheCustomerAsks() async throws {
        let scene = try await late()
        let amends = try #require(scene.says.first { $0.say.purpose == "amends" })
        #expect(amends.text.contains("You should have had our answer by now"))
        #expect(amends.text.contains("a voucher of 5 EUR"))
        #expect(amends.text.contains("You will hear from us by Tuesday 24 November at 14:00."))
        let granted = try #require(scene.care?.granted)
        #expect(granted.map(\.amount) == [5] && granted.map(\.by) == ["nora"])
        #expect(granted.map(\.at) == ["2026-11-23T14:00:00Z"])
        #expect(granted.first?.about == amends.say.name)
        #expect(granted.first?.reason.contains("the answer was due at Monday 23 November at 14:00") == true)
    }

    @Test(arguments: ["2026-11-23T12:00:59Z", "2026-11-23T17:00:59Z"])
    func whatWasMissedWhileTheDeskWasDownIsOwnedByOneApology(_ word: String) async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Self.standards())
        try await scene.customerWrites()
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "You hear from us soon.", "due": .string(word), "authority": "nora",
                "evidence": "…", "kind": "contact",
            ])
        try await scene.leaves("acknowledgment")
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.run(until: "2026-11-24T10:05:00Z")
        #expect(scene.texts("amends").count == 1, "\(scene.texts("amends"))")
    }

    @Test func anAnswerAndAnUpdateThatAreDueAtOneMomentAreOneMail() async throws {
        // Both are due as the desk closes, and the update's timer comes first.
        var scene = try Scene(at: "2026-11-23T13:30:00Z", standards: Self.standards())
        try await scene.customerWrites()
        #expect(scene.care?[.firstAnswer]?.due == scene.care?[.update]?.due)
        scene.wait(until: "2026-11-23T17:30:00Z")
        try await scene.deliver("clock.due", JSON(encoding: ClockTimer.Payload(clock: "update", kind: .due)))
        #expect(scene.texts("update").isEmpty)
        try await scene.run(until: "2026-11-23T17:30:30Z")
        #expect(scene.texts("amends").count == 1)
        try await scene.leaves("amends")
        try await scene.run(until: "2026-11-23T17:40:00Z")
        #expect(scene.texts("update").isEmpty)
    }

    @Test func anApologyThatIsAboutToLeaveIsNotFollowedByAnUpdateInTheSameMinute() async throws {
        // The desk was away over the day: answer and update are late when it comes back.
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Self.standards())
        try await scene.customerWrites()
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.run(until: "2026-11-24T10:05:00Z")
        #expect(scene.texts("amends").count == 1 && scene.texts("update").isEmpty)
        try await scene.leaves("amends")
        try await scene.run(until: "2026-11-24T17:00:00Z")
        #expect(scene.texts("update").isEmpty, "the next news is due a day after the apology")
        try await scene.run(until: "2026-11-25T10:30:00Z")
        #expect(scene.texts("update").count == 1)
        // One that does not leave keeps nobody from hearing where things stand.
        scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Self.standards())
        try await scene.customerWrites()
        scene.wait(until: "2026-11-24T10:00:00Z")
        try await scene.run(until: "2026-11-24T10:15:00Z")
        #expect(scene.texts("update").count == 1)
    }

    @Test func withoutAnOfferInTheStandardsNothingIsSaidOfIt() async throws {
        let scene = try await late(Fixtures.standards)
        #expect(scene.texts("amends").isEmpty && scene.care?.granted == nil)
    }

    @Test func oneThingThatWasMissedBringsOneOffer() async throws {
        var scene = try await late()
        try await scene.leaves("amends")
        try await scene.run(until: "2026-11-26T18:00:00Z")
        #expect(scene.care?.granted?.count == 1)
        // The answer comes at last; another one is late as well, and that is another thing.
        try await scene.leaves("answer", answers: true)
        try await scene.customerWrites("And the lid?")
        try await scene.run(until: "2026-11-27T18:00:00Z")
        #expect(scene.care?.granted?.count == 2)
    }

    @Test func aWordThatWasPromisedForTheSameMinuteIsOwnedOnce() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Self.standards())
        try await scene.customerWrites()
        scene.append(
            "promised",
            [
                "name": "say-1-1", "what": "You will hear from us by Monday at 14:00.", "due": "2026-11-23T14:00:59Z",
                "authority": "escalation", "evidence": "…", "kind": "contact",
            ])
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T14:05:00Z")
        #expect(scene.texts("amends").count == 1)
    }

    @Test func beyondTheYearTheCustomerIsToldAndSomebodyWhoMayGrantMoreIsAsked() async throws {
        var scene = try await late(before: [grant(40), grant(17)])
        #expect(scene.care?.granted == nil)
        let amends = try #require(scene.texts("amends").first)
        #expect(!amends.contains("EUR") && amends.contains("We have asked Edda Storm to help."))
        let notice = try #require(scene.says.first { $0.say.name.hasPrefix("goodwill-") })
        #expect(notice.say.to == ["edda@hearth.example"])
        #expect(notice.text.contains("the customer was granted 57 EUR within a year, and 60 EUR is the limit"))
        // What is longer ago than a year counts no more.
        scene = try await late(before: [grant(40), grant(17, at: "2025-11-22T10:00:00Z")])
        #expect(scene.care?.granted?.count == 1)
    }

    @Test func whatIsBeyondTheAuthorityOfTheAdvocateIsNotOffered() async throws {
        let scene = try await late(Self.standards(40))
        #expect(scene.care?.granted == nil)
        let notice = try #require(scene.says.first { $0.say.name.hasPrefix("goodwill-") })
        #expect(notice.say.to == ["edda@hearth.example"])
        #expect(notice.text.contains("40 EUR is more than the 25 EUR that Nora Quill may grant"))
    }

    @Test func aColleaguesWordCountsAgainstTheSameLimit() async throws {
        var scene = try await late(before: [grant(50)])
        let words = "We are sorry for the wait. As a gesture of goodwill, here is a voucher of 20 EUR."
        try await scene.staffWrites(words)
        #expect(scene.texts("answer").isEmpty)
        let back = try #require(scene.texts("staff-refused").last)
        #expect(back.contains("there is room for 5 EUR") && back.contains("/assign edda"))
        // Who may grant as much as the year's limit decides.
        try await scene.staffWrites(words, person: "edda")
        #expect(scene.texts("answer") == [words])
        try await scene.leaves("answer", answers: true, text: words, author: "edda")
        #expect(scene.care?.granted?.map(\.amount) == [5, 20])
        #expect(scene.care?.granted?.last?.by == "edda")
    }

    @Test func whoHandsOverWhatWasOfferedGrantsNothingAnew() async throws {
        var scene = try await late()
        let words = "Thank you for your patience. Here is the voucher of 5 EUR that we offered."
        try await scene.staffWrites(words)
        try await scene.leaves("answer", answers: true, text: words, author: "nora")
        #expect(scene.care?.granted?.map(\.amount) == [5])
    }

    @Test(arguments: [
        "Thank you for your patience. Here is the voucher of 5 EUR that we offered.",
        "Vielen Dank für Ihre Geduld. Ihr Gutschein über 5 EUR ist HT-5521.",
        "Thank you for your patience. The voucher code is DANKE5.",
    ])
    func aVoucherThatWasHandedOverIsNotListedAsOfferedAnyMore(words: String) async throws {
        var scene = try await late()
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "reply", reason: "They reply kindly.")))
        #expect(scene.texts("staff-notice").last?.contains("a voucher of 5 EUR was offered") == true)
        try await scene.leaves("answer", answers: true, text: words, author: "nora")
        try await scene.customerWrites("And the lid?")
        let notices = scene.texts("staff-notice").count
        try await scene.deliver("case.handover", JSON(encoding: Handover(code: "unsure", reason: "No article fits.")))
        #expect(scene.texts("staff-notice").count > notices)
        #expect(scene.texts("staff-notice").last?.contains("was offered") == false)
    }

    // MARK: Updates

    /// Somebody has waited since Monday morning for an answer that takes days, and the desk was down when they were to hear
    /// where it stands.
    private func down(until moment: Timestamp, offer: Double? = 3) async throws -> Scene {
        var standards = Fixtures.standards.object ?? [:]
        standards["first_answer"] = ["within": "5 business days", "warn": 0.5]
        var update: [String: JSON] = ["every": "1 business day"]
        update["make_good"] = offer.map(JSON.double)
        standards["update"] = .object(update)
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: .object(standards))
        scene.stage.grants.elsewhere = { _ in [] }
        try await scene.customerWrites()
        try await scene.understood(
            .sample(asks: [.init(quote: "Where is my order?", kind: "question", contact: 1)]))
        try await scene.leaves("acknowledgment")
        scene.wait(until: moment)
        try await scene.run(until: moment)
        return scene
    }

    @Test func aLateUpdateBringsAnOfferWithWhereItStands() async throws {
        var scene = try await down(until: "2026-11-23T19:00:00Z")
        #expect(scene.texts("update").isEmpty, "one mail tells both")
        let amends = try #require(scene.texts("amends").first)
        #expect(amends.contains("You should have heard from us by now") && amends.contains("a voucher of 3 EUR"))
        #expect(amends.contains("> Where is my order?") && amends.contains("You will hear from us by"))
        #expect(scene.care?.granted?.map(\.amount) == [3])
        let told = scene.opened.filter { $0.wish.kind == "digest" }
        #expect(told.map(\.wish.key) == ["nora"])
        #expect(told.first?.report["reason"]?.string?.contains("was told late where their case stands") == true)
        // It has left, and the next one is in time.
        try await scene.leaves("amends")
        try await scene.run(until: "2026-11-25T12:00:00Z")
        #expect(scene.texts("amends").count == 1 && !scene.texts("update").isEmpty)
        #expect(scene.care?.granted?.count == 1)
    }

    @Test func anUpdateInTimeOrWithoutAnOfferIsAnUpdate() async throws {
        let inTime = try await down(until: "2026-11-23T17:30:30Z")
        #expect(inTime.texts("amends").isEmpty && inTime.texts("update").count == 1)
        let unset = try await down(until: "2026-11-23T19:00:00Z", offer: nil)
        #expect(unset.texts("amends").isEmpty && unset.texts("update").count == 1)
    }

    @Test func anAnswerThatIsLateAsWellIsMadeGoodOnce() async throws {
        var standards = Self.standards().object ?? [:]
        standards["update"] = ["every": "1 business day", "make_good": 3]
        var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: .object(standards))
        scene.stage.grants.elsewhere = { _ in [] }
        try await scene.customerWrites()
        scene.wait(until: "2026-11-24T19:00:00Z")
        try await scene.run(until: "2026-11-24T19:00:00Z")
        #expect(scene.care?.granted?.map(\.amount) == [5])
    }

    @Test func theSizeOfAnAccountChangesNothing() async throws {
        let sizes = ["9", "2500", "250000"]
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        var treatments: Set<[String]> = []
        for order in orders {
            for index in order {
                var scene = try Scene(at: "2026-11-23T10:00:00Z", standards: Self.standards())
                scene.worth = ["revenue": .string(sizes[index]), "tier": .string("tier \(index)")]
                try await scene.customerWrites("Where is my order?")
                try await scene.run(until: "2026-11-23T14:00:00Z")
                treatments.insert(scene.texts("amends") + (scene.care?.granted ?? []).map { "\($0.amount)" })
            }
        }
        #expect(treatments.count == 1 && treatments.first?.last == "5.0")
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func whatALateAnswerBringsKeepsToTheStandards(_ language: String) throws
    {
        let progress = Progress(asks: ["Where is my order?"], helping: ["Edda Storm"], owed: [])
        for (missed, remedy) in [
            (CustomerMail.Missed.answer, CustomerMail.Remedy.offer("5 EUR")), (.answer, .asked("Edda Storm")),
            (.answer, .word), (.update(progress), .offer("5 EUR")), (.update(progress), .word),
        ] {
            let mail = try Fixtures.office().customerMail.amends(
                .init(ref: "CW-7K3F9QX", name: "Ann", advocate: "Nora Quill", language: language), missed, remedy,
                nextWord: "2026-11-26T12:00:00Z")
            let verdict = CourtesyGate.judge(
                mail.body,
                GateContext(
                    language: language, authority: Authority(credit: ["EUR": 1000]), purpose: "amends", mood: "angry",
                    now: "2026-11-25T17:30:00Z"))
            #expect(verdict.verdict == .pass, "\(mail.body)\n\(verdict.findings)")
            #expect(mail.promises.map(\.placeholders) == [["next_word"]])
        }
    }
}
