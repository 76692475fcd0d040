import Glibc
import Pipeline

/// Makes what a pipeline needs on disk before it runs: its folders, for its user alone, and its signing key.
package enum Folders {
    static func prepare(_ config: PipelineConfig) throws {
        try make(config.runtimeFolder)
        for address in config.doors.map(\.address) where address.hasPrefix("ipc://") {
            let folder = parent(of: String(address.dropFirst("ipc://".count)))
            try make(folder)
            try checkClosed(folder)
        }
        if case .sqlite(let path) = config.store { try make(parent(of: path)) }
        // Keys that are handed to it may lie in a folder that it cannot write.
        let key = config.signingKey
        if access(key, F_OK) != 0 {
            try make(config.runtimeFolder + "/keys")
            try makeKey(key)
        }
    }

    /// Makes a folder, and those above it that are missing.
    /// - Throws: where it cannot be made, or is there and cannot be written.
    package static func make(_ path: String) throws {
        var made = mkdir(path, 0o700)
        if made != 0, errno == ENOENT, !parent(of: path).isEmpty {
            try make(parent(of: path))
            made = mkdir(path, 0o700)
        }
        guard made == 0 || errno == EEXIST else {
            throw FolderError(path: path, problem: "cannot be made: \(reason())")
        }
        guard access(path + "/.", W_OK | X_OK) == 0 else {
            throw FolderError(path: path, problem: "cannot be written into: \(reason())")
        }
    }

    /// Whoever can enter the folder of an ipc socket can speak on it: so it must be its user's alone.
    private static func checkClosed(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw FolderError(path: path, problem: "cannot be looked at: \(reason())")
        }
        guard status.st_uid == geteuid() else {
            throw FolderError(
                path: path, problem: "holds sockets and belongs to another user; choose a folder of your own")
        }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else {
            throw FolderError(
                path: path,
                problem: "holds sockets and is open to other users (mode 0\(String(mode, radix: 8))); chmod 700 it, or "
                    + "choose another folder")
        }
    }

    private static func parent(of path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    /// 32 random bytes, written to the side and linked into place, so that a crash leaves no half key and two starts make one.
    private static func makeKey(_ path: String) throws {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let draft = path + ".\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FolderError(path: draft, problem: "cannot be written: \(reason())") }
        defer { unlink(draft) }
        let written = write(descriptor, bytes, bytes.count)
        guard written == bytes.count, fsync(descriptor) == 0 else {
            close(descriptor)
            throw FolderError(path: draft, problem: "cannot be written: \(reason())")
        }
        close(descriptor)
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw FolderError(path: path, problem: "cannot be made: \(reason())")
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

/// Why a folder or file that the pipeline needs could not be made.
struct FolderError: Error, CustomStringConvertible {
    let path: String
    let problem: String
    var description: String { "\(path) \(problem)" }
}
