/// A piece of HTML. Text that is put into it is escaped; only HTML goes in as it is.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The HTML itself.
    public let text: String

    /// Nothing.
    public static let empty = HTML(stringLiteral: "")

    /// HTML as it stands in the source.
    public init(stringLiteral text: String) { self.text = text }

    /// HTML with pieces put in.
    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Collects the pieces.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Nothing collected yet.
        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        /// HTML of the source, as it is.
        public mutating func appendLiteral(_ literal: String) { text += literal }
        /// HTML, as it is.
        public mutating func appendInterpolation(_ html: HTML) { text += html.text }
        /// Pieces of HTML, one after the other.
        public mutating func appendInterpolation(_ list: [HTML]) { for html in list { text += html.text } }
        /// A number.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }
        /// Text, escaped.
        public mutating func appendInterpolation(_ string: String) { text += HTML.escaped(string) }
    }

    /// Safe between tags and within quoted attributes.
    public static func escaped(_ string: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(string.utf8.count)
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            case 0: continue
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text with what stands for its `{name}`s.
    public static func filled(_ text: String, _ values: [String: HTML]) -> HTML {
        HTML(stringLiteral: PageTexts.fill(escaped(text), values.mapValues(\.text)))
    }
}
