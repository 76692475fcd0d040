import Yams

/// Reads one Markdown article with its front matter, strictly.
struct ArticleParser {
    private static let keys = [
        "id", "title", "topics", "language", "audience", "reviewed", "review_every", "authority", "owner", "news", "by",
    ]
    private static let optional: Set = ["news", "by"]

    private let file: String
    private let topics: Set<String>?
    private var problems: [ArticleProblem] = []

    /// - Parameter topics: the topics there are; nil allows any.
    static func parse(_ text: String, file: String, topics: Set<String>?) throws -> Article {
        var parser = ArticleParser(file: file, topics: topics)
        let article = parser.parse(text)
        guard let article, parser.problems.isEmpty else { throw ArticleProblems(problems: parser.problems) }
        return article
    }

    private init(file: String, topics: Set<String>?) {
        self.file = file
        self.topics = topics
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(ArticleProblem(file: file, line: line, message: message))
    }

    private mutating func parse(_ text: String) -> Article? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.last == "\r" ? line.dropLast() : line)
        }
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            report(1, "an article begins with its front matter between two lines of ---")
            return nil
        }
        guard let fields = frontMatter(lines[1..<end].joined(separator: "\n")) else { return nil }
        let sections = sections(Array(lines[(end + 1)...]), firstLine: end + 2, title: fields["title"]?.0 ?? "")
        return article(fields, sections)
    }

    /// Scalar fields by name, with their lines; `topics` comes back joined by commas.
    private mutating func frontMatter(_ yaml: String) -> [String: (String, Int)]? {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            report(2, "the front matter is no YAML: \(error)")
            return nil
        } catch {
            report(2, "the front matter is no YAML: \(error)")
            return nil
        }
        guard let mapping = node?.mapping else {
            report(2, "the front matter must be a list of names and values")
            return nil
        }
        var fields: [String: (String, Int)] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            let line = (key.mark?.line ?? 1) + 1
            guard Self.keys.contains(name) else {
                report(line, "unknown field \"\(name)\"; there are \(Self.keys.joined(separator: ", "))")
                continue
            }
            if name == "topics", let sequence = value.sequence {
                fields[name] = (sequence.compactMap { $0.scalar?.string }.joined(separator: ","), line)
            } else if let scalar = value.scalar {
                fields[name] = (scalar.string, line)
            } else {
                report(line, "\(name) must be a plain value")
            }
        }
        for name in Self.keys
        where fields[name]?.0.isEmpty ?? !Self.optional.contains(name) {
            report(2, "\(name) is missing")
        }
        return fields
    }

    private mutating func article(_ fields: [String: (String, Int)], _ sections: [Article.Section]) -> Article? {
        func field(_ name: String) -> (value: String, line: Int) {
            let field = fields[name] ?? ("", 2)
            return (field.0, field.1)
        }
        let (id, language) = (field("id"), field("language"))
        let names =
            language.value == "en" ? ["\(id.value).md", "\(id.value).en.md"] : ["\(id.value).\(language.value).md"]
        if !id.value.isEmpty, !language.value.isEmpty, !names.contains(file) {
            report(id.line, "the article \(id.value) in \(language.value) belongs in \(names[0])")
        }
        let listed = field("topics").value.split(separator: ",").map(String.init)
        if let topics {
            for topic in listed where !topics.contains(topic) {
                report(field("topics").line, "unknown topic \"\(topic)\"")
            }
        }
        let audience = Article.Audience(rawValue: field("audience").value)
        if audience == nil, !field("audience").value.isEmpty {
            report(field("audience").line, "audience must be customer or staff")
        }
        let news = field("news")
        if !["", "bad"].contains(news.value) {
            report(news.line, "news can only be bad; leave it out where the answer is welcome")
        }
        let by = field("by")
        if !["", "people"].contains(by.value) {
            report(by.line, "by can only be people; leave it out where the answer may go by itself")
        }
        let reviewed = ReviewDate(field("reviewed").value)
        if reviewed == nil, !field("reviewed").value.isEmpty {
            report(field("reviewed").line, "reviewed must be a day such as 2026-11-22")
        }
        let due = reviewed?.adding(field("review_every").value)
        if reviewed != nil, due == nil, !field("review_every").value.isEmpty {
            report(field("review_every").line, "review_every must be a number of days, weeks, months or years")
        }
        if sections.first?.anchor != "" {
            report(sections.first?.line ?? 2, "the answer must stand before the first heading")
        }
        guard let audience, let reviewed, let due else { return nil }
        return Article(
            id: id.value, title: field("title").value, topics: listed, language: language.value, audience: audience,
            reviewed: reviewed, reviewDue: due, authority: field("authority").value, owner: field("owner").value,
            isBadNews: news.value == "bad", isByPeople: by.value == "people", file: file, sections: sections)
    }

    private mutating func sections(_ lines: [String], firstLine: Int, title: String) -> [Article.Section] {
        var sections: [Article.Section] = []
        var current = Article.Section(heading: title, anchor: "", text: "", line: firstLine)
        var body: [String] = []
        func close() {
            current.text = plain(body)
            if !current.text.isEmpty { sections.append(current) }
            body = []
        }
        for (offset, line) in lines.enumerated() {
            guard line.hasPrefix("## ") else {
                if line.hasPrefix("# ") { report(firstLine + offset, "the title stands in the front matter; use ##") }
                body.append(line)
                continue
            }
            close()
            let heading = String(line.dropFirst(3)).trimmed
            current = Article.Section(
                heading: heading, anchor: anchor(of: heading), text: "", line: firstLine + offset)
        }
        close()
        return sections
    }

    /// Markdown as it may stand in a mail: lists and addresses stay, emphasis goes, links are written out.
    private func plain(_ lines: [String]) -> String {
        var text = lines.joined(separator: "\n")
        for mark in ["**", "__", "`"] { text = text.split(separator: mark, omittingEmptySubsequences: false).joined() }
        return text.trimmed
    }

    private func anchor(of heading: String) -> String {
        var anchor = ""
        for character in heading.lowercased() {
            if character.isLetter || character.isNumber {
                anchor.append(character)
            } else if anchor.last != "-", !anchor.isEmpty {
                anchor.append("-")
            }
        }
        return "#" + (anchor.last == "-" ? String(anchor.dropLast()) : anchor)
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
