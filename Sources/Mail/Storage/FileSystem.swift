#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few calls of the file system that mail stores need, with errors that name the file.
enum FileSystem {
    static func makeFolder(_ path: String) throws(MailError) {
        if unsafe mkdir(path, 0o700) == 0 { return }
        let code = errno
        guard code == EEXIST, isFolder(path) else { throw failure("make the folder", path, code) }
    }

    static func isFolder(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false }

    static func isFile(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFREG } ?? false }

    /// When a file was last written, in seconds since 1970; nil where there is none.
    static func modified(_ path: String) -> Int? { status(path)?.st_mtim.tv_sec }

    private static func mode(_ path: String) -> mode_t? { status(path)?.st_mode }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status : nil
    }

    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Names in a folder in a stable order, without the dot files.
    static func names(in path: String) throws(MailError) -> [String] {
        guard let folder = unsafe opendir(path) else { throw failure("read the folder", path, errno) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a new file and waits until it is on the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(MailError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("write", path, errno) }
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Self.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                throw failure("write", path, code)
            }
            done += count
        }
        let synced = fsync(descriptor) == 0
        let code = errno
        // A failed close after a good fsync has nothing left to lose.
        close(descriptor)
        guard synced else { throw failure("keep on the disk", path, code) }
    }

    private static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(descriptor, bytes, count)
        #elseif canImport(Musl)
            unsafe Musl.write(descriptor, bytes, count)
        #else
            unsafe Darwin.write(descriptor, bytes, count)
        #endif
    }

    /// Waits until the names in a folder are on the disk.
    static func syncFolder(_ path: String) throws(MailError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read the folder", path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("keep on the disk", path, errno) }
    }

    /// Gives a file a second name; false if that name is taken.
    static func link(_ path: String, as newPath: String) throws(MailError) -> Bool {
        #if canImport(Glibc)
            let result = unsafe Glibc.link(path, newPath)
        #elseif canImport(Musl)
            let result = unsafe Musl.link(path, newPath)
        #else
            let result = unsafe Darwin.link(path, newPath)
        #endif
        if result == 0 { return true }
        let code = errno
        guard code == EEXIST else { throw failure("deliver", newPath, code) }
        return false
    }

    static func remove(_ path: String) { unsafe unlink(path) }

    /// The bytes of a file, up to a limit.
    static func read(_ path: String, limit: Int) throws(MailError) -> [UInt8] {
        var reader = try FileReader(path)
        var bytes: [UInt8] = []
        while bytes.count < limit, let chunk = try reader.next() { bytes += chunk.prefix(limit - bytes.count) }
        return bytes
    }

    static func failure(_ what: String, _ path: String, _ code: Int32) -> MailError {
        let reason = unsafe String(cString: strerror(code))
        let isRetriable = [EAGAIN, EINTR, ENOSPC, EDQUOT, EIO, EMFILE, ENFILE, ENOMEM].contains(code)
        return MailError(.file, "Cannot \(what) \(path): \(reason).", cause: code, isRetriable: isRetriable)
    }
}

/// Reads a file piece by piece.
package struct FileReader: ~Copyable {
    private let path: String
    private let descriptor: Int32

    package init(_ path: String) throws(MailError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.failure("read", path, errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The next bytes, or nil at the end.
    package mutating func next(_ size: Int = 256 * 1_024) throws(MailError) -> [UInt8]? {
        while true {
            var count = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                count = unsafe read(descriptor, buffer.baseAddress, size)
                filled = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileSystem.failure("read", path, errno) }
            return count == 0 ? nil : bytes
        }
    }
}
