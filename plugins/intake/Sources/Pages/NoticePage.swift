/// Pages that say one thing.
enum NoticePage {
    static func thanks(ref: String?, site: Site, texts: Texts) -> HTML {
        let reference: HTML =
            ref.map { "<p class=\"ref\"><span>\(texts.yourReference)</span> <strong>\($0)</strong></p>\n" } ?? .empty
        let steps = texts.next.map { step -> HTML in "<li>\(step)</li>\n" }
        return Layout(site: site, texts: texts).html(
            title: texts.thanksTitle,
            """
            <div class="box good">
            <h1>\(texts.thanksTitle)</h1>
            \(reference)</div>
            <h2>\(texts.nextTitle)</h2>
            <ol>
            \(steps)</ol>
            <p><a href="/">\(texts.another)</a></p>
            """)
    }

    static func voted(site: Site, texts: Texts) -> HTML {
        page(texts.votedTitle, texts.votedText.filled(["desk": site.settings.desk.name]), site, texts)
    }

    static func refused(_ refusal: Refusal, site: Site, texts: Texts) -> HTML {
        let (title, text) = texts.refusal(refusal.kind)
        return page(title, text.filled(["size": "\(site.settings.bodyLimit >> 20)"]), site, texts)
    }

    private static func page(_ title: String, _ text: String, _ site: Site, _ texts: Texts) -> HTML {
        Layout(site: site, texts: texts).html(
            title: title,
            """
            <h1>\(title)</h1>
            <p class="lead">\(text)</p>
            <p><a href="/">\(texts.toForm)</a></p>
            """)
    }
}
