import Foundation
import Glibc
import Synchronization

/// A server on a free loopback port that says what a test makes it say, a line at a time.
package final class LoopbackServer: Sendable {
    /// One connection: lines in, bytes out.
    package struct Connection: ~Copyable {
        fileprivate let descriptor: Int32
        private var buffer: [UInt8] = []

        fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

        /// The next line without its end; nil when the other side has left.
        package mutating func line() -> String? {
            while true {
                if let end = buffer.firstIndex(of: 0x0A) {
                    let line = buffer[..<end]
                    let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
                    buffer.removeSubrange(...end)
                    return text
                }
                var chunk = [UInt8](repeating: 0, count: 4_096)
                let count = recv(descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { return nil }
                buffer += chunk[..<count]
            }
        }

        /// So many bytes after the last line; fewer when the other side has left.
        package mutating func bytes(_ count: Int) -> [UInt8] {
            while buffer.count < count {
                var chunk = [UInt8](repeating: 0, count: 4_096)
                let received = recv(descriptor, &chunk, chunk.count, 0)
                guard received > 0 else { break }
                buffer += chunk[..<received]
            }
            defer { buffer.removeFirst(min(count, buffer.count)) }
            return Array(buffer.prefix(count))
        }

        package func say(_ text: String) {
            let bytes = Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
            _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    package let port: Int
    private let listener: Int32

    /// Starts listening. Each connection has a thread of its own, and ends when `serve` returns.
    package init(_ serve: @escaping @Sendable (inout Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread {
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else {
                    // Closed here and nowhere else: until this thread is done, the number must not become another socket's.
                    close(listener)
                    return
                }
                Thread.detachNewThread {
                    var connection = Connection(descriptor)
                    serve(&connection)
                    close(descriptor)
                }
            }
        }
    }

    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }
}
