import Casework
import StageProtocol
import Testing

@testable import Reports

@Suite struct UnderstandingTallyTests {
    private let now: Timestamp = "2026-03-06T10:00:00Z"

    private func made(
        _ ref: String, _ topic: String, language: String = "en", meant: [String] = [], mood: String? = nil
    ) throws -> Made {
        let understanding = Understanding(
            heard: 1, topic: topic, confidence: 0.8, mood: "calm", strength: 0, language: language)
        var review = Review(of: understanding, by: "nora", at: now)
        for (what, after) in meant.map({ (Review.Subject.topic, $0) }) + (mood.map { [(.mood, $0)] } ?? []) {
            review.corrections.append(
                .init(what: what, before: "…", after: .string(after), by: "nora", at: now, heard: 1))
        }
        var made = Made(ref, opened: now)
        made.sections = ["understanding": ["topic": .string(topic)], "review": try JSON(encoding: review)]
        return made
    }

    private func report() throws -> Report {
        var tally = UnderstandingTally(try Desk.setting(now: now))
        var unseen = Made("CW-6", opened: now)
        unseen.sections = ["understanding": ["topic": "return"]]
        for made in [
            try made("CW-1", "return"), try made("CW-2", "return", language: "de"),
            try made("CW-3", "return", meant: ["exchange"]), try made("CW-4", "stock", mood: "upset"),
            // Changed, and changed back.
            try made("CW-5", "stock", meant: ["return", "stock"]), unseen, unseen, Made("CW-8", opened: now),
        ] { tally.take(try made.facts(now: now)) }
        return tally.report()
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
        let report = try report()
        #expect(report.table("subjects")?[row: "topic", column: "right_share"] == .share(0.8))
        #expect(report.table("topics")?[row: "return", column: "right"] == .count(2))
        #expect(report.table("confusions")?.rows == [[.text("return"), .text("exchange"), .count(1)]])
        let nobody = UnderstandingTally(try Desk.setting(now: now)).report()
        for table in nobody.tables { #expect(table.rows.isEmpty, "\(table.id)") }
    }
}
