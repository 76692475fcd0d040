import FoundationEssentials
import Glibc
import StageProtocol

/// The system's time, and whether it can be trusted.
struct WallClock {
    private var gap: Duration?

    /// For trials of what a wrong clock does: a file with the seconds by which the wall clock is to be off. No file, no change.
    static let offsetFile = getenv("CASEWIRE_CLOCK_OFFSET").map { String(cString: $0) }

    /// The wall clock.
    static var now: Timestamp { Timestamp(milliseconds: wall) }

    /// How far the wall clock has moved against the steady one since the last look, where that is more than a minute.
    mutating func jump() -> Duration? {
        let current = Duration.milliseconds(Self.wall - Self.read(CLOCK_BOOTTIME))
        defer { gap = current }
        guard let gap else { return nil }
        let moved = current - gap
        return moved > .seconds(60) || moved < .seconds(-60) ? moved : nil
    }

    private static var wall: Int64 {
        guard let offsetFile, let bytes = FileManager.default.contents(atPath: offsetFile) else {
            return read(CLOCK_REALTIME)
        }
        let seconds = Int64(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? "") ?? 0
        return read(CLOCK_REALTIME) + seconds * 1000
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
