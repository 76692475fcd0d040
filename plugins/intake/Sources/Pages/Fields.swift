import Casework

/// The fields of a form, each with its label, its hint and what is wrong with it, tied together for those who cannot see
/// that they stand side by side.
struct Fields {
    let texts: PageTexts
    var problems: [FieldProblem] = []
    /// What sends the form.
    var button = PageText.formSend

    /// A line to fill in.
    func line(
        _ name: FieldProblem.Field, _ label: PageText, value: String, hint: PageText? = nil, isRequired: Bool = false,
        _ attributes: HTML
    ) -> HTML {
        field(
            name, label, hint: hint.map { texts[$0] }, isRequired: isRequired,
            """
            <input id="\(name.rawValue)" name="\(name.rawValue)" value="\(value)" \(attributes)\
            \(described(name, hint: hint != nil))>
            """)
    }

    /// Room for words.
    func area(
        _ name: FieldProblem.Field, _ label: PageText, value: String, hint: PageText, rows: Int
    ) -> HTML {
        // Browsers leave out a line end right behind the tag.
        field(
            name, label, hint: texts[hint], isRequired: true,
            """
            <textarea id="\(name.rawValue)" name="\(name.rawValue)" rows="\(rows)" \
            maxlength="\(ContactCheck.longestText)" required\(described(name, hint: true))>
            \(value)</textarea>
            """)
    }

    /// Files to choose; nothing where the desk takes none.
    func files(_ settings: IntakeSettings) -> HTML {
        guard settings.maxAttachments > 0, settings.maxAttachmentMiB > 0 else { return .empty }
        let hint = texts.filled(
            .formFilesHint, ["count": "\(settings.maxAttachments)", "size": "\(settings.maxAttachmentMiB)"])
        let input: HTML = "<input id=\"files\" name=\"files\" type=\"file\" multiple\(described(.files, hint: true))>"
        return field(.files, .formFiles, hint: hint, input)
    }

    /// Everything that is wrong, above the form, each with a way to its field. It has the focus when the page opens.
    /// - Parameter lostFiles: whether files were chosen, which browsers cannot be given back.
    func summary(lostFiles: Bool) -> HTML {
        guard !problems.isEmpty else { return .empty }
        let items = problems.map { problem -> HTML in
            "<li><a href=\"#\(problem.field.rawValue)\">\(texts.problem(problem))</a></li>\n"
        }
        return """
            <div class="box bad" role="alert" tabindex="-1" autofocus>
            <h2>\(texts[.problemTitle])</h2>
            <ul>
            \(items)</ul>
            \(again(lostFiles))</div>

            """
    }

    /// A word above the form.
    func notice(_ text: PageText?, lostFiles: Bool) -> HTML {
        guard let text else { return .empty }
        return """
            <div class="box bad" role="alert" tabindex="-1" autofocus>
            <p>\(texts.filled(text, ["button": texts[button]]))</p>
            \(problems.isEmpty ? again(lostFiles) : .empty)</div>

            """
    }

    private func again(_ lostFiles: Bool) -> HTML { lostFiles ? "<p>\(texts[.problemFilesAgain])</p>\n" : .empty }

    private func field(
        _ name: FieldProblem.Field, _ label: PageText, hint: String?, isRequired: Bool = false, _ input: HTML
    ) -> HTML {
        let optional: HTML = isRequired ? .empty : " <span class=\"optional\">\(texts[.formOptional])</span>"
        let hint: HTML = hint.map { "<p class=\"hint\" id=\"\(name.rawValue)-hint\">\($0)</p>\n" } ?? .empty
        let problem = problem(name)
        let error: HTML = problem.map { "<p class=\"error\" id=\"\(name.rawValue)-error\">\($0)</p>\n" } ?? .empty
        return """
            <div class="field\(problem == nil ? .empty : " wrong")">
            <label for="\(name.rawValue)">\(texts[label])\(optional)</label>
            \(hint)\(error)\(input)
            </div>

            """
    }

    private func described(_ name: FieldProblem.Field, hint: Bool) -> HTML {
        let isWrong = problem(name) != nil
        let ids = (hint ? ["\(name.rawValue)-hint"] : []) + (isWrong ? ["\(name.rawValue)-error"] : [])
        let description: HTML =
            ids.isEmpty ? .empty : " aria-describedby=\"\(ids.joined(separator: " "))\""
        return isWrong ? "\(description) aria-invalid=\"true\"" : description
    }

    private func problem(_ name: FieldProblem.Field) -> String? {
        problems.first { $0.field == name }.map(texts.problem)
    }
}
