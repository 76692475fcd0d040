import Foundation
import StageKit
import TestSupport

@testable import intake

/// Somebody at the door.
struct Browser: Sendable {
    let port: Int

    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> HTTP.Answer {
        try await HTTP(port: port).send(method, path, headers)
    }

    func post(_ path: String, _ headers: [String: String] = [:], _ body: String) async throws -> HTTP.Answer {
        try await HTTP(port: port).send("POST", path, headers, Array(body.utf8))
    }

    /// A form as browsers send it, its token fetched from the page before.
    func form(
        _ fields: [String: String], _ headers: [String: String] = [:], on page: String = "/",
        to path: String = "/contact"
    ) async throws -> HTTP.Answer {
        var fields = fields
        if fields["token"] == nil { fields["token"] = try await token(on: page) }
        let body = fields.map { "\($0.key)=\(Self.escaped($0.value))" }.joined(separator: "&")
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await post(path, headers, body)
    }

    func token(on page: String = "/") async throws -> String {
        guard let token = try await get(page).token else { throw HTTP.Failure(step: "token") }
        return token
    }

    static func escaped(_ text: String) -> String {
        text.utf8.map { "%" + String(format: "%02X", $0) }.joined()
    }
}

/// Opens a door on a free port, and closes it when the test is over.
func withDoor<T: Sendable>(
    _ desk: ScriptedDesk = ScriptedDesk(), settings: IntakeSettings = Bench.settings,
    _ body: @Sendable (Browser, ScriptedDesk) async throws -> T
) async throws -> T {
    let (opened, report) = AsyncStream.makeStream(of: WebAddress.self)
    guard let address = WebAddress("127.0.0.1:0") else { throw HTTP.Failure(step: "address") }
    let door = Door(
        address: address, site: try Bench.site(settings), key: Bench.key, desk: desk, logger: .silent,
        onOpen: { report.yield($0) })
    let running = Task { try await door.run() }
    guard let address = await opened.first(where: { _ in true }) else { throw HTTP.Failure(step: "open") }
    let result: Result<T, any Error>
    do { result = .success(try await body(Browser(port: address.port), desk)) } catch { result = .failure(error) }
    running.cancel()
    try await running.value
    return try result.get()
}

extension HTTP.Answer {
    /// The token of the first form on the page.
    var token: String? {
        let parts = body.components(separatedBy: "name=\"token\" value=\"")
        return parts.count > 1 ? parts[1].split(separator: "\"").first.map(String.init) : nil
    }
}
