/// Trains and cross-validates; holds the texts as traits so that they are cut up only once.
struct TopicTrainer {
    let options: TopicOptions
    let labels: [String]
    private let traits: [TextTraits]
    private let classes: [Int32]
    /// For each text the number of the first that is the same.
    private let firstAlike: [Int]
    private let digest: String
    private let progress: (TrainingProgress) -> Void

    init(_ examples: [LabelledText], options: TopicOptions, progress: @escaping (TrainingProgress) -> Void) throws {
        let labels = try LabelledText.categories(of: examples)
        guard (8...22).contains(options.features.bucketBits), options.cost > 0 else {
            throw LanguageError(.trainingRefused, "bucketBits must be 8 to 22 and cost above 0")
        }
        progress(.init(phase: .reading, fraction: 0))
        let numbers = Dictionary(uniqueKeysWithValues: zip(labels, 0...))
        let extractor = FeatureExtractor(options: options.features)
        self.options = options
        self.labels = labels
        self.progress = progress
        digest = LabelledText.digest(of: examples)
        classes = examples.map { Int32(numbers[$0.category] ?? 0) }
        var known: [String: Int] = [:]
        var firstAlike: [Int] = []
        var traits: [TextTraits] = []
        for (number, example) in examples.enumerated() {
            let first = known[example.text] ?? number
            if first == number { known[example.text] = number }
            firstAlike.append(first)
            traits.append(first == number ? extractor.traits(of: FoldedText(example.text)) : traits[first])
        }
        self.firstAlike = firstAlike
        self.traits = traits
    }

    func train() throws -> TopicModel {
        let unseen = try decisionsUnseen(folds: options.folds, share: 0.8)
        let calibration = Calibration.fitted(decisions: unseen.decisions, classes: unseen.classes)
        progress(.init(phase: .fitting, fraction: 0.8))
        let all = Array(traits.indices)
        let (vocabulary, weights) = try fit(all)
        let header = ModelHeader(
            labels: labels, options: options, dataDigest: digest, calibration: calibration,
            familiarity: Familiarity(decisions: unseen.decisions),
            validation: report(unseen, calibration: calibration, folds: options.folds),
            rowCount: vocabulary.rarity.count, unseenSquare: vocabulary.unseenSquare)
        let model = try TopicModel(
            contents: .bytes(ModelFile.encode(header, vocabulary: vocabulary, weights: weights)), name: "the new model")
        progress(.init(phase: .done, fraction: 1))
        return model
    }

    func crossValidate(_ folds: Int) throws -> CrossValidation {
        let unseen = try decisionsUnseen(folds: folds, share: 1)
        let calibration = Calibration.fitted(decisions: unseen.decisions, classes: unseen.classes)
        progress(.init(phase: .done, fraction: 1))
        return report(unseen, calibration: calibration, folds: folds)
    }

    private func fit(_ members: [Int]) throws -> (Vocabulary, LinearWeights) {
        // How rare a trait is, a text that stands there twice does not change.
        let distinct = members.filter { firstAlike[$0] == $0 }.map { traits[$0] }
        let vocabulary = Vocabulary(fitting: distinct, options: options.features)
        let solver = LinearSolver(
            kind: options.solver == .logistic ? .logistic : .supportVector, cost: options.cost,
            rowCount: vocabulary.rarity.count, classCount: labels.count)
        let vectors = members.map { vocabulary.vector(of: traits[$0]) }
        return (vocabulary, try solver.train(vectors, classes: members.map { classes[$0] }))
    }

    private struct Unseen {
        var decisions: [[Float]] = []
        var classes: [Int32] = []
    }

    /// Decision values for each text by weights that were trained without it.
    private func decisionsUnseen(folds: Int, share: Double) throws -> Unseen {
        guard folds >= 2 else { throw LanguageError(.trainingRefused, "cross-validation needs at least 2 folds") }
        let assignment = stratified(folds)
        var unseen = Unseen()
        for fold in 0..<folds {
            progress(.init(phase: .fold(fold + 1, of: folds), fraction: share * Double(fold) / Double(folds)))
            let (vocabulary, weights) = try fit(traits.indices.filter { assignment[$0] != fold })
            for index in traits.indices where assignment[index] == fold {
                unseen.decisions.append(weights.decisions(for: vocabulary.vector(of: traits[index])))
                unseen.classes.append(classes[index])
            }
        }
        return unseen
    }

    /// A fold for each text, with every category spread evenly and texts that are the same in the same one. The first
    /// text of a category, and so a category's only one, is in no fold: every training part knows every category.
    private func stratified(_ folds: Int) -> [Int] {
        var generator = SeededGenerator(seed: options.seed)
        var seen = [Int](repeating: 0, count: labels.count)
        var assignment = [Int](repeating: -1, count: traits.count)
        for index in traits.indices.filter({ firstAlike[$0] == $0 }).shuffled(using: &generator) {
            let category = Int(classes[index])
            if seen[category] > 0 { assignment[index] = (seen[category] + category) % folds }
            seen[category] += 1
        }
        for index in traits.indices { assignment[index] = assignment[firstAlike[index]] }
        return assignment
    }

    private func report(_ unseen: Unseen, calibration: Calibration, folds: Int) -> CrossValidation {
        var table = ConfusionTable(labels: labels)
        var outcomes: [(confidence: Double, isRight: Bool)] = []
        for (decisions, right) in zip(unseen.decisions, unseen.classes) {
            let confidences = calibration.confidences(decisions)
            guard let best = confidences.indices.max(by: { confidences[$0] < confidences[$1] }) else { continue }
            table.add(actual: Int(right), predicted: best)
            outcomes.append((confidences[best], best == Int(right)))
        }
        let bands = Calibration.reliability(outcomes)
        return CrossValidation(
            folds: folds, examples: unseen.classes.count, accuracy: table.accuracy, categories: table.categories,
            confusions: table.confusions, reliability: bands, expectedCalibrationError: Calibration.expectedError(bands)
        )
    }
}
