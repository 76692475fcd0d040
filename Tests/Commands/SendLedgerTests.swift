import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct SendLedgerTests {
    private func ledger(_ count: Int) -> SendLedger {
        var ledger = SendLedger()
        for number in 0..<count {
            ledger.read("id-\(number)", path: "\(number).eml")
            _ = ledger.accept("id-\(number)", state: .received, ref: nil)
        }
        ledger.isComplete = true
        return ledger
    }

    private func state(_ id: String, _ state: String, ref: JSON = nil, reason: JSON = nil) -> JSON {
        ["id": .string(id), "state": .string(state), "ref": ref, "reason": reason]
    }

    @Test func atMostAWindowIsAskedForAtOnceAndAllHaveTheirTurn() {
        var ledger = ledger(1200)
        var asked: Set<String> = []
        for _ in 0..<3 {
            let ids = ledger.unsettled(most: 500) ?? []
            #expect(ids.count <= 500)
            asked.formUnion(ids)
        }
        #expect(asked.count == 1200)
    }

    @Test func whatIsSettledIsAskedForNoMore() {
        var ledger = ledger(2)
        let settled = ledger.settle([state("id-0", "opened", ref: "CW-1"), state("id-1", "received")])
        #expect(settled.map(\.line) == ["opened CW-1  0.eml"])
        #expect(ledger.unsettled(most: 500) == ["id-1"])
    }

    @Test func thereIsNothingLeftOnceAllIsSettled() {
        var ledger = ledger(1)
        _ = ledger.settle([state("id-0", "parked", reason: "it is no mail")])
        #expect(ledger.unsettled(most: 500) == nil)
    }

    @Test func whileMailsAreStillReadThereMayBeMoreToCome() {
        var ledger = SendLedger()
        #expect(ledger.unsettled(most: 500) == [])
    }

    @Test func aMailSettledTwiceCountsOnce() {
        var ledger = ledger(1)
        #expect(ledger.settle([state("id-0", "opened", ref: "CW-1")]).count == 1)
        #expect(ledger.settle([state("id-0", "opened", ref: "CW-1")]).isEmpty)
        #expect(ledger.count(.opened) == 1)
    }

    @Test func linesSayWhatBecameOfAMail() {
        func line(_ state: SubmissionState?, ref: String? = "CW-1", reason: String? = nil) -> String {
            SendLedger.Item(path: "a.eml", state: state, ref: ref, reason: reason).line
        }
        #expect(line(.opened) == "opened CW-1  a.eml")
        #expect(line(.followed_up) == "followed up CW-1  a.eml")
        #expect(line(.duplicate) == "duplicate of CW-1  a.eml")
        #expect(line(.parked, reason: "it is no mail") == "parked: it is no mail  a.eml")
        #expect(line(nil) == "not taken  a.eml")
    }

    @Test func theSumAccountsForEachMail() {
        var ledger = ledger(5)
        _ = ledger.settle([
            state("id-0", "opened"), state("id-1", "followed_up"), state("id-2", "duplicate"), state("id-3", "parked"),
        ])
        let json = ledger.json
        let parts = ["opened", "followed_up", "duplicates", "parked", "pending"].map { json[$0]?.int ?? 0 }
        #expect(parts == [1, 1, 1, 1, 1])
        #expect(json["received"]?.int == 5)
        #expect(json["items"]?.array?.count == 5)
    }

    @Test func pausesGrowToTheirLimitAndStartAnew() {
        var pause = Pause(first: .milliseconds(50), most: .seconds(1))
        let pauses = (0..<12).map { _ in pause.next() }
        #expect(pauses.first == .milliseconds(50))
        #expect(pauses.last == .seconds(1))
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
        pause.reset()
        #expect(pause.next() == .milliseconds(50))
    }
}
