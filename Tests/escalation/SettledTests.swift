import Casework
import StageKit
import Testing

@testable import escalation

@Suite struct SettledTests {
    @Test func whatTheCustomerCallsSolvedIsResolvedWithAWordToThem() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.deliver("case.settled", settled)
        #expect(scene.status == .resolved)
        #expect(scene.timers.isEmpty)
        #expect(scene.texts("closing").first?.contains("You told us that it is solved") == true)
        #expect(scene.emitted.contains { $0.output == "resolved" }, "the survey follows")
        try await scene.deliver("case.settled", settled)
        #expect(scene.texts("closing").count == 1)
    }

    @Test func aPromiseIsKeptBeforeTheCaseIsClosed() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        scene.append(
            "promised",
            [
                "name": "refund", "what": "your money back", "due": "2026-11-25T17:00:00.000Z", "authority": "nora",
                "evidence": "…", "kind": "refund",
            ])
        try await scene.deliver("case.settled", settled)
        #expect(scene.status == .open)
        #expect(scene.texts("staff-notice").first?.contains("a promise to them is still open") == true)
    }

    @Test func whatIsNotSolvedComesToTheAdvocateAndIsNotAnsweredByAnArticle() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.customerWrites("This is not solved yet.", settled: false)
        #expect(scene.status == .open)
        #expect(scene.care?.waits_for == "unsolved")
        #expect(scene.care?.turn == "us")
        #expect(scene.addressees("staff-notice") == ["nora"])
        let handover = Handover(code: "with-person", reason: "The customer wrote again")
        try await scene.deliver("case.handover", JSON(encoding: handover))
        #expect(scene.addressees("staff-notice") == ["nora"], "one mail tells it")
    }

    @Test func lettersToTheCustomerBringALinkToTheirPage() async throws {
        var scene = try Scene(at: "2026-11-23T10:00:00Z")
        try await scene.customerWrites()
        try await scene.leaves("answer", answers: true)
        try await scene.deliver("case.settled", settled)
        let words = (scene.texts("closing").first ?? "").split(whereSeparator: \.isWhitespace)
        let url = try #require(words.first { $0.hasPrefix("https://help.hearth.example/c/") })
        let token = try #require(url.split(separator: "/").last?.split(separator: "?").first)
        let link = try #require(CaseLink(token: String(token), key: Fixtures.key))
        #expect(link == CaseLink(ref: "CW-TEST123", address: "ann@example.org", made: scene.now))
    }

    private var settled: JSON {
        get throws {
            try JSON(
                encoding: Settled(from: Party(name: "Ann", address: "ann@example.org"), at: "2026-11-23T11:00:00Z"))
        }
    }
}
