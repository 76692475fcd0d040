extension Table {
    /// The table by RFC 4180, its first line the names of its columns. An interval takes two columns, `…_low` and `…_high`.
    package var csv: String {
        let isInterval = columns.indices.map { column in rows.contains { $0[column].isInterval } }
        let names = zip(columns, isInterval).flatMap { column, isInterval in
            isInterval ? ["\(column.id)_low", "\(column.id)_high"] : [column.id]
        }
        let lines = rows.map { row in
            zip(row, isInterval).flatMap { value, isInterval in value.fields(two: isInterval) }
        }
        return ([names] + lines).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A field, in quotes where it has to be. What a spreadsheet would take for a formula gets an apostrophe before it:
    /// words of strangers end up in tables.
    static func field(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Value {
    fileprivate var isInterval: Bool {
        switch self {
        case .shares, .minutesBetween: true
        default: false
        }
    }

    fileprivate func fields(two: Bool) -> [String] {
        func number(_ number: Double) -> String { Self.decimal(number, places: 4) }
        return switch self {
        case .share(let value), .minutes(let value), .number(let value): [number(value)]
        case .shares(let low, let high), .minutesBetween(let low, let high): [number(low), number(high)]
        case .none: two ? ["", ""] : [""]
        case .yes(let isSo): [isSo ? "true" : "false"]
        case .text, .count, .cases: [words]
        }
    }
}
