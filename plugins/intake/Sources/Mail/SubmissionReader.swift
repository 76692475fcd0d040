import Mail
import StageKit

/// Works `submission.received`: raw bytes in, an admission or a reason out.
struct SubmissionReader: Sendable {
    let judge: MailJudge
    let desk: any FrontDesk
    var masks = Masks.cards
    /// The names of our own mail servers, whose Authentication-Results are believed.
    var trusted: Set<String> = []

    func read(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard let submission = delivery.submission else {
            throw StageFailure.permanent(
                "not-mine", "intake reads submission.received only; take \(delivery.type) off its inputs")
        }
        // A mail of which only the header came is read once it comes whole.
        guard submission.media != RawMail.headersOnly else {
            outcome.park(
                "too-large",
                "The mail is larger than what is taken (\(submission.name ?? submission.via)); only its header is here. "
                    + "Read it in its mailbox, and raise limits.blob in pipeline.yaml where such mails are to come in.")
            return
        }
        let bytes = try await raw(delivery, submission)
        var mail: ParsedMail
        do {
            mail = try MailParser.parse(bytes)
        } catch let error {
            if error.isRetriable { throw StageFailure.retry(error.code.rawValue, error.message) }
            outcome.park(error.code.rawValue, error.message)
            return
        }
        mail.authentication = AuthenticationResults.trusted(mail.authentication, servers: trusted).map { [$0] } ?? []
        if mail.authentication.first?.results["dmarc"] == "fail" {
            mail.problems.append("The sender's address may be forged: the mail fails the sender's own rules (DMARC).")
        }
        masks.hide(in: &mail)
        let hash = submission.blob ?? Blobs.hash(of: bytes)
        let orders: Orders = try delivery.delivery.data == nil ? .none : delivery.data()
        let decision =
            orders.history.map { judge.remember(orders.applied(to: mail), raw: hash, received: submission.at, $0) }
            ?? judge.decide(mail, raw: hash, orders: orders)
        switch decision {
        case .park(let code, let reason): outcome.park(code, reason)
        case .admit(let admitted):
            try await keep(mail.attachments, delivery)
            outcome.admit(try admitted.admission())
        }
    }

    private func raw(_ delivery: Received, _ submission: SubmissionHead) async throws -> [UInt8] {
        if let raw = try delivery.raw { return raw }
        guard let blob = submission.blob else {
            throw StageFailure.permanent("no-raw", "the submission came without its bytes and without their hash")
        }
        if (submission.size ?? 0) > 1 << 20 { delivery.extend(by: .seconds(60)) }
        return try await desk.get(blob)
    }

    /// Puts the attachments on disk before the case speaks of them.
    private func keep(_ attachments: [ParsedMail.Attachment], _ delivery: Received) async throws {
        if attachments.reduce(0, { $0 + $1.bytes }) > 1 << 20 { delivery.extend(by: .seconds(60)) }
        var kept: Set<String> = []
        for attachment in attachments where kept.insert(attachment.sha256).inserted {
            _ = try await desk.put(attachment.content)
        }
    }
}
