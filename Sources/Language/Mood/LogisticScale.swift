#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Adding evidence where it adds up: on the logarithmic scale.
enum LogisticScale {
    static func logarithm(_ share: Double) -> Double {
        log(max(share, 1e-4))
    }

    static func shares(_ logarithms: [Double]) -> [Double] {
        let highest = logarithms.max() ?? 0
        let powers = logarithms.map { exp($0 - highest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
