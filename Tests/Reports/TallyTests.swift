import StageProtocol
import Testing

@testable import Reports

/// What each report tells of a few cases whose figures are plain to see.
@Suite struct TallyTests {
    private let now: Timestamp = "2026-03-06T10:00:00Z"
    private let monday: Timestamp = "2026-03-02T10:00:00Z"

    private func report(_ name: String, _ cases: [Made]) throws -> Report {
        var tally = try #require(ReportCatalog.tally(name, try Desk.setting(now: now)))
        for made in cases { tally.take(try made.facts(now: now)) }
        return tally.report()
    }

    @Test func promisesAreKeptLateOrOpen() throws {
        var one = Made("CW-1", opened: monday)
        one.promised("a", kind: "refund", due: "2026-03-03T17:30:00Z", monday + .seconds(60))
        one.promised("b", kind: "refund", due: "2026-03-03T17:30:00Z", monday + .seconds(60))
        one.promised("c", kind: "delivery", due: "2026-03-04T17:30:00Z", monday + .seconds(60))
        one.promised("d", kind: "delivery", due: "2026-03-09T17:30:00Z", monday + .seconds(60), by: "us")
        one.add("decided", "2026-03-03T12:00:00Z", ["kept": "a"])
        one.add("decided", "2026-03-04T12:00:00Z", ["kept": "b"])
        one.sections["care"] = ["made_good": ["c"]]
        let report = try report("promises", [one])
        #expect(report.members["made"] == 4)
        for state in ["kept", "kept_late", "late", "open", "made_good"] {
            #expect(report.members[state] == 1, "\(state)")
        }
        #expect(report.members["kept_in_time"] == .double(0.3333))
        #expect(report.members["kinds"]?.array?.map { $0["kind"]?.string } == ["delivery", "refund"])
        #expect(report.table("owed")?.rows.map { $0[1] } == [.text("late"), .text("open")])
        #expect(report.table("authorities")?[row: "us", column: "open"] == .count(1))
        let states = report.members["promises"]?.array?.map { $0["state"]?.string }
        #expect(states == ["open", "late", "kept", "kept-late"])
    }

    @Test func peopleAreShownSomeOfWhatIsOwedAndProgramsAllOfIt() throws {
        var one = Made("CW-1", opened: monday)
        for number in 1...23 {
            one.promised("p\(number)", kind: "refund", due: "2026-03-03T17:30:00Z", monday + .seconds(60))
        }
        let report = try report("promises", [one])
        let table = try #require(report.table("owed"))
        #expect(table.rows.count == 23 && table.shown.count == 20)
        #expect(table.more == "And 3 more: --format csv --table owed has them all.")
        #expect(ReportPage([report], subtitle: "").html.contains("And 3 more"))
        #expect(table.csv.split(whereSeparator: \.isNewline).count == 24)
    }

    @Test func topicsMoodAndAsksAreToldAndWordsOnlyWithConsent() throws {
        func made(_ ref: String, mood: String, covered: Bool, votes: JSON = []) -> Made {
            var made = Made(ref, opened: monday)
            made.sections = [
                "understanding": [
                    "topic": "return", "mood": .string(mood),
                    "asks": [["quote": "How?", "kind": "question", "contact": 1]],
                ],
                "answering": [
                    "coverage": covered
                        ? [["ask": "How?", "span": "So.", "article": "returns#how"]] : [["ask": "How?"]]
                ],
                "feedback": ["votes": votes],
            ]
            return made
        }
        let report = try report(
            "voice",
            [
                made("CW-1", mood: "angry", covered: true),
                made(
                    "CW-2", mood: "calm", covered: false, votes: [["question": "csat", "score": 2, "words": "Slow."]]),
                made(
                    "CW-3", mood: "calm", covered: false,
                    votes: [["question": "csat", "score": 5, "words": "Quick and kind.", "quote": true]]),
                made("CW-4", mood: "happy", covered: true),
            ])
        let topics = try #require(report.table("topics"))
        #expect(topics[row: "return", column: "cases"] == .count(4))
        #expect(topics[row: "return", column: "unhappy_share"] == .share(0.25))
        #expect(topics[row: "return", column: "content_share"] == .share(0.5))
        let asks = try #require(report.table("asks"))
        #expect(asks[row: "return", column: "without_article"] == .count(2))
        #expect(asks[row: "return", column: "latest"] == .cases(["CW-2", "CW-3"]))
        #expect(report.json["quotes"]?.array?.map { $0["words"]?.string } == ["Quick and kind."])
        #expect(report.json["series"]?["mood"]?["labels"] == ["2026-03-02"])
        #expect(!String(decoding: report.json.bytes, as: UTF8.self).contains("Slow."))
    }

    @Test func escalationsTellWhyAndWho() throws {
        var one = Made("CW-1", opened: monday)
        one.add("noted", monday + .seconds(600), ["sign": "mood", "reason": "worse"])
        one.add("noted", monday + .seconds(1200), ["rung": 1, "clock": "first-answer", "told": ["lena"]])
        one.add("decided", monday + .seconds(3000), ["taken": "lena", "rung": 1])
        let report = try report("escalations", [one, Made("CW-2", opened: monday)])
        #expect(report.lead.contains("In 1 of 2 cases"))
        #expect(report.lead.contains("it took 10 min of opening hours"))
        #expect(report.table("reasons")?[row: "sign: mood", column: "share"] == .share(0.5))
        #expect(report.table("people")?[row: "lena", column: "median_minutes"] == .minutes(30))
    }

    @Test func workIsCountedByPersonDayAndHour() throws {
        var one = Made("CW-1", opened: monday)
        one.said("answer", monday + .seconds(1800), author: "nora")
        one.isOpen = false
        var two = Made("CW-2", opened: monday + .seconds(86_400))
        two.said("answer", monday + .seconds(86_400 + 600))
        let report = try report("workload", [one, two])
        #expect(report.lead.contains("Of 2 answers 1 was written by no person."))
        let people = try #require(report.table("people"))
        #expect(people[row: "nora", column: "cases"] == .count(2))
        #expect(people[row: "nora", column: "open"] == .count(1))
        #expect(people[row: "nora", column: "answers"] == .count(1))
        #expect(people[row: "nora", column: "wait_median_minutes"] == .minutes(20))
        #expect(report.json["series"]?["hours"]?["lines"]?.array?[0]["points"]?.array?[10].number == 2)
    }

    @Test func feedbackIsDoneToldOrOverdue() throws {
        func item(
            _ kind: String, topic: JSON = "return", due: JSON = nil, done: JSON = nil, told: JSON = nil
        ) -> JSON {
            [
                "number": 1, "kind": .string(kind), "at": "2026-03-02T10:00:00.000Z", "words": "Hm.", "due": due,
                "owner": ["id": "kim", "name": "Kim"], "done": done, "told": told, "topic": topic,
            ]
        }
        var one = Made("CW-1", opened: monday)
        one.sections["feedback"] = [
            "items": [
                item(
                    "corrective", due: "2026-03-05T10:00:00.000Z",
                    done: ["at": "2026-03-04T10:00:00.000Z", "what": "Mended.", "by": "kim"],
                    told: "2026-03-04T11:00:00.000Z"),
                item("corrective", due: "2026-03-05T10:00:00.000Z"), item("affirmative", topic: nil),
            ]
        ]
        let report = try report("feedback", [one])
        let kinds = try #require(report.table("kinds"))
        #expect(kinds[row: "criticism", column: "said"] == .count(2))
        #expect(kinds[row: "criticism", column: "done_share"] == .share(0.5))
        #expect(kinds[row: "criticism", column: "told"] == .count(1))
        #expect(kinds[row: "criticism", column: "overdue"] == .count(1))
        #expect(kinds[row: "criticism", column: "median_days"] == .number(2))
        #expect(kinds[row: "praise", column: "said"] == .count(1))
        let topics = try #require(report.table("topics"))
        #expect(topics[row: "return", column: "said"] == .count(2))
        #expect(topics[row: "unsure", column: "said"] == .count(1))
        let standards = try self.report("standards", [one])
        #expect(standards.table("standards")?[row: "acted on", column: "of"] == .count(2))
        #expect(standards.table("standards")?[row: "acted on", column: "kept"] == .count(1))
    }

    @Test func longTimesAreToldByTheMonth() {
        var days = Days<Int>()
        days[day: 20_514, default: 0] += 2  // 2 March 2026, a Monday.
        days[day: 20_516, default: 0] += 1
        days[day: 20_528, default: 0] += 4
        #expect(days.periods(+, none: 0).map(\.label) == ["2026-03-02", "2026-03-09", "2026-03-16"])
        #expect(days.periods(+, none: 0).map(\.count) == [3, 0, 4])
        days[day: 20_800, default: 0] += 1
        #expect(days.periods(+, none: 0).first?.label == "2026-03")
    }
}
