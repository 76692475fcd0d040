import Foundation
import Glibc

/// Two hosts of the test's own, a cable between them: two network namespaces that end with the processes that hold them.
package final class TwoHosts: Sendable {
    /// The address of each host, as the other one reaches it.
    package static let addresses = ["10.213.0.1", "10.213.0.2"]

    private let holders: [Process]

    /// Why there can be none here; nil where there can.
    package static func obstacle() async -> String? {
        guard getuid() == 0 else { return "network namespaces are made by root" }
        for tool in ["/usr/sbin/ip", "/usr/bin/nsenter", "/usr/bin/unshare"]
        where !FileManager.default.isExecutableFile(atPath: tool) {
            return "\(tool) is not installed (iproute2, util-linux)"
        }
        do {
            _ = try await TwoHosts()
            return nil
        } catch {
            return "no network namespaces here: \(error)"
        }
    }

    /// Makes the hosts and the cable.
    package init() async throws {
        holders = try (0..<2).map { _ in
            let holder = Process()
            holder.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
            // It leaves by itself, should nobody end it.
            holder.arguments = ["--net", "/usr/bin/sleep", "600"]
            holder.standardInput = FileHandle.nullDevice
            try holder.run()
            return holder
        }
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/net")
        for holder in holders {
            _ = try await eventually("a network namespace", within: .seconds(10)) {
                let its = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/\(holder.processIdentifier)/ns/net")
                return its != nil && its != own ? true : nil
            }
        }
        // Made inside of the first host, so that no name of the machine's own is touched.
        try await ip(0, "link", "add", "cable", "type", "veth", "peer", "name", "other")
        try await ip(0, "link", "set", "other", "netns", "\(holders[1].processIdentifier)", "name", "cable")
        for host in 0..<2 {
            try await ip(host, "address", "add", Self.addresses[host] + "/24", "dev", "cable")
            try await ip(host, "link", "set", "lo", "up")
            try await ip(host, "link", "set", "cable", "up")
        }
    }

    deinit { for holder in holders { kill(holder.processIdentifier, SIGKILL) } }

    /// What to put before a command that is to run on a host.
    package func prefix(_ host: Int) -> [String] {
        ["/usr/bin/nsenter", "--net=/proc/\(holders[host].processIdentifier)/ns/net", "--"]
    }

    /// Cuts the cable or mends it.
    package func cable(isWhole: Bool) async throws { try await ip(0, "link", "set", "cable", isWhole ? "up" : "down") }

    private func ip(_ host: Int, _ words: String...) async throws {
        let command = prefix(host) + ["/usr/sbin/ip"] + words
        let done = try await Command.run(
            command[0], Array(command.dropFirst()), environment: ["PATH": "/usr/sbin:/usr/bin"])
        guard done.status == 0 else {
            throw NeverSo(what: "ip \(words.joined(separator: " ")): \(done.errors)", limit: .zero)
        }
    }
}
