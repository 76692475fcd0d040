package import StageProtocol

/// The templates of a shop, by language and name.
package struct TemplateCatalog: Sendable {
    /// What a pipeline needs templates for; each language must have every one.
    package static let names = [
        "acknowledgment", "answer", "apology", "bad-news", "clarifying-question", "closing", "follow-up-received",
        "hand-over", "invitation", "reminder", "spike", "staff-cause", "staff-digest", "staff-feedback", "staff-house",
        "staff-notice", "staff-praise", "staff-refused", "staff-review", "staff-spike", "staff-warning", "survey",
        "thanks", "update", "welcome", "you-said-we-did",
    ]

    /// Texts without a subject that the others bring in: `{{>opening}}` answers how the customer feels, `{{>concern}}` that they
    /// may be in danger, or mourn.
    package static let partials = ["concern", "opening"]

    private var templates: [String: [String: Template]] = [:]

    /// The languages that have templates.
    package var languages: [String] { templates.keys.sorted() }

    /// Reads templates that stand in files such as `en/answer.txt`.
    /// - Parameter files: path relative to the templates folder, and text.
    /// - Throws: `Template.Problems` with every mistake of every file, and with every template that is missing.
    package init(_ files: [(path: String, text: String)]) throws {
        var problems: [Template.Problem] = []
        self.init(files, &problems)
        if !problems.isEmpty { throw Template.Problems(problems: problems) }
    }

    /// Reads what can be read, and adds every mistake to those that were found before.
    init(_ files: [(path: String, text: String)], _ problems: inout [Template.Problem]) {
        let partials = Self.partials(in: files, &problems)
        for (path, text) in files.sorted(by: { $0.path < $1.path }) {
            let steps = path.split(separator: "/")
            guard steps.count == 2, steps[1].hasSuffix(".txt") else {
                problems.append(
                    Template.Problem(file: path, line: 1, message: "templates stand in LANGUAGE/NAME.txt"))
                continue
            }
            let name = String(steps[1].dropLast(4))
            if Self.partials.contains(name) { continue }
            guard Self.names.contains(name) else {
                let names = Self.names.joined(separator: ", ")
                problems.append(
                    Template.Problem(file: path, line: 1, message: "no template is called \(name); there are \(names)"))
                continue
            }
            let shared = partials[String(steps[0])] ?? [:]
            templates[String(steps[0]), default: [:]][name] = Template(text, file: path, partials: shared, &problems)
        }
        for language in templates.keys.sorted() {
            for name in Self.names
            where templates[language]?[name] == nil
                && !problems.contains(where: { $0.file == "\(language)/\(name).txt" })
            {
                problems.append(Template.Problem(file: "\(language)/\(name).txt", line: 1, message: "is missing"))
            }
        }
    }

    /// Texts to customers that the gate would hold back whatever they are filled with, by file and finding.
    package func refused(now: Timestamp) -> [(file: String, finding: GateFinding)] {
        let names = Self.names.filter { !$0.hasPrefix("staff-") }
        return languages.flatMap { language in
            names.compactMap { templates[language]?[$0] }.flatMap { template -> [(String, GateFinding)] in
                let name = template.file.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
                guard let text = try? template.render(TemplatePlaceholder.samples) else { return [] }
                let context = GateContext(language: language, purpose: name, mood: "angry", now: now)
                return CourtesyGate.judge(text.body, context).findings.filter { !Self.ofValues.contains($0.rule) }
                    .map { (template.file, $0) }
            }
        }
    }

    /// Rules that what a template is filled with can satisfy; and a language that the gate cannot read, which is a person's
    /// to judge.
    private static let ofValues: Set<GateRule> = [.feelingsIgnored, .hollowUpdate, .unknownLanguage]

    /// The texts that others bring in, by language and name.
    private static func partials(
        in files: [(path: String, text: String)], _ problems: inout [Template.Problem]
    ) -> [String: [String: Template.Partial]] {
        var partials: [String: [String: Template.Partial]] = [:]
        for (path, text) in files {
            let steps = path.split(separator: "/")
            guard steps.count == 2, let name = Self.partials.first(where: { steps[1] == "\($0).txt" }) else { continue }
            do {
                partials[String(steps[0]), default: [:]][name] = try Template.Partial(text, file: path)
            } catch let found as Template.Problems {
                problems += found.problems
            } catch {
                problems.append(Template.Problem(file: path, line: 1, message: "\(error)"))
            }
        }
        return partials
    }

    /// A template in a language (`de-AT` finds `de`), or in English where there is none.
    package func template(_ name: String, language: String?) -> Template? {
        let code = language.map(CustomerLanguage.primary) ?? "en"
        return templates[code]?[name] ?? templates["en"]?[name]
    }
}
