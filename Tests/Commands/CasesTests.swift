import ArgumentParser
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct CasesTests {
    @Test func aCaseOfTheHouseSaysItsKindWhereACustomerWouldStand() {
        let lines = CasesCommand.table(
            [["ref": "CW-AAAAAAA", "customer": "ann@example.net"], ["ref": "CW-BBBBBBB", "kind": "cause"]],
            Times(now: .current)
        ).lines(width: nil, paint: .none)
        #expect(lines[1].contains("ann@example.net") && lines[2].contains("(cause)"))
    }

    @Test func oneKindAndEveryCaseAreNotAskedForAtOnce() throws {
        #expect(throws: (any Error).self) { try CasesCommand.parse(["--all", "--kind", "cause"]) }
        #expect(try CasesCommand.parse(["--kind", "cause"]).kind == "cause")
    }
}
