import Foundation
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct PromiseReportTests {
    private func promise(
        _ name: String, due: String, kept: String? = nil, withdrawn: String? = nil, ref: String = "CW-1"
    ) -> JSON {
        [
            "ref": .string(ref), "status": "open", "name": .string(name), "what": "We will refund 20 EUR.",
            "kind": "refund",
            "due": .string("2026-11-\(due):00.000Z"), "authority": "nora", "evidence": "…",
            "at": "2026-11-20T09:00:00.000Z", "kept": kept.map { .string("2026-11-\($0):00.000Z") } ?? .null,
            "withdrawn": withdrawn.map { .string("2026-11-\($0):00.000Z") } ?? .null,
        ]
    }

    private var report: PromiseReport {
        let care: JSON = [
            "ref": "CW-1",
            "section": [
                "made_good": ["late"],
                "clocks": [
                    // The text left in time, and was written down a minute too late.
                    "promise-in-time": ["met": "2026-11-21T16:59:59.000Z", "due": "2026-11-21T17:00:00.000Z"],
                    "promise-late": ["missed": "2026-11-21T17:00:00.000Z", "due": "2026-11-21T17:00:00.000Z"],
                ],
            ],
        ]
        return PromiseReport(
            promises: [
                promise("in-time", due: "21T17:00", kept: "21T17:01"),
                promise("after", due: "21T17:00", kept: "22T09:00"),
                promise("late", due: "21T17:00"), promise("open", due: "25T17:00", ref: "CW-2"),
            ], care: [care], times: Times(now: at("2026-11-22T12:00:00Z"), zone: .gmt))
    }

    @Test func eachPromiseIsKeptLateOrOpen() {
        #expect(report.json["made"] == 4)
        for state in ["kept", "kept_late", "late", "open", "made_good"] { #expect(report.json[state] == 1, "\(state)") }
        #expect(report.json["kept_in_time"] == .double(0.3333))
        #expect(report.json["interval_95"]?.array?.count == 2)
        #expect(report.json["kinds"]?.array?.first?["kind"] == "refund")
    }

    @Test func whatWasWithdrawnCountsAsNeitherKeptNorOwed() {
        let times = Times(now: at("2026-11-22T12:00:00Z"), zone: .gmt)
        let report = PromiseReport(
            promises: [
                promise("kept", due: "21T17:00", kept: "21T12:00"),
                promise("in-time", due: "21T17:00", withdrawn: "21T12:00"),
                promise("after", due: "21T17:00", withdrawn: "21T18:00"),
            ], care: [], times: times)
        for state in ["kept", "withdrawn", "withdrawn_late"] { #expect(report.json[state] == 1, "\(state)") }
        #expect(report.json["late"] == 0)
        #expect(report.json["kept_in_time"] == .double(0.5))
        #expect(!report.lines().contains("still to be kept"))
    }

    @Test func whatIsOwedIsToldTheLongestOverdueFirst() {
        let lines = report.lines()
        #expect(
            lines.suffix(2) == [
                "  CW-1  late, due Sat 21 Nov 17:00:00, 19 h ago, amends offered  “We will refund 20 EUR.”",
                "  CW-2  open, due Wed 25 Nov 17:00:00, in 3 d 5 h  “We will refund 20 EUR.”",
            ])
        #expect(PromiseReport(promises: [], care: [], times: Times(now: at("2026-11-22T12:00:00Z"))).lines().count == 1)
    }
}
