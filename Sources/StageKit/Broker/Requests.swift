import StageProtocol

/// The requests that a stage, a source or a command may make outside of deliveries.
struct Requests: Sendable {
    let broker: any BrokerPort
    let limits: Welcome.Limits

    func submit(_ draft: SubmissionDraft, within timeout: Duration) async throws -> Submitted {
        let (submission, bodies) = try await message(draft, within: timeout)
        let request = StageMessage.submit(submission, bodies: bodies)
        let frames = request.frames
        if let excess = excess(of: frames, over: limits) { throw BrokerRefusal(code: "too-large", message: excess) }
        if holdsNul(frames) { throw BrokerRefusal(code: "invalid", message: nulAdvice) }
        switch try await broker.ask(request, within: timeout) {
        case .accepted(let accepted): return .accepted(accepted)
        case .later(let later): return .later(after: .milliseconds(later.after_ms))
        case let other: throw unexpected(other, to: "SUBMIT")
        }
    }

    /// Raw bytes that leave no room for the rest of the message go ahead as a blob.
    private func message(_ draft: SubmissionDraft, within timeout: Duration) async throws -> (Submission, [Frame]) {
        guard let raw = draft.raw, raw.count > limits.message / 2 else { return draft.message(blob: nil) }
        return draft.message(blob: try await Blobs(self).put(raw, within: timeout))
    }

    func ask(_ what: String, _ arguments: JSON, within timeout: Duration) async throws -> JSON {
        let ask = Ask(id: randomName(), what: what, arguments: arguments)
        guard case .reply(_, let body) = try await broker.ask(.ask(ask), within: timeout) else {
            throw BrokerRefusal(code: "unexpected", message: "the broker did not answer the question \"\(what)\"")
        }
        return body.isEmpty ? .null : try JSON(bytes: body)
    }
}

/// What makes a message too large to be sent; nil where nothing does.
func excess(of frames: [Frame], over limits: Welcome.Limits) -> String? {
    let most = WireLimits()
    let bytes = frames.reduce(0) { $0 + $1.count }
    if frames.count > most.frames { return "\(frames.count) frames; a message has at most \(most.frames)" }
    if frames[2].count > most.headerBytes {
        return "a header of \(frames[2].count) bytes; at most \(most.headerBytes)"
    }
    if bytes > limits.message {
        return "\(bytes) bytes; a message has at most \(limits.message), put the rest into blobs"
    }
    return nil
}

/// Whether a text in the message's header holds U+0000: the broker would not read it, now or later.
func holdsNul(_ frames: [Frame]) -> Bool {
    // Written as \u0000 and in no other way; few headers need to be looked at closer.
    frames[2].contains(UInt8(ascii: "\\")) && JSONSyntax.holdsNul(frames[2]) ?? false
}

let nulAdvice = "a text in it holds the character U+0000; leave it out, or put the text into a body"

/// A name that nobody else bears: 64 random bits in hex.
func randomName() -> String {
    let hex = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
}
