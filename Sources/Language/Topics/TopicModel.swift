/// One category and how sure the model is of it, from 0 to 1.
package struct RankedCategory: Sendable, Equatable {
    package var category: String
    package var confidence: Double
}

/// What the model makes of one text.
package struct TopicPrediction: Sendable, Equatable {
    /// All categories, likeliest first; the confidences add up to 1.
    package var ranked: [RankedCategory]
    /// How familiar the text looks: the share of training texts that looked stranger. Below about 0.1 the text is
    /// probably about something no category is for, however the categories rank.
    package var familiarity: Double
    /// The raw decision value of the first; for those who set a threshold of their own.
    package var margin: Float

    package var best: RankedCategory { ranked[0] }
}

/// A word and how much it spoke for a category.
package struct Evidence: Sendable, Equatable {
    package var word: String
    package var weight: Double
}

/// Tells what a text is about, with a confidence that means what it says.
package struct TopicModel: Sendable {
    enum Contents: Sendable {
        case mapped(MappedFile)
        case bytes([UInt8])

        func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
            switch self {
            case .mapped(let file): unsafe try file.withBytes(body)
            case .bytes(let bytes): unsafe try bytes.withUnsafeBytes(body)
            }
        }
    }

    let header: ModelHeader
    let contents: Contents
    let body: Int
    let extractor: FeatureExtractor

    init(contents: Contents, name: String) throws {
        (header, body) = unsafe try contents.withBytes { unsafe try ModelHeader.read($0, name: name) }
        self.contents = contents
        extractor = FeatureExtractor(options: header.options.features)
    }

    /// Maps a model file; throws a `LanguageError` that tells what is wrong with it.
    package static func load(_ path: String) throws -> TopicModel {
        try TopicModel(contents: .mapped(MappedFile(path: path)), name: path)
    }

    /// Writes the model so that a reader sees the old file or the new one, whole.
    package func save(_ path: String) throws {
        try MappedFile.replace(path, with: unsafe contents.withBytes { unsafe Array($0) })
    }

    package static func train(
        _ examples: [LabelledText], options: TopicOptions = .init(),
        progress: @escaping (TrainingProgress) -> Void = { _ in }
    ) throws -> TopicModel {
        try TopicTrainer(examples, options: options, progress: progress).train()
    }

    /// How a model trained on these examples does on texts it has not seen.
    package static func crossValidate(
        _ examples: [LabelledText], folds: Int, options: TopicOptions = .init(),
        progress: @escaping (TrainingProgress) -> Void = { _ in }
    ) throws -> CrossValidation {
        try TopicTrainer(examples, options: options, progress: progress).crossValidate(folds)
    }

    package var categories: [String] { header.labels }
    /// What cross-validation found when the model was made.
    package var validation: CrossValidation { header.validation }
    /// Identifies the training data; equal to `LabelledText.digest(of:)` as long as the data has not changed.
    package var dataDigest: String { header.dataDigest }
    package var byteCount: Int { unsafe contents.withBytes { $0.count } }

    package func predict(_ text: String) -> TopicPrediction {
        predict(FoldedText(text))
    }

    package func predict(_ text: FoldedText) -> TopicPrediction {
        let decisions = decisions(for: extractor.traits(of: text))
        let confidences = header.calibration.confidences(decisions)
        let order = confidences.indices.sorted {
            confidences[$0] == confidences[$1] ? $0 < $1 : confidences[$0] > confidences[$1]
        }
        let margin = decisions.max() ?? 0
        return TopicPrediction(
            ranked: order.map { RankedCategory(category: header.labels[$0], confidence: confidences[$0]) },
            familiarity: header.familiarity.share(below: margin), margin: margin)
    }

    /// The words that spoke most for a category, strongest first, as they stand in the text.
    package func evidence(for category: String, in text: String, limit: Int = 5) -> [Evidence] {
        guard let column = header.labels.firstIndex(of: category) else { return [] }
        let folded = FoldedText(text)
        let weights = wordWeights(folded, column: column)
        var seen: Set<String> = []
        return folded.words.indices
            .filter { folded.words[$0].isSpelled && weights[$0] > 0 }
            .sorted { weights[$0] > weights[$1] }
            .filter { seen.insert(folded.string(of: folded.words[$0])).inserted }
            .prefix(limit)
            .map { index in
                let bytes = text.utf8.dropFirst(folded.words[index].utf8.lowerBound)
                    .prefix(folded.words[index].utf8.count)
                return Evidence(word: String(Substring(bytes)), weight: weights[index])
            }
    }
}
