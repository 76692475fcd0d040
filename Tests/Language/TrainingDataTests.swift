import FoundationEssentials
import Testing

@testable import Language

struct TrainingDataTests {
    static func read(_ name: String) throws -> [LabelledText] {
        let path = MoodTests.modelPath.replacing("mood.model", with: name)
        return try CSVReader.labelledTexts(
            Array(#require(FileManager.default.contents(atPath: path))), name: path)
    }

    @Test(arguments: [("topics.csv", 700, 21), ("mood.csv", 100, 5)])
    func theShippedDataIsWholeAndHasNoMessageTwice(_ name: String, _ least: Int, _ categories: Int) throws {
        let examples = try Self.read(name)
        #expect(examples.count >= least)
        #expect(Set(examples.map(\.category)).count == categories)
        #expect(Set(examples.map { FoldedText($0.text).strings }).count == examples.count)
    }

    @Test func theMoodModelKnowsWhatItWasMadeFrom() throws {
        #expect(try MoodReader.load(MoodTests.modelPath).dataDigest?.count == 32)
    }
}
