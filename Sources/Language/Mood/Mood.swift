/// How a writer feels, as far as the words tell.
package struct Mood: Sendable, Equatable {
    package enum Feeling: String, Sendable, CaseIterable, Codable {
        case calm, worried, upset, angry, happy
    }

    package var feeling: Feeling
    /// From 0 to 1: how clearly it shows. Of trouble it is `negativity`, of calm what is left to one.
    package var strength: Double
    /// Worried, upset or angry rather than calm or happy, from 0 to 1.
    package var negativity: Double
    /// What it rests on, as it stands in the text.
    package var words: [String]
}

/// Reads moods by a small linear model and by cues of the way people write to a customer service.
///
/// A model from everyday talk knows anger when it swears; who writes to a shop is upset in polite words ("still waiting",
/// "third time"). The cues add what the model cannot have met. Without a model the cues work alone.
package struct MoodReader: Sendable {
    private static let troubles: Set<Mood.Feeling> = [.worried, .upset, .angry]
    /// What a service hears is trouble more often than what the model learned from: the odds, as a logarithm.
    private static let prior = 0.8
    /// What it adds that a thing is complained of, in however calm words: nobody writes that for pleasure.
    private static let complaint = 1.0

    private let model: TopicModel?

    package init(model: TopicModel? = nil) {
        self.model = model
    }

    /// Loads a mood model; refuses one whose categories are not moods.
    package static func load(_ path: String) throws -> MoodReader {
        let model = try TopicModel.load(path)
        guard Set(model.categories) == Set(MoodCategory.allCases.map(\.rawValue)) else {
            throw LanguageError(
                .modelForeign,
                "\(path) knows \(model.categories.joined(separator: ", ")) and not moods; give it a mood model")
        }
        return MoodReader(model: model)
    }

    /// Identifies the data the model was trained on; nil when the cues work alone.
    package var dataDigest: String? { model?.dataDigest }

    /// - Parameter asks: what the text asks for, where that is known already.
    package func mood(of text: String, asks: [Ask]? = nil) -> Mood {
        let folded = FoldedText(text)
        let cues = MoodCues.find(in: folded, text: text) + Self.complaint(among: asks ?? Asks.extract(text))
        var scores = [Mood.Feeling: Double](uniqueKeysWithValues: Mood.Feeling.allCases.map { ($0, 0.0) })
        scores[.calm] = model == nil ? 1 : 0
        if let model {
            var shares: [Mood.Feeling: Double] = [:]
            for answer in model.predict(folded).ranked {
                if let category = MoodCategory(rawValue: answer.category) {
                    shares[category.feeling, default: 0] += answer.confidence
                }
            }
            for (feeling, share) in shares {
                scores[feeling] = LogisticScale.logarithm(share) + (Self.troubles.contains(feeling) ? Self.prior : 0)
            }
        }
        for cue in cues { scores[cue.feeling, default: 0] += cue.weight }
        let shares = LogisticScale.shares(Mood.Feeling.allCases.map { scores[$0] ?? 0 })
        let ranked = zip(Mood.Feeling.allCases, shares).sorted { $0.1 > $1.1 }
        let negativity = zip(Mood.Feeling.allCases, shares).reduce(0) {
            $0 + (Self.troubles.contains($1.0) ? $1.1 : 0)
        }
        let feeling = choose(ranked, negativity: negativity)
        return Mood(
            feeling: feeling, strength: strength(of: feeling, ranked, negativity: negativity), negativity: negativity,
            words: words(for: feeling, cues: cues, text: text))
    }

    private static func complaint(among asks: [Ask]) -> [MoodCues.Cue] {
        asks.first { $0.kind == .complaint }.map {
            [MoodCues.Cue(feeling: .upset, weight: complaint, words: $0.quote)]
        } ?? []
    }

    /// Three kinds of trouble share what one calm keeps: if they outweigh the rest together, the strongest is named.
    private func choose(_ ranked: [(Mood.Feeling, Double)], negativity: Double) -> Mood.Feeling {
        if negativity > 0.5, let worst = ranked.first(where: { Self.troubles.contains($0.0) }) { return worst.0 }
        return ranked.first { !Self.troubles.contains($0.0) }?.0 ?? .calm
    }

    private func strength(
        of feeling: Mood.Feeling, _ ranked: [(Mood.Feeling, Double)], negativity: Double
    ) -> Double {
        switch feeling {
        case .worried, .upset, .angry: negativity
        case .calm: 1 - negativity
        case .happy: ranked.first { $0.0 == .happy }?.1 ?? 0
        }
    }

    private func words(for feeling: Mood.Feeling, cues: [MoodCues.Cue], text: String) -> [String] {
        guard feeling != .calm else { return [] }
        var result = cues.filter { $0.feeling == feeling && $0.weight > 0 }.map(\.words)
        for evidence in model?.evidence(for: feeling.rawValue, in: text, limit: 3) ?? []
        where !result.contains(where: { $0.contains(evidence.word) }) {
            result.append(evidence.word)
        }
        return Array(result.prefix(5))
    }
}
