/// The clocks of a case. `docs/clocks.md` says of each when it starts, pauses and stops.
package enum ClockName: String, Sendable, CaseIterable {
    /// From a contact to the receipt for it.
    case acknowledge
    /// From the first contact to the first answer.
    case firstAnswer = "first-answer"
    /// From a word after an answer to the answer to it.
    case nextAnswer = "next-answer"
    /// From news to the next news, while it is our turn.
    case update
    /// From a sign of danger to an answer.
    case urgent
    /// From a contact until the case is resolved.
    case resolution
    /// From our answer until the customer's silence counts as content.
    case resolve
    /// From our question until the customer's silence counts as an end.
    case reply

    /// The clocks that only an answer meets.
    package static let answers: [ClockName] = [.firstAnswer, .nextAnswer, .urgent]
    /// Whether it runs while the customer has the next word.
    var isCustomers: Bool { self == .resolve || self == .reply }

    /// The clock of a promise. Each promise has its own.
    package static func promise(_ name: String) -> String { promises + name }
    /// What the names of all promises' clocks begin with.
    package static let promises = "promise-"
}
