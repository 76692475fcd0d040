import Casework

/// The frame of every page.
struct Layout {
    let site: Site
    let texts: PageTexts

    /// - Parameters:
    ///   - path: the path under which the page stands in other languages, if it can be asked for again.
    ///   - isPrivate: whether the page is one person's own, which no index shall know.
    func html(title: String, switching path: String? = nil, isPrivate: Bool = false, _ content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(texts.code)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(isPrivate ? "<meta name=\"robots\" content=\"noindex\">\n" : .empty)\
        <title>\(title) · \(site.settings.desk.name)</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header><a href="/?lang=\(texts.code)">\(site.settings.desk.name)</a></header>
        <main>
        \(content)
        </main>
        <footer>
        <p><a href="/feedback?lang=\(texts.code)">\(texts[.feedbackLink])</a></p>
        \(path.map(languages) ?? .empty)
        </footer>
        </body>
        </html>

        """
    }

    private func languages(_ path: String) -> HTML {
        guard site.languages.count > 1 else { return .empty }
        let links = site.languages.map { language -> HTML in
            language.code == texts.code
                ? "<li aria-current=\"true\" lang=\"\(language.code)\">\(language[.languageName])</li>"
                : """
                <li><a href="\(path)?lang=\(language.code)" hreflang="\(language.code)" lang="\(language.code)">\
                \(language[.languageName])</a></li>
                """
        }
        return "<nav aria-label=\"\(texts[.languageList])\"><ul>\(links)</ul></nav>"
    }
}
