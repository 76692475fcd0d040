/// A folder's name as it goes over the wire.
enum FolderName {
    /// The name in modified UTF-7 (RFC 3501, section 5.1.3), as a quoted string.
    /// Line ends and the like, which no folder has in its name and no quoted string can hold, are left out.
    static func quoted(_ name: String) -> String {
        let text = modifiedUTF7(name.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    static func modifiedUTF7(_ name: String) -> String {
        var text = ""
        var shifted: [UInt16] = []
        func flush() {
            guard !shifted.isEmpty else { return }
            text += "&" + base64(shifted) + "-"
            shifted = []
        }
        for unit in name.utf16 {
            guard (0x20...0x7E).contains(unit), let scalar = Unicode.Scalar(unit) else {
                shifted.append(unit)
                continue
            }
            flush()
            text += unit == 0x26 ? "&-" : String(Character(scalar))
        }
        flush()
        return text
    }

    /// Base 64 with a comma in place of the slash and without padding.
    private static func base64(_ units: [UInt16]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,")
        var text = ""
        var (bits, count) = (0, 0)
        for byte in units.flatMap({ [Int($0 >> 8), Int($0 & 0xFF)] }) {
            bits = (bits << 8 | byte) & 0xFFFF
            count += 8
            while count >= 6 {
                count -= 6
                text.append(digits[bits >> count & 63])
            }
        }
        if count > 0 { text.append(digits[bits << (6 - count) & 63]) }
        return text
    }
}
