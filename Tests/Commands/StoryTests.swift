import Clocks
import Foundation
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct StoryTests {
    private func story(_ log: [JSON], _ members: [String: JSON] = [:]) -> [String] {
        let head: [String: JSON] = [
            "ref": "CW-7K3F9QX", "status": "open", "subject": "Chipped bowl", "customer": "ada@example.org",
            "owner": "mara", "opened": "2026-11-22T09:00:00.000Z", "log": .array(log),
        ]
        let times = Times(now: at("2026-11-22T12:00:00Z"), zone: .gmt)
        return Story(.object(head.merging(members) { $1 }), times: times, width: 60).lines
    }

    private func entry(_ kind: String, _ body: JSON, by: String = "broker") -> JSON {
        ["seq": 1, "kind": .string(kind), "at": "2026-11-22T09:00:01.000Z", "by": .string(by), "body": body]
    }

    @Test func theHeadSaysWhoseCaseItIs() {
        let lines = story([])
        #expect(lines[0] == "CW-7K3F9QX  open  Chipped bowl")
        #expect(lines[1] == "customer ada@example.org, looked after by mara, opened Sun 22 Nov 09:00:00, times of GMT")
    }

    @Test func everyTimeIsOnTheDesksClockAndTheClockIsNamedOnce() throws {
        let body: JSON = ["promise": "p-1", "kept": "2026-07-22T09:00:00.000Z", "told": "2026-07-22T09:30:00Z"]
        let log: [JSON] = [
            ["seq": 1, "kind": "noted", "at": "2026-07-22T09:00:01.000Z", "by": "escalation", "body": body],
            [
                "seq": 2, "kind": "noted", "at": "2026-07-22T09:00:01.000Z", "by": "escalation",
                "body": ["overdue": "2026-07-22T07:30:00.000Z"],
            ],
        ]
        let story: JSON = ["ref": "CW-7K3F9QX", "opened": "2026-07-22T09:00:00.000Z", "log": .array(log)]
        let zone = try #require(TimeZone(identifier: "Europe/Dublin"))
        let lines = Story(story, times: Times(now: at("2026-07-22T12:00:00Z"), zone: zone)).lines
        let all = lines.joined(separator: "\n")
        #expect(!all.contains("Z") && !all.contains("09:00:00"))
        #expect(all.contains("kept Wed 22 Jul 10:00:00") && all.contains("not mended by Wed 22 Jul 08:30:00"))
        #expect(all.components(separatedBy: "Europe/Dublin").count == 2)
    }

    @Test func aCaseOfTheHouseHasNoCustomer() {
        let lines = story([], ["kind": "cause", "customer": .null])
        #expect(lines[1] == "looked after by mara, opened Sun 22 Nov 09:00:00, times of GMT")
    }

    @Test func whatBecameOfCausesAndFeedbackIsASentence() {
        let lines = story([
            entry("decided", ["merged": "CW-BBBBBBB", "person": "nora"], by: "escalation"),
            entry("noted", ["same": ["ref": "CW-AAAAAAA", "reports": []], "person": "nora"], by: "escalation"),
            entry(
                "noted", ["moved": [1, 2], "owner": "tomas", "person": "edda", "reason": "the house is his"],
                by: "survey"),
        ]).joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(lines.contains("it is the same as CW-BBBBBBB, and goes on there (nora)"))
        #expect(lines.contains("CW-AAAAAAA is the same, and goes on here (nora)"))
        #expect(lines.contains("edda handed feedback 1, 2 to tomas: the house is his"))
    }

    @Test func customersWordsAreIndentedAndWrapped() {
        let words = "My new bowl came with a chip on its rim, and I would like to have another one."
        let lines = story([
            entry(
                "heard",
                [
                    "channel": "mail", "from": ["name": "Ada", "address": "ada@example.org"], "subject": "Chipped bowl",
                    "words": .string(words),
                ])
        ])
        #expect(lines.contains("Sun 22 Nov 09:00:01  heard  Ada <ada@example.org> by mail"))
        let told = lines.filter { $0.hasPrefix("    │ ") }
        #expect(told.count == 2)
        #expect(told.map { $0.dropFirst(6) }.joined(separator: " ") == words)
    }

    @Test func whatWasSaidNamesPurposeAndReader() {
        let lines = story([
            entry(
                "said",
                [
                    "purpose": "acknowledgment", "to": ["ada@example.org"], "text": "We have it.", "by": "responder",
                    "author": "mara",
                ], by: "responder")
        ])
        #expect(
            lines.contains(
                "Sun 22 Nov 09:00:01  said  acknowledgment, to ada@example.org in the name of mara, proposed by responder"
            ))
        #expect(lines.contains("    │ We have it."))
    }

    @Test func theCustomersWordThatItIsSolvedIsTold() {
        let lines = story([entry("feedback", ["settled": true, "from": ["address": "ada@example.org"]])])
        #expect(lines.contains("Sun 22 Nov 09:00:01  feedback  ada@example.org says that it is solved"))
    }

    private static let decisions: [(JSON, String)] = [
        (["owner": "mara"], "mara looks after it (escalation)"),
        (["resolved": "the customer is content"], "resolved by escalation: the customer is content"),
        (["reopened": "the customer wrote again"], "reopened by escalation: the customer wrote again"),
        (["taken": "tomas", "rung": 1], "escalation: tomas takes it on"),
        (
            ["waits_for": "customer", "reason": "a photo", "person": "nora"],
            "escalation: it waits for customer (nora)"
        ),
        (["reason": "no article fits", "code": "no-article"], "escalation: no article fits, code no-article"),
    ]

    @Test(arguments: decisions)
    func decisionsAreSentences(body: JSON, sentence: String) {
        #expect(story([entry("decided", body, by: "escalation")]).contains("Sun 22 Nov 09:00:01  decided  \(sentence)"))
    }

    @Test func everyRungIsTold() {
        let body: JSON = ["rung": 2, "clock": "first-answer", "told": ["maelle", "priya"]]
        #expect(
            story([entry("noted", body, by: "escalation")]).contains(
                "Sun 22 Nov 09:00:01  noted  escalation: rung 2 of the ladder was told: maelle, priya (first-answer)"))
    }

    @Test func theUnderstandingIsToldAfterTheWordsItRestsOn() {
        let lines = story(
            [entry("heard", ["words": "Where is it?"]), entry("decided", ["owner": "mara"])],
            ["sections": ["understanding": ["heard": 1, "topic": "order-status", "confidence": 0.874, "mood": "calm"]]])
        let places = ["heard", "understood", "decided"].map { word in lines.firstIndex { $0.contains(word) } ?? -1 }
        #expect(places == places.sorted())
        #expect(lines.contains("  about order-status (sure to 87 %)"))
    }

    @Test func aPromiseTellsItsDay() {
        let lines = story([entry("promised", ["what": "a new bowl", "due": "2026-11-25T17:00:00.000Z"])])
        #expect(lines.contains("Sun 22 Nov 09:00:01  promised  a new bowl"))
        #expect(lines.contains("    by Wed 25 Nov 17:00:00"))
    }

    @Test func runningClocksTellWhatIsLeft() throws {
        let standards: JSON = [
            "acknowledge": ["within": "2 minutes"], "first_answer": ["within": "4 hours", "warn": 0.5],
            "next_answer": ["within": "4 hours", "warn": 0.5], "update": ["every": "1 day"],
            "resolve": ["after": "3 days"],
            "calendar": [
                "zone": "UTC", "hours": ["sunday": ["00:00-24:00"], "monday": ["00:00-24:00"]], "closed": [:],
                "other_hours": [:],
            ],
        ]
        let log = [
            Entry(seq: 1, kind: "heard", at: at("2026-11-22T09:00:00Z"), by: "intake", body: [:]),
            Entry(
                seq: 2, kind: "said", at: at("2026-11-22T09:00:03Z"), by: "responder",
                body: ["purpose": "acknowledgment", "audience": "customer"]),
        ]
        let now = at("2026-11-22T12:00:00Z")
        let clocks = CaseClocks(log, figures: try standards.decode(), at: now)
        let lines = Story([:], clocks: clocks, times: Times(now: now, zone: .gmt), width: 60).lines
        #expect(lines.contains("  first-answer  due Sun 22 Nov 13:00:00, in 1 h, 1 h left"))
        #expect(lines.contains("  acknowledge  met Sun 22 Nov 09:00:03"))
    }

    @Test func aRefusedTextShowsWhatWasFound() {
        let text: JSON = [
            "say": 1, "name": "answer-1", "purpose": "answer", "audience": "customer", "state": "refused",
            "findings": [["rule": "blame", "words": "your fault", "advice": "Say what happens next."]],
        ]
        let lines = story([], ["texts": [text]])
        #expect(lines.contains("  answer-1  answer to customer  refused"))
        #expect(lines.contains("    found: blame: “your fault”; Say what happens next."))
    }

    @Test func strangersWordsCannotMoveTheCursor() {
        let lines = story([entry("heard", ["from": ["address": "x"], "words": "\u{1B}]0;owned\u{7}hello"])])
        #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 })
    }
}
