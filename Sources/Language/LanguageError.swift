/// What went wrong with a file of this library, told to the person who must act.
package struct LanguageError: Error, CustomStringConvertible {
    package enum Code: String, Sendable {
        case csvMalformed = "csv-malformed"
        case modelUnreadable = "model-unreadable"
        case modelForeign = "model-foreign"
        case modelNewer = "model-newer"
        case modelOlder = "model-older"
        case modelCorrupt = "model-corrupt"
        case modelUnwritable = "model-unwritable"
        case trainingRefused = "training-refused"
    }

    package let code: Code
    package let message: String
    package let cause: String?
    package let isRetriable: Bool

    package init(_ code: Code, _ message: String, cause: String? = nil, isRetriable: Bool = false) {
        self.code = code
        self.message = message
        self.cause = cause
        self.isRetriable = isRetriable
    }

    package var description: String {
        guard let cause else { return message }
        return "\(message): \(cause)"
    }
}
