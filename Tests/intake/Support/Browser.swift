import Foundation
import Glibc
import StageKit

@testable import intake

/// An HTTP client of a few lines, over a real socket: what it sends is what the test wrote.
struct Browser: Sendable {
    let port: Int

    struct Answer: Sendable {
        var status = 0
        var headers: [String: String] = [:]
        var body = ""
    }

    /// Why there is no answer.
    struct Failure: Error { let step: String }

    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> Answer {
        try await send(method, path, headers, [])
    }

    func post(_ path: String, _ headers: [String: String] = [:], _ body: String) async throws -> Answer {
        try await send("POST", path, headers, Array(body.utf8))
    }

    /// A form as browsers send it, its token fetched from the page before.
    func form(_ fields: [String: String], _ headers: [String: String] = [:]) async throws -> Answer {
        var fields = fields
        if fields["token"] == nil { fields["token"] = try await token() }
        let body = fields.map { "\($0.key)=\(Self.escaped($0.value))" }.joined(separator: "&")
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await post("/contact", headers, body)
    }

    func token() async throws -> String {
        let page = try await get("/").body
        let parts = page.components(separatedBy: "name=\"token\" value=\"")
        guard parts.count > 1, let token = parts[1].split(separator: "\"").first else { throw Failure(step: "token") }
        return String(token)
    }

    static func escaped(_ text: String) -> String {
        text.utf8.map { "%" + String(format: "%02X", $0) }.joined()
    }

    private func send(
        _ method: String, _ path: String, _ headers: [String: String], _ body: [UInt8]
    ) async throws -> Answer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        lines += headers.map { "\($0.key): \($0.value)" }
        if !body.isEmpty, headers["Content-Length"] == nil { lines.append("Content-Length: \(body.count)") }
        let request = Array((lines + ["", ""]).joined(separator: "\r\n").utf8) + body
        // On a thread of its own: it waits, and the door needs the others.
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
        while case let count = read(socket, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private static func answer(_ bytes: [UInt8]) -> Answer {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return Answer() }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var answer = Answer(status: Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0)
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

/// Opens a door on a free port, and closes it when the test is over.
func withDoor<T: Sendable>(
    _ desk: ScriptedDesk = ScriptedDesk(), settings: IntakeSettings = Bench.settings,
    _ body: @Sendable (Browser, ScriptedDesk) async throws -> T
) async throws -> T {
    let (opened, report) = AsyncStream.makeStream(of: WebAddress.self)
    guard let address = WebAddress("127.0.0.1:0") else { throw Browser.Failure(step: "address") }
    let door = Door(
        address: address, settings: settings, key: Bench.key, desk: desk, logger: .silent,
        onOpen: { report.yield($0) })
    let running = Task { try await door.run() }
    guard let address = await opened.first(where: { _ in true }) else { throw Browser.Failure(step: "open") }
    let result: Result<T, any Error>
    do { result = .success(try await body(Browser(port: address.port), desk)) } catch { result = .failure(error) }
    running.cancel()
    try await running.value
    return try result.get()
}
