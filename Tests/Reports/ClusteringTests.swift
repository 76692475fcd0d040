import Testing

@testable import Reports

@Suite struct ClusteringTests {
    @Test func whereEachHasOneCaseNothingIsWider() {
        var clustering = Clustering(customers: 3)
        for (customer, pull) in [(0, 0.5), (1, -2), (2, 1.5)] { clustering.add(pull, customer: customer) }
        clustering.add(7, customer: nil)
        clustering.add(7, customer: nil)
        #expect(clustering.effect == 1)
    }

    /// Four cases that are the same tell as much as one: the variance is four times what four customers' would be.
    @Test func casesOfACustomerThatAreTheSameCountAsOne() {
        var clustering = Clustering(customers: 2)
        for _ in 0..<4 {
            clustering.add(1, customer: 0)
            clustering.add(-1, customer: 1)
        }
        #expect(clustering.effect == 4)
    }

    /// Who is served now so and now so is no surer than others are.
    @Test func casesOfACustomerThatAreOppositeMakeNothingNarrower() {
        var clustering = Clustering(customers: 1)
        clustering.add(1, customer: 0)
        clustering.add(-1, customer: 0)
        #expect(clustering.effect == 1)
    }

    /// Weight 2 x 3 / 5; the mean of both sides is 4.
    @Test func aCasePullsByItsDistanceFromTheMeanOfBothSides() {
        let sides = Clustering.Sides(Stratum(one: Sample([2, 4]), other: Sample([4, 4, 6])))
        #expect(abs(sides.pull(of: 2, isOne: true) - -1.2) < 1e-12)
        #expect(abs(sides.pull(of: 6, isOne: false) - -0.8) < 1e-12)
    }
}
