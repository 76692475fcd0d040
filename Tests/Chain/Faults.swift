import Foundation
import Glibc
import TestSupport

/// What can be done to a shop's processes and to what they stand on, and undone.
struct Faults {
    let shop: Shop

    /// A shop that tries again soon and hardly ever gives up, so that a test need not wait for its back-off.
    static func shop(queueDepth: Int = 10_000, server: MailServer? = nil) throws -> Shop {
        try Shop { pipeline in
            var text = pipeline.replacing("queue_depth: 10000", with: "queue_depth: \(queueDepth)")
                .replacing("attempts: 12", with: "attempts: 1000")
                .replacing("first_backoff: 500 milliseconds", with: "first_backoff: 50 milliseconds")
                .replacing("max_backoff: 15 minutes", with: "max_backoff: 1 second")
            if let server {
                text = text.replacing(
                    "      # smtp:\n",
                    with: "      smtp:\n        url: smtp://127.0.0.1:\(server.port)\n        tls: none\n      #\n")
            }
            return text
        }
    }

    // MARK: Processes

    /// Kills a process, and waits until it is started again.
    func killed(_ name: String, _ pid: Int32) async throws {
        kill(pid, SIGKILL)
        _ = try await eventually("\(name) is started again") {
            shop.processes()[name].flatMap { $0 != pid ? true : nil }
        }
    }

    /// Stops a process for a while without its knowledge.
    func paused(_ pid: Int32, for span: Duration) async throws {
        kill(pid, SIGSTOP)
        defer { kill(pid, SIGCONT) }
        try await Task.sleep(for: span)
    }

    /// Lets a process open nothing more for a while: no file, no connection.
    func withoutDescriptors(_ pid: Int32, _ body: () async throws -> Void) async throws {
        try await limitDescriptors(of: pid, to: 3)
        do {
            try await body()
        } catch {
            try await limitDescriptors(of: pid, to: 1024)
            throw error
        }
        try await limitDescriptors(of: pid, to: 1024)
    }

    private func limitDescriptors(of pid: Int32, to number: Int) async throws {
        let done = try await Command.run(
            "/usr/bin/prlimit", ["--pid", "\(pid)", "--nofile=\(number):"], environment: [:])
        // A process that has ended meanwhile has no limits any more.
        guard done.status == 0 || !Processes.isAlive(pid) else {
            throw NeverSo(what: "prlimit: \(done.errors)", limit: .zero)
        }
    }

    // MARK: Files

    /// Puts a file where the outbox has its folder, so that no mail can be written.
    func outboxInTheWay(_ body: () async throws -> Void) async throws {
        let path = shop.folder + "/var/outbox/tmp"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        try Data().write(to: URL(fileURLWithPath: path))
        func undo() throws {
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        }
        do {
            try await body()
        } catch {
            try undo()
            throw error
        }
        try undo()
    }

    // MARK: Time

    /// Sets the broker's wall clock off by so many seconds from now on.
    func setClock(off seconds: Int) throws {
        try "\(seconds)".write(toFile: shop.folder + "/clock", atomically: true, encoding: .utf8)
    }

    /// Lets the minute pass for which texts are held after a jump, in steps that are none.
    func letAMinutePass(from seconds: Int) async throws {
        for step in [50, 100] {
            // Between two steps the broker has looked at its clock: peers give a sign of life each second.
            try await Task.sleep(for: .milliseconds(1500))
            try setClock(off: seconds + step)
        }
    }
}

/// A small disk of its own for a shop's `var`, that can be filled to the last byte.
final class TinyDisk: Sendable {
    private let path: String

    /// Mounts it; nil where this user may not.
    init?(at path: String, mebibytes: Int) async throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let options = "size=\(mebibytes)m,mode=0700,uid=\(getuid()),gid=\(getgid())"
        guard try await Self.asRoot(["/usr/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", path]) else { return nil }
    }

    func unmount() async throws { _ = try await Self.asRoot(["/usr/bin/umount", "-l", path]) }

    /// Takes all that is free, down to the last byte.
    func fill() throws {
        let descriptor = open(path + "/ballast", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw NeverSo(what: "a ballast file", limit: .zero) }
        defer { close(descriptor) }
        for size in [65_536, 4096, 1] {
            let bytes = [UInt8](repeating: 0, count: size)
            while write(descriptor, bytes, size) == size {}
        }
    }

    /// Gives the room back.
    func empty() { unlink(path + "/ballast") }

    private static func asRoot(_ command: [String]) async throws -> Bool {
        let line = getuid() == 0 ? command : ["/usr/bin/sudo", "-n"] + command
        guard FileManager.default.isExecutableFile(atPath: line[0]) else { return false }
        return try await Command.run(line[0], Array(line.dropFirst()), environment: ["PATH": "/usr/bin:/usr/sbin"])
            .status == 0
    }
}
