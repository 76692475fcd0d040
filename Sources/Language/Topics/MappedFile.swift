#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file mapped into memory for reading; pages are shared between processes and come in as they are touched.
///
/// Models are replaced by renaming a new file over the old one, so that a mapped file never changes under its reader.
@safe
final class MappedFile: Sendable {
    // Safe to share: the mapping is read-only and private, and lives exactly as long as this object.
    nonisolated(unsafe) private let base: UnsafeMutableRawPointer
    let count: Int

    init(path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw LanguageError(.modelForeign, "\(path) is empty or not a file; give the path of a model")
        }
        count = Int(status.st_size)
        guard let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe mapped != MAP_FAILED
        else {
            throw Self.failure(path)
        }
        unsafe base = mapped
    }

    deinit {
        unsafe munmap(base, count)
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
    }

    private static func failure(_ path: String) -> LanguageError {
        let cause = unsafe String(cString: strerror(errno))
        return LanguageError(
            .modelUnreadable, "cannot read the model \(path)", cause: cause,
            isRetriable: errno == EMFILE || errno == ENFILE)
    }

    /// Writes beside the target and renames, so that a reader sees the old file or the new one, whole.
    static func replace(_ path: String, with bytes: [UInt8]) throws {
        let temporary = "\(path).\(getpid()).new"
        func failure() -> LanguageError {
            let cause = unsafe String(cString: strerror(errno))
            unsafe unlink(temporary)
            return LanguageError(.modelUnwritable, "cannot write the model \(path)", cause: cause, isRetriable: false)
        }
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        var isOpen = true
        defer { if isOpen { close(descriptor) } }
        var offset = 0
        while offset < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { rest in
                unsafe write(descriptor, rest.baseAddress.map { unsafe $0 + offset }, rest.count - offset)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            offset += written
        }
        guard fsync(descriptor) == 0 else { throw failure() }
        isOpen = false
        guard close(descriptor) == 0, unsafe rename(temporary, path) == 0 else { throw failure() }
    }
}
