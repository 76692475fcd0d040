import Reports
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct ReportOptionsTests {
    @Test func aTimeThatEndsBeforeItBeginsIsWrongUsage() throws {
        let (early, late) = (
            try #require(Timestamp("2026-11-01T00:00:00Z")), try #require(Timestamp("2026-11-02T00:00:00Z"))
        )
        for (from, until) in [(late, early), (early, early)] {
            let failure = #expect(throws: CommandFailure.self) {
                try ReportOptions.check(Scope(from: from, until: until, now: late))
            }
            #expect(failure?.code == .usage && failure?.message.contains("--from must be earlier") == true)
        }
        try ReportOptions.check(Scope(from: early, until: late, now: late))
        try ReportOptions.check(Scope(until: early, now: late))
    }
}
