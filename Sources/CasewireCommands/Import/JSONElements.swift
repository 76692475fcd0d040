/// Cuts the elements out of a list in a JSON text of any length, one after the other; nothing else is kept of it.
struct JSONElements {
    /// The way to the list; empty where the text is the list itself.
    private let path: [String]
    private let largest: Int
    /// The containers that are open, each with the key that was read last in it.
    private var open: [(isList: Bool, key: String)] = []
    /// How many containers are open within the list; nil while it has not begun.
    private var depth: Int?
    private var element: [UInt8] = []
    private var isTaking = false
    private var isInString = false
    private var isEscaped = false
    private var text: [UInt8] = []

    /// - Parameter largest: bytes of an element; a larger one is an error.
    init(path: [String], largest: Int = 64 << 20) {
        self.path = path
        self.largest = largest
    }

    /// Hands over each element, an object, that ends within these bytes.
    mutating func feed(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
        for byte in bytes {
            if isTaking {
                element.append(byte)
                guard element.count <= largest else {
                    throw ImportProblem(message: "a record has more than \(largest >> 20) MiB")
                }
            }
            if isInString {
                inString(byte)
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): begin(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard !open.isEmpty else {
                    throw ImportProblem(message: "it is no JSON: more is closed than was opened")
                }
                open.removeLast()
                if isTaking, open.count == depth {
                    isTaking = false
                    try body(element)
                    element = []
                } else if let depth, open.count < depth {
                    self.depth = nil
                }
            default: break
            }
        }
    }

    /// Whether all that was opened is closed.
    var isWhole: Bool { open.isEmpty && !isInString }

    private mutating func inString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
            // Of a key and its value the key comes first; what follows it is a container, or nothing that is asked for.
            if !isTaking, !open.isEmpty { open[open.count - 1].key = String(decoding: text, as: UTF8.self) }
            text.removeAll()
            return
        }
        // Keys that lead to the list are short.
        if !isTaking, text.count < 256 { text.append(byte) }
    }

    private mutating func begin(_ byte: UInt8) {
        let isList = byte == UInt8(ascii: "[")
        if !isList, let depth, open.count == depth, !isTaking {
            isTaking = true
            element = [byte]
        }
        let isHere = isList && depth == nil && open.allSatisfy { !$0.isList } && open.map(\.key) == path
        open.append((isList, ""))
        if isHere { depth = open.count }
    }
}

/// Why an export cannot be read on.
struct ImportProblem: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
