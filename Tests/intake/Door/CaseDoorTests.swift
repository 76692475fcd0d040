import StageKit
import TestSupport
import Testing

@testable import Casework
@testable import intake

@Suite struct CaseDoorTests {
    @Test func aCustomerReadsTheirStory() async throws {
        try await withCase { browser, _, path async throws in
            let page = try await browser.get(path + "?lang=en")
            #expect(page.status == 200)
            for words in ["The lamp is broken.", "A new one is on its way.", "Nora Quill", "CW-7K3F9QX"] {
                #expect(page.body.contains(words), "\(words)")
            }
            #expect(page.body.contains("You hear from us by <time datetime=\"2026-11-23T11:00:00.000Z\">"))
            #expect(page.body.contains("Monday 23 November at 11:00"))
            let german = try await browser.get(path + "?lang=de").body
            #expect(german.contains("Montag, 23. November, 11:00 Uhr"))
            #expect(german.contains("<div class=\"words\" lang=\"en\"><p>A new one"), "read aloud in its own language")
            #expect(!page.body.contains("<div class=\"words\" lang="))
        }
    }

    /// As the mails did: a round time for the next word, and the minute that was promised.
    @Test func timesAreToldAsTheyWereInMails() async throws {
        let story = Story.json { members in
            members["promises"] = [
                ["what": "You will hear from us by 11:05.", "due": "2026-11-23T11:05:59.999Z", "name": "say-1-1"]
            ]
            guard case .object(var sections) = members["sections"], case .object(var care) = sections["care"] else {
                return
            }
            care["next_word"] = "2026-11-23T11:01:20Z"
            sections["care"] = .object(care)
            members["sections"] = .object(sections)
        }
        try await withCase(story) { browser, _, path async throws in
            let page = try await browser.get(path + "?lang=en").body
            #expect(page.contains("Monday 23 November at 11:05"))
            #expect(!page.contains("at 11:06") && !page.contains("at 11:02"))
        }
    }

    @Test func whatWasWrittenThereIsAContactLikeAnyOther() async throws {
        try await withCase { browser, desk, path async throws in
            let answer = try await browser.form(
                ["text": "It was the blue one. 4111 1111 1111 1111"], on: path, to: path + "/word")
            #expect(answer.status == 303)
            #expect(answer.headers["location"]?.hasPrefix(path) == true)
            let draft = try #require(desk.drafts.first)
            #expect(draft.via == "page")
            let admission = try #require(draft.admission)
            #expect(admission.role == .customer)
            #expect(admission.match == [Match(key: "ref:CW-7K3F9QX")])
            #expect(admission.participants == ["ann@customer.example"])
            let contact: Contact = try #require(try draft.bodies.first?.decode())
            #expect(contact.from == Party(name: "Ann", address: "ann@customer.example"))
            #expect(contact.words == "It was the blue one. **** **** **** 1111")
            #expect(contact.settled == nil)
            let section: ContactSection = try #require(try draft.bodies.last?.decode())
            #expect(section.last_message_id == "one@customer.example", "the thread of mails goes on")
        }
    }

    @Test func itIsSolvedWhenTheCustomerSaysSoAndOnce() async throws {
        try await withCase { browser, desk, path async throws in
            let token = try await browser.token(on: path)
            for _ in 0..<2 {
                let answer = try await browser.form(["token": token], on: path, to: path + "/solved")
                #expect(answer.headers["location"]?.hasSuffix("done=solved") == true)
            }
            #expect(desk.drafts.count == 1)
            let word: Settled = try #require(try desk.drafts.first?.bodies.first?.decode())
            #expect(word.settled && word.from.address == "ann@customer.example")
            #expect(desk.drafts.first?.admission?.output == "settled")
        }
    }

    @Test func thatItIsNotSolvedIsHeardInTheirLanguage() async throws {
        try await withCase { browser, desk, path async throws in
            _ = try await browser.form(["lang": "de"], on: path, to: path + "/unsolved")
            let contact: Contact = try #require(try desk.drafts.first?.bodies.first?.decode())
            #expect(contact.settled == false)
            #expect(contact.words == "Das ist noch nicht gelöst.")
            #expect(desk.drafts.first?.admission?.output == "contact")
        }
    }

    @Test func lookingChangesNothingWhoeverLooks() async throws {
        try await withCase { browser, desk, path async throws in
            for method in ["GET", "HEAD"] {
                #expect(try await browser.get(path + "?done=solved", method: method).status == 200)
                for action in ["word", "solved", "unsolved", "end"] {
                    #expect(try await browser.get("\(path)/\(action)", method: method).status == 404)
                }
            }
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func whatAPersonWroteStaysWhenTheBrokerIsAway() async throws {
        try await withCase { browser, desk, path async throws in
            let token = try await browser.token(on: path)
            desk.set(.full)
            let full = try await browser.form(["text": "My <story>", "token": token], on: path, to: path + "/word")
            #expect(full.status == 503 && full.headers["retry-after"] == "3")
            #expect(full.body.contains("My &lt;story&gt;") && full.body.contains("The lamp is broken."))
            desk.set(.away)
            let away = try await browser.form(["text": "My <story>", "token": token], on: path, to: path + "/word")
            #expect(away.status == 503 && away.body.contains("My &lt;story&gt;"))
            desk.set(.taking)
            let again = try await browser.form(
                ["text": "My <story>", "token": try #require(away.token)], on: path, to: path + "/word")
            #expect(again.status == 303)
            #expect(desk.drafts.count == 1)
        }
    }

    @Test func nothingWrittenIsSaidBesideTheField() async throws {
        try await withCase { browser, desk, path async throws in
            let answer = try await browser.form(["text": " \r\n "], on: path, to: path + "/word")
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"text-error\"") && answer.body.contains("href=\"#text\""))
            #expect(desk.drafts.isEmpty)
        }
    }

    @Test func whereItStandsFollowsFromTheStory() throws {
        var told = try (Story.json() as JSON).decode(Told.self)
        #expect(told.standing == .ours(next: Timestamp("2026-11-23T11:00:00Z")))
        told.now = try #require(Timestamp("2026-11-24T11:00:00Z"))
        #expect(told.standing == .ours(next: nil), "a time that is past is not said again")
        told.sections.care?.turn = "customer"
        #expect(told.standing == .yours)
        told.log.append(.init(kind: .heard, at: told.now))
        #expect(told.standing == .ours(next: nil), "what was written a moment ago is not reckoned with yet")
        told.log.append(.init(kind: .feedback, at: told.now, settled: true))
        #expect(told.standing == .settling)
        told.status = .resolved
        told.resolved = told.now
        #expect(told.standing == .settled(since: told.now))
    }
}

/// A case as its customer is told of it.
enum Story {
    static let person = "ann@customer.example"

    static func json(_ change: (inout [String: JSON]) -> Void = { _ in }) -> JSON {
        var members: [String: JSON] = [
            "ref": "CW-7K3F9QX", "status": "open", "now": "2026-11-22T10:00:00Z", "opened": "2026-11-21T10:00:00Z",
            "subject": "A lamp", "person": ["name": "Ann", "address": .string(person)], "shortened": false,
            "promises": [],
            "log": [
                [
                    "seq": 1, "kind": "heard", "at": "2026-11-21T10:00:00Z", "words": "The lamp is broken.",
                    "attachments": [],
                ],
                [
                    "seq": 2, "kind": "said", "at": "2026-11-21T11:00:00Z", "text": "A new one is on its way.",
                    "language": "en",
                ],
            ],
            "sections": [
                "contact": [
                    "customer": ["name": "Ann", "address": .string(person)], "channel": "mail",
                    "last_message_id": "one@customer.example", "references": [],
                ],
                "care": [
                    "advocate": ["id": "nora", "name": "Nora Quill"], "earlier": [], "clocks": [:], "rung": 0,
                    "next_word": "2026-11-23T11:00:00Z", "turn": "us",
                ],
            ],
        ]
        change(&members)
        return .object(members)
    }

    /// The path of a link that was made at some moment.
    static func path(to address: String = person, made: String = "2026-11-21T10:00:00Z") throws -> String {
        let made = try #require(Timestamp(made))
        return "/c/" + CaseLink(ref: Bench.ref, address: address, made: made).token(key: Bench.key)
    }
}

/// Opens a door behind which there is a case, and hands over the path of its page.
func withCase<T: Sendable>(
    _ story: JSON = Story.json(), settings: IntakeSettings = Bench.settings,
    _ body: @Sendable (Browser, ScriptedDesk, String) async throws -> T
) async throws -> T {
    let desk = ScriptedDesk()
    desk.tell(Story.person, story)
    return try await withDoor(desk, settings: settings) { browser, desk async throws in
        try await body(browser, desk, Story.path())
    }
}
