/// What the form shows.
struct FormView: Sendable {
    /// A word above the form.
    enum Notice: Sendable { case later, stale, unsure }

    var draft: ContactDraft
    var token: String
    var problems: [FieldProblem] = []
    var notice: Notice?

    /// The field that people do not see.
    static let trap = "company_fax"
}

/// The contact form.
struct FormPage {
    let site: Site
    let texts: Texts

    func html(_ view: FormView) -> HTML {
        let title = texts.formTitle
        return Layout(site: site, texts: texts).html(
            title: view.problems.isEmpty ? title : "\(texts.errorWord): \(title)", switching: "/",
            """
            <h1>\(title)</h1>
            <p class="lead">\(texts.formLead)</p>
            \(notice(view))\(summary(view))
            <form method="post" action="/contact" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="token" value="\(view.token)">
            <input type="hidden" name="lang" value="\(texts.code)">
            \(fields(view))
            <div class="trap" aria-hidden="true">
            <label for="\(FormView.trap)">\(texts.trap)</label>
            <input id="\(FormView.trap)" name="\(FormView.trap)" tabindex="-1" autocomplete="off">
            </div>
            <button type="submit">\(texts.send)</button>
            <p class="hint">\(texts.privacy)</p>
            </form>
            """)
    }

    private func fields(_ view: FormView) -> [HTML] {
        let draft = view.draft
        var fields = [
            input(view, .name, texts.name, value: draft.name, hint: nil, "autocomplete=\"name\" maxlength=\"120\""),
            input(
                view, .address, texts.address, value: draft.address, hint: texts.addressHint, isRequired: true,
                "type=\"email\" inputmode=\"email\" autocomplete=\"email\" maxlength=\"254\" required"),
            input(view, .subject, texts.subject, value: draft.subject, hint: nil, "maxlength=\"200\""),
            field(
                view, .text, texts.text, hint: texts.textHint, isRequired: true,
                """
                <textarea id="text" name="text" rows="9" maxlength="\(ContactCheck.longestText)" required\
                \(described(view, .text, hint: true))>\(leadingLineKept(draft.text))</textarea>
                """),
        ]
        if site.settings.maxAttachments > 0, site.settings.maxAttachmentMiB > 0 {
            let hint = texts.filesHint.filled([
                "count": "\(site.settings.maxAttachments)", "size": "\(site.settings.maxAttachmentMiB)",
            ])
            let input: HTML = """
                <input id="files" name="files" type="file" multiple\(described(view, .files, hint: true))>
                """
            fields.append(field(view, .files, texts.files, hint: hint, input))
        }
        fields.append(
            input(
                view, .ref, texts.ref, value: draft.ref, hint: texts.refHint,
                "autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"20\""))
        return fields
    }

    /// Browsers leave out a line end right behind the tag.
    private func leadingLineKept(_ text: String) -> HTML { "\n\(text)" }

    private func input(
        _ view: FormView, _ name: FieldProblem.Field, _ label: String, value: String, hint: String?,
        isRequired: Bool = false, _ attributes: HTML
    ) -> HTML {
        field(
            view, name, label, hint: hint, isRequired: isRequired,
            """
            <input id="\(name.rawValue)" name="\(name.rawValue)" value="\(value)" \(attributes)\
            \(described(view, name, hint: hint != nil))>
            """)
    }

    private func field(
        _ view: FormView, _ name: FieldProblem.Field, _ label: String, hint: String?, isRequired: Bool = false,
        _ input: HTML
    ) -> HTML {
        let optional: HTML = isRequired ? .empty : " <span class=\"optional\">\(texts.optional)</span>"
        let hint: HTML = hint.map { "<p class=\"hint\" id=\"\(name.rawValue)-hint\">\($0)</p>\n" } ?? .empty
        let problem = problem(view, name)
        let error: HTML = problem.map { "<p class=\"error\" id=\"\(name.rawValue)-error\">\($0)</p>\n" } ?? .empty
        return """
            <div class="field\(problem == nil ? .empty : " wrong")">
            <label for="\(name.rawValue)">\(label)\(optional)</label>
            \(hint)\(error)\(input)
            </div>

            """
    }

    private func described(_ view: FormView, _ name: FieldProblem.Field, hint: Bool) -> HTML {
        let isWrong = problem(view, name) != nil
        let ids = (hint ? ["\(name.rawValue)-hint"] : []) + (isWrong ? ["\(name.rawValue)-error"] : [])
        let description: HTML =
            ids.isEmpty ? .empty : " aria-describedby=\"\(ids.joined(separator: " "))\""
        return isWrong ? "\(description) aria-invalid=\"true\"" : description
    }

    private func problem(_ view: FormView, _ name: FieldProblem.Field) -> String? {
        view.problems.first { $0.field == name }.map(texts.problem)
    }

    private func summary(_ view: FormView) -> HTML {
        guard !view.problems.isEmpty else { return .empty }
        let items = view.problems.map { problem -> HTML in
            "<li><a href=\"#\(problem.field.rawValue)\">\(texts.problem(problem))</a></li>\n"
        }
        return """
            <div class="box bad" role="alert">
            <h2>\(texts.problemsTitle)</h2>
            <ul>
            \(items)</ul>
            \(filesAgain(view))</div>

            """
    }

    private func notice(_ view: FormView) -> HTML {
        let text: String
        switch view.notice {
        case nil: return .empty
        case .later: text = texts.later
        case .stale: text = texts.stale
        case .unsure: text = texts.unsure
        }
        return """
            <div class="box bad" role="alert">
            <p>\(text)</p>
            \(view.problems.isEmpty ? filesAgain(view) : .empty)</div>

            """
    }

    /// Browsers cannot be given files back.
    private func filesAgain(_ view: FormView) -> HTML {
        view.draft.files.isEmpty ? .empty : "<p>\(texts.filesAgain)</p>\n"
    }
}
