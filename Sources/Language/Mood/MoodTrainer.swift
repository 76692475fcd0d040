/// Makes the mood model from GoEmotions and messages of our own.
package enum MoodTrainer {
    /// GoEmotions' 28 emotions as our moods. Those that say nothing of a customer's mood are left out.
    static let moodOfEmotion: [String: Mood.Feeling] = [
        "anger": .angry, "annoyance": .angry, "disgust": .angry,
        "disappointment": .upset, "disapproval": .upset, "sadness": .upset, "grief": .upset, "remorse": .upset,
        "embarrassment": .upset,
        "fear": .worried, "nervousness": .worried, "confusion": .worried,
        "admiration": .happy, "amusement": .happy, "approval": .happy, "caring": .happy, "excitement": .happy,
        "gratitude": .happy, "joy": .happy, "love": .happy, "optimism": .happy, "pride": .happy, "relief": .happy,
        "neutral": .calm, "curiosity": .calm, "realization": .calm, "surprise": .calm, "desire": .calm,
    ]

    /// - Parameters:
    ///   - emotions: GoEmotions as it is published: text, label numbers and an id, parted by tabs.
    ///   - labels: the names of the emotions, one a line.
    ///   - own: messages to a shop with their mood, repeated in training so that a few count beside many.
    package static func train(emotions: String, labels: String, own: [LabelledText]) throws -> TopicModel {
        let names = labels.split(whereSeparator: \.isNewline).map(String.init)
        var examples: [LabelledText] = []
        for line in emotions.split(whereSeparator: \.isNewline) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 2 else { continue }
            let moods = Set(
                columns[1].split(separator: ",").compactMap { number -> Mood.Feeling? in
                    guard let index = Int(number), names.indices.contains(index) else { return nil }
                    return moodOfEmotion[names[index]]
                })
            // Two moods at once teach neither.
            guard moods.count == 1, let mood = moods.first else { continue }
            examples.append(LabelledText(text: String(columns[0]), category: mood.rawValue))
        }
        for _ in 0..<8 { examples += own }
        return try TopicModel.train(examples, options: options)
    }

    static var options: TopicOptions {
        var options = TopicOptions()
        options.features.bucketBits = 17
        options.features.minimumTexts = 3
        options.solver = .logistic
        options.cost = 2
        options.folds = 2
        return options
    }
}
