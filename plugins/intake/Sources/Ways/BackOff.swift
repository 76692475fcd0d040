/// How long to wait before something is tried again: longer each time, and never all at the same moment.
struct BackOff: Sendable {
    let first: Duration
    let longest: Duration
    private var failures = 0

    init(first: Duration = .seconds(1), longest: Duration = .seconds(300)) {
        self.first = first
        self.longest = longest
    }

    /// The next pause: twice as long as the one before, less up to a quarter by chance.
    mutating func next() -> Duration {
        var randomness = SystemRandomNumberGenerator()
        return next(using: &randomness)
    }

    mutating func next(using randomness: inout some RandomNumberGenerator) -> Duration {
        let pause = min(longest, first * (1 << min(failures, 20)))
        failures += 1
        return pause * Double.random(in: 0.75...1, using: &randomness)
    }

    /// It went well: the next failure is a first one.
    mutating func reset() { failures = 0 }
}
