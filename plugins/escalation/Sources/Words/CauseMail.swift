import Calendars
import Casework
import StageProtocol

/// What a colleague is told of a cause.
struct CauseMail: Sendable {
    var ref: String
    var key: String
    /// What went wrong.
    var what: [String]
    /// The customers' cases.
    var cases: [String]
    var found: String?
    /// By when it is to be mended.
    var due: Timestamp?
    var owner: String
    /// Why this mail is written.
    var reason: String
    /// The cause that was mended before under the same name: it may have come back, or a case that is older than that has ended.
    var before: String?
    /// What sort of news it is, for the subject.
    var occasion: Occasion
    /// Whether the reader owns it.
    var isTheirs: Bool

    enum Occasion: Sendable, CaseIterable { case new, open, soon, late, ended, back }
}

extension StaffMail {
    /// Something went wrong, and its cause is to be found and mended.
    func cause(_ about: CauseMail, to person: People.Person) throws -> Template.Rendered {
        let language = language(of: person)
        let words = about.what + [about.cases.joined(separator: ", ")] + [about.found].compactMap { $0 }
        return try templates.required(Purpose.staffCause, language: language).render([
            "staff_name": person.firstName, "reference": about.ref, "summary": about.key,
            "findings": about.before.map {
                "\(about.reason) One of this name was mended before, in \($0): see whether it has come back."
            }
                ?? about.reason,
            "words": words.map { "> \($0)" }.joined(separator: "\n"), "advocate": about.owner,
            "deadline": about.due.map { moments.moment($0.milliseconds, language: language) } ?? "",
            "yours": about.isTheirs ? "yours" : "", "settled": about.occasion == .ended ? "yes" : "",
            "news": StaffPhrases.in(language).cause(about.occasion),
        ])
    }
}

extension StaffPhrases {
    /// How the subject of a mail about a cause begins.
    func cause(_ occasion: CauseMail.Occasion) -> String {
        let place = CauseMail.Occasion.allCases.firstIndex(of: occasion) ?? 1
        return causes[place]
    }
}
