import Hummingbird

/// What all pages have in common.
struct Site: Sendable {
    let settings: IntakeSettings
    /// The languages of the pages, the desk's own first.
    let languages: [Texts]

    init(settings: IntakeSettings) {
        self.settings = settings
        let found = settings.languages.compactMap { Texts.of($0) }
        languages = found.isEmpty ? [.english] : found
    }

    /// The texts of a language that the desk offers.
    func texts(code: String) -> Texts? { languages.first { $0.code == code } }

    /// The texts that suit a request: the language that was chosen on the page, else the browser's.
    func texts(for request: Request) -> Texts {
        if let code = request.uri.queryParameters["lang"], let chosen = texts(code: String(code)) { return chosen }
        return texts(accepting: request.headers[.acceptLanguage] ?? "")
    }

    /// The texts that suit an `Accept-Language` header best; the desk's own where none does.
    func texts(accepting header: String) -> Texts {
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
        return languages.first ?? .english
    }
}
