/// How much a text looks like what the model was trained on.
///
/// Keeps the quantiles of the highest decision value over cross-validated training texts: a text whose own highest value
/// lies at the fifth percentile looks less familiar than 95 % of what the categories are about.
struct Familiarity: Codable, Sendable, Equatable {
    /// 101 values, from the lowest to the highest.
    var quantiles: [Float]

    init(decisions: [[Float]]) {
        let sorted = decisions.map { $0.max() ?? 0 }.sorted()
        guard let last = sorted.indices.last else {
            quantiles = [Float](repeating: 0, count: 101)
            return
        }
        quantiles = (0...100).map { sorted[last * $0 / 100] }
    }

    /// From 0 (stranger than anything in training) to 1.
    func share(below highest: Float) -> Double {
        guard let lowest = quantiles.first, highest > lowest else { return 0 }
        guard let above = quantiles.firstIndex(where: { $0 >= highest }), above > 0 else { return 1 }
        let step = quantiles[above] - quantiles[above - 1]
        let part = step > 0 ? (highest - quantiles[above - 1]) / step : 1
        return (Double(above - 1) + Double(part)) / 100
    }
}
