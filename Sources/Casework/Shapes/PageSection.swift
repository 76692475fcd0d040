public import StageProtocol

/// Section `page`: since when links to the case's private pages count. Written by intake.
public struct PageSection: Codable, Sendable, Hashable {
    /// `page/1`
    public static let schema = "page/1"
    /// Links that were made before this moment open nothing.
    public var links_from: Timestamp

    /// The section that ends every link made until now. Links tell their second: one of this very second ends, too.
    public init(endingLinksAt now: Timestamp) { links_from = now + .seconds(1) }
}

extension Contact {
    /// The note that somebody had every link to a case's pages ended.
    /// - Parameter channel: how they said so: `page`, or `command`.
    public static func linksEnded(by party: Party, channel: String) -> Contact {
        Contact(channel: channel, from: party, words: "", automatic: "links-ended")
    }
}
