/// Rows in columns as wide as their widest cell.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        var title: String
        var alignment = Alignment.left
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [String]) { rows.append(cells.map(\.oneLine)) }

    /// Heading and rows. Where a line would be longer than `width`, the last column is cut.
    func lines(width: Int? = nil, paint: Paint = .none) -> [String] {
        let all = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in all.map { Self.width($0[column]) }.max() ?? 0 }
        return all.enumerated().map { number, cells in
            let padded = cells.indices.map { pad(cells[$0], to: widths[$0], columns[$0].alignment) }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            if let width { line = line.shortened(to: width) }
            return number == 0 ? paint.faint(line) : line
        }
    }

    private func pad(_ cell: String, to width: Int, _ alignment: Alignment) -> String {
        let space = String(repeating: " ", count: max(0, width - Self.width(cell)))
        return alignment == .left ? cell + space : space + cell
    }

    /// Wide characters take two places on a terminal.
    private static func width(_ cell: String) -> Int { cell.reduce(0) { $0 + $1.terminalWidth } }
}

extension String {
    /// The text on one line, blanks collapsed.
    var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").printable }

    /// At most so many places, an ellipsis where something was left out.
    func shortened(to width: Int) -> String {
        guard reduce(0, { $0 + $1.terminalWidth }) > width else { return self }
        var used = 1
        let kept = prefix { character in
            used += character.terminalWidth
            return used <= width
        }
        return kept + "…"
    }

    /// The text in lines of at most so many places, broken at blanks; its own line breaks stay.
    func wrapped(to width: Int) -> [String] {
        printable.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            var lines: [String] = []
            var current = ""
            for word in line.split(separator: " ", omittingEmptySubsequences: true) {
                if !current.isEmpty, current.count + word.count + 1 > width {
                    lines.append(current)
                    current = ""
                }
                current += current.isEmpty ? "\(word)" : " \(word)"
            }
            return lines + [current]
        }
    }
}

extension Character {
    /// Places it takes on a terminal: East Asian wide characters and emoji two, all others one.
    fileprivate var terminalWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.properties.isEmojiPresentation { return 2 }
        return switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
