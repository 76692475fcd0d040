/// An invitation or its answer (RFC 5545) as a person reads it.
enum CalendarText {
    /// What, when, where, and who answers how; empty where there is no event.
    static func lines(_ content: [UInt8]) -> [MailLine] {
        let fields = self.fields(content)
        guard let start = fields.firstIndex(where: { $0.name == "BEGIN" && ["VEVENT", "VTODO"].contains($0.value) })
        else { return [] }
        let event = fields[start...].prefix { $0.name != "END" || $0.value == "VALARM" }
        func value(_ name: String) -> String? { event.first { $0.name == name }?.value }
        var lines: [String] = []
        if let summary = value("SUMMARY") { lines.append(summary) }
        let times = [value("DTSTART"), value("DTEND")].compactMap { $0.flatMap(readable) }
        if !times.isEmpty { lines.append(times.joined(separator: " – ")) }
        if let place = value("LOCATION"), !place.isEmpty { lines.append(place) }
        for attendee in event where attendee.name == "ATTENDEE" {
            if let status = attendee.status { lines.append("\(attendee.who): \(status)") }
        }
        if let description = value("DESCRIPTION"), !description.trimmed.isEmpty { lines += ["", description] }
        return lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .prefix(500).map { MailLine(String($0)) }
    }

    /// `METHOD`, in lower case; empty where it is missing.
    static func method(_ content: [UInt8]) -> String {
        fields(Array(content.prefix(16_384))).first { $0.name == "METHOD" }?.value.lowercased() ?? ""
    }

    private struct Field {
        var name: String
        var parameters: [Substring]
        var value: String

        var who: String {
            let name = parameters.first { $0.uppercased().hasPrefix("CN=") }.map {
                $0.dropFirst(3).filter { $0 != "\"" }
            }
            return name ?? value.replacing("mailto:", with: "").replacing("MAILTO:", with: "")
        }

        var status: String? {
            parameters.first { $0.uppercased().hasPrefix("PARTSTAT=") }.map { $0.dropFirst(9).lowercased() }
        }
    }

    private static func fields(_ content: [UInt8]) -> [Field] {
        let text = String(
            decoding: Charset.decode(Array(content.prefix(256 * 1_024)), declared: "utf-8").text, as: UTF8.self)
        let unfolded = text.replacing("\r\n", with: "\n").replacing("\n ", with: "").replacing("\n\t", with: "")
        return unfolded.split(separator: "\n").prefix(2_000).compactMap(field)
    }

    private static func field(_ line: Substring) -> Field? {
        var isQuoted = false
        let colon = line.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ":" && !isQuoted
        }
        guard let colon else { return nil }
        let head = line[..<colon].split(separator: ";")
        guard let name = head.first else { return nil }
        return Field(
            name: name.uppercased(), parameters: Array(head.dropFirst()),
            value: unescaped(line[line.index(after: colon)...]).trimmed)
    }

    private static func unescaped(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in value.prefix(20_000) {
            if isEscaped {
                text.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// `20261120T100000Z` as `2026-11-20 10:00 UTC`.
    private static func readable(_ moment: String) -> String? {
        let digits = moment.filter(\.isNumber)
        guard digits.count >= 8 else { return nil }
        func part(_ from: Int, _ count: Int) -> Substring { digits.dropFirst(from).prefix(count) }
        let day = "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))"
        guard digits.count >= 12 else { return day }
        return "\(day) \(part(8, 2)):\(part(10, 2))" + (moment.hasSuffix("Z") ? " UTC" : "")
    }
}
