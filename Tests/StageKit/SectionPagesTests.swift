import StageProtocol
import Testing

@testable import StageKit

@Suite struct SectionPagesTests {
    /// A broker with so many cases.
    private func all(of count: Int64, since: Timestamp? = nil) async throws -> (sections: [JSON], asked: [JSON]) {
        var asked: [JSON] = []
        let sections = try await SectionPages.all(named: "notes", since: since) { arguments in
            asked.append(arguments)
            let (after, limit) = (arguments["after"]?.int ?? 0, arguments["limit"]?.int ?? 0)
            return .array(
                (after..<min(count, after + limit)).map { ["ref": .string("CW-\($0)"), "number": .int($0 + 1)] })
        }
        return (sections, asked)
    }

    @Test(arguments: [0, 1, 1999, 2000, 2001, 12_345]) func everyCaseIsSeenOnceHoweverManyThereAre(_ count: Int64)
        async throws
    {
        let (sections, asked) = try await all(of: count)
        #expect(sections.map { $0["ref"]?.string } == (0..<count).map { "CW-\($0)" })
        #expect(asked.count == Int(count) / SectionPages.size + 1)
    }

    @Test func aMomentIsAskedForWithEveryPart() async throws {
        let since = try #require(Timestamp("2026-11-23T10:00:00Z"))
        let asked = try await all(of: 2500, since: since).asked
        #expect(asked.count == 2 && asked.allSatisfy { $0["since"]?.string == since.description })
    }
}
