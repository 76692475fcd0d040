import FoundationEssentials
import Glibc
import StageProtocol

/// The time that a broker goes by, and whether it can be trusted.
struct WallClock {
    /// Nil where it is the system's.
    private let held: HeldClock?
    private var gap: Duration?

    /// - Parameter held: the clock to go by in place of the system's.
    init(_ held: HeldClock? = nil) { self.held = held }

    /// For trials of what a wrong clock does: a file with the seconds by which the wall clock is to be off. No file, no change.
    static let offsetFile = getenv("CASEWIRE_CLOCK_OFFSET").map { String(cString: $0) }

    /// The time now.
    var now: Timestamp { held?.now ?? Timestamp(milliseconds: Self.wall) }

    /// How long it is until a moment; nil where that is another's to decide.
    func wait(until moment: Timestamp) -> Duration? { held == nil ? max(.zero, moment - now) : nil }

    /// How far the wall clock has moved against the steady one since the last look, where that is more than a minute. A
    /// clock that is held does not jump: it is moved.
    mutating func jump() -> Duration? {
        guard held == nil else { return nil }
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
