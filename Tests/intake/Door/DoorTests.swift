import Casework
import StageKit
import TestSupport
import Testing

@testable import Casework
@testable import intake

@Suite struct DoorTests {
    @Test func aFormOpensACaseAndTellsItsReference() async throws {
        try await withDoor { browser, desk async throws in
            let answer = try await browser.form([
                "name": "Ann", "address": "ann@customer.example", "subject": "Order", "text": "Where is it?",
                "company_fax": "", "lang": "de",
            ])
            #expect(answer.status == 303)
            #expect(answer.headers["location"] == "/thanks?ref=CW-2222222&lang=de")
            let draft = try #require(desk.drafts.first)
            #expect(draft.via == "form")
            #expect(draft.admission?.customer == "ann@customer.example")
            #expect(draft.admission?.subject == "Order")
            let thanks = try await browser.get("/thanks?ref=CW-2222222&lang=de")
            #expect(thanks.body.contains("CW-2222222") && thanks.body.contains("lang=\"de\""))
        }
    }

    @Test func aFormThatWasNotTakenNamesTheButtonThatIsThere() async throws {
        try await withDoor { browser, desk async throws in
            let fields = ["address": "ann@customer.example", "text": "Good", "token": "x"]
            for (path, button) in [("/contact", PageText.formSend), ("/feedback", .feedbackSend)] {
                let answer = try await browser.form(fields, to: path)
                #expect(answer.status == 400)
                #expect(answer.body.contains("“\(try Bench.english[button])”"))
            }
        }
    }

    @Test func sendingTheSameFormTwiceIsOnce() async throws {
        try await withDoor { browser, desk async throws in
            let token = try await browser.token()
            var fields = ["token": token, "address": "ann@customer.example", "text": "Hello"]
            let first = try await browser.form(fields)
            let second = try await browser.form(fields)
            #expect(first.headers["location"] == second.headers["location"])
            #expect(desk.drafts.count == 1)
            fields["text"] = "Hello, and one thing more"
            #expect(try await browser.form(fields).status == 303)
            #expect(desk.drafts.count == 2)
        }
    }

    @Test func whatAPersonWroteStaysWhenTheBrokerIsAway() async throws {
        let desk = ScriptedDesk()
        for mood in [ScriptedDesk.Mood.away, .full] {
            desk.set(mood)
            try await withDoor(desk) { browser, _ async throws in
                let answer = try await browser.form(["address": "ann@customer.example", "text": "My <long> story"])
                #expect(answer.status == 503)
                #expect(Int(answer.headers["retry-after"] ?? "") != nil)
                #expect(answer.body.contains("My &lt;long&gt; story"))
                #expect(answer.body.contains("value=\"ann@customer.example\""))
            }
        }
        #expect(desk.drafts.isEmpty)
    }

    @Test func aWrongFieldIsToldBesideItAndTheRestIsKept() async throws {
        try await withDoor { browser, desk async throws in
            let answer = try await browser.form(["address": "ann@", "text": "Hello", "name": "Ann \"A\""])
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"address-error\""))
            #expect(answer.body.contains("aria-invalid=\"true\""))
            #expect(answer.body.contains("value=\"Ann &quot;A&quot;\""))
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func formsOfOtherSitesAreNotTaken() async throws {
        try await withDoor { browser, desk async throws in
            let fields = ["address": "ann@customer.example", "text": "Hello"]
            for origin in ["http://evil.example", "http://127.0.0.1:1", "https://help.hearth.example.evil.example"] {
                #expect(try await browser.form(fields, ["Origin": origin]).status == 403)
            }
            for site in ["cross-site", "same-site"] {
                let headers = ["Origin": "null", "Sec-Fetch-Site": site]
                #expect(try await browser.form(fields, headers).status == 403)
            }
            var forged = fields
            forged["token"] = "abc.def.0123"
            #expect(try await browser.form(forged).status == 400)
            var trapped = fields
            trapped["company_fax"] = "12345"
            #expect(try await browser.form(trapped).status == 400)
            #expect(desk.drafts.isEmpty)
            #expect(try await browser.form(fields, ["Origin": "http://127.0.0.1:\(browser.port)"]).status == 303)
            #expect(try await browser.form(fields, ["Origin": "http://help.hearth.example"]).status == 303)
            // Our pages keep their address to themselves, so that browsers send their forms like this.
            let ours = ["Origin": "null", "Sec-Fetch-Site": "same-origin"]
            #expect(try await browser.form(fields, ours).status == 303)
            #expect(try await browser.form(fields, ["Origin": "null"]).status == 303)
        }
    }

    @Test func whatIsToldUnaskedIsAContactToo() async throws {
        try await withDoor { browser, desk async throws in
            let fields = ["address": "ann@customer.example", "text": "The new shop window is lovely.", "lang": "en"]
            let answer = try await browser.form(fields, on: "/feedback", to: "/feedback")
            #expect(answer.status == 303)
            let draft = try #require(desk.drafts.first)
            #expect(draft.via == "feedback" && draft.admission?.role == .customer)
            #expect(draft.admission?.subject == "Feedback")
            let wrong = try await browser.form(["text": "Hello"], on: "/feedback", to: "/feedback")
            #expect(wrong.status == 422 && wrong.body.contains("action=\"/feedback\""))
            #expect(try await browser.form(fields, on: "/", to: "/feedback").status == 400, "a form of another page")
        }
    }

    @Test func filesComeAlongAsBlobs() async throws {
        try await withDoor { browser, desk async throws in
            let token = try await browser.token()
            let parts = [("token", token), ("address", "ann@customer.example"), ("text", "See the picture")].map {
                "--B\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
            }
            let file =
                "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"C:\\a\\photo.png\"\r\n"
                + "Content-Type: image/png\r\n\r\npicture\r\n--B--\r\n"
            let answer = try await browser.post(
                "/contact", ["Content-Type": "multipart/form-data; boundary=B"], parts.joined() + file)
            #expect(answer.status == 303)
            #expect(desk.blobs.values.map { String(decoding: $0, as: UTF8.self) } == ["picture"])
        }
    }

    @Test func theJSONDoorAnswersTheSameKeyTheSame() async throws {
        try await withDoor { browser, desk async throws in
            let headers = ["Content-Type": "application/json", "Idempotency-Key": "order-17"]
            let body = #"{"from":{"name":"Ann","address":"ann@customer.example"},"text":"Hi","ref":"CW-7K3F9QX"}"#
            let first = try await browser.post("/api/contacts", headers, body)
            let second = try await browser.post("/api/contacts", headers, body)
            #expect(first.status == 201)
            #expect(first.body == second.body)
            #expect(try JSON(bytes: Array(first.body.utf8))["state"]?.string == "opened")
            #expect(desk.drafts.count == 1)
            #expect(
                desk.drafts.first?.admission?.match
                    == [Match(key: "ref:CW-7K3F9QX", participant: "ann@customer.example")])
            let other = try await browser.post("/api/contacts", headers, body + " ")
            #expect(other.status == 422)
        }
    }

    @Test func theJSONDoorHandsOnTheTraceOfItsCaller() async throws {
        try await withDoor { browser, desk async throws in
            let place = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            for (path, traceparent) in [("contacts", place), ("feedback", place), ("contacts", "00-none")] {
                let headers = ["Content-Type": "application/json", "traceparent": traceparent]
                let body = #"{"from":{"address":"ann@customer.example"},"text":"Hi"}"#
                #expect(try await browser.post("/api/\(path)", headers, body).status == 201)
            }
            #expect(desk.drafts.map(\.traceparent) == [place, place, nil])
        }
    }

    @Test func theJSONDoorTellsEveryProblemByField() async throws {
        try await withDoor { browser, _ async throws in
            let answer = try await browser.post(
                "/api/contacts", ["Content-Type": "application/json"],
                #"{"from":{"address":7},"attachments":[{"name":"a","base64":"%"}],"txt":"x"}"#)
            #expect(answer.status == 400)
            guard case .array(let problems)? = try JSON(bytes: Array(answer.body.utf8))["problems"] else {
                Issue.record("no problems")
                return
            }
            let fields = problems.compactMap { $0["field"]?.string }.sorted()
            #expect(fields == ["attachments[0].base64", "from.address", "text", "txt"])
            for body in ["", "[]", "{", "7"] {
                let headers = ["Content-Type": "application/json", "Content-Length": "\(body.utf8.count)"]
                #expect(try await browser.post("/api/contacts", headers, body).status == 400)
            }
            #expect(try await browser.post("/api/contacts", ["Content-Type": "text/plain"], "{}").status == 415)
        }
    }

    @Test func theJSONDoorSaysWhenToComeBack() async throws {
        let desk = ScriptedDesk()
        desk.set(.full)
        try await withDoor(desk) { browser, _ async throws in
            let answer = try await browser.post(
                "/api/contacts", ["Content-Type": "application/json"],
                #"{"from":{"address":"ann@customer.example"},"text":"Hi"}"#)
            #expect(answer.status == 503)
            #expect(answer.headers["retry-after"] == "3")
        }
    }

    @Test func healthAndReadinessAreTwoThings() async throws {
        let desk = ScriptedDesk()
        try await withDoor(desk) { browser, desk async throws in
            #expect(try await browser.get("/ready").status == 200)
            desk.set(.away)
            #expect(try await browser.get("/ready").status == 503)
            #expect(try await browser.get("/health").status == 200)
        }
    }

    @Test func everyAnswerBearsItsGuards() async throws {
        try await withDoor { browser, _ async throws in
            for path in ["/", "/nothing", "/style.css", "/api/openapi.json"] {
                let answer = try await browser.get(path)
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                #expect(answer.headers["referrer-policy"] == "no-referrer")
            }
            let page = try await browser.get("/")
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(try await browser.get("/nothing").status == 404)
        }
    }

    @Test func tooMuchIsRefusedBeforeItIsRead() async throws {
        var settings = Bench.settings
        settings.maxAttachmentMiB = 1
        try await withDoor(settings: settings) { browser, _ async throws in
            let large = String(repeating: "x", count: 4 << 20)
            let answer = try await browser.post(
                "/api/contacts", ["Content-Type": "application/json"], large)
            #expect(answer.status == 413)
            let header = try await browser.get("/", ["X-Long": String(repeating: "x", count: 40 << 10)])
            #expect(header.status == 400 || header.status == 431)
        }
    }

    @Test func whoAsksTooOftenIsToldToWait() async throws {
        try await withDoor { browser, _ async throws in
            var statuses: [Int] = []
            for _ in 0..<60 {
                let answer = try await browser.post("/api/contacts", ["Content-Type": "application/json"], "{}")
                statuses.append(answer.status)
            }
            #expect(statuses.first == 400)
            #expect(statuses.last == 429)
        }
    }

    @Test func aTakenPortIsWaitedFor() async throws {
        try await withDoor { browser, _ async throws in
            guard let address = WebAddress("127.0.0.1:\(browser.port)") else { return }
            let second = Door(
                address: address, site: try Bench.site(), key: Bench.key, desk: ScriptedDesk(), logger: .silent)
            let running = Task { try await second.run() }
            #expect(try await browser.get("/health").status == 200)
            running.cancel()
            // It neither broke nor took the port away.
            try await running.value
            #expect(try await browser.get("/health").status == 200)
        }
    }
}
