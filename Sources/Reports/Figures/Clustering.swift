/// How much further a gap scatters where its cases come from customers who write more than once: the cases of one customer may
/// be like each other, and ten of them then tell less than ten customers with one each.
///
/// Each case pulls the gap some way. If cases had nothing to do with each other the gap's variance would be the sum of the
/// squares of these pulls; where only customers have nothing to do with each other, their pulls are added up before they are
/// squared (Liang and Zeger, Biometrika 73, 1986). The quotient is what Kish (1965) calls the design effect.
package struct Clustering: Sendable, Hashable {
    private var customers: [Double]
    /// The squares of pulls of cases of which nobody knows who wrote them: each counts as a customer of its own.
    private var unknown = 0.0
    private var squares = 0.0

    /// - Parameter customers: how many there are; they are told by numbers from 0.
    package init(customers: Int) { self.customers = Array(repeating: 0, count: customers) }

    package mutating func add(_ pull: Double, customer: Int?) {
        squares += pull * pull
        if let customer { customers[customer] += pull } else { unknown += pull * pull }
    }

    /// By how much the variance is larger; never less than 1, since that customers differ more within themselves than from
    /// each other is chance.
    package var effect: Double {
        guard squares > 0 else { return 1 }
        return max(1, customers.reduce(unknown) { $0 + $1 * $1 } / squares)
    }

    /// What a case of a stratum pulls the gap by, up to a factor that is the same for all strata: how far it is from the mean
    /// of both sides, as if they were alike. Few cases that happen to be the same have no distance from their own mean.
    package struct Sides: Sendable, Hashable {
        private let mean: Double
        private let one: Double
        private let other: Double

        package init(_ stratum: Stratum) {
            mean = (stratum.one + stratum.other).mean
            one = stratum.weight / Double(stratum.one.count)
            other = -stratum.weight / Double(stratum.other.count)
        }

        package func pull(of value: Double, isOne: Bool) -> Double { (value - mean) * (isOne ? one : other) }
    }
}
