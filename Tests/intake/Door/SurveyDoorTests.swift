import Casework
import StageKit
import TestSupport
import Testing

@testable import Casework
@testable import intake

@Suite struct SurveyDoorTests {
    @Test func lookingAtASurveyRecordsNothing() async throws {
        try await withDoor { browser, desk async throws in
            let path = "/s/\(Bench.signed(.vote, "\(Bench.ref).csat"))"
            for method in ["GET", "HEAD"] {
                let page = try await browser.get(path + "?score=4", method: method)
                #expect(page.status == 200)
                if method == "GET" { #expect(page.body.contains("value=\"4\" required checked")) }
            }
            #expect(desk.drafts.isEmpty)
            let headers = ["Content-Type": "application/x-www-form-urlencoded"]
            for _ in 0..<2 {
                let answer = try await browser.post(path, headers, "score=5&words=Lovely+4111+1111+1111+1111")
                #expect(answer.headers["location"] == "/thanks/survey?lang=en")
            }
            #expect(desk.drafts.count == 1)
            let admission = try #require(desk.drafts.first?.admission)
            #expect(admission.role == .feedback)
            #expect(admission.match == [Match(key: "ref:CW-7K3F9QX")])
            #expect(try await browser.post(path, headers, "score=6").status == 422)
            #expect(try await browser.post(path, headers, "").status == 422)
        }
    }

    @Test func wordsMayBeRepeatedWhereTheCustomerTicksThat() async throws {
        try await withDoor { browser, desk async throws in
            let path = "/s/\(Bench.signed(.vote, "\(Bench.ref).csat"))"
            #expect(try await browser.get(path).body.contains("<input type=\"checkbox\" name=\"quote\" value=\"yes\">"))
            let headers = ["Content-Type": "application/x-www-form-urlencoded"]
            for body in ["score=5&words=Lovely", "score=5&words=Lovely&quote=yes", "score=5&words=+&quote=yes"] {
                #expect(try await browser.post(path, headers, body).status == 303)
            }
            let votes: [Vote] = try desk.drafts.map { try #require(try $0.bodies.first?.decode()) }
            #expect(votes.map(\.quote) == [nil, true, nil])
            // What was ticked stays ticked where something has to be mended.
            #expect(try await browser.post(path, headers, "quote=yes&words=x").body.contains("value=\"yes\" checked"))
        }
    }

    @Test func aVoteOnACaseThatIsGoneIsToldSoAndNothingIsKept() async throws {
        try await withDoor { browser, desk async throws in
            let path = "/s/" + Bench.signed(.vote, "\(Bench.ref).csat.\(CaseLink.person("ann@example.org"))")
            let headers = ["Content-Type": "application/x-www-form-urlencoded"]
            let told: JSON = [
                "ref": .string(Bench.ref), "status": "resolved", "now": "2026-11-23T10:00:00Z",
                "person": ["address": "ann@example.org"], "log": [], "shortened": false, "promises": [],
                "sections": [:],
            ]
            let texts = try #require(Bench.site().texts(code: "de"))
            for answer in [
                try await browser.get(path + "?lang=de"),
                try await browser.post(path + "?lang=de", headers, "score=5&words=Lovely"),
            ] {
                #expect(answer.status == 404 && answer.body.contains(texts[.refusedBadLinkTitle]))
            }
            #expect(desk.drafts.isEmpty)
            desk.tell("ann@example.org", told)
            #expect(try await browser.get(path).status == 200)
            #expect(try await browser.post(path, headers, "score=5").status == 303)
            // While the broker is away the page is there, and says so once it is sent.
            desk.set(.away)
            #expect(try await browser.get(path).status == 200)
            #expect(try await browser.post(path, headers, "score=4").status == 503)
        }
    }

    @Test func aSurveyLinkThatIsNotOursIsSaidSoInPlainWords() async throws {
        try await withDoor { browser, desk async throws in
            let good = Bench.signed(.vote, "\(Bench.ref).csat")
            let customer = Bench.signed(.customer, Bench.ref)
            for token in ["x", String(good.dropLast()), customer, Bench.signed(.vote, "\(Bench.ref).mood")] {
                let answer = try await browser.get("/s/\(token)")
                #expect(answer.status == 404)
                #expect(answer.body.contains(try Bench.english[.refusedBadLinkTitle]))
            }
            #expect(desk.drafts.isEmpty)
        }
    }
}
