import Casework
import FoundationEssentials
import Mail
import SMTP
import StageKit

/// The way out: a mail server, or the Maildir where none is named.
enum Outbox: Sendable {
    case maildir(Maildir)
    case smtp(SMTPSender, name: String)

    /// - Throws: a configuration failure that says what to mend.
    init(_ settings: Settings) throws {
        guard let smtp = settings.smtp else {
            let path = settings.outbox
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                let maildir = Maildir(path: path)
                try maildir.create()
                try maildir.removeAbandoned()
                self = .maildir(maildir)
            } catch {
                throw StageFailure.config("outbox", "the outbox \(path) cannot be made: \(error)")
            }
            return
        }
        let security: SMTPServer.Security =
            switch smtp.tls ?? .required {
            case .required: .startTLS
            case .offered: .opportunistic
            case .none: .none
            }
        do {
            let server = try SMTPServer(url: smtp.url, startTLS: security, credentials: Self.credentials(smtp))
            self = .smtp(SMTPSender(server), name: "\(server.host):\(server.port)")
        } catch let error as SMTPError {
            throw StageFailure.config("smtp", error.message)
        }
    }

    private static func credentials(_ smtp: Settings.SMTP) throws -> SMTPServer.Credentials? {
        guard let user = smtp.user else { return nil }
        guard let path = smtp.password_file else {
            throw StageFailure.config("smtp", "smtp names the user \(user) and no password_file")
        }
        guard let bytes = FileManager.default.contents(atPath: path), let line = bytes.split(separator: 10).first else {
            throw StageFailure.config("smtp", "the password file \(path) cannot be read or is empty")
        }
        let password = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
        return .init(user: user, password: password)
    }
}

/// What came of handing a mail over.
struct HandedOver: Sendable {
    var sent: Bool
    /// Where it went, or why it did not.
    var detail: String
    var recipients: [SayResult.Recipient]
}

extension Outbox {
    /// Hands a mail over, once.
    /// - Parameters:
    ///   - name: the same for the same mail, unlike that of any other.
    ///   - inDoubt: whether it may have been handed over before.
    /// - Throws: a failure to be tried again later.
    func send(
        _ bytes: [UInt8], name: String, from: String, to addresses: [String], inDoubt: Bool
    ) async throws -> HandedOver {
        switch self {
        case .maildir(let maildir): try Self.put(bytes, name: name, to: addresses, into: maildir)
        case .smtp(let sender, let server):
            try await Self.hand(bytes, from: from, to: addresses, inDoubt: inDoubt, sender, server)
        }
    }

    private static func put(
        _ bytes: [UInt8], name: String, to addresses: [String], into maildir: Maildir
    ) throws -> HandedOver {
        do {
            let delivery = try maildir.deliver(bytes, name: name)
            let detail = delivery == .delivered ? "outbox: \(name)" : "outbox: \(name), there from an earlier attempt"
            return HandedOver(
                sent: true, detail: detail, recipients: addresses.map { .init(address: $0, taken: true, detail: nil) })
        } catch {
            // Disks fill up and are emptied, folders lose their rights and get them back: nothing here is for ever.
            throw StageFailure.retry(error.code.rawValue, error.message)
        }
    }

    private static func hand(
        _ bytes: [UInt8], from: String, to addresses: [String], inDoubt: Bool, _ sender: SMTPSender, _ server: String
    ) async throws -> HandedOver {
        do {
            let receipt = try await sender.send(
                bytes, from: MailAddress(address: from), to: addresses.map { MailAddress(address: $0) })
            let again = inDoubt ? "; sent again under the same Message-ID, since it was in doubt" : ""
            return HandedOver(
                sent: receipt.recipients.contains { $0.outcome == .accepted },
                detail: "\(server): \(receipt.reply)\(again)",
                recipients: receipt.recipients.map(Self.recipient))
        } catch {
            guard error.code == .refused else {
                // Also what only an operator can mend, such as a certificate: the mail waits for it.
                throw StageFailure.retry(error.code.rawValue, error.message)
            }
            return HandedOver(
                sent: false, detail: "\(server): \(error.message)", recipients: error.recipients.map(Self.recipient))
        }
    }

    private static func recipient(_ recipient: SMTPReceipt.Recipient) -> SayResult.Recipient {
        .init(address: recipient.address, taken: recipient.outcome == .accepted, detail: recipient.reply)
    }
}

extension Responder {
    /// Lets a text leave, if the broker gives leave.
    func send(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        let say = try delivery.say
        let bytes = try delivery.finalBytes
        switch try await delivery.begin() {
        case .stop(let stop):
            delivery.logger.info("not sent", metadata: ["code": "\(stop.code)", "reason": "\(stop.message)"])
            if stop.code == "held" { throw StageFailure.retry("held", stop.message) }
        case .go(let go):
            let name = "\(say.say).\(say.message_id ?? say.hash)"
            let result = try await outbox.send(
                bytes, name: name, from: settings.desk.address, to: say.proposal.to, inDoubt: go.in_doubt)
            try report(result, say, delivery, &outcome)
        }
    }

    /// What a text promises binds from the moment it has left.
    private func enterPromises(of say: SayHead, text: String, now: Timestamp, _ outcome: inout OutcomeBuilder) {
        let proposal = say.proposal
        let declared = proposal.details?["promises"].flatMap { try? $0.decode([MadePromise].self) }
        let made = declared ?? promises.promises(in: text, language: proposal.language, now: now)
        for (number, promise) in made.enumerated() {
            outcome.promise(
                "say-\(say.say)-\(number + 1)", what: promise.what, due: promise.due,
                authority: proposal.author ?? settings.desk.name, evidence: promise.evidence,
                kind: promise.kind.rawValue)
        }
    }

    private func report(
        _ result: HandedOver, _ say: SayHead, _ delivery: Received, _ outcome: inout OutcomeBuilder
    ) throws {
        let proposal = say.proposal
        outcome.result(say, sent: result.sent, detail: result.detail, recipients: result.recipients)
        try outcome.emit(
            "said",
            Said(
                purpose: proposal.purpose, audience: proposal.audience, answers: proposal.answers, sent: result.sent,
                detail: result.detail, heard: say.heard))
        delivery.logger.info(
            result.sent ? "sent" : "could not be sent",
            metadata: ["purpose": "\(proposal.purpose)", "detail": "\(result.detail)"])
        // A note to a colleague that cannot be sent must not ask for a colleague by another note.
        guard proposal.audience == .customer else { return }
        if result.sent { return enterPromises(of: say, text: try delivery.text, now: delivery.now, &outcome) }
        let reason = "The mail to \(proposal.to.joined(separator: ", ")) was refused for good: \(result.detail)"
        try outcome.emit("handover", Handover(code: "failed", reason: reason, draft: delivery.text))
    }
}
