import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct ChoosingTests {
    /// A customer nobody knows has written on a Monday morning; triage has not said anything yet.
    private func scene(_ change: (inout Scene) -> Void = { _ in }) async throws -> Scene {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        change(&scene)
        try await scene.customerWrites(chosen: false)
        return scene
    }

    private func assigned(_ scene: Scene) -> [Emit] { scene.emitted.filter { $0.output == "assigned" } }

    @Test func whoKnowsTheTopicIsChosenAsSoonAsItIsKnown() async throws {
        var scene = try await scene()
        #expect(scene.owner == nil && scene.care == nil && assigned(scene).isEmpty)
        try await scene.understood(.sample(topic: "damaged-item"))
        #expect(scene.owner == "maelle")
        #expect(scene.care?.advocate.name == "Maëlle Corbin")
        #expect(assigned(scene).map(\.deadline) == ["2026-11-23T10:02:00Z"])
        #expect(scene.timers["choose"] == nil)
        #expect(scene.timers["due-first-answer"] != nil)
    }

    @Test func withoutWordOfTheTopicSomebodyIsChosenAfterASixthOfTheTime() async throws {
        var scene = try await scene()
        #expect(scene.timers["choose"]?.at == "2026-11-23T10:00:20Z")
        try await scene.run(until: "2026-11-23T10:00:20Z")
        #expect(scene.owner == "nora")
        #expect(assigned(scene).map(\.deadline) == ["2026-11-23T10:02:00Z"])
        // What is understood later moves nobody: the customer knows a name by then.
        try await scene.understood(.sample(topic: "damaged-item"))
        #expect(scene.owner == "nora" && assigned(scene).count == 1)
    }

    /// Whether the clock leaps over the time of the receipt while the topic is awaited, or is set back before the contact.
    @Test(arguments: ["2026-11-25T10:00:00Z", "2026-11-20T10:00:00Z"])
    func whoeverIsChosenIsNamedWhereverTheClockStands(_ moment: Timestamp) async throws {
        var scene = try await scene()
        scene.wait(until: moment)
        try await scene.understood(.sample(topic: "damaged-item"))
        #expect(scene.owner == "maelle")
        #expect(assigned(scene).count == 1)
    }

    @Test func moreWordsBeforeThatMakeNobodyWaitLonger() async throws {
        var scene = try await scene()
        scene.wait(until: "2026-11-23T10:00:15Z")
        try await scene.customerWrites("And it is urgent", chosen: false)
        #expect(scene.timers["choose"]?.at == "2026-11-23T10:00:20Z")
        scene.wait(until: "2026-11-23T10:00:30Z")
        try await scene.customerWrites("Hello?", chosen: false)
        #expect(scene.owner == "nora")
    }

    @Test func aCustomerWhoIsKnownWaitsForNoTopic() async throws {
        let scene = try await scene {
            $0.history = [.init(ref: "CW-OLD", status: .resolved, owner: "tomas", opened: "2026-11-01T10:00:00Z")]
        }
        #expect(scene.owner == "tomas")
        #expect(assigned(scene).count == 1 && scene.timers["choose"] == nil)
    }

    @Test func whateverElseComesFirstFindsSomebody() async throws {
        var scene = try await scene()
        try await scene.deliver(
            "message.dead",
            ["message": 7, "stage": "triage", "type": "case.contact", "code": "crash", "reason": "…", "attempts": 12])
        #expect(scene.owner == "nora")
        #expect(assigned(scene).count == 1)
        #expect(scene.addressees("staff-notice") == ["nora"])
    }

    @Test func ofThoseWhoKnowATopicTheOneWithTheFewestCasesIsChosen() async throws {
        let everybody = Fixtures.everybody + [Fixtures.person("zoe", "Zoe Lind", topics: ["damaged-item"])]
        var scene = try Scene(at: "2026-11-23T10:00:00Z", people: Fixtures.people(everybody))
        scene.load = ["maelle": 3, "zoe": 2, "nora": 0]
        try await scene.customerWrites(chosen: false)
        try await scene.understood(.sample(topic: "damaged-item"))
        #expect(scene.owner == "zoe")
    }
}
