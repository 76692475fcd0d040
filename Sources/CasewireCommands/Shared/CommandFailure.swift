import ArgumentParser
import BrokerService
import Casework
import Language
import Mail
import Pipeline
import StageKit
import ZeroMQ

/// Why a command could not do what was asked: one sentence with what to do, and an exit code.
struct CommandFailure: Error {
    var code: ExitCodes
    /// Empty where everything has been said already.
    var message: String

    init(_ code: ExitCodes, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension CommandFailure {
    /// An error of the layers below as one for the operator; nil for what the argument parser says in its own way.
    init?(explaining error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as BrokerUnreachable: self.init(.unreachable, error.message)
        case let refusal as BrokerRefusal:
            self.init(refusal.code == "no-stage" ? .usage : .failed, Self.explanation(of: refusal))
        case let error as BrokerKeysError: self.init(.config, "\(error).")
        case let error as SigningKeyError: self.init(.config, "\(error).")
        case let error as KeyringError: self.init(.config, "\(error).")
        case let error as PipelineError: self.init(.config, Self.explanation(of: error))
        case let error as MailError: self.init(.data, error.message)
        case let error as LanguageError: self.init(.data, error.description)
        case let error as ZeroMQError: self.init(.unreachable, "\(error)")
        case is ArgumentParser.ExitCode, is CleanExit, is ValidationError: return nil
        default:
            // A parser's error knows its own usage text; everything else is told as it is.
            guard Casewire.exitCode(for: error) == .failure else { return nil }
            self.init(.failed, "\(error)")
        }
    }

    private static func explanation(of error: PipelineError) -> String {
        guard let first = error.diagnostics.first(where: { $0.severity == .error }) else { return error.message }
        return "\(error.message), the first at \(first.place): \(first.message). See all with \"casewire check\"."
    }

    private static func explanation(of refusal: BrokerRefusal) -> String {
        switch refusal.code {
        case "no-case": "\(refusal.message); \"casewire cases\" lists those there are."
        case "no-stage", "not-parked": "\(refusal.message)."
        case "no-letter": "\(refusal.message); \"casewire dead\" lists those there are."
        default: "the broker refuses: \(refusal.message)"
        }
    }
}
