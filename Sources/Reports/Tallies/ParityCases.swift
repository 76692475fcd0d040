import Clocks

/// The cases that parity compares, each as a few numbers: all of them are kept until the end, and names are few.
struct ParityCases: Sendable {
    /// By what customers are told apart.
    enum Dimension: Int, CaseIterable {
        case size, language, channel

        var title: String { self == .size ? "account size" : "\(self)" }
    }

    /// What is held against each other.
    enum Measure: CaseIterable {
        case wait, inTime, remedy, heldBack

        var title: String {
            switch self {
            case .wait: "wait for the first answer"
            case .inTime: "first answer in time"
            case .remedy: "something granted"
            case .heldBack: "a text held back for its tone"
            }
        }
    }

    private struct Kind: Hashable {
        var topic: String
        var month: Int
    }

    private struct Case {
        var stratum: Int
        /// Nil where nobody knows who wrote.
        var customer: Int?
        var size: Int?
        var language: Int
        var channel: Int
        var wait: Double?
        var isInTime: Bool?
        var isRemedied: Bool
        var isHeldBack: Bool

        /// The number of the group that it is in; nil where nobody knows.
        func group(_ dimension: Dimension) -> Int? {
            switch dimension {
            case .size: size
            case .language: language
            case .channel: channel
            }
        }

        /// What it shows; nil where it shows nothing yet.
        func value(_ measure: Measure) -> Double? {
            switch measure {
            case .wait: wait
            case .inTime: isInTime.map { $0 ? 1 : 0 }
            case .remedy: isRemedied ? 1 : 0
            case .heldBack: isHeldBack ? 1 : 0
            }
        }
    }

    private var cases: [Case] = []
    /// What cases are like in.
    private var strata = Numbered<Kind>()
    private var groups = Dimension.allCases.map { _ in Numbered<String>() }
    private var customers = Numbered<String>()

    var count: Int { cases.count }

    /// - Parameter month: in which it was opened.
    mutating func add(_ facts: CaseFacts, month: Int, size: String?) {
        cases.append(
            Case(
                stratum: strata.number(Kind(topic: facts.topic, month: month)),
                customer: facts.customer.map { customers.number($0.lowercased()) },
                size: size.map { groups[Dimension.size.rawValue].number($0) },
                language: groups[Dimension.language.rawValue].number(facts.language),
                channel: groups[Dimension.channel.rawValue].number(facts.channel),
                wait: facts.waited.map { Double($0) / 60_000 },
                isInTime: facts.runs(.firstAnswer).first.flatMap { run in
                    run.missed != nil ? false : run.met != nil ? true : nil
                }, isRemedied: facts.isRemedied, isHeldBack: facts.refused > 0))
    }

    /// Those in which any two cases differ: what happened to nobody, or to all, tells nobody apart.
    var telling: [Measure] {
        Measure.allCases.filter { measure in Sample(cases.lazy.compactMap { $0.value(measure) }).spread > 0 }
    }

    /// A group against all others, in the strata in which both have cases.
    struct Compared {
        var group: String
        var strata: [Stratum]
        /// By how much the gap's variance is larger since a customer may have more than one of the cases.
        var clustering: Double
    }

    /// Each group against all others, by the groups' names.
    func compared(by dimension: Dimension, _ measure: Measure) -> [Compared] {
        let names = groups[dimension.rawValue].names
        var samples = names.map { _ in Array(repeating: Sample(), count: strata.names.count) }
        for one in cases {
            guard let group = one.group(dimension), let value = one.value(measure) else { continue }
            samples[group][one.stratum].add(value)
        }
        let whole = strata.names.indices.map { stratum in samples.reduce(Sample()) { $0 + $1[stratum] } }
        // In one order, so that the last digits of sums are the same every time.
        let order = strata.names.indices.sorted {
            let (one, other) = (strata.names[$0], strata.names[$1])
            return (one.month, one.topic) < (other.month, other.topic)
        }
        return names.indices.sorted { names[$0] < names[$1] }.map { group in
            let strata = zip(samples[group], whole).map { Stratum(one: $0, other: $1 - $0) }
            return Compared(
                group: names[group], strata: order.map { strata[$0] }.filter(\.isShared),
                clustering: clustering(of: group, in: dimension, measure, strata))
        }
    }

    private func clustering(
        of group: Int, in dimension: Dimension, _ measure: Measure, _ strata: [Stratum]
    ) -> Double {
        let sides = strata.map { $0.isShared ? Clustering.Sides($0) : nil }
        var clustering = Clustering(customers: customers.names.count)
        for one in cases {
            guard let its = one.group(dimension), let value = one.value(measure), let sides = sides[one.stratum] else {
                continue
            }
            clustering.add(sides.pull(of: value, isOne: its == group), customer: one.customer)
        }
        return clustering.effect
    }
}

/// Names that are told as numbers, in the order in which they are met.
private struct Numbered<Name: Hashable & Sendable>: Sendable {
    private(set) var names: [Name] = []
    private var numbers: [Name: Int] = [:]

    mutating func number(_ name: Name) -> Int {
        if let number = numbers[name] { return number }
        names.append(name)
        numbers[name] = names.count - 1
        return names.count - 1
    }
}

extension CaseFacts {
    /// Whether the customer was granted something: money, a price, another piece, goodwill, or amends.
    fileprivate var isRemedied: Bool {
        isGranted || !madeGood.isEmpty || promises.contains { Self.remedies.contains($0.kind) }
    }
    private static let remedies: Set = ["refund", "credit", "discount", "replacement"]
}
