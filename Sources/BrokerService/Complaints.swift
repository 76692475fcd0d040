import Logging

/// Log lines that a peer could cause without end. One of a kind is let through in five seconds; it tells how many were
/// held back before it.
struct Complaints {
    private struct Kind {
        var last: ContinuousClock.Instant
        var heldBack = 0
    }

    private let logger: Logger
    private var kinds: [String: Kind] = [:]

    init(_ logger: Logger) { self.logger = logger }

    /// - Parameter message: also names the kind, with the door: it must not be made from what a peer says.
    mutating func log(_ level: Logger.Level, _ message: String, door: String, _ details: Logger.Metadata = [:]) {
        let name = "\(door) \(message)"
        let now = ContinuousClock.now
        if let kind = kinds[name], now - kind.last < .seconds(5) {
            kinds[name]?.heldBack += 1
            return
        }
        var metadata = details
        metadata["door"] = "\(door)"
        if let heldBack = kinds[name]?.heldBack, heldBack > 0 { metadata["not_logged"] = "\(heldBack)" }
        kinds[name] = Kind(last: now)
        logger.log(level: level, "\(message)", metadata: metadata)
    }
}
