import StageProtocol
import Telemetry
import Testing

@Suite struct CaseTraceTests {
    private let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private let now = Timestamp(milliseconds: 1_795_338_020_000)

    /// A mail that was read, and two that it led to: one worked at the second attempt, one being worked.
    private var story: JSON {
        [
            "ref": "CW-1", "trace": .string(trace), "opened": "2026-11-22T09:00:00.100Z",
            "journal": [
                step(1, "09:00:00.100", "done", "1.1", "intake", "submission.received", 10, 50, ["posted": [2, 3]]),
                ["at": "2026-11-22T09:00:00.100Z", "by": "intake", "what": "opened", "detail": ["via": "deliver"]],
                step(2, "09:00:01.000", "failed", "1.2", "triage", "case.contact", 100, 800, ["code": "busy"]),
                step(2, "09:00:03.000", "done", "1.4", "triage", "case.contact", 2800, 100, [:]),
            ],
            "work": [
                [
                    "message": 3, "stage": "responder", "type": "case.contact", "epoch": "1.3",
                    "instance": "responder-0",
                    "ready": "2026-11-22T09:00:00.100Z", "begun": "2026-11-22T09:00:10.100Z",
                ],
                ["message": 9, "stage": "survey", "ready": "2026-11-22T09:00:10.100Z"],
            ],
        ]
    }

    private func step(
        _ message: Int64, _ at: String, _ what: String, _ epoch: String, _ stage: String, _ type: String, _ wait: Int64,
        _ work: Int64, _ more: [String: JSON]
    ) -> JSON {
        let detail: [String: JSON] = [
            "stage": .string(stage), "type": .string(type), "epoch": .string(epoch), "wait_ms": .int(wait),
            "work_ms": .int(work), "instance": .string(stage + "-0"),
        ]
        return [
            "at": .string("2026-11-22T\(at)Z"), "by": .string(stage), "what": .string(what), "message": .int(message),
            "detail": .object(detail.merging(more) { $1 }),
        ]
    }

    @Test func everyDeliveryIsASpanBelowTheOneThatLedToIt() throws {
        let trace = CaseTrace(story: story, now: now)
        #expect(trace.spans.map(\.stage) == ["intake", "triage", "responder", "triage"])
        let (read, failed, working, done) = (trace.spans[0], trace.spans[1], trace.spans[2], trace.spans[3])
        #expect(read.parent == trace.root)
        #expect([failed, working, done].allSatisfy { $0.parent == read.id })
        #expect(Set(trace.spans.map(\.id) + [trace.root]).count == 5)
        #expect((read.wait, read.work) == (.milliseconds(10), .milliseconds(50)))
        #expect(failed.code == "busy")
        #expect(working.work == .milliseconds(9900))
    }

    @Test func aSecondAttemptWaitsFromTheEndOfTheFirst() throws {
        let last = try #require(CaseTrace(story: story, now: now).spans.last)
        #expect(last.attempt == 2)
        #expect(last.ready == Timestamp("2026-11-22T09:00:01.000Z"))
        #expect(last.wait == .milliseconds(1900))
    }

    @Test func aCollectorIsToldTheSameTrace() throws {
        let otlp = CaseTrace(story: story, now: now).otlp(pipeline: "shop", version: "1")
        let resources = try #require(otlp["resourceSpans"]?.array)
        let spans = resources.flatMap { $0["scopeSpans"]?.array?.first?["spans"]?.array ?? [] }
        #expect(spans.count == 5)
        #expect(spans.allSatisfy { $0["traceId"]?.string == trace && $0["spanId"]?.string?.count == 16 })
        let ids = Set(spans.compactMap { $0["spanId"]?.string })
        let parents = Set(spans.compactMap { $0["parentSpanId"]?.string })
        #expect(parents.isSubset(of: ids))
        #expect(spans[0]["parentSpanId"] == nil)
        for span in spans {
            // 64-bit numbers are texts.
            let start = try #require(span["startTimeUnixNano"]?.string.flatMap { Int64($0) })
            let end = try #require(span["endTimeUnixNano"]?.string.flatMap { Int64($0) })
            #expect(start > 1_700_000_000_000_000_000 && start <= end)
        }
        let failed = try #require(spans.first { $0["status"]?["code"]?.int == 2 })
        #expect(failed["status"]?["message"] == "busy")
        #expect(failed["name"] == "process case.contact")
        #expect(failed["startTimeUnixNano"] == "1795338000200000000")
        let services = resources.compactMap {
            $0["resource"]?["attributes"]?.array?.first?["value"]?["stringValue"]?.string
        }
        #expect(services == ["casewire", "intake", "responder", "triage"])
    }

    @Test func aCaseIsBelowTheCallThatOpenedItAndLinkedWithLaterOnes() throws {
        let own = "00-\(trace)-00f067aa0ba902b7-01"
        let other = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        func step(_ what: JSON, _ traceparent: String) -> JSON {
            ["at": "2026-11-22T09:00:00.000Z", "what": what, "detail": ["traceparent": .string(traceparent)]]
        }
        let story: JSON = [
            "ref": "CW-1", "trace": .string(trace),
            "journal": .array([step("opened", own), step("followed_up", other)]),
        ]
        let told = CaseTrace(story: story, now: now)
        #expect(told.parent == "00f067aa0ba902b7")
        let resources = told.otlp(pipeline: "shop", version: "1")["resourceSpans"]?.array
        let whole = resources?.first?["scopeSpans"]?.array?.first?["spans"]?.array?.first
        #expect(whole?["parentSpanId"] == "00f067aa0ba902b7")
        #expect(whole?["links"] == [["traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "b7ad6b7169203331"]])
    }

    @Test func aJournalOfAnEarlierVersionIsReadAsFarAsItGoes() {
        let old: JSON = [
            "ref": "CW-1", "trace": .string(trace), "opened": "2026-11-22T09:00:00.000Z",
            "journal": [
                [
                    "at": "2026-11-22T09:00:01.000Z", "what": "done", "message": 4,
                    "detail": ["epoch": "1.7", "stage": "triage", "type": "case.contact"],
                ],
                ["at": "2026-11-22T09:00:01.000Z", "what": "dead", "message": 5, "detail": ["code": "x"]],
            ],
        ]
        let trace = CaseTrace(story: old, now: now)
        #expect(trace.spans.map(\.work) == [.zero])
        #expect(trace.spans.map(\.parent) == [trace.root])
    }
}
