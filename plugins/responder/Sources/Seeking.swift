import Casework
import Knowledge
import StageKit

/// Looks for what may answer in the knowledge folder.
struct Seeking: Sendable {
    let knowledge: KnowledgeBase
    /// From this score on a passage answers.
    let sure: Double

    /// Something for each ask that is still open, or for all that was written where nothing was asked in so many words.
    func findings(for understanding: Understanding, in open: [Story.Heard], language: String, now: Timestamp) throws
        -> [Finding]
    {
        let numbers = Set(open.map(\.number))
        let asks = understanding.asks.filter { numbers.contains($0.contact) }
        guard !asks.isEmpty else {
            let words = open.map { [$0.contact.subject, $0.contact.words].compactMap { $0 }.joined(separator: "\n") }
            let text = words.joined(separator: "\n")
            return [try finding(text, understanding, language, now)]
        }
        return try asks.map { ask in
            // What must be done by a day is for somebody to do; no article makes it so.
            ask.kind == "deadline"
                ? Finding(words: ask.quote, passages: []) : try finding(ask.quote, understanding, language, now)
        }
    }

    private func finding(
        _ words: String, _ understanding: Understanding, _ language: String, _ now: Timestamp
    ) throws -> Finding {
        let day = ReviewDate(millisecondsSince1970: now.milliseconds)
        let stale = try knowledge.searchStale(words, topic: understanding.topic, language: language, on: day)
        return Finding(
            words: words, passages: try passages(for: words, understanding, language, now),
            stale: stale.filter { $0.score >= sure }.map(\.article))
    }

    /// The topic helps where it is the ask's own; an ask beside it is looked for by its words alone.
    private func passages(
        for text: String, _ understanding: Understanding, _ language: String, _ now: Timestamp
    ) throws -> [Passage] {
        let day = ReviewDate(millisecondsSince1970: now.milliseconds)
        var best: [String: Passage] = [:]
        for topic in [understanding.topic, nil] {
            for hit in try knowledge.search(text, topic: topic, language: language, limit: 5, on: day) {
                let passage = Passage(
                    article: hit.article.id, citation: hit.citation, topics: hit.article.topics,
                    opening: hit.citation == hit.article.id ? nil : hit.article.answer, text: hit.passage,
                    score: hit.score, isBadNews: hit.article.isBadNews, isByPeople: hit.article.isByPeople)
                if passage.score > best[hit.citation]?.score ?? -1 { best[hit.citation] = passage }
            }
        }
        return best.values.sorted { $0.score != $1.score ? $0.score > $1.score : $0.citation < $1.citation }
    }

    /// The topics that may be meant and that the shop has a title for, likeliest first.
    func choices(for understanding: Understanding, language: String, now: Timestamp) -> [Choice] {
        let day = ReviewDate(millisecondsSince1970: now.milliseconds)
        var choices: [Choice] = []
        for guess in understanding.guesses where guess.confidence >= max(0.1, understanding.confidence / 4) {
            let article = knowledge.articles.first {
                $0.language == language && $0.audience == .customer && $0.topics.first == guess.topic
                    && !$0.isStale(on: day)
            }
            guard let article, !choices.contains(where: { $0.title == article.title }) else { continue }
            choices.append(Choice(topic: guess.topic, title: article.title))
        }
        return Array(choices.prefix(3))
    }
}
