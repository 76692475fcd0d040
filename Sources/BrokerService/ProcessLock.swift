import Glibc

/// Says that one process has something for itself: a lock on a file that ends with the process, however that ends.
package final class ProcessLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    /// - Parameter holder: what the error calls whoever has it.
    /// - Throws: `ProcessLockError` where another process has it, or the file cannot be made.
    package init(path: String, holder: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ProcessLockError(description: "\(path) cannot be opened: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw ProcessLockError(description: "\(path) is held by \(holder); stop that one first")
        }
    }

    deinit { close(descriptor) }
}

/// Why a lock could not be taken.
package struct ProcessLockError: Error, Sendable, CustomStringConvertible {
    package let description: String
}
