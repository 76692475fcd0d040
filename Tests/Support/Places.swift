import Foundation
import Glibc

/// Where things stand while tests run.
package enum Places {
    /// The top folder of the project.
    package static let project: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// The folder with the executables that were built with the tests.
    package static let executables: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: own).deletingLastPathComponent().path
        if FileManager.default.isExecutableFile(atPath: beside + "/casewire") { return beside }
        return project + "/.build/debug"
    }()

    /// A port of the loopback address that nobody listens on at this moment.
    package static func freePort() -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(descriptor, generic, length) == 0, getsockname(descriptor, generic, &length) == 0 else {
                    return UInt16(0)
                }
                return generic.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    UInt16(bigEndian: $0.pointee.sin_port)
                }
            }
        }
    }
}

/// Waits until something is so, looking again and again.
/// - Parameter pause: how long to wait between two looks; longer where a look costs those who are looked at.
/// - Returns: what was found.
/// - Throws: `NeverSo` when it is not so within the time.
package func eventually<T>(
    _ what: String, within limit: Duration = .seconds(60), every pause: Duration = .milliseconds(30),
    _ look: () async throws -> T?
) async throws -> T {
    let end = ContinuousClock.now + limit
    while true {
        if let found = try await look() { return found }
        guard ContinuousClock.now < end else { throw NeverSo(what: what, limit: limit) }
        try await Task.sleep(for: pause)
    }
}

/// Something did not come about in time.
package struct NeverSo: Error, CustomStringConvertible {
    let what: String
    let limit: Duration

    /// What did not come about, and how long it was waited for.
    package init(what: String, limit: Duration) {
        self.what = what
        self.limit = limit
    }

    package var description: String { "not within \(limit): \(what)" }
}
