import Casework
import Knowledge
import Language

/// A part of an article that may answer.
struct Passage: Sendable, Hashable {
    /// The article's name, the same in every language.
    var article: String
    /// What an answer cites, such as `returns#gifts`.
    var citation: String
    var topics: [String]
    /// What the article says before its first heading, where the passage stands below one: a part can lean on it.
    var opening: String?
    /// As it can stand in a reply.
    var text: String
    /// How sure it is that it answers, 0 to 1.
    var score: Double
    /// Whether the customer would rather hear something else.
    var isBadNews = false
    /// Whether a person sends it.
    var isByPeople = false
}

/// What was found for one ask, or for the whole of what was written where nothing was asked in so many words.
struct Finding: Sendable, Hashable {
    var words: String
    /// Best first.
    var passages: [Passage]
    /// Articles that would answer, were they not past their review.
    var stale: [Article] = []
}

/// A topic that may be meant, with the title that the shop gives it.
struct Choice: Sendable, Hashable {
    var topic: String
    var title: String
}

/// Everything that decides what becomes of what a customer wrote.
struct Material: Sendable {
    var understanding: Understanding
    var findings: [Finding]
    /// Topics that may be meant, likeliest first.
    var choices: [Choice]
    /// Articles that this customer was answered with before.
    var earlier: Set<String> = []
    /// Clarifying questions asked so far.
    var questions = 0
    /// Whether anything was written by a person.
    var isFromPerson = true
    /// Why a person is needed already, if one is.
    var waitsFor: String?
    /// What the customer gave of what articles ask for.
    var given = Given()
    /// Whether kind words of the customer can be for what we did.
    var canEndWithThanks = true
    /// Whether one of our people has answered.
    var isWithPerson = false
    /// Whether the customer is angry, or was, and none of our people has answered since.
    var isFurious = false
}

/// What becomes of what a customer wrote.
enum Plan: Sendable, Hashable {
    case thank
    case answer(Reply)
    case ask([Choice])
    case handOver(Need)

    /// An answer: its passages, each once, and what of them covers each ask.
    struct Reply: Sendable, Hashable {
        var passages: [Passage]
        var coverage: [Answering.Cover]

        /// Whether something in it is to be told straight before all else.
        var isBadNews: Bool { passages.contains(where: \.isBadNews) }

        /// The passages in order, what opens an article once.
        var text: String { Passage.text(of: passages) }
    }

    /// Why a person is needed, and what they may start from.
    struct Need: Sendable, Hashable {
        var code: String
        var reason: String
        var urgent = false
        var passages: [Passage] = []
        /// What was asked; what no article surely covers has no span, and is theirs to answer.
        var coverage: [Answering.Cover] = []
    }
}

/// Decides: answer only what is surely understood and surely covered, ask where one question would settle it, and leave
/// everything else to a person.
struct Drafting: Sendable {
    /// Below this confidence nothing is answered.
    var sure: Double
    /// How many clarifying questions a case may see.
    var questions: Int

    func plan(_ material: Material) -> Plan {
        if let plan = beforeReading(material) { return plan }
        let covered = material.findings.map { ($0, surePassage(for: $0, material)) }
        let passages = unique(covered.compactMap(\.1))
        let coverage = covered.map { finding, passage in
            Answering.Cover(
                ask: finding.words,
                span: passage.flatMap { Span.best(in: Passage.text(of: [$0]), for: finding.words) },
                article: passage?.citation)
        }
        let asked = covered.filter { $0.1.map { material.earlier.contains($0.article) } ?? false }.map(\.0.words)
        if !asked.isEmpty {
            return hand(
                "asked-again", "The customer asks again what was answered before: \(quoted(asked))", passages, coverage)
        }
        let open = covered.filter { $0.1 == nil }.map(\.0.words)
        if passages.contains(where: \.isByPeople) {
            return hand("by-people", "What answers this is for one of us to send.", passages, coverage)
        }
        if open.isEmpty, !covered.isEmpty {
            if let need = need(beside: passages, material) { return hand(need.code, need.reason, passages, coverage) }
            return .answer(.init(passages: passages, coverage: coverage))
        }
        return unsure(material, open: open, passages, coverage)
    }

    /// Why a person is to answer though articles surely cover all that was asked; nil where they may speak for themselves.
    private func need(beside passages: [Passage], _ material: Material) -> (code: String, reason: String)? {
        if material.isWithPerson {
            return (
                "with-person", "One of us has answered this customer; what the articles say may go with their words."
            )
        }
        if material.isFurious {
            return ("angry", "The customer is angry and wants one of us; what the articles say may go with your words.")
        }
        var seen: Set<String> = []
        let known = passages.flatMap(material.given.asked).filter { seen.insert($0).inserted }
        guard !known.isEmpty else { return nil }
        return ("given", "The customer has given already what the article asks for: \(known.joined(separator: ", "))")
    }

    /// What is clear without looking for an answer.
    private func beforeReading(_ material: Material) -> Plan? {
        let understanding = material.understanding
        if let first = understanding.dangers.first {
            return hand("safety", "Signs of danger (\(first.kind)): \(words(of: understanding.dangers))", urgent: true)
        }
        if understanding.isBereaved {
            let words = words(of: understanding.safety)
            return hand("bereavement", "Somebody close to the customer has died, so that one of us answers: \(words)")
        }
        if !material.isFromPerson {
            return hand("automatic", "A machine wrote this; nobody is answered automatically. See whether it matters.")
        }
        // Each time: a thank-you is the shortest way to say that their words have arrived.
        if understanding.satisfied {
            guard material.canEndWithThanks else {
                return hand(
                    "reply", "The customer replies kindly while they wait for us, or to what we offered or asked.")
            }
            return .thank
        }
        if understanding.wants_person {
            return hand("wants-person", "The customer asks for a person.", urgent: true)
        }
        if material.waitsFor != nil {
            return hand("with-person", "The customer wrote again while they wait for one of us.")
        }
        return nil
    }

    private func unsure(
        _ material: Material, open: [String], _ passages: [Passage], _ coverage: [Answering.Cover]
    ) -> Plan {
        let understanding = material.understanding
        let drafts = passages.isEmpty ? likely(material) : passages
        if material.isWithPerson {
            return hand(
                "with-person", "One of us has answered this customer, who now asks: \(quoted(open))", drafts, coverage)
        }
        if !material.earlier.isEmpty {
            return hand(
                "not-helped", "The customer was answered from articles, and writes: \(quoted(open))", drafts, coverage)
        }
        guard understanding.confidence < sure else {
            return hand("no-article", "No article surely covers: \(quoted(open))", drafts, coverage)
        }
        // Who is angry wants somebody who sees to it, and no question by a program.
        let mayAsk = !material.isFurious && material.questions < questions
        if material.choices.count >= 2, mayAsk { return .ask(material.choices) }
        let guesses = ([understanding.topic] + understanding.alternatives.map(\.topic)).joined(separator: ", ")
        let asked = material.questions > 0 ? ", also after \(material.questions) questions" : ""
        return hand(
            "unsure", "It is not clear what this is about\(asked); it may be \(guesses).", drafts, coverage)
    }

    /// The best passage, where both that it answers the words and that it is about what is meant are sure.
    private func surePassage(for finding: Finding, _ material: Material) -> Passage? {
        finding.passages.first { $0.score >= sure && trust(in: $0.topics, material.understanding) >= sure }
    }

    /// How sure it is that one of these topics is meant: an article may serve two that are hard to tell apart.
    private func trust(in topics: [String], _ understanding: Understanding) -> Double {
        understanding.guesses.reduce(0) { topics.contains($1.topic) ? $0 + $1.confidence : $0 }
    }

    /// What a person may start from where nothing is sure.
    private func likely(_ material: Material) -> [Passage] {
        unique(material.findings.compactMap { $0.passages.first }.filter { $0.score >= sure / 2 })
    }

    private func unique(_ passages: [Passage]) -> [Passage] {
        var seen: Set<String> = []
        return passages.filter { seen.insert($0.citation).inserted }
    }

    private func hand(
        _ code: String, _ reason: String, _ passages: [Passage] = [], _ coverage: [Answering.Cover] = [],
        urgent: Bool = false
    ) -> Plan {
        .handOver(.init(code: code, reason: reason, urgent: urgent, passages: passages, coverage: coverage))
    }

    private func words(of signs: [Understanding.Sign]) -> String {
        signs.map { "\"\($0.words)\"" }.joined(separator: ", ")
    }

    private func quoted(_ words: [String]) -> String {
        words.map { "\"\($0.count > 200 ? $0.prefix(200) + "…" : $0)\"" }.joined(separator: ", ")
    }
}

extension Understanding {
    /// Every topic that may be meant, likeliest first.
    var guesses: [Guess] { [Guess(topic: topic, confidence: confidence)] + alternatives }
}

extension Passage {
    /// Passages as they stand in one reply.
    static func text(of passages: [Passage]) -> String {
        var paragraphs: [String] = []
        var badNews: Set<String> = []
        for passage in passages {
            for text in [passage.opening, passage.text] {
                guard let text else { continue }
                if !paragraphs.contains(text) { paragraphs.append(text) }
                if passage.isBadNews { badNews.insert(text) }
            }
        }
        return Regret.once(paragraphs, keeping: badNews).joined(separator: "\n\n")
    }
}
