/// How a topic model is trained.
package struct TopicOptions: Codable, Sendable, Equatable {
    package enum Solver: String, Codable, Sendable {
        /// Squared hinge loss; the most accurate on short questions.
        case supportVector
        /// Logistic loss; smoother where labels are noisy.
        case logistic
    }

    package var features = FeatureOptions()
    package var solver = Solver.supportVector
    /// liblinear's C: higher trusts the examples more.
    package var cost = 1.0
    /// Folds by which confidence is calibrated and the accuracy on the card is measured.
    package var folds = 5
    package var seed: UInt64 = 1

    package init() {}
}

/// Where a training run stands.
package struct TrainingProgress: Sendable, Equatable {
    package enum Phase: Sendable, Equatable {
        case reading
        case fold(Int, of: Int)
        case fitting
        case done
    }

    package var phase: Phase
    /// From 0 to 1.
    package var fraction: Double
}

/// What cross-validation found: how the model does on texts it has not seen.
package struct CrossValidation: Codable, Sendable, Equatable {
    package struct Confusion: Codable, Sendable, Equatable {
        package var actual: String
        package var predicted: String
        package var count: Int
    }

    package struct Category: Codable, Sendable, Equatable {
        package var name: String
        package var examples: Int
        /// The share of this category's texts that were found.
        package var recall: Double
        /// The share of texts given this category that belong there.
        package var precision: Double
    }

    package var folds: Int
    package var examples: Int
    package var accuracy: Double
    package var categories: [Category]
    /// The most frequent mix-ups, most frequent first, twenty at most.
    package var confusions: [Confusion]
    package var reliability: [ReliabilityBand]
    package var expectedCalibrationError: Double
}
