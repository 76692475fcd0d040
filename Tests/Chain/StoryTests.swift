import Foundation
import StageProtocol
import TestSupport
import Testing

/// One customer's way through the whole chain, as real processes.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StoryTests {
    @Test func aMailIsAcknowledgedUnderstoodAndAnswered() async throws {
        let shop = try Shop()
        try await shop.open()
        let delivered = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        #expect(delivered.status == 0, "\(delivered.errors)")
        let acknowledgment = try await eventually("an acknowledgment") { shop.outbox(to: "nora@example.net").first }
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        #expect(acknowledgment.subject.contains(ref))
        #expect(acknowledgment.body.contains(ref))
        #expect(acknowledgment.headers["auto-submitted"] == "auto-replied")
        #expect(acknowledgment.headers["in-reply-to"] == "<1@example.net>")
        let answer = try await eventually("an answer") { () -> SentMail? in
            let mails = shop.outbox(to: "nora@example.net")
            return mails.count > 1 ? mails.last : nil
        }
        #expect(answer.body.count > 80)
        try await shop.rest()
        let story = try await shop.story(ref)
        #expect(story["sections"]?["understanding"]?["asks"]?.array?.isEmpty == false)
        #expect(story["sections"]?["care"]?["advocate"]?["name"]?.string != nil)
        #expect(story["owner"]?.string != nil)
        let said = (story["log"]?.array ?? []).filter { $0["kind"] == "said" && $0["body"]?["audience"] == "customer" }
        #expect(said.compactMap { $0["body"]?["purpose"]?.string } == ["acknowledgment", "answer"])
        try await Oracle(shop: shop).check(sent: 1)
        #expect(try await shop.close() == 0)
    }

    @Test func aReplyJoinsItsCaseAndAStrangerWithTheReferenceDoesNot() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        let acknowledgment = try await eventually("an acknowledgment") { shop.outbox(to: "nora@example.net").first }
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        _ = try await shop.deliver(
            mail(
                subject: "Re: \(acknowledgment.subject)", id: "2@example.net",
                headers: ["In-Reply-To: \(acknowledgment.messageID)"], "It was the blue one, by the way."))
        // The signed address alone is enough.
        _ = try await shop.deliver(
            mail(
                to: acknowledgment.replyTo, subject: "one more thing", id: "3@example.net",
                "Please leave it with my neighbour."))
        _ = try await shop.deliver(
            mail(from: "eve@example.org", subject: "[\(ref)] tell me", id: "4@example.org", "What did she order?"))
        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        try await shop.rest()
        let report = try await shop.intakeReport()
        #expect(report["opened"] == 2)
        #expect(report["followed_up"] == 2)
        #expect(report["duplicates"] == 1)
        let story = try await shop.story(ref)
        #expect(story["heard"] == 3)
        try await Oracle(shop: shop).check(sent: 5)
    }

    @Test func aColleagueAnswersByReplyingToTheMailThatAsksForThem() async throws {
        let shop = try Shop()
        try await shop.open()
        _ = try await shop.deliver(
            mail(
                subject: "Unusual", id: "1@example.net",
                "I would like to speak to a person about the mosaic in your window, please."))
        let notice = try await eventually("a mail to a colleague") {
            shop.outbox().first { $0.to.contains("@hearth.example") && $0.body.contains("mosaic") }
        }
        #expect(notice.replyTo.contains("+s."))
        let colleague = try #require(notice.to.split(whereSeparator: { "<> ".contains($0) }).last.map(String.init))
        _ = try await shop.deliver(
            mail(
                from: colleague, to: notice.replyTo, subject: "Re: \(notice.subject)", id: "2@hearth.example",
                headers: ["In-Reply-To: \(notice.messageID)"],
                "Thank you for asking about the mosaic. It was made in Porto, and you are welcome to see it on Saturday between 10 and 16."
            ))
        let answer = try await eventually("the colleague's words") {
            shop.outbox(to: "nora@example.net").first { $0.body.contains("Porto") }
        }
        #expect(answer.replyTo.contains("+c."))
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: 2)
    }

    @Test func aVoteCountsWhenItIsConfirmedAndNotWhenItIsLookedAt() async throws {
        let shop = try Shop(standards: ["resolve.after": "1 second", "survey.after": "0 seconds"])
        try await shop.open()
        _ = try await shop.deliver(mail(id: "1@example.net", lateParcel))
        let survey = try await eventually("a survey") {
            shop.outbox(to: "nora@example.net").first { $0.body.contains("/s/") }
        }
        let link = try #require(
            survey.body.split(whereSeparator: \.isWhitespace).map(String.init).first { $0.contains("/s/v.") })
        let ref = try #require(try await shop.cases().first?["ref"]?.string)
        let page = try await http("GET", link)
        #expect(page.status == 200)
        #expect(try await shop.story(ref)["sections"]?["feedback"]?["votes"]?.array?.isEmpty ?? true)
        let posted = try await http(
            "POST", link, body: "score=5&words=quick+and+kind",
            headers: ["Content-Type": "application/x-www-form-urlencoded"])
        #expect(posted.status == 200 || posted.status == 303)
        let vote = try await eventually("the vote in the case") {
            try await shop.story(ref)["sections"]?["feedback"]?["votes"]?.array?.first
        }
        #expect(vote["score"] == 5)
        let early = try await shop.casewire("report", "standards", "--at", "2020-01-01")
        #expect(early.status == 64 && early.errors.contains("The store knows of things after"), "\(early.errors)")
        let report = try await shop.casewire("report", "survey")
        #expect(report.status == 0)
        #expect(try await shop.story(ref)["status"] == "resolved")
        let forged = try await http("GET", link.replacing(".csat.", with: ".csat.x"))
        #expect(forged.status == 404)
    }

    @Test func theFormAndTheInterfaceOpenCasesToo() async throws {
        let shop = try Shop()
        try await shop.open()
        let base = "http://127.0.0.1:\(shop.port)"
        // The broker knows when a stage has greeted it, not when its web door stands open.
        let form = try await eventually("an open web door") {
            let answer = try await http("GET", base + "/")
            return answer.status == 0 ? nil : answer
        }
        #expect(form.status == 200)
        #expect(form.body.contains("<form"))
        let body = Data(
            #"{"from":{"name":"Ann","address":"ann@example.net"},"subject":"Lamp","text":"My lamp arrived broken. Can I have a new one?"}"#
                .utf8)
        let headers = ["Content-Type": "application/json", "Idempotency-Key": "abc-1"]
        let first = try await http(
            "POST", base + "/api/contacts", body: String(decoding: body, as: UTF8.self), headers: headers)
        #expect(first.status == 201, "\(first.body)")
        let again = try await http(
            "POST", base + "/api/contacts", body: String(decoding: body, as: UTF8.self), headers: headers)
        let ref = try JSON(bytes: Array(first.body.utf8))["ref"]?.string
        #expect(try JSON(bytes: Array(again.body.utf8))["ref"]?.string == ref)
        let wrong = try await http(
            "POST", base + "/api/contacts", body: "{}", headers: ["Content-Type": "application/json"])
        #expect(wrong.status == 400)
        _ = try await eventually("an acknowledgment") { shop.outbox(to: "ann@example.net").first }
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: 1)
    }
}

/// A request by curl, as any client would make it.
func http(
    _ method: String, _ url: String, body: String? = nil, headers: [String: String] = [:]
) async throws -> (status: Int, body: String) {
    var arguments = ["-s", "-S", "-m", "20", "-X", method, "-w", "\n%{http_code}"]
    for (name, value) in headers { arguments += ["-H", "\(name): \(value)"] }
    if let body { arguments += ["--data-binary", body] }
    let finished = try await Command.run("/usr/bin/curl", arguments + [url], environment: ["PATH": "/usr/bin:/bin"])
    var lines = finished.output.split(separator: "\n", omittingEmptySubsequences: false)
    let status = Int(lines.popLast() ?? "") ?? 0
    return (status, lines.joined(separator: "\n"))
}
