/// Reads the tags of a template, line by line, and collects what is wrong.
struct TemplateParser {
    let file: String
    let known: Set<String>
    var problems: [Template.Problem] = []
    var used: Set<String> = []
    private var open: [(name: String, line: Int, parts: [Template.Part])] = []
    private var parts: [Template.Part] = []

    init(file: String, known: Set<String>) {
        self.file = file
        self.known = known
    }

    mutating func report(_ line: Int, _ message: String) {
        problems.append(Template.Problem(file: file, line: line, message: message))
    }

    mutating func parse(_ lines: [Substring], firstLine: Int) -> [Template.Part] {
        parts = []
        open = []
        for (offset, line) in lines.enumerated() {
            let number = firstLine + offset
            let bare = line.filter { $0 != " " && $0 != "\t" }
            let standsAlone =
                (bare.hasPrefix("{{#") || bare.hasPrefix("{{/")) && bare.hasSuffix("}}")
                && bare.dropFirst(3).dropLast(2).allSatisfy { $0 != "{" && $0 != "}" }
            parse(line: standsAlone ? Substring(bare) : line, number)
            if !standsAlone, offset + 1 < lines.count { parts.append(.text("\n")) }
        }
        for section in open.reversed() {
            report(section.line, "{{#\(section.name)}} is never closed by {{/\(section.name)}}")
            parts = section.parts + parts
        }
        return parts
    }

    private mutating func parse(line: Substring, _ number: Int) {
        var rest = line
        while let opening = find("{{", in: rest) {
            if opening > rest.startIndex { parts.append(.text(String(rest[..<opening]))) }
            rest = rest[opening...].dropFirst(2)
            guard let closing = find("}}", in: rest) else {
                return report(number, "{{ is never closed by }}")
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
        let sign = content.first
        let isSection = sign == "#" || sign == "/"
        let name = String((isSection ? content.dropFirst() : content).filter { $0 != " " })
        guard known.contains(name) else {
            let near = known.min { distance($0, name) < distance($1, name) }
            let hint = near.map { distance($0, name) <= 3 ? "; did you mean {{\($0)}}?" : "" } ?? ""
            return report(line, "unknown placeholder {{\(content)}}\(hint)")
        }
        used.insert(name)
        switch sign {
        case "#":
            open.append((name, line, parts))
            parts = []
        case "/":
            guard let section = open.last, section.name == name else {
                return report(line, "{{/\(name)}} closes nothing that is open here")
            }
            open.removeLast()
            parts = section.parts + [.section(name: name, parts: parts)]
        default:
            parts.append(.value(name: name, line: line))
        }
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
