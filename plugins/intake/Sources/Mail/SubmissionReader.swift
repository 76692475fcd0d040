import Mail
import StageKit

/// Works `submission.received`: raw bytes in, an admission or a reason out.
struct SubmissionReader: Sendable {
    let judge: MailJudge
    let desk: any FrontDesk

    func read(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        guard let submission = delivery.submission else {
            throw StageFailure.permanent(
                "not-mine", "intake reads submission.received only; take \(delivery.type) off its inputs")
        }
        let bytes = try await raw(delivery, submission)
        let mail: ParsedMail
        do {
            mail = try MailParser.parse(bytes)
        } catch let error {
            if error.isRetriable { throw StageFailure.retry(error.code.rawValue, error.message) }
            outcome.park(error.code.rawValue, error.message)
            return
        }
        switch judge.decide(mail, raw: submission.blob ?? Blobs.hash(of: bytes)) {
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
