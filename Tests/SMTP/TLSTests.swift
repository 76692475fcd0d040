import Foundation
import Mail
import TestSupport
import Testing

@testable import SMTP

/// Mail handed in by TLS, to a real TLS server with a certificate of its own.
@Suite(.timeLimit(.minutes(2))) struct TLSTests {
    private struct Log: Decodable {
        var encrypted: Bool
        var login: [String]?
        var mail: String
        var plain_commands: [String]
    }

    private let mail = Array("Subject: hello\r\n\r\nby TLS\r\n".utf8)

    /// Sends one mail to a server that serves one connection.
    private func send(
        _ mode: String, security: SMTPServer.Security, trusting: Bool = true
    ) async throws -> (Result<SMTPReceipt, SMTPError>, Log) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("smtp-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let plain = ["PATH": "/usr/bin:/bin", "HOME": folder]
        let made = try await Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem",
            ], environment: plain)
        try #require(made.status == 0, "\(made.errors)")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/tls_server.py"
        async let served = Command.run("/usr/bin/python3", [script, folder, mode], environment: plain)
        let port = try await eventually("a port") {
            FileManager.default.contents(atPath: folder + "/port").flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        }
        var server = SMTPServer(
            host: "localhost", port: port, security: security, credentials: .init(user: "desk", password: "hunter2"))
        server.totalSeconds = 20
        if trusting { server.trustedCertificates = folder + "/cert.pem" }
        let result: Result<SMTPReceipt, SMTPError>
        do throws(SMTPError) {
            result = .success(
                try await SMTPSender(server).send(
                    mail, from: MailAddress(address: "desk@shop.example"),
                    to: [MailAddress(address: "anna@example.org")]))
        } catch {
            result = .failure(error)
        }
        let ended = try await served
        try #require(ended.status == 0, "\(ended.errors)")
        let log = try #require(FileManager.default.contents(atPath: folder + "/log"))
        return (result, try JSONDecoder().decode(Log.self, from: log))
    }

    @Test(arguments: [("implicit", SMTPServer.Security.tls), ("starttls", .startTLS), ("starttls", .opportunistic)])
    func mailAndPasswordTravelEncrypted(_ mode: String, _ security: SMTPServer.Security) async throws {
        let (result, log) = try await send(mode, security: security)
        _ = try result.get()
        #expect(log.encrypted)
        #expect(log.login == ["desk", "hunter2"])
        #expect(log.mail == String(decoding: mail, as: UTF8.self))
        #expect(Set(log.plain_commands).isSubset(of: ["EHLO", "STARTTLS"]))
    }

    @Test func aServerThatIsNotTrustedIsSentNothing() async throws {
        let (result, log) = try await send("implicit", security: .tls, trusting: false)
        guard case .failure(let error) = result else {
            Issue.record("the mail was handed to a server that nobody vouches for")
            return
        }
        #expect(error.code == .tls)
        #expect(log.login == nil)
        #expect(log.mail.isEmpty)
    }
}
