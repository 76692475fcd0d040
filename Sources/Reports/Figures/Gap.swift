/// How far two sets of cases lie apart within like cases, with how sure that is.
package struct Gap: Sendable, Hashable {
    /// What one side has more than the other, over the strata in which both have cases.
    package var value: Double
    /// Its standard error by how far the cases of each side scatter.
    package var error: Double
    /// Its standard error if both sides were alike: how far it would scatter if each stratum's cases were dealt out anew.
    package var errorIfAlike: Double
    /// By how much its variance is larger than these say, since a customer may have more than one of the cases.
    package var clustering = 1.0

    /// The interval that reaches so many standard errors to both sides, the larger of the two: of few cases that happen to
    /// be the same the first says that it is certain.
    package func interval(reaching z: Double) -> (low: Double, high: Double) {
        let error = max(error, errorIfAlike) * clustering.squareRoot()
        return (value - z * error, value + z * error)
    }
}

/// Counts of one side in one stratum: how many cases, and what was observed of them.
package struct Sample: Sendable, Hashable {
    package private(set) var count = 0
    package private(set) var sum = 0.0
    private var squares = 0.0

    package init() {}

    package init(_ values: some Sequence<Double>) { for value in values { add(value) } }

    package mutating func add(_ value: Double) {
        count += 1
        sum += value
        squares += value * value
    }

    package var mean: Double { count == 0 ? 0 : sum / Double(count) }
    /// The sum of squared distances from the mean.
    var spread: Double { max(0, squares - sum * sum / Double(max(1, count))) }

    package static func + (left: Sample, right: Sample) -> Sample {
        var sample = left
        sample.count += right.count
        sample.sum += right.sum
        sample.squares += right.squares
        return sample
    }

    /// What is left of a whole without a part of it.
    package static func - (whole: Sample, part: Sample) -> Sample {
        var sample = whole
        sample.count -= part.count
        sample.sum -= part.sum
        sample.squares -= part.squares
        return sample
    }
}

/// Two sides in one stratum.
package struct Stratum: Sendable, Hashable {
    package var one: Sample
    package var other: Sample

    package init(one: Sample, other: Sample) {
        self.one = one
        self.other = other
    }

    /// Strata in which only one side has cases say nothing of a difference.
    package var isShared: Bool { one.count > 0 && other.count > 0 }
    var all: Double { Double(one.count + other.count) }
    /// What it counts for in the common difference (Mantel and Haenszel, 1959).
    var weight: Double { Double(one.count) * Double(other.count) / all }
}

extension Gap {
    /// The difference of two shares: each sample's values are 0 or 1. The common risk difference with the weights of Mantel
    /// and Haenszel, its variance after Sato, Greenland and Robins (Biometrics 45, 1989), which holds for few large strata
    /// and for many small ones. Nil where no stratum has both sides.
    package static func shares(_ strata: [Stratum]) -> Gap? {
        let strata = strata.filter(\.isShared)
        let weight = strata.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return nil }
        var (difference, p, q) = (0.0, 0.0, 0.0)
        for stratum in strata {
            let (n, m, all) = (Double(stratum.one.count), Double(stratum.other.count), stratum.all)
            let (a, b) = (stratum.one.sum, stratum.other.sum)
            difference += (a * m - b * n) / all
            p += (n * n * b - m * m * a + n * m * (m - n) / 2) / (all * all)
            q += (a * (m - b) + b * (n - a)) / (2 * all)
        }
        let value = difference / weight
        return Gap(
            value: value, error: max(0, (value * p + q) / (weight * weight)).squareRoot(),
            errorIfAlike: errorIfAlike(strata, weight))
    }

    /// The difference of two means, with the same weights; each side's variance is that within its strata, taken together.
    /// Nil where no stratum has both sides.
    package static func means(_ strata: [Stratum]) -> Gap? {
        let strata = strata.filter(\.isShared)
        let weight = strata.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return nil }
        let (one, other) = (variance(strata.map(\.one)), variance(strata.map(\.other)))
        var (difference, variance) = (0.0, 0.0)
        for stratum in strata {
            let share = stratum.weight / weight
            difference += share * (stratum.one.mean - stratum.other.mean)
            variance += share * share * (one / Double(stratum.one.count) + other / Double(stratum.other.count))
        }
        return Gap(value: difference, error: variance.squareRoot(), errorIfAlike: errorIfAlike(strata, weight))
    }

    /// The variance of a side within its strata; 0 where nowhere two cases tell of it.
    private static func variance(_ samples: [Sample]) -> Double {
        let degrees = samples.reduce(0) { $0 + $1.count - 1 }
        return degrees > 0 ? samples.reduce(0) { $0 + $1.spread } / Double(degrees) : 0
    }

    /// From the variance under all ways to deal a stratum's cases out to its two sides; for shares that is the one of the
    /// test of Mantel and Haenszel.
    private static func errorIfAlike(_ strata: [Stratum], _ weight: Double) -> Double {
        let variance = strata.reduce(0) { $0 + $1.weight * ($1.one + $1.other).spread / ($1.all - 1) }
        return variance.squareRoot() / weight
    }
}
