import Casework
import Logging
import StageKit

/// Hands in what came through the web door, and says when it cannot be taken now.
struct ContactIntake: Sendable {
    let desk: any FrontDesk
    let logger: Logger
    /// What is hidden in everything that comes in here.
    var masks = Masks.cards

    /// What became of it.
    enum Answer: Sendable {
        case taken(Accepted)
        /// Nothing was taken; try again after so many seconds.
        case later(seconds: Int)
    }

    /// - Parameter traceparent: as the caller sent it; what is none is passed over, as W3C Trace Context asks.
    func take(
        _ draft: ContactDraft, channel: String, id: String, traceparent: String? = nil
    ) async throws -> Answer {
        let draft = draft.masked(by: masks)
        let caller = traceparent.flatMap { TraceContext(traceparent: $0) }
        return try await take(draft.files, via: channel, id: id, caller: caller) { attachments in
            try draft.admission(channel: channel, attachments: attachments)
        }
    }

    func take(_ vote: Vote, on ref: String, id: String) async throws -> Answer {
        var vote = vote
        vote.words = vote.words.map(masks.masked)
        return try await take([], via: "survey", id: id) { _ in
            var admission = try Admission(.feedback, entry: vote, output: "feedback")
            admission.match = [Match(key: Reference.key(ref))]
            return admission
        }
    }

    func take(_ choice: ListChoice, on ref: String, id: String) async throws -> Answer {
        try await take([], via: "list", id: id) { _ in
            var admission = try Admission(.feedback, entry: choice, output: "feedback")
            admission.match = [Match(key: Reference.key(ref))]
            return admission
        }
    }

    /// Stores the files, and hands in what is made of them.
    func take(
        _ files: [FormFields.File], via: String, id: String, caller: TraceContext? = nil,
        _ admission: ([Attachment]) throws -> Admission
    ) async throws -> Answer {
        try await answer(via) {
            var attachments: [Attachment] = []
            for (number, file) in files.enumerated() {
                let hash = try await desk.put(file.bytes)
                attachments.append(Attachment(file, sha256: hash, number: number + 1))
            }
            return try await desk.submit(
                SubmissionDraft(
                    id: id, via: via, admission: admission(attachments), traceparent: caller?.traceparent))
        }
    }

    private func answer(_ via: String, _ submit: () async throws -> Submitted) async throws -> Answer {
        do {
            switch try await submit() {
            case .accepted(let accepted):
                logger.info(
                    "taken",
                    metadata: ["via": "\(via)", "case": "\(accepted.ref ?? "-")", "state": "\(accepted.state)"])
                return .taken(accepted)
            case .later(let pause): return .later(seconds: max(1, Int(pause.components.seconds)))
            }
        } catch let error as BrokerUnreachable {
            logger.warning("not taken: the broker is away", metadata: ["via": "\(via)", "reason": "\(error)"])
            return .later(seconds: 10)
        } catch let error as BrokerRefusal {
            logger.error("not taken: the broker refuses it", metadata: ["via": "\(via)", "reason": "\(error)"])
            return .later(seconds: 60)
        }
    }
}

extension Attachment {
    /// A file from the form; what it is called must fit on a line.
    fileprivate init(_ file: FormFields.File, sha256: String, number: Int) {
        let path = file.name.split { $0 == "/" || $0 == "\\" }
        let name = SubjectLine.oneLine(path.last.map(String.init) ?? "")
        let type = file.mediaType.contains("/") && file.mediaType.utf8.count < 100 ? file.mediaType : nil
        self.init(
            name: name.isEmpty ? "attachment-\(number)" : String(name.prefix(200)),
            media_type: type ?? "application/octet-stream", bytes: file.bytes.count, sha256: sha256, inline: false)
    }
}
