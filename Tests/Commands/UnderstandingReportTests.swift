import Casework
import Language
import Reports
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct UnderstandingReportTests {
    private func review(
        _ ref: String, _ topic: String, language: String = "en", meant: String? = nil, mood: String? = nil
    ) throws -> JSON {
        let understanding = Understanding(
            heard: 1, topic: topic, confidence: 0.8, mood: "calm", strength: 0, language: language)
        let now = at("2026-11-22T12:00:00Z")
        var review = Review(of: understanding, by: "nora", at: now)
        for (what, after) in [(Review.Subject.topic, meant), (.mood, mood)] {
            guard let after else { continue }
            review.corrections.append(
                .init(what: what, before: "…", after: .string(after), by: "nora", at: now, heard: 1))
        }
        return ["ref": .string(ref), "section": try JSON(encoding: review)]
    }

    private func report() throws -> UnderstandingReport {
        UnderstandingReport(
            reviews: [
                try review("CW-1", "return"), try review("CW-2", "return", language: "de"),
                try review("CW-3", "return", meant: "exchange"), try review("CW-4", "stock", mood: "upset"),
                // Changed, and changed back.
                try review("CW-5", "stock", meant: "stock"),
            ],
            understood: ["CW-1", "CW-2", "CW-3", "CW-4", "CW-5", "CW-6", "CW-7"].map { ["ref": .string($0)] })
    }

    @Test func whatNobodyChangedWasRight() throws {
        let json = try report().json
        #expect(json["reviewed"] == 5)
        #expect(json["unreviewed"] == 2)
        #expect(json["topic"]?["right"] == 4)
        #expect(json["topic"]?["share"] == .double(0.8))
        // Wilson's interval of 4 of 5.
        #expect(json["topic"]?["interval_95"] == [.double(0.3755), .double(0.9638)])
        #expect(json["mood"]?["right"] == 4)
        #expect(json["asks"]?["right"] == 5)
        let topics = json["topics"]?.array ?? []
        #expect(topics.map { $0["topic"] } == ["return", "stock"])
        #expect(topics.map { $0["right"] } == [2, 2])
        #expect(json["languages"]?.array?.map { $0["language"] } == ["en", "de"])
        #expect(json["confusions"] == [["said": "return", "meant": "exchange", "count": 1]])
    }

    @Test func itIsToldWithItsIntervals() throws {
        let lines = try report().lines()
        #expect(lines.first == "5 cases that a person looked at, 2 that nobody has")
        #expect(lines.contains("topic         80 %      5  38 % to 96 %"))
        #expect(lines.last == "  exchange taken for return  1")
        #expect(UnderstandingReport(reviews: [], understood: []).lines().count == 2)
    }

    @Test func aCorrectionTeachesByTheWordsThatSayMost() throws {
        let story: JSON = [
            "log": [
                ["kind": "heard", "body": ["subject": "Pan", "words": "I would like\nanother \"size\"."]],
                ["kind": "heard", "body": ["words": "Hello?"]],
                ["kind": "heard", "body": ["words": "What I wrote later is long, but it was not there yet."]],
            ]
        ]
        let understanding = Understanding(
            heard: 2, topic: "return", confidence: 1, mood: "calm", strength: 0, language: "en")
        var review = Review(of: understanding, by: "nora", at: at("2026-11-22T12:00:00Z"))
        review.corrections = [
            .init(what: .topic, before: "return", after: "exchange", by: "nora", at: review.at, heard: 2),
            .init(what: .mood, before: "calm", after: "upset", by: "nora", at: review.at, heard: 2),
        ]
        let topic = try #require(CorrectedTexts.example(.topic, of: review, story: story))
        #expect(topic.text == "Pan I would like another \"size\"." && topic.category == "exchange")
        #expect(CorrectedTexts.example(.mood, of: review, story: story)?.text == "Hello?")
        let bytes = Array(CorrectedTexts.csv([topic]).utf8)
        #expect(try CSVReader.labelledTexts(bytes, name: "x") == [topic])
    }
}
