package import StageProtocol

/// What reports need to know of one thing that came in.
package struct SubmissionFacts: Sendable {
    /// What became of it.
    package enum State: String, Sendable, CaseIterable {
        case opened
        case followedUp = "followed_up"
        case duplicate
        /// It waits for a person.
        case parked
        /// It was parked, and a person gave it up.
        case discarded
        case pending = "received"
    }

    package var number: Int64
    /// The way it came, and where that is a mailbox which one: `deliver`, `imap:desk`.
    package var via: String
    package var at: Timestamp
    /// Nil where it is said to be in a case and there is none, or where the store says what nobody knows here.
    package var state: State?
    /// Of what is parked, all that a person wants to know; nil of the rest.
    package var details: Details?

    package init(number: Int64, via: String, at moment: Timestamp, state: State?, details: Details? = nil) {
        self.number = number
        self.via = via
        at = moment
        self.state = state
        self.details = details
    }

    package struct Details: Sendable {
        package var key: String
        package var name: String?
        package var code: String?
        package var reason: String?
        package var blob: String?
        package var size: Int?

        package init(
            key: String, name: String? = nil, code: String? = nil, reason: String? = nil, blob: String? = nil,
            size: Int? = nil
        ) {
            self.key = key
            self.name = name
            self.code = code
            self.reason = reason
            self.blob = blob
            self.size = size
        }
    }
}
