import TestSupport
import Testing

@testable import IMAP

/// A folder of a real server.
@Suite(.enabled(if: Dovecot.isInstalled), .timeLimit(.minutes(2))) struct DovecotTests {
    private func server(
        _ dovecot: Dovecot, _ security: IMAPServer.Security = .none, password: String = Dovecot.password
    ) -> IMAPServer {
        var server = IMAPServer(
            host: "localhost", port: Int(security == .tls ? dovecot.securePort : dovecot.port), security: security,
            user: "desk", password: password)
        server.trustedCertificates = dovecot.certificate
        server.answerSeconds = 10
        return server
    }

    private let mail = "From: ann@customer.example\nSubject: A lamp\n\nIt {5}\n)broke.\n"

    @Test func mailsAreListedReadMarkedAndMoved() async throws {
        let dovecot = try await Dovecot()
        for name in ["1", "2", "3"] { try dovecot.deliver(mail + name, to: "desk", name: name) }
        let folder = IMAPFolder(server(dovecot), folder: "INBOX")
        let opened = try await folder.open()
        #expect(opened.validity > 0)
        #expect(opened.next == 4)
        #expect(try await folder.uids() == [1, 2, 3])
        #expect(try await folder.uids(from: 3) == [3])
        #expect(try await folder.uids(from: 4).isEmpty)
        let bytes = try #require(try await folder.mail(2))
        #expect(String(decoding: bytes, as: UTF8.self) == (mail + "2").replacing("\n", with: "\r\n"))
        #expect(try await folder.sizes(of: UIDSet([1, 2, 9]))[2] == bytes.count)
        #expect(String(decoding: try await folder.header(2) ?? [], as: UTF8.self).hasSuffix("Subject: A lamp\r\n\r\n"))
        #expect(try await folder.mail(9) == nil)
        // Reading alone marks nothing.
        #expect(dovecot.files(of: "desk").allSatisfy { !$0.hasSuffix("S") })
        try await folder.markSeen(1)
        try await folder.move(2, to: "Erledigt.Grüße")
        #expect(try await folder.uids() == [1, 3])
        #expect(dovecot.files(of: "desk").contains { $0.hasPrefix("1") && $0.hasSuffix("S") })
        await folder.close()
    }

    @Test(arguments: [IMAPServer.Security.tls, .startTLS, .opportunistic])
    func thePasswordTravelsEncrypted(security: IMAPServer.Security) async throws {
        let dovecot = try await Dovecot()
        let folder = IMAPFolder(server(dovecot, security), folder: "INBOX")
        _ = try await folder.open(readOnly: true)
        await folder.close()
        _ = try await eventually("the login is logged with TLS") { dovecot.log.contains("TLS, session") ? true : nil }
    }

    /// Why a folder cannot be opened.
    private func failure(_ server: IMAPServer, folder: String = "INBOX") async throws -> IMAPError {
        try #require(
            await #expect(throws: IMAPError.self) { _ = try await IMAPFolder(server, folder: folder).open() })
    }

    @Test func aServerThatNobodyVouchesForGetsNoPassword() async throws {
        let dovecot = try await Dovecot()
        var server = server(dovecot, .tls)
        server.trustedCertificates = nil
        #expect(try await failure(server).code == .tls)
        #expect(!dovecot.log.contains("Login: user"))
    }

    @Test func aWrongPasswordIsSaidToBeOneAndNeverRepeated() async throws {
        let dovecot = try await Dovecot()
        let error = try await failure(server(dovecot, password: "a-guess"))
        #expect(error.code == .login)
        #expect(error.message.contains("desk") && !error.message.contains("a-guess"))
    }

    @Test func aFolderThatIsNotThereIsNamed() async throws {
        let dovecot = try await Dovecot()
        let error = try await failure(server(dovecot), folder: "Nowhere")
        #expect(error.code == .refused)
        #expect(error.message.contains("Nowhere"))
    }

    @Test func theServerTellsOfNewMailByItself() async throws {
        let dovecot = try await Dovecot()
        let folder = IMAPFolder(server(dovecot), folder: "INBOX")
        _ = try await folder.open()
        #expect(await folder.canIdle)
        async let woken: Void = folder.idle(atMost: .seconds(60))
        try dovecot.deliver(mail, to: "desk")
        try await woken
        #expect(try await folder.uids() == [1])
    }

    @Test func waitingEndsAtOnceWhenItIsHungUp() async throws {
        let dovecot = try await Dovecot()
        let folder = IMAPFolder(server(dovecot), folder: "INBOX")
        _ = try await folder.open()
        let start = ContinuousClock.now
        let waiting = Task { try await folder.idle(atMost: .seconds(60)) }
        folder.hangUp()
        await #expect(throws: IMAPError.self) { try await waiting.value }
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
