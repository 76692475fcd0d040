import FoundationEssentials
import Glibc
import StageProtocol

/// A standard stream of the process: whether a person reads it, and how a line gets there whole.
struct Console: Sendable {
    static let standardOutput = Console(descriptor: 1)
    static let standardError = Console(descriptor: 2)

    private let descriptor: Int32
    /// Whether a person looks at it.
    let isTerminal: Bool
    /// Characters in a line; nil where nobody looks.
    let width: Int?
    let paint: Paint

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        let term = ProcessInfo.processInfo.environment["TERM"]
        let wantsNone = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        paint = Paint(isOn: isTerminal && !wantsNone && term != "dumb")
        var size = winsize()
        let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        width = isKnown ? Int(size.ws_col) : isTerminal ? 80 : nil
    }

    func line(_ text: String) { write(text + "\n") }

    func lines(_ lines: [String]) { if !lines.isEmpty { write(lines.joined(separator: "\n") + "\n") } }

    /// A value as compact JSON on a line of its own.
    func json(_ value: JSON) { line(String(decoding: value.bytes, as: UTF8.self)) }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// Colours for a terminal that wants them; elsewhere texts stay as they are.
struct Paint: Sendable {
    let isOn: Bool

    static let none = Paint(isOn: false)

    func bold(_ text: String) -> String { apply("1", text) }
    func faint(_ text: String) -> String { apply("2", text) }
    func red(_ text: String) -> String { apply("31", text) }
    func green(_ text: String) -> String { apply("32", text) }
    func yellow(_ text: String) -> String { apply("33", text) }
    func blue(_ text: String) -> String { apply("36", text) }

    private func apply(_ code: String, _ text: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

extension String {
    /// Without what could move a terminal's cursor: texts come from strangers.
    var printable: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        (value < 0x20 && value != 0x0A && value != 0x09) || (0x7F...0x9F).contains(value)
    }
}
