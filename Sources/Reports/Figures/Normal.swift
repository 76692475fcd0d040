import Glibc

/// The standard normal distribution.
package enum Normal {
    /// Between this far below and above the middle lie 95 %.
    package static let both95 = 1.959_963_984_540_054

    /// How far from the middle, on both sides, a share of the distribution reaches.
    /// - Parameter share: above 0 and below 1.
    package static func reach(_ share: Double) -> Double {
        var (low, high) = (0.0, 40.0)
        // 60 halvings of 40 are below what a Double can tell apart.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            // erfc and not 1 - erf, which has no digits left where a distribution has few.
            if erfc(middle / 2.0.squareRoot()) > 1 - share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
