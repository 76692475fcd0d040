import Casework
import FoundationEssentials
import Language
import StageKit
import Testing

@testable import triage

@Suite struct UnderstandingReaderTests {
    private static let topics = try? TopicModel.train(
        CSVReader.labelledTexts(Array(SmallModel.csv.utf8)), options: TopicOptions())
    private let reader: UnderstandingReader

    init() throws { reader = UnderstandingReader(topics: try #require(Self.topics), moods: MoodReader()) }

    private func read(_ words: String...) throws -> Understanding {
        let entries = try words.enumerated().map { try Deliveries.heard($0 + 1, $1) }
        return reader.understand(try Conversation(entries))
    }

    @Test func asksAreExactPartsOfTheContactTheyStandIn() throws {
        let words = ["Hello. Where is my order?", "And how do I return the pan? Best wishes, Ann"]
        let understanding = try read(words[0], words[1])
        #expect(understanding.asks.map(\.contact) == [1, 2])
        for ask in understanding.asks { #expect(words[ask.contact - 1].contains(ask.quote)) }
    }

    @Test func theNewestWordsDecideTheTopic() throws {
        let understanding = try read(
            "Where is my order, I placed it last week", "It came. How do I return a pan I do not like, please?")
        #expect(understanding.topic == "return")
        #expect(understanding.heard == 2)
    }

    @Test func aYesLeavesTheTopicAsItWas() throws {
        #expect(try read("How can I return my order? I would like to send this back", "Yes").topic == "return")
    }

    @Test func allLanguagesOfACaseAreTold() throws {
        let words = [
            "Guten Tag, wann kommt meine Bestellung bei mir an?", "ciao",
            "Goedemiddag, kunt u mij zeggen wanneer mijn bestelling wordt bezorgd?",
        ]
        let understanding = try understand(words)
        #expect(understanding.language == "nl" && understanding.languages == ["nl", "de"])
        #expect(try understand([words[0]]).languages == nil)
    }

    /// As read with the shipped model of languages.
    private func understand(_ words: [String]) throws -> Understanding {
        let model = URL(filePath: #filePath).deletingLastPathComponent().path + "/../../training/languages.model"
        let reader = UnderstandingReader(
            topics: reader.topics, moods: reader.moods, languages: try LanguageReader.load(model))
        return reader.understand(try Conversation(words.enumerated().map { try Deliveries.heard($0 + 1, $1) }))
    }

    @Test(arguments: [
        (["Guten Tag, wann kommt meine Bestellung bei mir an?", "hi"], "de"), (["hi"], nil),
        (["Guten Tag, wann kommt meine Bestellung bei mir an?", "ok thanks"], "de"), (["ok", "Merci beaucoup"], "fr"),
        (["Guten Tag, wann kommt meine Bestellung?", "Could you please answer me in English from now on?"], "en"),
    ])
    func fewWordsChangeTheLanguageOfNoCase(_ words: [String], _ language: String?) throws {
        #expect(try understand(words).language == language)
    }

    @Test(arguments: [
        "Problem solved, thanks.", "Vielen Dank, hat sich erledigt!", "C'est réglé, merci", "Ya está resuelto, gracias",
    ])
    func whoSaysThatAllIsWellIsSatisfied(_ words: String) throws {
        #expect(try read("Where is my order?", words).satisfied)
    }

    @Test(arguments: [
        "Thanks, but it is still not here.", "Thanks. Where is my order?", "Thank you, the number is 48213",
        "It is not solved, thanks for nothing", "Danke, aber es ist noch nicht gelöst",
        "Thanks, but the pan is still rusty.", "Thank you for your answer. It did not help, the pan is still rusty.",
        "Thanks a lot for ruining my dinner party.", "Vielen Dank für gar nichts.",
        "Merci pour rien, c'est encore en panne.",
        "Gracias, pero la sartén sigue oxidada.", "Gracias por nada.", "Muchas gracias por arruinar mi cena.",
        "Yes, thank you!", "Ja gern, vielen Dank!", "Oui, merci beaucoup.", "Sí, muchas gracias.",
        "Thanks, looking forward to it!", "Super, vielen Dank, ich freue mich!", "Muchas gracias, quedo a la espera.",
    ])
    func whoWantsSomethingIsNotSatisfiedHoweverPolite(_ words: String) throws {
        #expect(try !read(words).satisfied)
    }

    @Test(arguments: [
        "Can I talk to a real person please", "I want to speak to your manager",
        "Ich will sofort mit Ihrem Chef sprechen",
        "Bitte rufen Sie mich an",
        "Ich möchte mit einem Menschen sprechen", "Je veux parler à quelqu'un", "Quiero hablar con una persona",
    ])
    func whoAsksForAPersonIsHeard(_ words: String) throws {
        #expect(try read(words).wants_person)
        #expect(try read(words, "Where is my order?").wants_person)
    }

    @Test(arguments: [
        "I need a chef knife", "Ich möchte die Leiter zurückgeben",
        "I would like to know in which direction the grain runs", "I want to get to my order management page",
    ])
    func whoSpeaksOfAThingAsksForNobody(_ words: String) throws { #expect(try !read(words).wants_person) }

    @Test func dangerIsTakenFromEverythingThatIsNotAnsweredYet() throws {
        let first = try Deliveries.heard(1, "The pan caught fire in my kitchen.")
        let second = try Deliveries.heard(2, "Where is my order?")
        #expect(reader.understand(try Conversation([first, second])).safety.map(\.kind).contains("fire"))
        let answered = try Conversation([first, Deliveries.said(2, "answer"), second])
        #expect(reader.understand(answered).safety.isEmpty)
    }

    @Test func aWishForAPersonIsOverOnceItIsAnswered() throws {
        let first = try Deliveries.heard(1, "I want to speak to your manager")
        let second = try Deliveries.heard(2, "When does it arrive?")
        let answered = try Conversation([first, Deliveries.said(2, "answer"), second])
        #expect(!reader.understand(answered).wants_person)
    }

    @Test func machinesAreReadOnlyWhereNobodyElseWrote() throws {
        let person = try Deliveries.heard(1, "How do I return a pan?")
        let machine = try Deliveries.heard(2, "I am out of office. Where is my order?", automatic: "out-of-office")
        let both = reader.understand(try Conversation([person, machine]))
        #expect(both.asks.map(\.contact) == [1])
        #expect(both.heard == 2)
        #expect(reader.understand(try Conversation([machine])).heard == 1)
    }

    @Test func aVeryLongMailIsReadInBoundedTime() throws {
        let understanding = try read(String(repeating: "Where is my order? ", count: 60_000))
        #expect(understanding.asks.count <= 40)
        #expect(understanding.topic == "order-status")
    }

    @Test func anEmptyContactSaysNothing() throws {
        let understanding = try read("")
        #expect(understanding.asks.isEmpty && !understanding.satisfied && understanding.language == nil)
    }
}
