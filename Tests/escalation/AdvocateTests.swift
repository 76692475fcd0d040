import Calendars
import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct AdvocateTests {
    struct Choice: Sendable, CustomTestStringConvertible {
        var name: String
        var question: AdvocateChoice.Question
        var chosen: String
        var testDescription: String { name }
    }

    static let choices = [
        Choice(name: "nothing known", question: .init(), chosen: "nora"),
        Choice(name: "known person first", question: .init(before: ["tomas"], topic: "order-status"), chosen: "tomas"),
        Choice(name: "latest known person first", question: .init(before: ["edda", "tomas"]), chosen: "edda"),
        Choice(name: "who is away stands for nobody new", question: .init(before: ["away"]), chosen: "nora"),
        Choice(name: "topic before load", question: .init(topic: "return", load: ["tomas": 9]), chosen: "tomas"),
        Choice(name: "language before load", question: .init(language: "fr-CA", load: ["maelle": 9]), chosen: "maelle"),
        Choice(name: "language before topic", question: .init(topic: "return", language: "de"), chosen: "nora"),
        Choice(
            name: "fewest open cases", question: .init(load: ["nora": 3, "tomas": 1, "maelle": 2, "edda": 1]),
            chosen: "tomas"),
        Choice(name: "a topic nobody has", question: .init(topic: "stock", load: ["nora": 1]), chosen: "tomas"),
        Choice(name: "not the one who is passed over", question: .init(except: ["nora"]), chosen: "tomas"),
    ]

    private func choice(_ more: [JSON]) throws -> AdvocateChoice {
        let people: People = try Fixtures.people(Fixtures.everybody + more).decode()
        return AdvocateChoice(people: people, day: try #require(CalendarDay("2026-11-23")))
    }

    private static let away = Fixtures.person(
        "away", "Al Gone", away: [["from": "2026-11-20", "until": "2026-11-23"]])

    @Test(arguments: choices) func somebodyFittingIsChosen(_ example: Choice) throws {
        #expect(try choice([Self.away]).choose(example.question)?.id == example.chosen)
    }

    /// Sixty mails come at once; what was chosen is counted only every so often.
    @Test(arguments: [1, 8, 20, 60]) func aBurstIsSharedAlikeHoweverLateItIsCounted(_ late: Int) throws {
        let names = ["ada", "bea", "cyd", "dot"]
        let people: People = try Fixtures.people(names.map { Fixtures.person($0, $0) }).decode()
        let office = try Office(
            people: people, figures: Fixtures.figures(), templates: Fixtures.templates(), shop: "Hearth & Table")
        var (chosen, counted) = ([String: Int](), [String: Int]())
        for number in 0..<60 {
            if number.isMultiple(of: late) { counted = chosen }
            let now: Timestamp = "2026-11-23T10:00:00Z" + .milliseconds(number)
            let person = try #require(office.choose(.init(load: counted), for: "CW-\(number)", at: now))
            chosen[person.id, default: 0] += 1
        }
        #expect(chosen.values.allSatisfy { 13...17 ~= $0 }, "\(chosen)")
        // Who was chosen is in the count by now.
        let later: Timestamp = "2026-11-23T10:00:09Z"
        #expect(
            office.choose(.init(load: ["ada": 1, "bea": 0, "cyd": 1, "dot": 1]), for: "CW-X", at: later)?.id == "bea")
    }

    @Test func somebodyStandsForTheCustomerThoughAllAreAway() throws {
        let people: People = try Fixtures.people([Self.away]).decode()
        let choice = AdvocateChoice(people: people, day: try #require(CalendarDay("2026-11-23")))
        #expect(choice.choose(.init())?.id == "away")
    }

    @Test func theDayAfterAnAbsenceTheyAreThere() throws {
        let people: People = try Fixtures.people([Self.away]).decode()
        #expect(people.people[0].isAway(on: try #require(CalendarDay("2026-11-23"))))
        #expect(!people.people[0].isAway(on: try #require(CalendarDay("2026-11-24"))))
    }

    @Test func whoeverLeftHandsTheirCasesOnAtTheNextLook() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites("Where is my parcel?")
        #expect(scene.owner == "nora")
        scene.stage = try Fixtures.stage(people: Fixtures.people(Array(Fixtures.everybody.dropFirst())))
        for _ in 1...2 { try await scene.deliver("standards.changed") }
        #expect(scene.owner == "tomas" && scene.care?.advocate.name == "Tomás Iriarte")
        #expect(scene.care?.earlier == ["nora"])
        // The customer and the colleague are told, each of them once.
        #expect(scene.texts("hand-over").count == 1 && scene.says.count == 2)
        #expect(scene.texts("hand-over")[0].contains("Until now Nora Quill looked after your case"))
        // Whoever takes over has just been told; nobody says that they have read it.
        #expect(!scene.texts("hand-over")[0].contains("has read"))
        #expect(scene.addressees("staff-notice") == ["tomas"])
        #expect(scene.texts("staff-notice")[0].contains("Where is my parcel?"))
    }

    @Test func aSettledCaseHasAnAdvocateAgainWhenItOpens() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.staffWrites("/resolve")
        #expect(scene.status == .resolved)
        scene.stage = try Fixtures.stage(people: Fixtures.people(Array(Fixtures.everybody.dropFirst())))
        try await scene.deliver("standards.changed")
        #expect(scene.owner == "nora")
        let vote: JSON = ["question": "csat", "score": 1, "at": "2026-11-23T11:00:00Z"]
        try await scene.deliver("case.voted", vote)
        #expect(scene.status == .open && scene.owner == "tomas")
    }

    @Test func whoLeadsStandsAboveOnTheLadder() throws {
        let ladder = try Fixtures.office().ladder(at: "2026-11-23T10:00:00Z")
        #expect(ladder.lead(of: "nora")?.id == "maelle")
        #expect(ladder.lead(of: "maelle")?.id == "edda")
        #expect(ladder.lead(of: "edda")?.id == "edda")
    }
}
