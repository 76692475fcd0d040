import Glibc

/// Says that this process has the store: a lock beside the file that ends with the process, however that ends.
package final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of the store at a path.
    /// - Throws: `StoreError` where another process has it.
    package init(path: String) throws {
        descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(path: path, problem: "cannot be locked: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StoreError(path: path, problem: "is held by another broker; stop that one first")
        }
    }

    deinit { close(descriptor) }
}
