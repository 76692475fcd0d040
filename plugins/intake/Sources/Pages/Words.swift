import Casework

extension PageTexts {
    /// A field's problem in words.
    func problem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.kind) {
        case (.name, _): self[.problemNameLong]
        case (.address, .missing): self[.problemAddressMissing]
        case (.address, .ownAddress): self[.problemAddressOurs]
        case (.address, _): self[.problemAddressWrong]
        case (.subject, _): self[.problemSubjectLong]
        case (.text, .tooLong(let most)): filled(.problemTextLong, ["count": "\(most)"])
        case (.text, _): self[.problemTextMissing]
        case (.ref, _): self[.problemRefWrong]
        case (.files, .tooMany(let most)): filled(.problemFilesMany, ["count": "\(most)"])
        case (.files, .tooLarge(let mebibytes)): filled(.problemFilesLarge, ["size": "\(mebibytes)"])
        case (.files, _): self[.problemFilesAgain]
        }
    }

    /// A refusal's title and what to do.
    /// - Parameter mebibytes: what one request may weigh.
    func refusal(_ kind: Refusal.Kind, limit mebibytes: Int) -> (title: String, text: String) {
        switch kind {
        case .notFound: (self[.refusedNotFoundTitle], self[.refusedNotFoundText])
        case .badLink: (self[.refusedBadLinkTitle], self[.refusedBadLinkText])
        case .agedLink: (self[.refusedAgedLinkTitle], self[.refusedAgedLinkText])
        case .malformed, .mediaType: (self[.refusedMalformedTitle], self[.refusedMalformedText])
        case .tooLarge: (self[.refusedTooLargeTitle], filled(.refusedTooLargeText, ["size": "\(mebibytes)"]))
        case .tooMany: (self[.refusedTooManyTitle], self[.refusedTooManyText])
        case .tooSlow: (self[.refusedTooSlowTitle], self[.refusedTooSlowText])
        case .foreign: (self[.refusedForeignTitle], self[.refusedForeignText])
        case .busy: (self[.refusedBusyTitle], self[.refusedBusyText])
        case .failed: (self[.refusedFailedTitle], self[.refusedFailedText])
        }
    }
}
