import Casework
import FoundationEssentials
import Knowledge
import Language
import StageProtocol
import Testing

@testable import CasewireCommands

@Suite struct MessageLinesTests {
    private func answer(_ line: String, _ body: (MessageLine) throws -> [String: JSON]) -> JSON {
        MessageLine.answer(to: Array(line.utf8), number: 7, body)
    }

    @Test func anAnswerBearsTheIdOfItsLine() {
        let answer = answer(#"{"id": 12, "text": "hello"}"#) { ["length": .int(Int64($0.text.count))] }
        #expect(answer == ["id": 12, "length": 5])
    }

    @Test(arguments: ["", "no JSON", "[]", "\"text\""])
    func aLineThatIsNoObjectIsAnsweredWithAnError(_ line: String) {
        let answer = answer(line) { _ in [:] }
        #expect(answer["error"]?.string?.contains("no JSON object") == true)
        #expect(answer["line"] == 7)
    }

    @Test(arguments: [#"{"id": "a"}"#, #"{"id": "a", "text": 5}"#])
    func aMessageWithoutTextKeepsItsId(_ line: String) {
        let answer = answer(line) { _ in [:] }
        #expect(answer["id"] == "a")
        #expect(answer["error"]?.string?.contains("\"text\"") == true)
    }

    @Test func anAnswerThatFailsTellsWhy() {
        let answer = answer(#"{"id": "a", "text": "x"}"#) { _ in throw CommandFailure(.data, "no such thing") }
        #expect(answer == ["id": "a", "line": 7, "error": "no such thing"])
    }

    @Test func linesAreReadFromAFileOneByOne() throws {
        let path = FileManager.default.temporaryDirectory.path + "/lines-\(UUID().uuidString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let long = String(repeating: "x", count: 200_000)
        try Data("a\n\n\(long)\nlast".utf8).write(to: URL(filePath: path))
        var reader = try LineReader(path)
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(lines == ["a", "", long, "last"])
    }
}

@Suite struct UnderstandingCommandTests {
    private static let words = [
        "delivery": [
            "where is my parcel", "the parcel is late", "when does the order arrive", "my order has not come",
        ],
        "return": ["I want to send it back", "how do I return the lamp", "return label please", "may I return it"],
    ]

    private func topics() throws -> TopicModel {
        var options = TopicOptions()
        options.features.bucketBits = 12
        options.folds = 2
        let examples = Self.words.sorted { $0.key < $1.key }.flatMap { category, texts in
            texts.map { LabelledText(text: $0, category: category) }
        }
        return try TopicModel.train(examples, options: options)
    }

    private func message(_ text: String, _ fields: JSON = [:]) -> MessageLine {
        MessageLine(id: "m", text: text, fields: fields)
    }

    @Test func aPredictionHasItsCategoryAndHowSureItIs() throws {
        let answer = PredictCommand.answer(message("where is my order"), try topics())
        #expect(answer["category"] == "delivery")
        #expect((0...1).contains(try #require(answer["confidence"]?.number)))
        #expect((0...1).contains(try #require(answer["unknown"]?.number)))
    }

    @Test func whatIsUnderstoodHasAllItsParts() throws {
        let models = DeskModels(topics: try topics(), moods: MoodReader())
        let answer = UnderstandCommand.answer(
            message("I am still waiting. Where is my parcel? The lamp caught fire."), models)
        #expect(answer["topic"] == "delivery")
        #expect(answer["mood"] == "upset")
        #expect(answer["language"] == "en")
        #expect(
            answer["asks"]?.array?.contains { $0["quote"] == "Where is my parcel?" && $0["kind"] == "question" } == true
        )
        #expect(answer["safety"]?.array?.first?["kind"] == "fire")
        #expect(answer["strength"]?.number != nil && answer["confidence"]?.number != nil)
        #expect(answer["evidence"]?.array?.isEmpty == false)
    }

    private func gate(_ text: String, _ fields: JSON = [:]) throws -> [String: JSON] {
        try GateCommand.answer(
            message(text, fields), moods: MoodReader(), now: Timestamp(milliseconds: 1_800_000_000_000))
    }

    private func rules(_ answer: [String: JSON]) -> [String] {
        (answer["findings"]?.array ?? []).compactMap { $0["rule"]?.string }
    }

    @Test func aCourteousTextPasses() throws {
        let answer = try gate("Thank you for your message. Your lamp was sent on Monday.")
        #expect(answer["verdict"] == "pass")
        #expect(answer["findings"] == [])
    }

    @Test func aRefusalQuotesTheWordsAndAdvises() throws {
        let answer = try gate("You should have read the instructions.")
        #expect(answer["verdict"] == "refuse")
        let finding = try #require(answer["findings"]?.array?.first)
        #expect(finding["rule"] == "blame-customer")
        #expect(finding["words"]?.string?.isEmpty == false && finding["advice"]?.string?.isEmpty == false)
    }

    @Test func whatTheGateCannotReadIsHeldAndDoesNotGo() throws {
        let answer = try gate("Din pakke er sendt i går, og vi skriver igen når den er fremme hos dig.")
        #expect(answer["verdict"] == "refuse")
        #expect(answer["held"] == true)
    }

    private static let authorities: [(JSON, Bool)] = [
        (50, false), (20, true), (["refund": 50], false), (["refund": ["EUR": 50]], false),
        (["refund": ["USD": 50]], true), (["credit": 50], true), (nil, true),
    ]

    @Test(arguments: authorities)
    func aPromiseIsHeldAgainstTheAuthority(_ authority: JSON, _ isBeyond: Bool) throws {
        let text = "We refund you 30 € by 20 January 2027."
        #expect(rules(try gate(text, ["authority": authority])).contains("promise-beyond-authority") == isBeyond)
    }

    @Test(arguments: [
        JSON.string("I am furious, this is unacceptable!"), ["mood": "angry"], ["customer": "This is a disgrace!"],
    ])
    func theContextTellsHowTheCustomerFeels(_ context: JSON) throws {
        #expect(rules(try gate("Your lamp was sent on Monday.", ["context": context])).contains("feelings-ignored"))
    }

    @Test func aContextThatCannotBeReadIsNamed() {
        let failure = #expect(throws: CommandFailure.self) { try gate("Hello.", ["context": 5]) }
        #expect(failure?.message.contains("context") == true)
    }

    @Test func articlesAreRankedWithTheirScore() throws {
        func article(_ id: String, _ title: String, _ text: String) -> (name: String, text: String) {
            (
                "\(id).md",
                """
                ---
                id: \(id)
                title: \(title)
                topics: [\(id)]
                language: en
                audience: customer
                reviewed: 2026-11-01
                review_every: 1 year
                authority: policy
                owner: logistics
                ---

                \(text)
                """
            )
        }
        let questions = KnowledgeQuestions(
            knowledge: try KnowledgeBase(files: [
                article("returns", "Returning an item", "Send the item back within 30 days."),
                article("late-parcel", "My parcel is late", "Look at the tracking page for your parcel."),
            ]), day: try #require(ReviewDate("2026-11-22")))
        let articles = try #require(try questions.answer(message("my parcel is late"))["articles"]?.array)
        #expect(articles.first?["article"] == "late-parcel")
        #expect((0...1).contains(try #require(articles.first?["score"]?.number)))
    }
}
