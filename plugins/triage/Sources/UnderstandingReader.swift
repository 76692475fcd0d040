import Casework
import Language

/// Reads a conversation: everything the customer wrote, the newest words weighing most.
struct UnderstandingReader: Sendable {
    /// What an older contact weighs against the one after it.
    private static let fading = 0.5
    /// Below this share of training texts that looked stranger, a text is probably about something no topic is for.
    private static let strangeness = 0.1
    /// From so many words on, a text says as much about its topic as any.
    private static let tellingWords = 10.0
    private static let mostAsks = 40
    /// A mail may be as long as it likes; what it asks stands in its first pages.
    private static let mostBytes = 1 << 16

    let topics: TopicModel
    let moods: MoodReader
    let languages: LanguageReader

    init(topics: TopicModel, moods: MoodReader, languages: LanguageReader = LanguageReader()) {
        self.topics = topics
        self.moods = moods
        self.languages = languages
    }

    func understand(_ conversation: Conversation) -> Understanding {
        let contacts = conversation.contacts
        // What a machine wrote tells something only where nothing else is there.
        let hasPerson = contacts.contains { $0.automatic == nil }
        let read = contacts.indices.filter { !hasPerson || contacts[$0].automatic == nil }
        let texts = read.map { Text(contacts[$0], number: $0 + 1, limit: Self.mostBytes, isFirst: $0 == read.first) }
        guard let newest = texts.last else { return .nothing }
        let topic = topic(of: texts)
        let heard = texts.map { Asks.extract($0.words) }
        let mood = moods.mood(of: newest.words, asks: heard.last)
        let asks = zip(texts, heard).flatMap { text, asks in
            asks.map { Understanding.Ask(quote: $0.quote, kind: $0.kind.rawValue, contact: text.number) }
        }
        let open = texts.filter { $0.number > conversation.answered }
        let recent = open.first?.number ?? newest.number
        // What burned and was answered burns no more; who has died stays in mind.
        let safety = texts.flatMap { text in
            Safety.findings(in: text.all).filter { $0.kind == .bereavement || text.number >= recent }
                .map { Understanding.Sign(kind: $0.kind.rawValue, words: $0.words) }
        }
        let isTroubled = [.worried, .upset, .angry].contains(mood.feeling)
        let contentment = Contentment(
            words: newest.words, topic: topics.predict(newest.all).best,
            isBusy: isTroubled || !safety.isEmpty || !newest.isBare || asks.contains { $0.contact == newest.number },
            answer: conversation.answer, name: contacts.last?.from.name)
        let spoken = languages.languages(of: texts.reversed().map(\.words), subject: texts.first?.subject)
        return Understanding(
            heard: contacts.count, topic: topic.ranked.first?.topic ?? "",
            confidence: topic.ranked.first?.confidence ?? 0,
            alternatives: Array(topic.ranked.dropFirst().prefix(3).filter { $0.confidence >= 0.05 }),
            mood: mood.feeling.rawValue, strength: rounded(mood.strength), language: spoken.first,
            languages: spoken.count > 1 ? spoken : nil,
            asks: Array(asks.suffix(Self.mostAsks)), safety: safety, satisfied: contentment.isContent,
            // A wish that a person has answered alarms nobody anew.
            wants_person: texts.contains { $0.number >= recent && PersonWish.isIn($0.words) },
            evidence: topic.evidence)
    }

    /// Every text votes by how new it is, how much it says, and how much it looks like something the model knows: "yes,
    /// please" says nothing about a topic, so what was said before it still stands.
    private func topic(of texts: [Text]) -> (ranked: [Understanding.Guess], evidence: [String]) {
        var sums: [String: Double] = [:]
        var weights = 0.0
        var heaviest: (weight: Double, text: String) = (0, "")
        var weight = 1.0
        for text in texts.reversed() {
            let prediction = topics.predict(text.all)
            let fullness = min(1, Double(FoldedText(text.words).words.count) / Self.tellingWords)
            let vote = weight * (0.05 + prediction.familiarity) * (0.05 + fullness)
            let trust = min(1, prediction.familiarity / Self.strangeness)
            for guess in prediction.ranked { sums[guess.category, default: 0] += vote * trust * guess.confidence }
            weights += vote
            if vote > heaviest.weight { heaviest = (vote, text.all) }
            weight *= Self.fading
        }
        let ranked = sums.map { Understanding.Guess(topic: $0.key, confidence: rounded($0.value / weights)) }
            .sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.topic < $1.topic }
        let best = ranked.first?.topic ?? ""
        return (ranked, topics.evidence(for: best, in: heaviest.text).map(\.word))
    }

    private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}

/// One contact as it is read.
private struct Text {
    let number: Int
    let words: String
    /// Where it says something of its own: replies carry the subject of what they answer.
    let subject: String?
    /// Words and nothing else.
    let isBare: Bool

    init(_ contact: Contact, number: Int, limit: Int, isFirst: Bool) {
        self.number = number
        words = String(decoding: contact.words.utf8.prefix(limit), as: UTF8.self)
        subject = isFirst ? contact.subject : nil
        isBare = contact.attachments.isEmpty
    }

    var all: String { subject.map { $0 + "\n" + words } ?? words }
}

extension Understanding {
    /// Of a conversation in which nobody has said anything.
    static let nothing = Understanding(heard: 0, topic: "", confidence: 0, mood: "calm", strength: 0, language: nil)
}
