/// One training example.
package struct LabelledText: Sendable, Equatable {
    package var text: String
    package var category: String

    package init(text: String, category: String) {
        self.text = text
        self.category = category
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
