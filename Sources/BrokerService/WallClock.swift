import Glibc
import StageProtocol

/// The system's time, and whether it can be trusted.
struct WallClock {
    private var gap: Duration?

    /// The wall clock.
    static var now: Timestamp { Timestamp(milliseconds: read(CLOCK_REALTIME)) }

    /// How far the wall clock has moved against the steady one since the last look, where that is more than a minute.
    mutating func jump() -> Duration? {
        let current = Duration.milliseconds(Self.read(CLOCK_REALTIME) - Self.read(CLOCK_BOOTTIME))
        defer { gap = current }
        guard let gap else { return nil }
        let moved = current - gap
        return moved > .seconds(60) || moved < .seconds(-60) ? moved : nil
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
