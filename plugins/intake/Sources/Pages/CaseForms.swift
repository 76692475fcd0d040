import Casework

/// What a customer can do on their own page. Each form is sent, never followed: whoever only looks does nothing.
struct CaseForms {
    let site: Site
    let texts: PageTexts
    let path: String
    let token: String

    func word(_ view: CaseView, _ fields: Fields) -> HTML {
        """
        <section class="card" aria-labelledby="add">
        <h2 id="add">\(texts[.caseWord])</h2>
        <form method="post" action="\(path)/word" enctype="multipart/form-data" novalidate>
        \(signed)
        \(fields.area(.text, .caseWordLabel, value: view.draft.text, hint: .caseWordHint, rows: 5))
        \(fields.files(site.settings))
        <button type="submit">\(texts[.caseWordSend])</button>
        </form>
        </section>
        """
    }

    func solved(_ standing: Standing) -> HTML {
        switch standing {
        case .settling: .empty
        case .settled: asked([button("unsolved", .caseSolvedNo, isQuiet: true)])
        case .ours, .yours:
            asked([button("solved", .caseSolvedYes), button("unsolved", .caseSolvedNo, isQuiet: true)])
        }
    }

    var end: HTML {
        """
        <details>
        <summary>\(texts[.caseEnd])</summary>
        <p>\(texts[.caseEndLead])</p>
        \(button("end", .caseEndDo, isQuiet: true))
        </details>
        """
    }

    private func asked(_ buttons: [HTML]) -> HTML {
        """
        <section class="card" aria-labelledby="solved">
        <h2 id="solved">\(texts[.caseSolved])</h2>
        <p>\(texts[.caseSolvedLead])</p>
        <div class="choices">
        \(buttons)</div>
        </section>
        """
    }

    private func button(_ action: String, _ label: PageText, isQuiet: Bool = false) -> HTML {
        """
        <form method="post" action="\(path)/\(action)">
        \(signed)
        <button type="submit"\(isQuiet ? " class=\"quiet\"" : .empty)>\(texts[label])</button>
        </form>

        """
    }

    private var signed: HTML {
        """
        <input type="hidden" name="token" value="\(token)">
        <input type="hidden" name="lang" value="\(texts.code)">
        """
    }
}

/// The words that somebody sent to a page that cannot be shown just now: nothing they wrote is lost.
struct KeptWords {
    let path: String
    let token: String
    let draft: ContactDraft

    func html(site: Site, texts: PageTexts) -> HTML {
        let fields = Fields(texts: texts)
        let forms = CaseForms(site: site, texts: texts, path: path, token: token)
        return Layout(site: site, texts: texts).html(
            title: texts[.caseWord], isPrivate: true,
            """
            <h1>\(texts[.caseWord])</h1>
            \(fields.notice(.caseWordLater, lostFiles: !draft.files.isEmpty))
            \(forms.word(CaseView(draft: draft), fields))
            """)
    }
}
