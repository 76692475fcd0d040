#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How often confidences in one band were right.
package struct ReliabilityBand: Codable, Sendable, Equatable {
    package var from: Double
    package var to: Double
    package var count: Int
    /// The mean confidence that was claimed.
    package var claimed: Double
    /// The share that was right.
    package var right: Double
}

/// Turns decision values into confidences that mean what they say.
///
/// Softmax with one temperature (Guo et al., 2017), fitted by likelihood on texts the weights had not seen.
struct Calibration: Codable, Sendable, Equatable {
    /// Multiplies decision values before the softmax; the inverse of the temperature.
    var sharpness: Double

    func confidences(_ decisions: [Float]) -> [Double] {
        let highest = Double(decisions.max() ?? 0)
        let powers = decisions.map { exp((Double($0) - highest) * sharpness) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// The sharpness under which the right classes are likeliest, by golden-section search over its logarithm.
    static func fitted(decisions: [[Float]], classes: [Int32]) -> Calibration {
        func loss(_ logarithm: Double) -> Double {
            let calibration = Calibration(sharpness: exp(logarithm))
            var sum = 0.0
            for (row, right) in zip(decisions, classes) {
                sum -= log(max(calibration.confidences(row)[Int(right)], 1e-12))
            }
            return sum
        }
        let ratio = (5.0.squareRoot() - 1) / 2
        var low = log(0.1)
        var high = log(100.0)
        while high - low > 0.01 {
            let step = (high - low) * ratio
            if loss(high - step) < loss(low + step) {
                high = low + step
            } else {
                low = high - step
            }
        }
        return Calibration(sharpness: exp((low + high) / 2))
    }

    /// Ten bands of confidence, of which the empty ones are left out.
    static func reliability(_ outcomes: [(confidence: Double, isRight: Bool)]) -> [ReliabilityBand] {
        (0..<10).compactMap { band in
            let members = outcomes.filter { min(9, Int($0.confidence * 10)) == band }
            guard !members.isEmpty else { return nil }
            let count = Double(members.count)
            return ReliabilityBand(
                from: Double(band) / 10, to: Double(band + 1) / 10, count: members.count,
                claimed: members.reduce(0) { $0 + $1.confidence } / count,
                right: Double(members.count(where: \.isRight)) / count)
        }
    }

    /// Expected calibration error: the mean distance between claimed and right, weighted by how many.
    static func expectedError(_ bands: [ReliabilityBand]) -> Double {
        let total = bands.reduce(0) { $0 + $1.count }
        guard total > 0 else { return 0 }
        return bands.reduce(0) { $0 + abs($1.claimed - $1.right) * Double($1.count) } / Double(total)
    }
}
