import StageProtocol

/// The way to the broker, whatever stands behind it.
protocol BrokerPort: Sendable {
    /// Sends a request and waits for its answer.
    /// - Throws: `BrokerRefusal`, or `BrokerUnreachable` when the time is up; nil waits as long as the session lives.
    func ask(_ request: StageMessage, within timeout: Duration?) async throws -> BrokerMessage
    /// Sends what has no answer.
    func tell(_ message: StageMessage)
}

/// Stands in where there is none, in tests of a handler.
struct NoBroker: BrokerPort {
    func ask(_ request: StageMessage, within timeout: Duration?) async throws -> BrokerMessage {
        throw BrokerUnreachable(message: "there is no broker here; this delivery was made by a test")
    }

    func tell(_ message: StageMessage) {}
}

/// An answer that does not belong to the question.
func unexpected(_ message: BrokerMessage, to request: String) -> BrokerRefusal {
    let command = String(decoding: message.frames[1], as: UTF8.self)
    return BrokerRefusal(code: "unexpected", message: "the broker answered \(request) with \(command)")
}
