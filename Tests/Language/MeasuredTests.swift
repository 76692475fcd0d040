import FoundationEssentials
import Testing

@testable import Language

private let measuredData = ProcessInfo.processInfo.environment["CASEWIRE_DATA"]

/// Figures on data that is not part of the project; skipped unless CASEWIRE_DATA names its folder.
@Suite(.enabled(if: measuredData != nil), .serialized)
struct MeasuredTests {
    func bytes(_ name: String) throws -> Data {
        try #require(FileManager.default.contents(atPath: (measuredData ?? "") + "/" + name))
    }

    func labelled(_ name: String) throws -> [LabelledText] {
        try CSVReader.labelledTexts(Array(bytes(name)), name: name)
    }

    /// Mann-Whitney: how often a positive ranks above a negative.
    func auc(_ positives: [Double], _ negatives: [Double]) -> Double {
        let all = (positives.map { ($0, true) } + negatives.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var ranks = 0.0
        var index = 0
        while index < all.count {
            var end = index
            while end < all.count, all[end].0 == all[index].0 { end += 1 }
            ranks += Double(all[index..<end].count(where: \.1)) * Double(index + end + 1) / 2
            index = end
        }
        let count = Double(positives.count)
        return (ranks - count * (count + 1) / 2) / (count * Double(negatives.count))
    }

    func accuracy(_ model: TopicModel, _ texts: [LabelledText]) -> Double {
        Double(texts.count { model.predict($0.text).best.category == $0.category }) / Double(texts.count)
    }

    @Test func banking77() throws {
        var training: [LabelledText] = []
        var held: [LabelledText] = []
        var seen: [String: Int] = [:]
        for example in try labelled("intents/banking77-train.csv") {
            seen[example.category, default: 0] += 1
            if (seen[example.category] ?? 0) % 5 == 0 { held.append(example) } else { training.append(example) }
        }
        let model = try TopicModel.train(training)
        let figure = accuracy(model, held)
        print("Banking77, every fifth held out: accuracy \(figure), \(model.byteCount) bytes")
        #expect(figure > 0.90)
    }

    @Test func clinc150() throws {
        let model = try TopicModel.train(labelled("intents/clinc150-train.csv"))
        let known = try labelled("intents/clinc150-val.csv").filter { $0.category != "oos" }
        let strange = try labelled("intents/clinc150-oos_val.csv") + labelled("intents/clinc150-oos_train.csv")
        let figure = accuracy(model, known)
        let area = auc(
            known.map { Double(model.predict($0.text).margin) }, strange.map { Double(model.predict($0.text).margin) })
        print("CLINC150: accuracy \(figure), out of scope AUROC \(area), \(model.byteCount) bytes")
        #expect(figure > 0.92)
        #expect(area > 0.96)
    }

    struct Tweet: Decodable {
        var text: String
        var sentiment: String?
        var complaint: Int?
    }

    @Test func moodOfTweets() throws {
        let reader = try MoodReader.load(MoodTests.modelPath)
        for (name, isNegative, least) in [
            ("airline", { (tweet: Tweet) in tweet.sentiment == "negative" }, 0.85),
            ("complaints", { (tweet: Tweet) in tweet.complaint == 1 }, 0.85),
        ] {
            let tweets = try bytes("mood/\(name).jsonl").split(separator: 10).map {
                try JSONDecoder().decode(Tweet.self, from: Data($0))
            }
            let scores = tweets.map { (isNegative($0), reader.mood(of: $0.text).negativity) }
            let area = auc(scores.filter(\.0).map(\.1), scores.filter { !$0.0 }.map(\.1))
            print("\(name): AUC(negative) \(area)")
            #expect(area > least)
        }
    }
}
