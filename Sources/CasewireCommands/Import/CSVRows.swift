/// Cuts CSV of any length into rows as RFC 4180 describes them; only one row is in memory.
///
/// Exports are taken as they are, a stray quote included; examples to learn from are read strictly and whole, by `CSVReader`.
struct CSVRows {
    private let largest: Int
    private var row: [String] = []
    private var field: [UInt8] = []
    private var isQuoted = false
    /// A quote within quotes: the next byte tells whether it ends them.
    private var isAtQuote = false
    private var bytes = 0
    private var isStart = true

    init(largest: Int = 64 << 20) { self.largest = largest }

    mutating func feed(_ bytes: [UInt8], _ body: ([String]) throws -> Void) throws {
        for byte in bytes {
            self.bytes += 1
            guard self.bytes <= largest else {
                throw ImportProblem(message: "a row has more than \(largest >> 20) MiB; a quote may be missing")
            }
            if isAtQuote {
                isAtQuote = false
                if byte == UInt8(ascii: "\"") {
                    field.append(byte)
                    continue
                }
                isQuoted = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\"") { isAtQuote = true } else { field.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
            case UInt8(ascii: ","): endField()
            case 0x0A: try endRow(body)
            case 0x0D: break
            default: field.append(byte)
            }
        }
    }

    /// The last row, where no line end follows it.
    /// - Throws: `ImportProblem` where a quote is still open: what follows it is no row.
    mutating func finish(_ body: ([String]) throws -> Void) throws {
        guard !isQuoted || isAtQuote else {
            throw ImportProblem(message: "the file ends within quotes; one was never closed")
        }
        if !field.isEmpty || !row.isEmpty { try endRow(body) }
    }

    private mutating func endField() {
        var text = field[...]
        if isStart, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        isStart = false
        row.append(String(decoding: text, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
    }

    private mutating func endRow(_ body: ([String]) throws -> Void) throws {
        let isEmpty = row.isEmpty && field.isEmpty
        endField()
        if !isEmpty { try body(row) }
        row.removeAll(keepingCapacity: true)
        bytes = 0
    }
}
