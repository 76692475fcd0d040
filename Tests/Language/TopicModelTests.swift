import FoundationEssentials
import Testing

@testable import Language

struct TopicModelTests {
    static let examples: [LabelledText] = {
        let stems = [
            "delivery": [
                "where is my parcel", "the parcel is late", "when will it be delivered", "no delivery yet",
                "parcel delayed again",
            ],
            "payment": [
                "my card was declined", "charged twice on my card", "payment failed", "the bank refused the payment",
                "card payment error",
            ],
            "thanks": [
                "thank you so much", "thanks for the help", "great, thank you", "many thanks", "thanks, perfect",
            ],
        ]
        return stems.sorted { $0.key < $1.key }.flatMap { category, texts in
            texts.flatMap { text in
                ["", "hello ", "hi, "].map { LabelledText(text: $0 + text, category: category) }
            }
        }
    }()

    static func model() throws -> TopicModel {
        try TopicModel.train(examples, options: small)
    }

    static var small: TopicOptions {
        var options = TopicOptions()
        options.features.bucketBits = 12
        return options
    }

    func temporary() -> String {
        FileManager.default.temporaryDirectory.path + "/language-\(UUID().uuidString).model"
    }

    @Test func itTellsTopicsApartWithConfidencesThatAddUpToOne() throws {
        let prediction = try Self.model().predict("is my parcel still not delivered?")
        #expect(prediction.best.category == "delivery")
        #expect(abs(prediction.ranked.reduce(0) { $0 + $1.confidence } - 1) < 1e-9)
        #expect(prediction.ranked.map(\.category).sorted() == ["delivery", "payment", "thanks"])
    }

    @Test func strangeTextsLookLessFamiliar() throws {
        let model = try Self.model()
        #expect(model.predict("quantum violins jump").familiarity < model.predict("the parcel is late").familiarity)
        #expect(model.predict("").ranked.count == 3)
    }

    @Test func evidenceIsGivenAsItStandsInTheText() throws {
        let evidence = try Self.model().evidence(for: "payment", in: "Oh no, my CARD was declined")
        #expect(evidence.prefix(3).map(\.word).contains("CARD"))
    }

    @Test func theSameDataGivesTheSameBytes() throws {
        let first = temporary()
        let second = temporary()
        defer { for path in [first, second] { try? FileManager.default.removeItem(atPath: path) } }
        try Self.model().save(first)
        try Self.model().save(second)
        #expect(FileManager.default.contents(atPath: first) == FileManager.default.contents(atPath: second))
    }

    @Test func aLoadedModelPredictsAsTheOneThatWasSaved() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = try Self.model()
        try model.save(path)
        let loaded = try TopicModel.load(path)
        #expect(loaded.predict("my card was refused") == model.predict("my card was refused"))
        #expect(loaded.dataDigest == LabelledText.digest(of: Self.examples))
        #expect(loaded.dataDigest != LabelledText.digest(of: Self.examples.dropLast()))
    }

    @Test(arguments: [
        (LanguageError.Code.modelForeign, [0: UInt8(1)]), (.modelNewer, [8: 9]),
        (.modelCorrupt, [700: 1, 701: 2, 702: 3]), (.modelCorrupt, [13: 255]),
    ])
    func damagedFilesAreRefused(_ code: LanguageError.Code, _ changes: [Int: UInt8]) throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.model().save(path)
        var bytes = try #require(FileManager.default.contents(atPath: path))
        for (offset, value) in changes { bytes[offset] ^= value }
        try bytes.write(to: URL(filePath: path))
        #expect(throws: LanguageError.self) { try TopicModel.load(path) }
        do { _ = try TopicModel.load(path) } catch let error as LanguageError { #expect(error.code == code) }
    }

    @Test func aFileCutShortIsRefusedWhereverItIsCut() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.model().save(path)
        let bytes = try #require(FileManager.default.contents(atPath: path))
        for length in [0, 7, 23, 24, 500, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
            try bytes.prefix(length).write(to: URL(filePath: path))
            #expect(throws: LanguageError.self) { try TopicModel.load(path) }
        }
    }

    @Test func aMissingFileAndAFolderAreToldApart() {
        #expect(throws: LanguageError.self) { try TopicModel.load("/nowhere/at.all") }
        #expect(throws: LanguageError.self) { try TopicModel.load("/") }
    }

    @Test func oneCategoryIsNothingToLearn() {
        #expect(throws: LanguageError.self) {
            try TopicModel.train([.init(text: "a", category: "x"), .init(text: "b", category: "x")])
        }
    }

    @Test func twoCategoriesWork() throws {
        let two = Self.examples.filter { $0.category != "thanks" }
        let model = try TopicModel.train(two, options: Self.small)
        #expect(model.predict("parcel late").best.category == "delivery")
        #expect(model.predict("card payment declined").best.category == "payment")
    }

    @Test func theCardTellsAccuracyAndReliability() throws {
        let model = try Self.model()
        let card = ModelCard(model, title: "Topics of a shop").text
        #expect(card.contains("# Topics of a shop"))
        #expect(card.contains("| payment | "))
        #expect(card.contains("Does confidence mean what it says?"))
    }

    @Test func progressRunsFromNothingToDone() throws {
        let seen = Seen()
        _ = try TopicModel.train(Self.examples, options: Self.small) { seen.steps.append($0) }
        let fractions = seen.steps.map(\.fraction)
        #expect(fractions == fractions.sorted())
        #expect(seen.steps.last == .init(phase: .done, fraction: 1))
    }

    private final class Seen {
        var steps: [TrainingProgress] = []
    }
}
