import FoundationEssentials

/// The sizes of accounts by address, from a list that an operator keeps elsewhere: the pipeline knows none.
struct AccountSizes {
    /// By address in lower case.
    private(set) var sizes: [String: String] = [:]

    /// A line has an address and a class such as `small`, parted by a comma or a semicolon. A first line without an address
    /// is a heading.
    /// - Throws: `CommandFailure` with the line that is wrong.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.data, "\(path) cannot be read.")
        }
        try self.init(text: String(decoding: data, as: UTF8.self), name: path)
    }

    init(text: String, name: String) throws {
        // By bytes: a list of many accounts takes a while by characters.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(Self.isSpace) {
            let fields = line.split(omittingEmptySubsequences: false, whereSeparator: Self.parts).map(Self.trimmed)
            guard fields.count >= 2, fields[0].contains("@"), !fields[1].isEmpty else {
                if index == 0 { continue }
                throw CommandFailure(
                    .data, "\(name):\(index + 1): write an address, a comma and a size, such as ann@example.net,large.")
            }
            sizes[fields[0].lowercased()] = fields[1]
        }
        let classes = Set(sizes.values)
        guard classes.count <= Self.most else {
            throw CommandFailure(
                .data,
                "\(name) has \(classes.count) sizes; write classes of accounts such as small, middle and large, \(Self.most) at most."
            )
        }
    }

    private static let most = 12

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func parts(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") }

    private static func trimmed(_ field: Substring.UTF8View) -> String {
        var field = field.drop(while: isSpace)
        while field.last.map(isSpace) == true { field.removeLast() }
        let quote = UInt8(ascii: "\"")
        if field.count > 1, field.first == quote, field.last == quote { field = field.dropFirst().dropLast() }
        return String(Substring(field))
    }
}
