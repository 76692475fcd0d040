import Crypto
import StageKit
import TestSupport
import Testing

@testable import Casework
@testable import intake

/// What somebody may try at a customer's own page who is not that customer.
@Suite struct CaseAttackTests {
    @Test func aLinkThatIsNotOursOpensNothing() async throws {
        try await withCase { browser, desk, path async throws in
            let token = String(path.dropFirst(3))
            let parts = token.split(separator: ".").map(String.init)
            let wrong = [
                String(token.dropLast()), token + "a", token.replacing("7k3f9qx", with: "7k3f9qz"),
                [parts[0], parts[1], CaseLink.person("eve@example.org"), parts[3], parts[4]].joined(separator: "."),
                [parts[0], parts[1], parts[2], "zzzzzz", parts[4]].joined(separator: "."),
                Bench.signed(.customer, Bench.ref), Bench.signed(.vote, "\(Bench.ref).csat"),
                Bench.signed(.page, Bench.ref), Bench.signed(.page, "\(Bench.ref).x.y"),
                CaseLink(ref: Bench.ref, address: Story.person, made: .init(milliseconds: 0)).token(
                    key: .init(size: .bits256)), "x", String(repeating: "p", count: 4000),
            ]
            for token in wrong {
                let answer = try await browser.get("/c/\(token)")
                #expect([404, 414].contains(answer.status), "\(token)")
                #expect(!answer.body.contains("The lamp is broken."))
            }
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func whoTakesNoPartInTheCaseIsToldNothing() async throws {
        try await withCase { browser, _, _ async throws in
            // Well signed, and the broker knows nobody of that name in this case.
            #expect(try await browser.get(Story.path(to: "eve@example.org")).status == 404)
        }
    }

    @Test func linksAgeAndCanBeEnded() async throws {
        try await withCase { browser, desk, path async throws in
            #expect(try await browser.get(Story.path(made: "2026-08-20T10:00:00Z")).status == 410)
            #expect(try await browser.get(Story.path(made: "2026-11-23T10:00:00Z")).status == 410, "not made yet")
            let end = try await browser.form(["lang": "fr"], on: path, to: path + "/end")
            #expect(end.headers["location"] == "/thanks/ended?lang=fr")
            let section: PageSection = try #require(try desk.drafts.first?.bodies.last?.decode())
            desk.tell(
                Story.person,
                Story.json { members in
                    members["sections"] = ["page": (try? JSON(encoding: section)) ?? nil]
                })
            #expect(try await browser.get(path).status == 410)
            #expect(try await browser.form(["text": "x", "token": "x"], to: path + "/word").status == 410)
            desk.tell(
                Story.person,
                Story.json {
                    $0["sections"] = ["page": ["links_from": "2026-11-20T10:00:00Z"]]
                })
            #expect(try await browser.get(path).status == 200, "a later link opens it")
        }
    }

    @Test func aPageShowsNoLinksThatWouldOutliveItsOwn() async throws {
        let link = CaseLink(ref: Bench.ref, address: Story.person, made: .init(milliseconds: 2_000_000_000_000))
            .url(at: "http://help.hearth.example", language: "en", key: Bench.key)
        let story = Story.json {
            $0["log"] = [
                [
                    "kind": "said", "at": "2026-11-21T11:00:00Z",
                    "text": .string("Hello,\n\nYour own page:\n\(link)\n\nKind regards"),
                ]
            ]
        }
        try await withCase(story) { browser, _, path async throws in
            let page = try await browser.get(path).body
            #expect(page.contains("Hello,") && page.contains("Kind regards"))
            #expect(!page.contains("/c/p.cw-7k3f9qx") || !page.contains(link.split(separator: "/").last ?? ""))
            #expect(!page.contains("Your own page:"))
        }
    }

    @Test func aFormOfAnotherPageIsNotTaken() async throws {
        try await withCase { browser, desk, path async throws in
            let form = try await browser.token(on: "/")
            let other = FormTokens(key: Bench.key, place: "CW-2222222.\(CaseLink.person(Story.person))").make()
            for token in [form, other, "", "a.b.c"] {
                for action in ["word", "solved", "unsolved", "end"] {
                    let answer = try await browser.form(["token": token, "text": "x"], to: "\(path)/\(action)")
                    #expect(answer.status == 400)
                }
            }
            let token = try await browser.token(on: path)
            for headers in [["Origin": "http://evil.example"], ["Sec-Fetch-Site": "cross-site"]] {
                let answer = try await browser.form(["token": token], headers, to: path + "/solved")
                #expect(answer.status == 403)
            }
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func wordsAreNeverMarkupAndNeverHeaders() async throws {
        let evil = "</title><script>alert(1)</script>\r\nSet-Cookie: a=b\"'><img src=x onerror=alert(1)>"
        let story = Story.json {
            $0["subject"] = .string(evil)
            $0["person"] = ["name": .string(evil), "address": .string(Story.person)]
            $0["promises"] = [["what": .string(evil), "due": "2026-11-23T11:00:00Z"]]
            $0["log"] = [
                [
                    "kind": "heard", "at": "2026-11-21T10:00:00Z", "words": .string(evil),
                    "attachments": [
                        [
                            "name": .string(evil), "media_type": "image/svg+xml", "bytes": 1, "sha256": "",
                            "inline": false,
                        ]
                    ],
                ], ["kind": "said", "at": "2026-11-21T10:00:00Z", "text": .string(evil)],
            ]
        }
        try await withCase(story) { browser, desk, path async throws in
            let page = try await browser.get(path)
            #expect(!page.body.contains("<script") && !page.body.contains("<img"))
            #expect(page.headers["set-cookie"] == nil)
            _ = try await browser.form(["text": evil, "lang": "en\r\nX-Evil: 1"], on: path, to: path + "/word")
            let answer = try await browser.form(
                ["name": evil, "address": Story.person, "subject": evil, "text": evil, "lang": "de\r\nX-Evil: 1"])
            #expect(answer.status == 303 && answer.headers["x-evil"] == nil)
            let subject = try #require(desk.drafts.last?.admission?.subject)
            #expect(!subject.contains("\r") && !subject.contains("\n"))
        }
    }

    @Test func oneLinkCannotFloodTheDesk() async throws {
        try await withCase { browser, desk, path async throws in
            var statuses: [Int] = []
            for number in 0..<14 {
                statuses.append(try await browser.form(["text": "\(number)"], on: path, to: path + "/word").status)
            }
            #expect(statuses.prefix(12).allSatisfy { $0 == 303 })
            #expect(statuses.last == 429)
            #expect(desk.drafts.count <= 13)
        }
    }

    @Test func hugeAndHalfSentFormsAreRefused() async throws {
        var settings = Bench.settings
        settings.maxAttachmentMiB = 1
        try await withCase(settings: settings) { browser, desk, path async throws in
            let headers = ["Content-Type": "multipart/form-data; boundary=B"]
            let large = String(repeating: "x", count: 4 << 20)
            #expect(try await browser.post(path + "/word", headers, large).status == 413)
            #expect(try await browser.post(path + "/word", headers, "--B\r\nContent-Disposition").status == 400)
            #expect(try await browser.post(path + "/word", ["Content-Type": "text/plain"], "text=x").status == 400)
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test(arguments: [
        "/c/", "/c/..", "/c/../../etc/passwd", "/c/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/c/%00", "//etc/passwd",
        "/style.css/../../Package.swift", "/templates/en/pages.txt", "/c/p.cw-7k3f9qx", "/.git/config", "/c/x/word/y",
    ])
    func noPathLeadsElsewhere(path: String) async throws {
        try await withCase { browser, _, _ async throws in
            let answer = try await browser.get(path)
            #expect([400, 404].contains(answer.status))
            #expect(!answer.body.contains("root:") && !answer.body.contains("form.title"))
        }
    }

    @Test func aPrivatePageIsKeptByNobody() async throws {
        try await withCase { browser, _, path async throws in
            let page = try await browser.get(path)
            #expect(page.headers["cache-control"] == "no-store")
            #expect(page.headers["referrer-policy"] == "no-referrer")
            #expect(page.headers["x-frame-options"] == "DENY")
            #expect(page.headers["set-cookie"] == nil)
            #expect(page.body.contains("<meta name=\"robots\" content=\"noindex\">"))
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        }
    }

    @Test func aVisitorBehindOurProxyIsTheirOwn() {
        let ours = Visitors(proxies: ["10.0.0.1", "10.0.0.2"])
        #expect(ours.visitor(from: "203.0.113.9", forwarded: ["198.51.100.7"]) == "203.0.113.9", "anybody can write it")
        #expect(ours.visitor(from: "10.0.0.1", forwarded: ["1.1.1.1, 198.51.100.7, 10.0.0.2"]) == "198.51.100.7")
        #expect(ours.visitor(from: "10.0.0.1", forwarded: ["6.6.6.6", "198.51.100.7"]) == "198.51.100.7")
        #expect(ours.visitor(from: "10.0.0.1", forwarded: []) == "10.0.0.1")
        #expect(ours.visitor(from: "10.0.0.1", forwarded: [" , "]) == "10.0.0.1")
    }
}
