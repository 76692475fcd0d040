/// A share that was observed, with the interval in which the true one lies with 95 % confidence.
package struct Share: Sendable, Hashable {
    package let value: Double
    package let low: Double
    package let high: Double

    /// The score interval of Wilson (1927), which stays within 0 and 1 and is honest about small counts.
    package init(_ hits: Int, of all: Int) {
        guard all > 0 else {
            (value, low, high) = (0, 0, 1)
            return
        }
        let z = Normal.both95
        let count = Double(all)
        let share = Double(hits) / count
        let denominator = 1 + z * z / count
        let middle = (share + z * z / (2 * count)) / denominator
        let half = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot() / denominator
        value = share
        // At the ends the formula meets the share exactly; rounding must not put it on the wrong side.
        low = min(share, max(0, middle - half))
        high = max(share, min(1, middle + half))
    }
}
