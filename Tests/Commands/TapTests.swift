import ArgumentParser
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct TapTests {
    private let event: JSON = [
        "at": "2026-11-22T09:00:00.000Z", "what": "done", "stage": "triage", "ref": "CW-1", "type": "case.contact",
        "detail": "set understanding",
    ]

    @Test func everythingPassesWithoutAFilter() {
        #expect(TapFilter().passes(event))
    }

    @Test func allThatIsAskedForMustFit() {
        #expect(TapFilter(stage: "triage", type: "case.contact", reference: "cw-1").passes(event))
        #expect(!TapFilter(stage: "responder").passes(event))
        #expect(!TapFilter(stage: "triage", reference: "CW-2").passes(event))
    }

    @Test func aLineTellsWhatHappenedWhereAndWhy() {
        let line = TapText(event).line
        #expect(line.contains("done"))
        #expect(line.contains("triage"))
        #expect(line.hasSuffix("case.contact  set understanding"))
    }

    @Test(arguments: [
        ("what=done", true), ("what!=done", false), ("stage=responder", false), ("work_ms>40", true),
        ("work_ms<40", false), ("work_ms>what", false), ("sections=understanding", true), ("sections=care", false),
        ("code=x", false), ("code!=x", true), ("message=7", true),
    ])
    func aFieldOfTheEventDecides(condition: String, passes: Bool) throws {
        var members = try #require(event.object)
        members["work_ms"] = 41
        members["message"] = 7
        members["sections"] = ["understanding"]
        #expect(TapFilter(conditions: [try Condition.read(condition)]).passes(.object(members)) == passes)
    }

    @Test(arguments: ["", "what", "=x", "colour=red", "."])
    func aConditionThatCannotBeIsToldAtOnce(text: String) {
        #expect(throws: ValidationError.self) { try Condition.read(text) }
    }

    @Test func aFieldOfASectionIsAskedForOnceUntilItChanges() async throws {
        var asked = 0
        var sections = CaseSections { ref, name in
            asked += 1
            #expect((ref, name) == ("CW-1", "understanding"))
            return [
                "topic": asked == 1 ? "returns" : "order-status", "asks": [["kind": "question"], ["kind": "request"]],
            ]
        }
        let topic = TapFilter(conditions: [try Condition.read("understanding.topic=returns")])
        #expect(try await topic.passes(event, &sections))
        let kind = TapFilter(conditions: [try Condition.read("understanding.asks.kind=request")])
        #expect(try await kind.passes(event, &sections))
        #expect(asked == 1)
        var members = try #require(event.object)
        members["sections"] = ["understanding"]
        #expect(try await !topic.passes(.object(members), &sections))
        #expect(asked == 2)
        #expect(try await !topic.passes(["what": "hello"], &sections), "an event without a case has no section")
    }

    @Test(arguments: ["dead", "retry", "parked", "opened", "text", "defect"])
    func whatMayQuotePeopleIsLeftOut(what: String) {
        let told: JSON = ["what": .string(what), "stage": "responder", "detail": "Ann is angry", "code": "x"]
        #expect(told.withoutWords == ["what": .string(what), "stage": "responder", "code": "x", "redacted": true])
    }

    @Test func whatTheBrokerSaysItselfIsShown() { #expect(event.withoutWords == event) }
}
