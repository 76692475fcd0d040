import StageProtocol
import Telemetry
import TestSupport
import Testing

@Suite struct MetricTests {
    private func histogram(_ counts: [Int64], sum: Int64) -> JSON {
        let bounds: [Int64] = [5, 250, 1_800_000]
        return [
            "count": .int(counts.last ?? 0), "sum_ms": .int(sum),
            "buckets": .array(
                zip(bounds, counts).map { ["le_ms": .int($0), "count": .int($1)] }),
        ]
    }

    private var figures: JSON {
        [
            "pipeline": "a \"desk\" \\ of\nmany names", "now": "2026-11-22T09:00:10.000Z",
            "since": "2026-11-22T09:00:00.500Z",
            "stages": [
                [
                    "name": "triage", "instances": 2, "credit": 7, "holding": 1, "waiting": 3, "overdue": 1,
                    "oldest_ms": 1500, "results": ["done": 4, "dead": 1, "retry": 0, "put-back": 0],
                    "wait": histogram([1, 3, 3, 4], sum: 2_000_123), "work": histogram([0, 0, 0, 0], sum: 0),
                ]
            ],
            "scheduled": 5, "dead": 1, "parked": 0, "cases": ["open": 2, "resolved": 9],
            "arrivals": [["via": "imap:desk", "state": "opened", "count": 2]], "texts": ["sent": 2],
            "standards": [["standard": "first_answer", "met": 3, "missed": 1]],
        ]
    }

    @Test func whatIsExposedIsWhatPrometheusReads() {
        let text = PipelineMetrics(figures, version: "1.2.3").families.exposition
        let read = Exposition(text)
        #expect(read.problems == [], "\(text)")
        #expect(read.value("casewire_queue_messages", ["stage": "triage"]) == 3)
        #expect(read.value("casewire_queue_oldest_seconds", ["stage": "triage"]) == 1.5)
        #expect(read.value("casewire_deliveries_total", ["stage": "triage", "result": "dead"]) == 1)
        #expect(read.value("casewire_delivery_wait_seconds_bucket", ["stage": "triage", "le": "0.25"]) == 3)
        #expect(read.value("casewire_delivery_wait_seconds_sum", ["stage": "triage"]) == 2000.123)
        #expect(read.value("casewire_standards_total", ["standard": "first_answer", "result": "missed"]) == 1)
        #expect(read.value("casewire_start_time_seconds") == 1_795_338_000.5)
        #expect(read.value("casewire_arrivals_total", ["via": "imap:desk", "state": "opened"]) == 2)
    }

    @Test func aLabelMayHoldAnything() {
        let text = PipelineMetrics(figures, version: "1").families.exposition
        #expect(text.contains(#"casewire_info{pipeline="a \"desk\" \\ of\nmany names",version="1"} 1"#))
    }

    @Test func aFamilyWithoutANumberIsLeftOut() {
        #expect([MetricFamily("a_total", .counter, "b", [])].exposition == "")
        let odd = MetricFamily("a", .gauge, "b", [.init([], .nan), .init([("x", "1")], .infinity)])
        #expect([odd].exposition == "# HELP a b\n# TYPE a gauge\na NaN\na{x=\"1\"} +Inf\n")
    }

    @Test(arguments: [
        ("a 1\n", "TYPE"), ("# HELP a b\n# TYPE a counter\na 1\n", "counter"),
        ("# HELP a b\n# TYPE a gauge\na 1\na 2\n", "twice"), ("# HELP a b\n# TYPE a gauge\na{x=\"1} 2\n", "no sample"),
        (
            "# HELP a b\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
            "not cumulative"
        ),
        ("# HELP a_ms b\n# TYPE a_ms gauge\na_ms 1\n", "base unit"),
    ])
    func theReaderOfTheseTestsSeesWhatIsWrong(text: String, problem: String) {
        #expect(Exposition(text).problems.contains { $0.contains(problem) })
    }
}
