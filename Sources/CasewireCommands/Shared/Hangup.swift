import Glibc
import StageKit
import ZeroMQ

/// Watches for HUP, by which a process that serves is asked to read its files anew.
final class Hangup: Sendable {
    private let thread: SocketThread

    /// - Parameter heard: called each time, on a thread of its own.
    init(_ heard: @escaping @Sendable () -> Void) throws {
        let signals = try SignalPipe([SIGHUP])
        thread = try SocketThread(name: "hangup", stackBytes: 128 << 10) {
            var byte: UInt8 = 0
            while true {
                let count = read(signals.reading, &byte, 1)
                if count == 1 { heard() } else if count == 0 || errno != EINTR { return }
            }
        }
    }
}
