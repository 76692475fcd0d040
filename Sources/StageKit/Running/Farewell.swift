import Glibc
import ZeroMQ

/// Watches for the three ways in which a process is told to leave: TERM, INT, and the end of standard input.
///
/// The end of input counts where standard input is a pipe or a socket, as a supervisor's is: so no stage outlives its
/// supervisor. A terminal and `/dev/null` mean nothing.
package final class Farewell: Sendable {
    private let thread: SocketThread

    /// - Parameter leave: called once, on a thread of its own.
    package init(_ leave: @escaping @Sendable () -> Void) throws {
        // The second signal ends the process at once: somebody is in a hurry.
        let signals = try SignalPipe([SIGTERM, SIGINT], once: true)
        thread = try SocketThread(name: "farewell", stackBytes: 128 << 10) {
            awaitEnd(signalled: signals.reading, input: isPiped(0) ? 0 : -1)
            leave()
        }
    }
}

private func isPiped(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
}

private func awaitEnd(signalled: Int32, input: Int32) {
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
        // A negative descriptor is passed over by poll.
        var waits = [signalled, input].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&waits, nfds_t(waits.count), -1) > 0 else { continue }
        if waits[0].revents != 0 { return }
        if waits[1].revents != 0 {
            let count = read(input, &buffer, buffer.count)
            if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return }
        }
    }
}
