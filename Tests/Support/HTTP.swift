import Foundation
import Glibc

/// An HTTP client of a few lines, over a real socket to the loopback address: what it sends is what the test wrote.
package struct HTTP: Sendable {
    package let port: Int

    package init(port: Int) { self.port = port }

    package struct Answer: Sendable {
        package var status = 0
        package var headers: [String: String] = [:]
        package var body = ""

        package init() {}
    }

    /// Why there is no answer.
    package struct Failure: Error {
        let step: String
        package init(step: String) { self.step = step }
    }

    package func send(
        _ method: String, _ path: String, _ headers: [String: String] = [:], _ body: [UInt8] = []
    ) async throws -> Answer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        lines += headers.map { "\($0.key): \($0.value)" }
        if !body.isEmpty, headers["Content-Length"] == nil { lines.append("Content-Length: \(body.count)") }
        let request = Array((lines + ["", ""]).joined(separator: "\r\n").utf8) + body
        // On a thread of its own: it waits, and who answers may need the others.
        let bytes = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { [port] in
                continuation.resume(with: Result { try Self.exchange(request, port) })
            }
        }
        return Self.answer(bytes)
    }

    private static func exchange(_ request: [UInt8], _ port: Int) throws -> [UInt8] {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(step: "connect: \(errno)") }
        var rest = request[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // Not everybody closes the connection when they were asked to.
        while !isWhole(bytes), case let count = read(socket, &buffer, buffer.count), count > 0 {
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// Whether everything is there that the header announces.
    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        let end = Array("\r\n\r\n".utf8)
        guard bytes.count > 4, let body = bytes.prefix(64 << 10).firstRange(of: end)?.upperBound else { return false }
        let head = answer(Array(bytes[..<body]))
        return head.headers["content-length"].flatMap { Int($0) }.map { bytes.count - body >= $0 } ?? false
    }

    private static func answer(_ bytes: [UInt8]) -> Answer {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return Answer() }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var answer = Answer()
        answer.status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2 {
                answer.headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
            }
        }
        answer.body = String(text[end.upperBound...])
        return answer
    }
}
