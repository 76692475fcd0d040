import Testing

@testable import CasewireCommands

@Suite struct RosterTests {
    private func settled(_ wanted: Int, revision: String = "a") -> Roster {
        var roster = Roster(stage: "x")
        _ = roster.settle(wanted, revision: revision, working: [])
        return roster
    }

    @Test func asManyAreStartedAsAreMissing() {
        var roster = Roster(stage: "x")
        #expect(roster.settle(2, revision: "a", working: []).start == ["x-0", "x-1"])
        #expect(roster.settle(3, revision: "a", working: ["x-0", "x-1"]) == .init(start: ["x-2"]))
        #expect(roster.settle(3, revision: "a", working: ["x-0", "x-1", "x-2"]) == .init())
    }

    @Test func theLastOnesLeaveFirst() {
        var roster = settled(3)
        #expect(roster.settle(1, revision: "a", working: ["x-0", "x-1", "x-2"]) == .init(stop: ["x-1", "x-2"]))
        // Who leaves is told once, and its name is not given again before it has gone.
        #expect(roster.settle(2, revision: "a", working: ["x-0"]) == .init(start: ["x-3"]))
        roster.remove("x-1")
        #expect(roster.settle(3, revision: "a", working: ["x-0", "x-3"]) == .init(start: ["x-1"]))
    }

    @Test func newOnesComeBeforeOldOnesGo() {
        var roster = settled(2)
        let began = roster.settle(2, revision: "b", working: [])
        #expect(began == .init(start: ["x-2", "x-3"], outdated: ["x-0", "x-1"]))
        // One of them alone is not enough.
        #expect(roster.settle(2, revision: "b", working: ["x-2"]) == .init(outdated: ["x-0", "x-1"]))
        #expect(roster.settle(2, revision: "b", working: ["x-2", "x-3"]) == .init(stop: ["x-0", "x-1"]))
        for name in ["x-0", "x-1"] { roster.remove(name) }
        #expect(roster.isSettled(2, revision: "b", present: ["x-2", "x-3"]))
    }

    @Test func aNewOneThatDoesNotComeLeavesTheOldWhereItIs() {
        var roster = settled(1)
        for _ in 0..<100 { #expect(roster.settle(1, revision: "b", working: []).stop.isEmpty) }
        // The change is taken back: the new one goes, and the old one was there all the time.
        #expect(roster.settle(1, revision: "a", working: ["x-0"]) == .init(stop: ["x-1"]))
    }

    @Test func nobodyStaysInAStageThatRests() {
        var roster = settled(2)
        #expect(roster.settle(0, revision: "b", working: []).stop == ["x-0", "x-1"])
        for name in ["x-0", "x-1"] { roster.remove(name) }
        #expect(roster.isSettled(0, revision: "b", present: []))
    }
}
