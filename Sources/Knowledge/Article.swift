/// One answer the shop has thought through, in one language.
package struct Article: Sendable, Hashable {
    /// Who may read an article.
    package enum Audience: String, Sendable, Hashable, CaseIterable {
        case customer
        case staff
    }

    /// The part under one heading; the part before the first heading carries the article's title and no anchor.
    package struct Section: Sendable, Hashable {
        package var heading: String
        /// `#how-to-send-it-back`, empty for the opening.
        package var anchor: String
        /// Plain text that can stand in a reply as it is.
        package var text: String
        /// The line of the file it begins at.
        package var line: Int
    }

    /// The same in every language.
    package var id: String
    package var title: String
    package var topics: [String]
    /// ISO 639-1.
    package var language: String
    package var audience: Audience
    package var reviewed: ReviewDate
    /// The last day on which the article may be used.
    package var reviewDue: ReviewDate
    /// On whose word it rests.
    package var authority: String
    /// Who is told when it grows stale.
    package var owner: String
    /// Whether it tells what a customer would rather not hear: then it is said first and plainly.
    package var isBadNews: Bool
    /// Whether a person sends it: for them it is a draft, and no customer has it by itself.
    package var isByPeople: Bool
    /// The file's name in the knowledge folder.
    package var file: String
    /// The answer first, then the sections below it.
    package var sections: [Section]

    /// The text that answers as it stands: calm, in the second person, with every term named.
    package var answer: String { sections.first?.text ?? "" }

    /// Whether the review is overdue on a day.
    package func isStale(on day: ReviewDate) -> Bool { day > reviewDue }
}
