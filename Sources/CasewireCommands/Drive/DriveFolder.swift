import FoundationEssentials

/// A folder of its own for one socket, closed to others.
struct DriveFolder {
    let path: String
    var endpoint: String { "ipc://\(path)/stage.sock" }

    init() throws {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        // A socket's path holds 107 bytes: not in a temporary folder of any length.
        path = "/tmp/casewire-\(name)"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(.failed, "the folder \(path) cannot be made; /tmp must be writable.")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
