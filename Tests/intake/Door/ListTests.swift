import Casework
import StageKit
import TestSupport
import Testing

@testable import intake

@Suite struct ListTests {
    private let who = CaseLink.person("ann@example.org")
    private func path(_ choice: ListChoice.Choice) -> String {
        let url = ListLink(choice, ref: Bench.ref, address: "Ann@example.org").url(at: "http://x", key: Bench.key)
        return String(url.dropFirst("http://x".count))
    }

    /// What the broker tells of the case in which Ann was asked.
    private var told: JSON {
        [
            "ref": .string(Bench.ref), "status": "resolved", "now": "2026-11-23T10:00:00Z",
            "person": ["address": "ann@example.org"], "log": [], "shortened": false, "promises": [], "sections": [:],
        ]
    }

    @Test(arguments: [ListChoice.Choice.join, .leave])
    func ofACaseThatIsGoneItIsToldSoAndNothingIsKept(_ choice: ListChoice.Choice) async throws {
        try await withDoor { browser, desk async throws in
            for answer in [try await browser.get(path(choice)), try await browser.post(path(choice), [:], "")] {
                #expect(answer.status == 404)
                #expect(answer.body.contains(try Bench.english[.refusedBadLinkTitle]))
            }
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func aMailProgramEndsMailsByOneClickWithoutAPage() async throws {
        try await withDoor { browser, desk async throws in
            desk.tell("ann@example.org", told)
            let answer = try await browser.post(
                path(.leave),
                ["Content-Type": "application/x-www-form-urlencoded", "Origin": "https://mail.example"],
                "List-Unsubscribe=One-Click")
            #expect(answer.status == 200, "a redirect would not be followed")
            let draft = try #require(desk.drafts.first)
            #expect(draft.admission?.role == .feedback && draft.admission?.output == "feedback")
            #expect(draft.admission?.match == [Match(key: "ref:\(Bench.ref)")])
            #expect(draft.bodies.first == ["list": "leave", "who": .string(who)])
        }
    }

    @Test func whoOnlyLooksNeitherJoinsNorLeaves() async throws {
        try await withDoor { browser, desk async throws in
            desk.tell("ann@example.org", told)
            for choice in [ListChoice.Choice.join, .leave] {
                let page = try await browser.get(path(choice))
                #expect(page.status == 200 && page.body.contains("<form method=\"post\">"))
            }
            #expect(try await browser.get(path(.leave) + "?lang=de").body.contains("Diese Mails nicht mehr erhalten?"))
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func joiningTakesTheButtonOfItsOwnPage() async throws {
        try await withDoor { browser, desk async throws in
            desk.tell("ann@example.org", told)
            #expect(try await browser.post(path(.join), ["Sec-Fetch-Site": "cross-site"], "").status == 403)
            #expect(desk.drafts.isEmpty)
            #expect(try await browser.post(path(.join), ["Sec-Fetch-Site": "same-origin"], "").status == 200)
            #expect(desk.drafts.first?.bodies.first?["list"] == "join")
        }
    }

    @Test func aLinkToLeaveDoesNotJoinAndAForgedOneDoesNothing() async throws {
        try await withDoor { browser, desk async throws in
            let leave = path(.leave).dropFirst(3)
            let forged = Bench.signed(.page, "\(Bench.ref).\(who)")
            for path in ["/a/\(leave)", "/u/\(leave)x", "/u/\(forged)"] {
                #expect(try await browser.post(path, [:], "").status == 404)
            }
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func whileTheBrokerIsAwayTheButtonIsStillThere() async throws {
        try await withDoor { browser, desk async throws in
            desk.set(.away)
            let answer = try await browser.post(path(.leave), [:], "")
            #expect(answer.status == 503 && answer.body.contains("<form method=\"post\">"))
        }
    }

    @Test func programsHandInFeedbackThatNobodyAskedFor() async throws {
        try await withDoor { browser, desk async throws in
            let body = #"{"from": {"address": "ann@example.org"}, "text": "The music is too loud."}"#
            let headers = ["Content-Type": "application/json", "Idempotency-Key": "k"]
            #expect(try await browser.post("/api/feedback", headers, body).status == 201)
            #expect(desk.drafts.first?.bodies.first?["channel"] == "feedback")
            #expect(try await browser.post("/api/feedback", headers, body).status == 201)
            #expect(desk.drafts.count == 1, "the same again is one")
        }
    }
}
