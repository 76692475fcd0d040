import Glibc
import Synchronization
import ZeroMQ

/// Watches for HUP, by which a process that serves is asked to read its files anew.
final class Hangup: Sendable {
    private let thread: SocketThread

    /// - Parameter heard: called each time, on a thread of its own.
    init(_ heard: @escaping @Sendable () -> Void) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw CommandFailure(.failed, "no pipe could be made (error \(errno)); too many open files?")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A handler must never wait, whatever is in the pipe.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let reading = ends[0]
        hangupPipe.store(ends[1], ordering: .releasing)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            let before = errno
            var byte: UInt8 = 1
            _ = write(hangupPipe.load(ordering: .acquiring), &byte, 1)
            errno = before
        }
        action.sa_flags = SA_RESTART
        sigaction(SIGHUP, &action, nil)
        thread = try SocketThread(name: "hangup", stackBytes: 128 << 10) {
            var byte: UInt8 = 0
            while true {
                let count = read(reading, &byte, 1)
                if count == 1 { heard() } else if count == 0 || errno != EINTR { return }
            }
        }
    }
}

/// Where the signal handler writes. A handler may touch nothing but an atomic and `write`.
private let hangupPipe = Atomic<Int32>(-1)
