/// Counts what was taken for what.
struct ConfusionTable {
    let labels: [String]
    private var counts: [Int]

    init(labels: [String]) {
        self.labels = labels
        counts = [Int](repeating: 0, count: labels.count * labels.count)
    }

    mutating func add(actual: Int, predicted: Int) {
        counts[actual * labels.count + predicted] += 1
    }

    var accuracy: Double {
        let total = counts.reduce(0, +)
        let right = labels.indices.reduce(0) { $0 + count($1, $1) }
        return total == 0 ? 0 : Double(right) / Double(total)
    }

    var categories: [CrossValidation.Category] {
        labels.indices.map { label in
            let examples = labels.indices.reduce(0) { $0 + count(label, $1) }
            let given = labels.indices.reduce(0) { $0 + count($1, label) }
            let right = Double(count(label, label))
            return .init(
                name: labels[label], examples: examples, recall: examples == 0 ? 0 : right / Double(examples),
                precision: given == 0 ? 0 : right / Double(given))
        }
    }

    var confusions: [CrossValidation.Confusion] {
        var found: [CrossValidation.Confusion] = []
        for actual in labels.indices {
            for predicted in labels.indices where predicted != actual && count(actual, predicted) > 0 {
                found.append(
                    .init(actual: labels[actual], predicted: labels[predicted], count: count(actual, predicted)))
            }
        }
        // The sort is stable, so that equals keep the order of the labels.
        return Array(found.sorted { $0.count > $1.count }.prefix(20))
    }

    private func count(_ actual: Int, _ predicted: Int) -> Int {
        counts[actual * labels.count + predicted]
    }
}
