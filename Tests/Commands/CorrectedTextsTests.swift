import Casework
import Language
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct CorrectedTextsTests {
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
