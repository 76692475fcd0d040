import Synchronization

/// A bar on the last line of a terminal, drawn again at most twenty times a second; nothing elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var last: ContinuousClock.Instant?
    }

    private let console: Console
    private let state = Mutex(State())

    init(_ console: Console) { self.console = console }

    func draw(_ done: Int, of all: Int, _ text: String) {
        guard let width = console.width else { return }
        let isDue = state.withLock { state in
            let now = ContinuousClock.now
            if let last = state.last, now - last < .milliseconds(50), done < all { return false }
            state.last = now
            state.isShown = true
            return true
        }
        if isDue { console.write("\r\u{1B}[K" + Self.line(done, of: all, text).shortened(to: width - 1)) }
    }

    /// Takes the bar away, so that a line can be printed.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { console.write("\r\u{1B}[K") }
    }

    static func line(_ done: Int, of all: Int, _ text: String) -> String {
        let full = all == 0 ? 0 : done * 24 / all
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
        return "\(bar) \(done) of \(all) \(text)"
    }
}
