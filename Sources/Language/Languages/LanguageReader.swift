/// Tells which language a text is in, by a model of many languages. Unsure is an answer: nil.
///
/// Without a model the eight languages that `LanguageIdentifier` knows by itself are told apart.
package struct LanguageReader: Sendable {
    private let model: TopicModel?
    private let fallback = LanguageIdentifier()

    package init(model: TopicModel? = nil) {
        self.model = model
    }

    /// Loads a model whose categories are languages, as `casewire train --for languages` writes it.
    package static func load(_ path: String) throws -> LanguageReader {
        let model = try TopicModel.load(path)
        guard model.categories.allSatisfy({ (2...3).contains($0.utf8.count) }) else {
            throw LanguageError(
                .modelForeign,
                "\(path) knows \(model.categories.prefix(3).joined(separator: ", ")), … and not languages; give it a language model"
            )
        }
        return LanguageReader(model: model)
    }

    /// A stage's reader: by the model at a path, or by what is known without one where there is none.
    /// - Parameter lacking: is told in words what that means where a model was named and cannot be used.
    package static func open(_ path: String?, lacking: (String, any Error) -> Void) -> LanguageReader {
        let plain = LanguageReader()
        guard let path else { return plain }
        do {
            return try load(path)
        } catch {
            lacking("only \(plain.languages.joined(separator: ", ")) are told apart, without the language model", error)
            return plain
        }
    }

    /// The languages it may answer with, as ISO 639-1.
    package var languages: [String] { model?.categories ?? LanguageIdentifier.languages }

    /// The language, or nil when the text is too short, a mixture or in none of those known.
    package func identify(_ text: String) -> LanguageIdentifier.Answer? {
        guard let model else { return fallback.identify(text) }
        let folded = FoldedText(text)
        // Names, numbers and signs tell nothing by themselves.
        guard folded.words.contains(where: { $0.isSpelled && folded.scalars[$0.scalars.lowerBound] > 0x40 }) else {
            return nil
        }
        let prediction = model.predict(folded)
        guard prediction.familiarity > Self.strangely else { return nil }
        let answer = LanguageIdentifier.Answer(
            language: prediction.best.category, confidence: prediction.best.confidence)
        if answer.confidence >= Self.surely { return answer }
        // Of few words the model is seldom sure; where the profiles, which know fewer languages, say the same, it is that one.
        guard answer.confidence >= Self.likely, fallback.identify(text)?.language == answer.language else { return nil }
        return answer
    }

    /// The language that is likeliest, however unsure; nil where no letter tells.
    package func guess(_ text: String) -> String? {
        guard let model else { return fallback.rank(text).first?.language }
        return model.predict(text).best.category
    }

    /// Below this confidence it is better to ask than to answer in the wrong language.
    private static let surely = 0.5
    /// From this confidence on a second opinion decides.
    private static let likely = 0.25
    /// Of a text of which hardly anything was ever seen, nothing can be said.
    private static let strangely = 0.005
}

extension TopicOptions {
    /// How a model of languages is trained: by the letters of words and by words.
    package static var languages: TopicOptions {
        var options = TopicOptions()
        options.features.bucketBits = 18
        options.features.longestPhrase = 1
        options.features.shortestCharacters = 1
        options.features.longestCharacters = 4
        options.features.minimumTexts = 6
        options.features.pairWindow = 0
        options.features.characterShare = 0.75
        options.features.unseenWeight = 0.2
        options.folds = 2
        return options
    }
}
