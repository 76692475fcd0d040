public import StageProtocol

/// Why a delivery could not be worked, thrown by a handler and sent as `FAIL`.
public struct StageFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What trying again would bring.
    public var kind: Failure.Kind
    /// A code to group by, such as `model-missing`.
    public var code: String
    /// What happened and what a person can do about it.
    public var message: String

    /// A failure of a kind.
    public init(kind: Failure.Kind, code: String, message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }

    /// It may work later: the message comes again after a pause.
    public static func retry(_ code: String, _ message: String) -> StageFailure {
        StageFailure(kind: .retry, code: code, message: message)
    }

    /// It will never work: the message goes to the dead letters at once.
    public static func permanent(_ code: String, _ message: String) -> StageFailure {
        StageFailure(kind: .permanent, code: code, message: message)
    }

    /// The settings are wrong: the message goes to the dead letters at once, and the operator is told.
    public static func config(_ code: String, _ message: String) -> StageFailure {
        StageFailure(kind: .config, code: code, message: message)
    }

    /// Kind, code and sentence.
    public var description: String { "\(code) (\(kind.rawValue)): \(message)" }
}

/// The broker did not carry out a request, and says why.
public struct BrokerRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// One of the codes in `docs/protocol.md`.
    public var code: String
    /// What was wrong and what to do.
    public var message: String

    /// A refusal.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    /// Code and sentence.
    public var description: String { "\(code): \(message)" }
}

/// The broker did not answer in time. Nothing is known of the request; sending it again is harmless.
public struct BrokerUnreachable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was waited for, and what to look at.
    public var message: String

    /// A broker that does not answer.
    public init(message: String) { self.message = message }

    /// The sentence.
    public var description: String { message }
}

/// The exit codes of a stage and of the commands that talk to the broker; those of `sysexits.h` where there is one.
public enum ExitCode {
    /// Drained: what was started is finished.
    public static let drained: Int32 = 0
    /// `--once`: the handler failed; the failure was written.
    public static let failed: Int32 = 1
    /// The command line is wrong.
    public static let usage: Int32 = 64
    /// The input is no delivery.
    public static let data: Int32 = 65
    /// The broker does not answer, and nothing can be done without it.
    public static let unreachable: Int32 = 69
    /// The stage broke: its start or its door threw an error.
    public static let software: Int32 = 70
    /// Nothing was taken for now: try again later.
    public static let later: Int32 = 75
    /// The settings are wrong, or the broker does not know the stage.
    public static let config: Int32 = 78
}
