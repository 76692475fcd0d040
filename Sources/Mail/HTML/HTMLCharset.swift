/// The charset that an HTML text declares for itself.
enum HTMLCharset {
    /// Looks for `charset=` in the first kilobytes, as browsers do when nobody else tells.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4_096))
        let key = Array("charset".utf8)
        var index = 0
        while index + key.count < head.count {
            guard lowercased(head[index]) == 0x63, equalsIgnoringCase(head[index..<(index + key.count)], "charset")
            else {
                index += 1
                continue
            }
            var value = index + key.count
            while value < head.count, head[value] == 0x20 { value += 1 }
            guard value < head.count, head[value] == 0x3D else {
                index += 1
                continue
            }
            value += 1
            while value < head.count, [0x20, 0x22, 0x27].contains(head[value]) { value += 1 }
            let name = head[value...].prefix { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased(byte))
                    || [0x2D, 0x5F, 0x3A].contains(byte)
            }
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        return nil
    }
}
