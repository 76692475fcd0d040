import Glibc

/// Keys on disk: `NAME.secret` with one secret key, for its owner alone, and `NAME.public` with the public keys of
/// those who may come in under that name, one a line. What follows a key on its line, and a line that begins with `# `, is
/// for people.
public enum KeyFile {
    /// The longest file that is read, in bytes.
    private static let longest = 64 << 10

    /// Reads a secret key. A file that others may read or write is refused.
    public static func secret(at path: String) throws(KeyFileError) -> String {
        let keys = try keys(at: path, isSecret: true)
        guard keys.count == 1 else { throw KeyFileError(path, "must hold one secret key, and holds \(keys.count)") }
        return keys[0]
    }

    /// Reads public keys, at least one. A file that others may write is refused.
    public static func publicKeys(at path: String) throws(KeyFileError) -> [String] {
        let keys = try keys(at: path, isSecret: false)
        guard !keys.isEmpty else { throw KeyFileError(path, "holds no public key") }
        return keys
    }

    /// Makes a pair of keys and writes them as `NAME.secret` (mode 0600) and `NAME.public` (0644).
    /// - Returns: the public key.
    /// - Throws: `KeyFileError` where one of the files is there already, or cannot be written.
    @discardableResult
    public static func make(_ name: String, in folder: String) throws -> String {
        let pair = try Curve.keyPair()
        let secret = "\(folder)/\(name).secret"
        let shown = "\(folder)/\(name).public"
        if unsafe access(shown, F_OK) == 0 {
            throw KeyFileError(shown, "is there already; move it away to make another")
        }
        try write(pair.secret, to: secret, mode: 0o600)
        do {
            try write(pair.public, to: shown, mode: 0o644)
        } catch {
            unsafe unlink(secret)
            throw error
        }
        return pair.public
    }

    private static func write(_ key: String, to path: String, mode: mode_t) throws(KeyFileError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw KeyFileError(path, "is there already; move it away to make another") }
            throw KeyFileError(path, "cannot be written: \(reason())")
        }
        defer { close(descriptor) }
        // The mode as it is meant, whatever the process's own mask is.
        let bytes = Array("\(key)\n".utf8)
        let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard fchmod(descriptor, mode) == 0, written == bytes.count, fsync(descriptor) == 0 else {
            let problem = reason()
            unsafe unlink(path)
            throw KeyFileError(path, "cannot be written: \(problem)")
        }
    }

    private static func keys(at path: String, isSecret: Bool) throws(KeyFileError) -> [String] {
        var keys: [String] = []
        let text = try read(path, isSecret: isSecret)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, first != "#" else { continue }
            let key = String(first)
            // What stands there may be a secret that was put into the wrong file: it is never shown.
            guard Curve.isKey(key) else { throw KeyFileError(path, Curve.malformed("key", key), line: index + 1) }
            keys.append(key)
        }
        return keys
    }

    private static func read(_ path: String, isSecret: Bool) throws(KeyFileError) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw KeyFileError(path, "cannot be read: \(reason())", isMissing: errno == ENOENT)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw KeyFileError(path, "cannot be read: \(reason())")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw KeyFileError(path, "is no file") }
        let mode = status.st_mode & 0o777
        guard isSecret ? isClosed(mode: mode, owner: status.st_uid, user: geteuid()) : mode & 0o022 == 0 else {
            throw KeyFileError(
                path,
                "may be \(isSecret ? "read" : "changed") by others (mode 0\(String(mode, radix: 8))); "
                    + "chmod \(isSecret ? "600" : "644") it")
        }
        guard status.st_size <= longest else { throw KeyFileError(path, "is no file of keys: it is too long") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw KeyFileError(path, "cannot be read: \(reason())") }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Whether a secret file is closed to others. One of root's may be read by its group, as container platforms hand
    /// secrets to a program that is not root: who is in that group is root's choice.
    /// - Parameter mode: the nine bits of its permissions.
    static func isClosed(mode: mode_t, owner: uid_t, user: uid_t) -> Bool {
        mode & (owner == 0 && user != 0 ? 0o037 : 0o077) == 0
    }

    private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}

/// What is wrong with a file of keys; it never shows a key.
public struct KeyFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// What is wrong and what to do.
    public let message: String
    /// The line, from 1; nil for the file as a whole.
    public let line: Int?
    /// Whether there is no such file.
    public let isMissing: Bool

    /// A problem with a file.
    public init(_ path: String, _ message: String, line: Int? = nil, isMissing: Bool = false) {
        self.path = path
        self.message = message
        self.line = line
        self.isMissing = isMissing
    }

    /// File, line and problem.
    public var description: String { "\(path)\(line.map { ":\($0)" } ?? "") \(message)" }
}
