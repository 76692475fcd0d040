import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that a thread may wait for them beside other descriptors.
package struct SignalPipe: Sendable {
    /// Readable once one of them has come; a byte for each.
    package let reading: Int32

    /// Takes the signals over, for as long as the process lives.
    /// - Parameter once: whether the second of a kind does what it does without us, which is to end the process.
    /// - Throws: where no pipe can be made.
    package init(_ signals: [Int32], once: Bool = false) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw StageFailure.retry("pipe", "no pipe could be made (error \(errno)); too many open files?")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A handler must never wait, whatever is in the pipe.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        reading = ends[0]
        for signal in signals {
            writingEnds[Int(signal)] = ends[1]
            atomicMemoryFence(ordering: .sequentiallyConsistent)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in
                let before = errno
                var byte: UInt8 = 1
                _ = write(writingEnds[Int(signal)], &byte, 1)
                errno = before
            }
            action.sa_flags = SA_RESTART | (once ? Int32(bitPattern: UInt32(SA_RESETHAND)) : 0)
            sigaction(signal, &action, nil)
        }
    }
}

/// Where the handler of each signal writes: a handler may touch nothing that could wait. Each is written before its handler is set.
nonisolated(unsafe) private let writingEnds: UnsafeMutablePointer<Int32> = {
    let ends = UnsafeMutablePointer<Int32>.allocate(capacity: 65)
    ends.initialize(repeating: -1, count: 65)
    return ends
}()
