/// Reads the tags of a template, line by line, and collects what is wrong.
struct TemplateParser {
    let file: String
    let known: Set<String>
    /// Texts that others share, by name.
    let partials: [String: [Template.Part]]
    var problems: [Template.Problem] = []
    var used: Set<String> = []
    private var open: [Open] = []
    private var parts: [Template.Part] = []
    /// Where in its line the tag at hand begins, from 1.
    private var column = 1

    /// A section whose end has not come yet.
    private struct Open {
        var name: String
        var sign: Character
        var line: Int
        var column: Int
        /// What stands before it.
        var parts: [Template.Part]
    }

    init(file: String, known: Set<String>, partials: [String: [Template.Part]] = [:]) {
        self.file = file
        self.known = known
        self.partials = partials
    }

    mutating func report(_ line: Int, _ message: String, column: Int = 1) {
        problems.append(Template.Problem(file: file, line: line, message: message, column: column))
    }

    /// - Parameter margin: how much of each line stands before what is handed over.
    mutating func parse(_ lines: [Substring], firstLine: Int, margin: Int = 0) -> [Template.Part] {
        parts = []
        open = []
        for (offset, line) in lines.enumerated() {
            let number = firstLine + offset
            let bare = line.filter { $0 != " " && $0 != "\t" }
            let standsAlone =
                bare.hasPrefix("{{") && bare.hasSuffix("}}") && bare.dropFirst(2).first.map("#^/>!".contains) == true
                && bare.dropFirst(3).dropLast(2).allSatisfy { $0 != "{" && $0 != "}" }
            let indent = standsAlone ? line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count : 0
            parse(line: standsAlone ? Substring(bare) : line, number, margin: margin + indent)
            if !standsAlone, offset + 1 < lines.count { parts.append(.text("\n")) }
        }
        for section in open.reversed() {
            report(
                section.line, "{{\(section.sign)\(section.name)}} is never closed by {{/\(section.name)}}",
                column: section.column)
            parts = section.parts + parts
        }
        return parts
    }

    private mutating func parse(line: Substring, _ number: Int, margin: Int) {
        var rest = line
        while let opening = find("{{", in: rest) {
            if opening > rest.startIndex { parts.append(.text(String(rest[..<opening]))) }
            column = margin + line[..<opening].unicodeScalars.count + 1
            rest = rest[opening...].dropFirst(2)
            guard let closing = find("}}", in: rest) else {
                return report(number, "{{ is never closed by }}", column: column)
            }
            tag(rest[..<closing], number)
            rest = rest[closing...].dropFirst(2)
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    private func find(_ mark: String, in text: Substring) -> Substring.Index? {
        text.indices.first { text[$0...].hasPrefix(mark) }
    }

    private mutating func tag(_ content: Substring, _ line: Int) {
        guard let sign = content.first, sign != "!" else { return }
        let isPlain = sign.isLetter || sign == " "
        let name = String((isPlain ? content : content.dropFirst()).filter { $0 != " " })
        guard isPlain || "#^/>&".contains(sign) else {
            return report(
                line, "{{\(content)}} begins with \(sign); a tag begins with a name or with one of # ^ / > & !",
                column: column)
        }
        if sign == ">" { return include(name, line) }
        guard known.contains(name) else {
            // Nobody is sent this. A day is what no rule of the gate objects to.
            if isPlain { parts.append(.text(TemplatePlaceholder.sampleDay)) }
            return report(line, "unknown placeholder {{\(content)}}\(hint(name, among: known))", column: column)
        }
        used.insert(name)
        switch sign {
        case "#", "^":
            open.append(Open(name: name, sign: sign, line: line, column: column, parts: parts))
            parts = []
        case "/": close(name, line)
        default: parts.append(.value(name: name, line: line))
        }
    }

    private mutating func close(_ name: String, _ line: Int) {
        guard let section = open.last, section.name == name else {
            return report(line, "{{/\(name)}} closes nothing that is open here", column: column)
        }
        open.removeLast()
        switch (section.sign, name) {
        case ("#", Template.promise):
            let promise = Template.Part.promise(parts: parts)
            if !promise.namesADay {
                report(
                    section.line, "a promise needs a day: {{next_word}}, or words such as \"within 2 business days\"",
                    column: section.column)
            }
            parts = section.parts + [promise]
        case ("#", _): parts = section.parts + [.section(name: name, parts: parts)]
        default: parts = section.parts + [.inverted(name: name, parts: parts)]
        }
    }

    private mutating func include(_ name: String, _ line: Int) {
        guard let partial = partials[name] else {
            let near = hint(name, among: Set(TemplateCatalog.partials))
            return report(line, "no text is called {{>\(name)}}\(near)", column: column)
        }
        parts += partial
    }

    private func hint(_ name: String, among names: Set<String>) -> String {
        guard let near = names.min(by: { distance($0, name) < distance($1, name) }), distance(near, name) <= 3 else {
            return ""
        }
        return "; did you mean {{\(near)}}?"
    }

    /// Levenshtein's distance.
    private func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
