/// What a mood model tells apart: our moods, and talk that is to no service at all and therefore calm.
enum MoodCategory: String, CaseIterable {
    case calm, worried, upset, angry, happy, talk

    var feeling: Mood.Feeling {
        switch self {
        case .calm, .talk: .calm
        case .worried: .worried
        case .upset: .upset
        case .angry: .angry
        case .happy: .happy
        }
    }
}

extension TopicOptions {
    /// How a model of moods is trained: labels are noisy here, and a word never seen says nothing.
    package static var mood: TopicOptions {
        var options = TopicOptions()
        options.features.bucketBits = 18
        options.features.longestCharacters = 4
        options.features.minimumTexts = 2
        options.features.pairWindow = 0
        options.features.characterShare = 0.6
        options.features.countsAddresses = false
        options.features.unseenWeight = 0
        options.solver = .logistic
        options.cost = 2
        options.folds = 2
        return options
    }
}
