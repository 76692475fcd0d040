import FoundationEssentials
import Testing

@testable import Language

struct ManagerWishTests {
    private func rows() throws -> [(language: String, isWish: Bool, text: String)] {
        let path = #filePath.replacing("ManagerWishTests.swift", with: "Fixtures/manager-wishes.csv")
        let content = try #require(FileManager.default.contents(atPath: path))
        return try CSVReader.rows(Array(content), name: "manager-wishes.csv").dropFirst().map { row in
            (row.fields[0], row.fields[1] == "wish", row.fields[2])
        }
    }

    @Test(arguments: ["en", "de", "fr", "es"])
    func whoAsksForSomebodyInChargeIsHeard(_ language: String) throws {
        let wishes = try rows().filter { $0.language == language && $0.isWish }.map(\.text)
        let missed = wishes.filter { !ManagerWish.isIn($0) }
        #expect(wishes.count >= 30)
        #expect(missed.count <= 3, "\(missed)")
    }

    @Test(arguments: ["en", "de", "fr", "es"])
    func whoSpeaksOfTheirOwnBossIsNot(_ language: String) throws {
        let others = try rows().filter { $0.language == language && !$0.isWish }.map(\.text)
        #expect(others.count >= 30)
        #expect(others.filter(ManagerWish.isIn) == [])
    }
}
