import Calendars
import Casework
import Hummingbird
import StageKit

/// What all pages have in common.
struct Site: Sendable {
    let settings: IntakeSettings
    /// The languages of the pages, the desk's own first.
    let languages: [PageTexts]
    /// Says moments as people do, in the desk's zone.
    let time: SpokenTime
    /// The desk's zone.
    let zone: String
    private let first: PageTexts

    /// - Throws: `StageFailure.config` where the texts of a language are missing or wrong.
    init(settings: IntakeSettings, standards: JSON? = nil) throws {
        self.settings = settings
        zone = standards?["calendar"]?["zone"]?.string ?? "UTC"
        time = SpokenTime(zone: zone)
        do {
            languages = try PageTexts.offered(settings.languages, in: settings.templates)
        } catch {
            throw StageFailure.config("templates", "\(error)")
        }
        guard let first = languages.first else {
            throw StageFailure.config("languages", "name at least one language for the pages")
        }
        self.first = first
    }

    /// The texts of a language that the desk offers.
    func texts(code: String) -> PageTexts? { languages.first { $0.code == code } }

    /// The texts that suit a request: the language that was chosen on the page, else the browser's.
    func texts(for request: Request) -> PageTexts {
        if let code = request.uri.queryParameters["lang"], let chosen = texts(code: String(code)) { return chosen }
        return texts(accepting: request.headers[.acceptLanguage] ?? "")
    }

    /// The texts that suit an `Accept-Language` header best; the desk's own where none does.
    func texts(accepting header: String) -> PageTexts {
        let wishes = header.split(separator: ",").prefix(20).enumerated().map { order, wish in
            let parts = wish.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (order: order, tag: parts.first ?? "", quality: quality)
        }
        let sorted = wishes.filter { $0.quality > 0 }.sorted { ($1.quality, $0.order) < ($0.quality, $1.order) }
        for wish in sorted {
            if wish.tag == "*" { break }
            if let found = texts(code: String(wish.tag.prefix { $0 != "-" })) { return found }
        }
        return first
    }
}
