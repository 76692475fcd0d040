package import StageProtocol
import Synchronization

/// A clock that stands still until it is moved, for tests of a pipeline: days pass as fast as their work is done.
///
/// A broker that goes by it notices a move with the next thing that happens, such as a question. Who moves it waits until
/// nothing is held and nothing waits: then no lease can end by a leap.
package final class HeldClock: Sendable {
    private let time: Mutex<Timestamp>

    /// A clock that stands at a moment.
    package init(at moment: Timestamp) { time = Mutex(moment) }

    /// Where it stands.
    package var now: Timestamp { time.withLock { $0 } }

    /// Moves it; it never goes back.
    package func move(to moment: Timestamp) { time.withLock { $0 = max($0, moment) } }
}
