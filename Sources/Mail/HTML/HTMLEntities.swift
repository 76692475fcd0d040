/// Character references of HTML.
enum HTMLEntities {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: decodedBytes(bytes), as: UTF8.self)
    }

    /// The text with its references read; what is none stays as it is.
    static func decodedBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(0x26) else { return Array(bytes) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x26, let (scalar, end) = reference(bytes, at: index) {
                text += Array(String(Character(scalar)).utf8)
                index = end
            } else {
                text.append(byte)
                index += 1
            }
        }
        return text
    }

    private static func reference(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
        let body = bytes[(start + 1)...].prefix(32)
        if body.first == 0x23 { return number(body.dropFirst()) }
        let name = body.prefix { (0x61...0x7A).contains(lowercased($0)) || (0x30...0x39).contains($0) }
        guard !name.isEmpty, let point = codePoints[String(decoding: name, as: UTF8.self)],
            let scalar = Unicode.Scalar(point)
        else { return nil }
        let isEnded = name.endIndex < bytes.endIndex && bytes[name.endIndex] == 0x3B
        // Without its semicolon `&copy` in a link's query is no reference; the common ones are written that way too.
        guard isEnded || ["amp", "lt", "gt", "quot", "nbsp"].contains(String(decoding: name, as: UTF8.self)) else {
            return nil
        }
        return (shown(scalar), name.endIndex + (isEnded ? 1 : 0))
    }

    private static func number(_ body: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        let isHexadecimal = body.first.map(lowercased) == 0x78
        let digits = body.dropFirst(isHexadecimal ? 1 : 0).prefix { byte in
            (0x30...0x39).contains(byte) || isHexadecimal && (0x61...0x66).contains(lowercased(byte))
        }
        guard !digits.isEmpty, digits.count <= 8,
            let point = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        // 128 to 159 are meant as windows-1252 (WHATWG HTML, 13.2.5.80).
        let meant = windows1252[point] ?? point
        let isEnded = digits.endIndex < body.endIndex && body[digits.endIndex] == 0x3B
        return (shown(Unicode.Scalar(meant) ?? "\u{FFFD}"), digits.endIndex + (isEnded ? 1 : 0))
    }

    /// Soft hyphens and joiners are invisible to readers and in the way of every comparison.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0, 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF, 0x34F: "\u{1}"
        case 0xA0, 0x2007, 0x202F: " "
        default: scalar
        }
    }

    private static let windows1252: [UInt32: UInt32] = [
        128: 0x20AC, 130: 0x201A, 131: 0x0192, 132: 0x201E, 133: 0x2026, 134: 0x2020, 135: 0x2021, 136: 0x02C6,
        137: 0x2030, 138: 0x0160, 139: 0x2039, 140: 0x0152, 142: 0x017D, 145: 0x2018, 146: 0x2019, 147: 0x201C,
        148: 0x201D, 149: 0x2022, 150: 0x2013, 151: 0x2014, 152: 0x02DC, 153: 0x2122, 154: 0x0161, 155: 0x203A,
        156: 0x0153, 158: 0x017E, 159: 0x0178,
    ]
}
