/// Why a messaging call failed: what was tried, where, the reason, and what to do about it.
public struct ZeroMQError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The `errno` of the operating system or of libzmq.
    public let code: Int32
    /// What was tried, as a verb phrase: "bind", "open a router socket".
    public let operation: String
    /// The address it concerned, where there is one.
    public let endpoint: String?
    /// The reason and the way out, in one or two sentences.
    public let message: String

    /// Whether the same call may succeed later without anybody changing anything in the configuration.
    public var isRetriable: Bool { ErrorAdvice.passes(code) }

    /// The whole of it, fit for a log or a terminal.
    public var description: String {
        "Could not \(operation)\(endpoint.map { " \($0)" } ?? ""): \(message)"
    }

    init(_ code: Int32, _ operation: String, endpoint: String? = nil) {
        self.init(code, operation, endpoint: endpoint, because: ErrorAdvice.text(for: code, endpoint: endpoint))
    }

    init(_ code: Int32, _ operation: String, endpoint: String? = nil, because message: String) {
        self.code = code
        self.operation = operation
        self.endpoint = endpoint
        self.message = message
    }
}
