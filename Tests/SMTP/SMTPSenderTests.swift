import Mail
import Testing

@testable import SMTP

@Suite struct SMTPSenderTests {
    private let from = MailAddress(address: "desk@shop.example")
    private let anna = MailAddress(address: "anna@example.org")
    private let bert = MailAddress(address: "bert@example.org")
    private let mail = Array("Subject: hello\r\n\r\n.a line with a dot\r\nend\r\n".utf8)

    private func send(
        _ behaviour: LoopbackSMTP.Behaviour = .init(), to: [MailAddress]? = nil,
        _ change: (inout SMTPServer) -> Void = { _ in }
    ) async throws -> (Result<SMTPReceipt, SMTPError>, LoopbackSMTP) {
        let loopback = try LoopbackSMTP(behaviour)
        defer { loopback.stop() }
        var server = SMTPServer(host: "127.0.0.1", port: loopback.port, security: .none)
        server.totalSeconds = 20
        change(&server)
        do throws(SMTPError) {
            return (.success(try await SMTPSender(server).send(mail, from: from, to: to ?? [anna])), loopback)
        } catch {
            return (.failure(error), loopback)
        }
    }

    private func error(_ behaviour: LoopbackSMTP.Behaviour) async throws -> SMTPError? {
        guard case .failure(let error) = try await send(behaviour).0 else { return nil }
        return error
    }

    @Test func anAcceptedMailArrivesAsItIs() async throws {
        let (result, loopback) = try await send()
        let receipt = try result.get()
        #expect(receipt.recipients == [.init(address: "anna@example.org", outcome: .accepted, reply: "250 ok")])
        #expect(loopback.mails == [String(decoding: mail, as: UTF8.self)])
        #expect(loopback.commands.contains { $0.hasPrefix("MAIL FROM:<desk@shop.example>") })
    }

    @Test func oneBadRecipientDoesNotKeepTheMailFromTheOthers() async throws {
        let receipt = try await send(.init(recipients: ["anna@example.org": "550 5.1.1 unknown"]), to: [anna, bert]).0
            .get()
        #expect(receipt.recipients.map(\.outcome) == [.refused, .accepted])
        #expect(receipt.recipients[0].reply == "550 5.1.1 unknown")
    }

    @Test func a4xxMayBeTriedAgain() async throws {
        for behaviour in [
            LoopbackSMTP.Behaviour(sender: "451 4.3.0 later"),
            .init(recipients: ["anna@example.org": "450 greylisted"]),
            .init(data: "451 later"), .init(taken: "452 4.3.1 disk full"), .init(greeting: "421 too busy"),
        ] {
            let error = try #require(try await error(behaviour))
            #expect(error.isRetriable, "\(error)")
            #expect(!error.mayHaveBeenSent, "\(error)")
        }
    }

    @Test func a5xxMayNot() async throws {
        for behaviour in [
            LoopbackSMTP.Behaviour(sender: "550 no"), .init(recipients: ["anna@example.org": "550 5.1.1 unknown"]),
            .init(data: "554 no"), .init(taken: "554 5.7.1 spam"),
        ] {
            let error = try #require(try await error(behaviour))
            #expect(error.code == .refused, "\(error)")
            #expect(!error.isRetriable)
        }
    }

    @Test func aConnectionLostAfterTheMailIsInDoubt() async throws {
        let error = try #require(try await error(.init(taken: nil)))
        #expect(error.code == .inDoubt)
        #expect(error.mayHaveBeenSent)
    }

    @Test func nobodyListeningMayBeTriedAgain() async throws {
        let loopback = try LoopbackSMTP()
        loopback.stop()
        let sender = SMTPSender(SMTPServer(host: "127.0.0.1", port: loopback.port, security: .none))
        let error = await #expect(throws: SMTPError.self) { try await sender.send(mail, from: from, to: [anna]) }
        #expect(error?.code == .unreachable)
        #expect(error?.isRetriable == true)
    }

    @Test func requiredTLSThatIsNotOfferedSendsNothing() async throws {
        let (result, loopback) = try await send { $0.security = .startTLS }
        guard case .failure(let error) = result else {
            Issue.record("was sent in plain text")
            return
        }
        #expect(error.code == .tls)
        #expect(loopback.mails.isEmpty)
    }

    @Test func aRefusedLoginTellsNoSecret() async throws {
        let (result, _) = try await send(.init(extensions: ["AUTH PLAIN"], login: "535 5.7.8 bad credentials")) {
            $0.credentials = .init(user: "desk", password: "hunter2secret")
        }
        guard case .failure(let error) = result else {
            Issue.record("was accepted")
            return
        }
        #expect(error.code == .login)
        #expect(!error.isRetriable)
        #expect(!"\(error)".contains("hunter2secret"))
    }

    @Test func aLoginIsUsed() async throws {
        let (result, loopback) = try await send(.init(extensions: ["AUTH PLAIN"])) {
            $0.credentials = .init(user: "desk", password: "secret")
        }
        _ = try result.get()
        #expect(loopback.commands.contains { $0.hasPrefix("AUTH PLAIN") })
    }

    @Test func anAddressCannotAddACommand() async throws {
        let bad = MailAddress(address: "a@b.example>\r\nRCPT TO:<x@y.example")
        let (result, loopback) = try await send(to: [bad])
        #expect(throws: SMTPError.self) { try result.get() }
        #expect(loopback.commands.isEmpty)
    }

    @Test func serverAddressesAreRead() throws {
        #expect(try SMTPServer(url: "smtp://mail.example").port == 587)
        #expect(try SMTPServer(url: "smtps://mail.example/").port == 465)
        #expect(try SMTPServer(url: "smtps://mail.example:2465").security == .tls)
        for url in ["http://x", "smtp://u:p@x", "smtp://x:0", "smtp://", "smtp://a b"] {
            #expect(throws: SMTPError.self) { try SMTPServer(url: url) }
        }
    }
}
