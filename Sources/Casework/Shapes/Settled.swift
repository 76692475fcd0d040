public import StageProtocol

/// The customer says that their matter is solved: the body of a `feedback` entry, and the data of `case.settled`.
///
/// That it is not solved is said by a ``Contact``: it is heard like any other word, and answered.
public struct Settled: Codable, Sendable, Hashable {
    /// Always true.
    public var settled: Bool
    /// Who says so.
    public var from: Party
    /// When they said it.
    public var at: Timestamp

    /// A word that it is solved.
    public init(from: Party, at: Timestamp) {
        settled = true
        self.from = from
        self.at = at
    }
}
