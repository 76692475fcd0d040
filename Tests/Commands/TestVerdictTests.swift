import StageProtocol
import TestSupport
import Testing

@testable import CasewireCommands
@testable import Pipeline

/// Swift Testing has one of the same name.
private typealias Wanted = Pipeline.Expectation

/// What came of a test is held against what was expected, and told so that somebody can act on it.
@Suite struct TestVerdictTests {
    private let pipeline: LoadedPipeline

    init() throws {
        pipeline = try PipelineLoader.load(path: Places.project + "/pipeline.yaml", environment: [:])
    }

    private func test(_ expectations: [Wanted.What], dead: Int = 0, failed: Int = 0) -> PipelineTest {
        PipelineTest(
            file: "a.yaml", name: "A test", start: start, end: start + .seconds(7200), steps: [],
            expectations: expectations.enumerated().map {
                Wanted(what: $1, place: Place(file: "a.yaml", line: $0 + 1, column: 5, source: nil))
            }, dead: dead, parked: 0, failed: failed, pipeline: pipeline, standIns: [:])
    }

    private let start = Timestamp("2026-03-02T10:00:00Z") ?? Timestamp(milliseconds: 0)

    private func record(dead: [JSON] = []) -> TestRecord {
        let said: JSON = [
            "audience": "customer", "purpose": "answer", "to": ["Ann@example.net"], "subject": "Re: Bowl",
            "text": "A new bowl\nleaves today.", "by": "responder",
        ]
        let story: JSON = [
            "ref": "CW-7K3F9QX", "customer": "ann@example.net", "status": "open", "owner": "nora",
            "opened": "2026-03-02T10:00:00.000Z",
            "log": [
                [
                    "kind": "heard", "at": "2026-03-02T10:00:00.000Z", "by": "broker",
                    "body": ["channel": "mail", "from": ["address": "ann@example.net"], "words": "My bowl is broken."],
                ],
                ["kind": "said", "at": "2026-03-02T10:03:10.000Z", "by": "broker", "body": said],
                ["kind": "noted", "at": "2026-03-02T10:04:00.000Z", "by": "escalation", "body": ["missed": "update"]],
            ],
            "sections": [
                "understanding": ["topic": "damaged-item", "confidence": 0.5, "asks": [["quote": "Help?"]]],
                "care": ["clocks": ["update": ["due": "2026-03-02T17:30:00.000Z"]]],
            ],
            "timers": [["name": "due-update", "at": "2026-03-02T17:30:00.000Z"]],
            "promises": [["what": "A new bowl leaves today.", "due": "2026-03-02T17:30:00.000Z", "kept": nil]],
        ]
        return TestRecord(stories: [story], dead: dead)
    }

    private func failures(_ expectations: Wanted.What...) -> [TestFailure] {
        TestVerdict(test: test(expectations), record: record()).failures
    }

    private func text(_ change: (inout Wanted.Text) -> Void = { _ in }) -> Wanted.Text {
        var text = Wanted.Text(to: .address("ann@example.net"))
        text.kind = "answer"
        change(&text)
        return text
    }

    private func matter(_ change: (inout Wanted.Matter) -> Void) -> Wanted.What {
        var matter = Wanted.Matter(of: "ann@example.net")
        change(&matter)
        return .matter(matter)
    }

    @Test func aTextIsFoundByWhoGetsItItsKindItsTimeAndItsWords() {
        let found = failures(
            .text(text()), .text(text { $0.contains = ["new BOWL leaves"] }), .text(text { $0.count = 1 }),
            .text(text { $0.by = start + .seconds(190) }), .noText(text { $0.from = start + .seconds(191) }),
            .noText(text { $0.kind = "update" }), .noText(text { $0.to = .staff }))
        #expect(found == [])
    }

    @Test func aTextThatIsMissingIsToldWithTheNearestOneAndItsWords() throws {
        let late = text {
            $0.by = start + .seconds(120)
            $0.contains = ["sorry"]
        }
        let failure = try #require(failures(.text(late)).first)
        #expect(failure.place?.description == "a.yaml:1:5")
        #expect(failure.expected == "answer to ann@example.net by Mon 2 Mar 10:02:00, containing “sorry”")
        #expect(
            failure.found == [
                "nearest: answer to ann@example.net, Mon 2 Mar 10:03:10", "  but it leaves 1 min 10 s too late",
                "  but it does not contain “sorry”", "  │ A new bowl", "  │ leaves today.",
            ])
        #expect(failure.around.first == "CW-7K3F9QX, ann@example.net:")
        #expect(failure.around.contains { $0.contains("heard") && $0.contains("“My bowl is broken.”") })
    }

    @Test func aTextThatShouldNotHaveLeftIsShown() throws {
        let failure = try #require(failures(.noText(text { $0.contains = ["leaves today"] })).first)
        #expect(failure.found.first == "there is: answer to ann@example.net, Mon 2 Mar 10:03:10")
        #expect(failures(.text(text { $0.count = 2 })).first?.found.first == "there are 1")
    }

    @Test func aCaseIsLookedAtByItsSectionsTimersNotesAndPromises() {
        let found = failures(
            matter {
                $0.status = "open"
                $0.owner = "nora"
                $0.count = 1
                $0.sections = [
                    "understanding.topic": "damaged-item", "understanding.asks.0.quote": "Help?",
                    "understanding.confidence": 0.5, "care.clocks.update.due": "17:30", "care.clocks.reply": .null,
                    "understanding.asks": "any",
                ]
                $0.timers = ["due-update": start + .seconds(7 * 3600 + 1800), "due-reply": nil]
                $0.noted = ["missed update"]
                $0.promises = [Wanted.Promise(what: "a new bowl", isKept: false)]
            })
        #expect(found == [])
    }

    @Test func eachDifferenceOfACaseIsASentence() {
        let found = failures(
            matter {
                $0.status = "resolved"
                $0.sections = ["care.clocks.update.due": "16:30", "understanding.topic": .null]
                $0.timers = ["due-reply": start]
                $0.noted = ["missed reply"]
                $0.promises = [Wanted.Promise(what: "new bowl", isKept: true)]
            })
        #expect(
            found.first?.found == [
                "status: expected resolved, and it is open",
                "care.clocks.update.due: expected 16:30, and it is Mon 2 Mar 17:30:00",
                "understanding.topic: expected nothing, and it is damaged-item",
                "timer due-reply: expected Mon 2 Mar 10:00:00, and it is not set; there are: due-update",
                "noted: nothing of “missed reply” in the log",
                "promise “new bowl”: expected kept, and it is open",
            ])
        #expect(failures(matter { $0.of = "ben@example.net" }).first?.found == ["there is no case of theirs"])
    }

    @Test func aMessageThatIsSetAsideFailsATestThatDoesNotExpectIt() {
        let dead = [["stage": "triage", "type": "case.contact", "error": "no-answer: nothing"] as JSON]
        #expect(
            TestVerdict(test: test([]), record: record(dead: dead)).failures.first?.found
                == ["triage could not work case.contact: no-answer: nothing"])
        #expect(TestVerdict(test: test([], dead: 1), record: record(dead: dead)).failures == [])
    }

    @Test func aDeliveryThatWasTriedAgainFailsATestThatDoesNotExpectIt() {
        let story: JSON = [
            "ref": "CW-7K3F9QX", "customer": "ann@example.net", "log": [],
            "journal": [
                [
                    "what": "failed", "by": "triage", "at": "2026-03-02T10:00:00.000Z",
                    "detail": ["stage": "triage", "type": "case.contact", "code": "busy", "message": "no model yet"],
                ],
                ["what": "done", "by": "triage", "at": "2026-03-02T10:00:02.000Z", "detail": ["stage": "triage"]],
            ],
        ]
        let record = TestRecord(stories: [story], retries: ["triage": 1, "intake": 1, "survey": 0])
        let failure = TestVerdict(test: test([]), record: record).failures.first
        #expect(failure?.expected == "that nothing is tried again")
        #expect(
            failure?.found == [
                "Mon 2 Mar 10:00:00: triage failed at case.contact of CW-7K3F9QX: no model yet",
                "intake failed at a message that is about no case yet",
            ])
        #expect(TestVerdict(test: test([], failed: 2), record: record).failures == [])
    }

    @Test func buildServersReadAFailureWithItsPlace() {
        let result = TestResult(
            test: test([]), failures: failures(.text(text { $0.kind = "update" })), duration: .milliseconds(1500))
        let document = JUnit.document(TestReport(results: [result], duration: .seconds(2)).suite)
        #expect(document.contains(#"<testsuite name="casewire.test" tests="1" failures="1""#))
        #expect(document.contains(#"<failure message="a.yaml:1:5: update to ann@example.net">"#))
    }

    // MARK: A folder of its own

    /// The pipeline with programs that are there, wherever the real ones were built.
    private func withPrograms(_ pipeline: LoadedPipeline) -> LoadedPipeline {
        var pipeline = pipeline
        for index in pipeline.config.stages.indices { pipeline.config.stages[index].run = ["/bin/true"] }
        return pipeline
    }

    @Test func aProgramThatIsNotThereIsToldAtOnce() throws {
        var pipeline = pipeline
        pipeline.config.stages[0].run = ["/nowhere/intake"]
        let failure = #expect(throws: CommandFailure.self) {
            try pipeline.isolated(in: "/tmp/t", models: "/tmp/m", standIns: [:])
        }
        #expect(failure?.message.hasPrefix("the program of intake is not there: /nowhere/intake.") == true)
    }

    @Test func nothingOfATestLeadsOutOfItsFolder() throws {
        var pipeline = pipeline
        for index in pipeline.config.stages.indices where pipeline.config.stages[index].name == "responder" {
            var settings = pipeline.config.stages[index].settings.object ?? [:]
            settings["smtp"] = ["url": "smtp://mail.hearth.example"]
            pipeline.config.stages[index].settings = .object(settings)
        }
        let isolated = try withPrograms(pipeline).isolated(
            in: "/tmp/t", models: "/tmp/m", standIns: ["survey": ["case.resolved": [:]]])
        let stages = Dictionary(uniqueKeysWithValues: isolated.config.stages.map { ($0.name, $0) })
        #expect(stages["responder"]?.settings["smtp"] == nil)
        #expect(stages["responder"]?.settings["outbox"] == "/tmp/t/var/outbox")
        #expect(stages["intake"]?.settings["web"] == "")
        #expect(stages["triage"]?.settings["model"] == "/tmp/m/topics.model")
        #expect(stages["triage"]?.settings["examples"] == .string(Places.project + "/training/topics.csv"))
        #expect(stages["survey"]?.run.last == "stand-in")
        #expect(stages["survey"]?.settings == ["case.resolved": [:]])
        #expect(isolated.config.doors.allSatisfy { $0.address.hasPrefix("ipc:///tmp/t/") && $0.keys == nil })
        #expect(isolated.config.store == .sqlite(path: "/tmp/t/var/casewire.db"))
    }
}
