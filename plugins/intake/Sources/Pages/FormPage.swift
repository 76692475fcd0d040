import Casework

/// What the form shows.
struct FormView: Sendable {
    var draft: ContactDraft
    var token: String
    var problems: [FieldProblem] = []
    /// A word above the form.
    var notice: PageText?

    /// The field that people do not see.
    static let trap = "company_fax"
}

/// The contact form.
struct FormPage {
    let site: Site
    let texts: PageTexts
    let kind: FormKind

    func html(_ view: FormView) -> HTML {
        let title = texts[kind.title]
        let fields = Fields(texts: texts, problems: view.problems, button: kind.send)
        let lostFiles = !view.draft.files.isEmpty
        return Layout(site: site, texts: texts).html(
            title: view.problems.isEmpty ? title : "\(texts[.problemWord]): \(title)", switching: kind.home,
            """
            <h1>\(title)</h1>
            <p class="lead">\(texts[kind.lead])</p>
            \(fields.notice(view.notice, lostFiles: lostFiles))\(fields.summary(lostFiles: lostFiles))
            <form class="card" method="post" action="\(kind.action)" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="token" value="\(view.token)">
            <input type="hidden" name="lang" value="\(texts.code)">
            \(questions(view.draft, fields))
            <div class="trap" aria-hidden="true">
            <label for="\(FormView.trap)">\(texts[.formTrap])</label>
            <input id="\(FormView.trap)" name="\(FormView.trap)" tabindex="-1" autocomplete="off">
            </div>
            <button type="submit">\(texts[kind.send])</button>
            <p class="hint">\(texts[.formPrivacy])</p>
            </form>
            """)
    }

    private func questions(_ draft: ContactDraft, _ fields: Fields) -> [HTML] {
        let person = [
            fields.line(.name, .formName, value: draft.name, "autocomplete=\"name\" maxlength=\"120\""),
            fields.line(
                .address, .formAddress, value: draft.address, hint: .formAddressHint, isRequired: true,
                "type=\"email\" inputmode=\"email\" autocomplete=\"email\" maxlength=\"254\" required"),
        ]
        let words = fields.area(.text, kind.text, value: draft.text, hint: kind.hint, rows: 9)
        guard kind.subject == nil else { return [words] + person }
        return person + [
            fields.line(.subject, .formSubject, value: draft.subject, "maxlength=\"200\""), words,
            fields.files(site.settings),
            fields.line(
                .ref, .formRef, value: draft.ref, hint: .formRefHint,
                "autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"20\""),
        ]
    }
}
