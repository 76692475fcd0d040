public import StageProtocol

/// Section `appreciation`: how the customer was thanked, and whether they joined the appreciation list. Written by survey.
///
/// What a customer chose stands in the case in which they were asked; over all their cases, the latest choice counts.
public struct Appreciation: Codable, Sendable, Hashable {
    /// `appreciation/1`
    public static let schema = "appreciation/1"
    /// When the customer was thanked.
    public var thanked: Timestamp?
    /// When they were invited to the list.
    public var invited: Timestamp?
    /// Who joined or left, as they are written to.
    public var member: Member?
    /// When they joined the list, by their own word.
    public var joined: Timestamp?
    /// When they left: since then they get no mail that answers nothing.
    public var left: Timestamp?

    /// Somebody who has chosen.
    public struct Member: Codable, Sendable, Hashable {
        /// Their name, if they gave one.
        public var name: String?
        /// Where they are written to.
        public var address: String
        /// The language they are written to in, as BCP 47.
        public var language: String?

        /// A member.
        public init(name: String? = nil, address: String, language: String? = nil) {
            self.name = name
            self.address = address
            self.language = language
        }
    }

    /// Nothing happened yet.
    public init() {}
}

/// What somebody chose about mails that answer nothing: the body of a `feedback` entry, and the data of `case.feedback`.
public struct ListChoice: Codable, Sendable, Hashable {
    /// The choices.
    public enum Choice: String, Codable, Sendable {
        /// To be on the appreciation list.
        case join
        /// To get no such mails any more: not of the list, no thanks, no questions, no news of what was done.
        case leave
    }

    /// What they chose.
    public var list: Choice
    /// Who chose it, as a ``ListLink`` names them.
    public var who: String

    /// A choice of somebody.
    public init(_ choice: Choice, who: String) {
        list = choice
        self.who = who
    }
}
