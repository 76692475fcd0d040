import StageKit
import Testing

@testable import survey

@Suite struct InvitationsTests {
    /// Which of cases opened on these days are asked about, at most every 90 days.
    @Test(arguments: [
        ([0], [0]), ([0, 30], [0]), ([0, 90], [0, 90]), ([0, 80, 160], [0, 160]),
        ([0, 80, 170, 200, 260], [0, 170, 260]),
    ])
    func ofCasesWithinOneSpanTheFirstIsAskedAbout(_ days: [Int], _ asked: [Int]) {
        let invitations = Invitations(span: .seconds(90 * 86_400))
        func opened(_ day: Int) -> Timestamp { Timestamp(milliseconds: Int64(day) * 86_400_000) }
        let result = days.filter { day in
            let others = days.filter { $0 != day }.map {
                CaseHead.Past(ref: "CW-\($0)", status: .resolved, owner: nil, opened: opened($0))
            }
            return invitations.mayAsk(
                about: CaseHead(ref: "CW-\(day)", status: .resolved, heard: 1, opened: opened(day), history: others))
        }
        #expect(result == asked)
    }
}
