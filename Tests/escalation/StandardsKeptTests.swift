import Casework
import StageKit
import Testing

@testable import escalation

/// What came of a standard is told once for each time that its clock ran.
@Suite struct StandardsKeptTests {
    /// Each result in the order in which they were told, as `first_answer met`.
    private func told(_ scene: Scene, _ standards: String...) -> [String] {
        scene.standards.filter { standards.contains($0.standard) }.map { "\($0.standard) \($0.met ? "met" : "missed")" }
    }

    @Test func whatIsMetInTimeIsToldOnce() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        #expect(scene.standards == [])
        try await scene.leaves("acknowledgment")
        #expect(scene.standards == [.init(standard: "acknowledge", met: true, due: "2026-11-23T10:02:00Z")])
        scene.wait(until: "2026-11-23T11:00:00Z")
        try await scene.leaves("answer", answers: true)
        try await scene.deliver("case.notice", ["automatic": "out-of-office", "words": "I am away"])
        #expect(told(scene, "acknowledge", "first_answer") == ["acknowledge met", "first_answer met"])
    }

    @Test func whatIsMissedIsToldAsItsTimeIsUpAndNotAgainWhenItComesLate() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("acknowledgment")
        try await scene.run(until: "2026-11-23T14:00:00Z")
        #expect(told(scene, "first_answer") == ["first_answer missed"])
        scene.wait(until: "2026-11-23T15:00:00Z")
        try await scene.leaves("answer", answers: true)
        try await scene.deliver("case.notice", ["automatic": "out-of-office", "words": "I am away"])
        #expect(told(scene, "first_answer") == ["first_answer missed"])
    }

    @Test func eachTimeThatTheyWriteCounts() async throws {
        let start: Timestamp = "2026-11-23T10:00:00Z"
        var scene = try Scene(at: start)
        for hour in 0..<3 {
            scene.wait(until: start + .seconds(Int64(hour) * 3600))
            try await scene.customerWrites()
            try await scene.leaves("acknowledgment")
            try await scene.leaves("answer", answers: true)
        }
        #expect(told(scene, "acknowledge") == Array(repeating: "acknowledge met", count: 3))
        #expect(told(scene, "first_answer") == ["first_answer met"])
        #expect(told(scene, "next_answer") == ["next_answer met", "next_answer met"])
    }
}
