/// One training example.
package struct LabelledText: Sendable, Equatable {
    package var text: String
    package var category: String

    package init(text: String, category: String) {
        self.text = text
        self.category = category
    }

    /// The categories that examples tell apart, in order.
    /// - Throws: where they are too few to learn anything from.
    package static func categories(of examples: [LabelledText]) throws -> [String] {
        let categories = Set(examples.map(\.category)).sorted()
        guard categories.count >= 2 else {
            throw LanguageError(
                .trainingRefused,
                "\(categories.count) categories in \(examples.count) examples; a model needs at least two")
        }
        return categories
    }

    /// Identifies a set of examples in its order, so that a model can tell whether its data has changed.
    package static func digest(of examples: [LabelledText]) -> String {
        var halves = (StableHash(seed: 11), StableHash(seed: 12))
        for example in examples {
            for part in [example.text, example.category] {
                halves.0.add(part)
                halves.1.add(part)
            }
        }
        return hexadecimal(halves.0.value) + hexadecimal(halves.1.value)
    }
}
