// What numbers and texts with escapes stand for.

extension JSONText {
    /// A number that fits 64 bits and has no fraction, however it is written.
    func int(_ value: Value) -> Int64? {
        guard value.kind == .whole else {
            return value.kind == .fraction ? double(value.start, value.end).flatMap { Int64(exactly: $0) } : nil
        }
        let isNegative = bytes[value.start] == UInt8(ascii: "-")
        var number: Int64 = 0
        for byte in bytes[(isNegative ? value.start + 1 : value.start)..<value.end] {
            let (tens, isTooLong) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = tens.subtractingReportingOverflow(Int64(byte - 48))
            guard !isTooLong, !isTooLarge else { return nil }
            number = sum
        }
        // Counted below zero, where there is room for one more.
        if isNegative { return number }
        return number == .min ? nil : -number
    }

    func double(_ value: Value) -> Double? {
        value.kind == .whole || value.kind == .fraction ? double(value.start, value.end) : nil
    }

    func double(_ start: Int, _ end: Int) -> Double? {
        guard let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)), number.isFinite else {
            return nil
        }
        return number
    }

    func hexUnit(at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[place..<(place + 4)] {
            switch byte {
            case 48...57: unit = unit << 4 | UInt32(byte - 48)
            case 65...70, 97...102: unit = unit << 4 | UInt32((byte | 0x20) - 87)
            default: return nil
            }
        }
        return unit
    }

    func unescaped(_ value: Value) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(value.end - value.start)
        var place = value.start
        while place < value.end {
            let byte = bytes[place]
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                place += 1
                continue
            }
            let escape = bytes[place + 1]
            place += 2
            switch escape {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = hexUnit(at: place) ?? 0xFFFD
                place += 4
                if 0xD800..<0xDC00 ~= scalar, let low = hexUnit(at: place + 2) {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    place += 6
                }
                text += String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8
            default: text.append(escape)
            }
        }
        return text
    }
}
