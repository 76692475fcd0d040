import Glibc
import Synchronization
import ZeroMQ

/// Watches for the three ways in which a process is told to leave: TERM, INT, and the end of standard input.
///
/// The end of input counts where standard input is a pipe or a socket, as a supervisor's is: so no stage outlives its
/// supervisor. A terminal and `/dev/null` mean nothing.
package final class Farewell: Sendable {
    private let thread: SocketThread

    /// - Parameter leave: called once, on a thread of its own.
    package init(_ leave: @escaping @Sendable () -> Void) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw StageFailure.retry("pipe", "no pipe could be made (error \(errno)); too many open files?")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A handler must never wait, whatever is in the pipe.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let signalled = ends[0]
        signalPipe.store(ends[1], ordering: .releasing)
        for signal in [SIGTERM, SIGINT] { onSignal(signal) }
        thread = try SocketThread(name: "farewell", stackBytes: 128 << 10) {
            awaitEnd(signalled: signalled, input: isPiped(0) ? 0 : -1)
            leave()
        }
    }
}

/// Where the signal handler writes. A handler may touch nothing but an atomic and `write`.
private let signalPipe = Atomic<Int32>(-1)

private func onSignal(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
        let before = errno
        var byte: UInt8 = 1
        _ = write(signalPipe.load(ordering: .acquiring), &byte, 1)
        errno = before
    }
    // The second signal ends the process at once: somebody is in a hurry.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    sigaction(signal, &action, nil)
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
