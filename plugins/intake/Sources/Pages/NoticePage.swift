import Casework

/// Pages that say one thing.
struct NoticePage {
    let site: Site
    let texts: PageTexts

    func thanks(ref: String?) -> HTML {
        let reference: HTML =
            ref.map { "<p class=\"ref\"><span>\(texts[.thanksReference])</span> <strong>\($0)</strong></p>\n" }
            ?? .empty
        let steps = [PageText.thanksNext1, .thanksNext2, .thanksNext3].map { step -> HTML in
            "<li>\(texts[step])</li>\n"
        }
        return Layout(site: site, texts: texts).html(
            title: texts[.thanksTitle], switching: ref == nil ? "/thanks" : nil,
            """
            <div class="box good">
            <h1>\(texts[.thanksTitle])</h1>
            \(reference)</div>
            <h2>\(texts[.thanksNext])</h2>
            <ol class="steps">
            \(steps)</ol>
            <p><a href="/?lang=\(texts.code)">\(texts[.thanksAnother])</a></p>
            """)
    }

    var voted: HTML { page(texts[.surveyThanksTitle], texts[.surveyThanksText]) }

    /// A link to a page was ended by the person it was for.
    var ended: HTML { page(texts[.caseEndedTitle], texts[.caseEndedText]) }

    /// Asks for the one click that joins the list or leaves it.
    func question(_ choice: ListChoice.Choice, notice: PageText? = nil) -> HTML {
        let (title, text, button): (PageText, PageText, PageText) =
            choice == .join
            ? (.listJoinTitle, .listJoinText, .listJoinDo) : (.listLeaveTitle, .listLeaveText, .listLeaveDo)
        return Layout(site: site, texts: texts).html(
            title: texts[title], isPrivate: true,
            """
            <h1>\(texts[title])</h1>
            \(Fields(texts: texts).notice(notice, lostFiles: false))<p class="lead">\(texts[text])</p>
            <form method="post">
            <button type="submit">\(texts[button])</button>
            </form>
            """)
    }

    /// What was chosen of the list.
    func chosen(_ choice: ListChoice.Choice) -> HTML {
        choice == .join
            ? page(texts[.listJoinedTitle], texts[.listJoinedText]) : page(texts[.listLeftTitle], texts[.listLeftText])
    }

    func refused(_ refusal: Refusal) -> HTML {
        let (title, text) = texts.refusal(refusal.kind, limit: site.settings.bodyLimit >> 20)
        return page(title, text)
    }

    private func page(_ title: String, _ text: String) -> HTML {
        Layout(site: site, texts: texts).html(
            title: title,
            """
            <h1>\(title)</h1>
            <p class="lead">\(text)</p>
            <p><a href="/?lang=\(texts.code)">\(texts[.thanksForm])</a></p>
            """)
    }
}
