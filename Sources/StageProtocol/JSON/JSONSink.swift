import FoundationEssentials

/// Where a JSON text grows.
final class JSONSink {
    // One encoder at a time writes to it, and never while it is being read: what the compiler cannot see would be checked at every byte.
    @exclusivity(unchecked) var bytes: [UInt8] = []

    func null() { bytes += "null".utf8 }
    func bool(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

    func integer<T: FixedWidthInteger>(_ value: T) {
        var rest = value.magnitude
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    func timestamp(_ moment: Timestamp) {
        bytes.append(UInt8(ascii: "\""))
        moment.write(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// - Throws: `EncodingError` for what JSON has no number for.
    func double(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no number \(value)"))
        }
        let text = value.description
        bytes += text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8
    }

    func string(_ value: String) {
        var value = value
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { utf8 in
            var plain = utf8.startIndex
            for place in utf8.indices {
                let byte = utf8[place]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: utf8[plain..<place])
                escape(byte)
                plain = place + 1
            }
            bytes.append(contentsOf: utf8[plain...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case ..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += [UInt8(ascii: "u"), 48, 48, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }

    /// A value as it stands, the members of objects in alphabetical order. NaN and infinities become null.
    func json(_ value: JSON) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .int(let value): integer(value)
        case .double(let value): if value.isFinite { try? double(value) } else { null() }
        case .string(let value): string(value)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                json(element)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                string(member.key)
                bytes.append(UInt8(ascii: ":"))
                json(member.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A value of any type.
    func encode<T: Encodable>(_ value: T) throws {
        // What is met most is not sent through a container of its own.
        if T.self == String.self, let value = value as? String { return string(value) }
        if T.self == JSON.self, let value = value as? JSON { return json(value) }
        if T.self == Timestamp.self, let value = value as? Timestamp { return timestamp(value) }
        if T.self == Data.self, let value = value as? Data { return string(value.base64EncodedString()) }
        if T.self == URL.self, let value = value as? URL { return string(value.absoluteString) }
        let encoder = JSONValueEncoder(self)
        try value.encode(to: encoder)
        encoder.finish()
    }
}
