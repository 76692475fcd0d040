/// Reads labelled texts from CSV as RFC 4180 describes it, with a header that names the columns `text` and `category`.
package enum CSVReader {
    package static func labelledTexts(_ bytes: [UInt8], name: String = "CSV") throws -> [LabelledText] {
        let rows = try rows(bytes, name: name)
        guard let header = rows.first else {
            throw LanguageError(
                .csvMalformed, "\(name) is empty; it needs a header line with the columns text and category")
        }
        let columns = header.fields.map { $0.lowercased() }
        guard let text = columns.firstIndex(of: "text"), let category = columns.firstIndex(of: "category") else {
            throw LanguageError(
                .csvMalformed,
                "\(name):1: the header has the columns \(header.fields.joined(separator: ", ")), but text and category are needed"
            )
        }
        return try rows.dropFirst().compactMap { row in
            if row.fields == [""] { return nil }
            guard row.fields.count == header.fields.count else {
                throw LanguageError(
                    .csvMalformed,
                    "\(name):\(row.line): \(row.fields.count) fields where the header has \(header.fields.count); "
                        + "put quotes around a text that contains a comma")
            }
            guard !row.fields[category].isEmpty else {
                throw LanguageError(.csvMalformed, "\(name):\(row.line): the category is empty")
            }
            guard row.fields[text].utf8.contains(where: { $0 > 0x20 }) else {
                throw LanguageError(.csvMalformed, "\(name):\(row.line): the text is empty")
            }
            return LabelledText(text: row.fields[text], category: row.fields[category])
        }
    }

    struct Row {
        var line: Int
        var fields: [String]
    }

    static func rows(_ bytes: [UInt8], name: String) throws -> [Row] {
        var parser = CSVParser(bytes: bytes, name: name)
        var rows: [Row] = []
        while let row = try parser.nextRow() { rows.append(row) }
        return rows
    }
}

private struct CSVParser {
    let bytes: [UInt8]
    let name: String
    private var offset: Int
    private var line = 1

    private static let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ","), feed: UInt8 = 10, carriage: UInt8 = 13

    init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func nextRow() throws -> CSVReader.Row? {
        guard offset < bytes.count else { return nil }
        var row = CSVReader.Row(line: line, fields: [])
        while true {
            row.fields.append(try field())
            guard offset < bytes.count else { return row }
            let separator = bytes[offset]
            offset += 1
            if separator == Self.comma { continue }
            if separator == Self.carriage, offset < bytes.count, bytes[offset] == Self.feed { offset += 1 }
            line += 1
            return row
        }
    }

    private mutating func field() throws -> String {
        if offset < bytes.count, bytes[offset] == Self.quote { return try quotedField() }
        let start = offset
        while offset < bytes.count, ![Self.comma, Self.feed, Self.carriage].contains(bytes[offset]) {
            guard bytes[offset] != Self.quote else {
                throw LanguageError(
                    .csvMalformed,
                    "\(name):\(line): a quote inside a field without quotes; put the whole field in quotes and double the inner one"
                )
            }
            offset += 1
        }
        return try decoded(bytes[start..<offset])
    }

    private mutating func quotedField() throws -> String {
        let opened = line
        offset += 1
        var content: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == Self.feed { line += 1 }
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            if offset < bytes.count, bytes[offset] == Self.quote {
                content.append(byte)
                offset += 1
                continue
            }
            guard offset == bytes.count || [Self.comma, Self.feed, Self.carriage].contains(bytes[offset]) else {
                throw LanguageError(
                    .csvMalformed, "\(name):\(line): text after a closing quote; double a quote inside a field")
            }
            return try decoded(content[...])
        }
        throw LanguageError(.csvMalformed, "\(name):\(opened): a quote opens here and is never closed")
    }

    private func decoded(_ slice: ArraySlice<UInt8>) throws -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw LanguageError(.csvMalformed, "\(name):\(line): not valid UTF-8; save the file as UTF-8")
        }
        return text
    }
}
