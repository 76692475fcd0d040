/// When the next beat begins. Each commit writes whole pages and waits for the disk, however little there is to it; while
/// several deliveries are being worked their outcomes come within moments of one another, and one commit serves them all. Who is
/// alone waits for nobody.
struct Pace {
    /// How long a beat rests behind the last one at most, while more is sure to come.
    static let rest = Duration.milliseconds(3)
    /// So many deliveries that are being worked are several.
    static let several = 8
    /// A beat of so many events serves enough of them already.
    static let enough = 64

    private var lastEnd: ContinuousClock.Instant?
    private var lastCount = 0

    /// Notes that a beat is over.
    mutating func ended(events: Int, at moment: ContinuousClock.Instant) {
        lastEnd = moment
        lastCount = events
    }

    /// How long to wait yet for others.
    func pause(held: Int, at moment: ContinuousClock.Instant) -> Duration {
        guard held >= Self.several, lastCount < Self.enough, let lastEnd else { return .zero }
        return max(.zero, lastEnd + Self.rest - moment)
    }
}
