import FoundationEssentials
import Language
import StageKit
import Testing

@testable import triage

@Suite struct TopicModelFileTests {
    private let folder = Folder()
    private var file: TopicModelFile {
        TopicModelFile(examples: folder.path("topics.csv"), model: folder.path("models/topics.model"))
    }

    @Test func aModelIsLearnedOnceAndThenMapped() throws {
        try folder.write(SmallModel.csv, to: "topics.csv")
        let learned = try file.open(logger: .silent)
        let before = try FileManager.default.attributesOfItem(atPath: file.model)[.systemFileNumber] as? UInt64
        let mapped = try file.open(logger: .silent)
        let after = try FileManager.default.attributesOfItem(atPath: file.model)[.systemFileNumber] as? UInt64
        #expect(before == after)
        #expect(learned.dataDigest == mapped.dataDigest)
    }

    @Test func newExamplesMakeANewModel() throws {
        try folder.write(SmallModel.csv, to: "topics.csv")
        let first = try file.open(logger: .silent)
        try folder.write(SmallModel.csv + "\"Is the blue pan in stock?\",stock\n", to: "topics.csv")
        let second = try file.open(logger: .silent)
        #expect(first.dataDigest != second.dataDigest)
        #expect(second.categories.contains("stock"))
    }

    @Test func aModelServesWithoutItsExamples() throws {
        try folder.write(SmallModel.csv, to: "topics.csv")
        _ = try file.open(logger: .silent)
        try FileManager.default.removeItem(atPath: file.examples)
        #expect(try file.open(logger: .silent).categories.count == 3)
    }

    @Test func withoutExamplesAndModelTheSettingsAreWrong() throws {
        let error = #expect(throws: StageFailure.self) { try file.open(logger: .silent) }
        #expect(error?.kind == .config)
        #expect(error?.message.contains(file.examples) == true)
    }
}
