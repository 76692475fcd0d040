/// What each scalar becomes when case and typography are taken out.
enum FoldingTable {
    typealias Folded = (scalar: UInt32, kind: FoldingScanner.Kind)

    @inline(__always)
    static func fold(_ scalar: UInt32) -> Folded {
        if scalar < limit {
            let entry = table[Int(scalar)]
            return (entry.scalar, entry.kind)
        }
        return compute(scalar)
    }

    /// A letter and a combining mark as one scalar, or nil when there is none for the two.
    static func compose(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
        guard let letter = Unicode.Scalar(letter), let mark = Unicode.Scalar(mark) else { return nil }
        var pair = String.UnicodeScalarView()
        pair.append(letter)
        pair.append(mark)
        return composed[Character(String(pair))]
    }

    private static let limit: UInt32 = 0x2100
    private static let table: [(scalar: UInt32, kind: FoldingScanner.Kind)] = (0..<limit).map(compute)

    /// Swift compares characters by canonical equivalence, so a decomposed letter finds its composed form here.
    private static let composed: [Character: UInt32] = {
        var result: [Character: UInt32] = [:]
        for range in [UInt32(0xC0)..<0x250, 0x386..<0x3D0, 0x400..<0x460, 0x1E00..<0x1F00] {
            for value in range {
                if let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic {
                    result[Character(scalar)] = value
                }
            }
        }
        return result
    }()

    private static func compute(_ value: UInt32) -> Folded {
        switch value {
        case 0x30...0x39: return (0x30, .letter)
        case 0x27, 0x2018, 0x2019, 0x02BC, 0x60, 0xB4: return (FoldingScanner.apostrophe, .joiner)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F:
            return (value, .invisible)
        case 0xFF01...0xFF5E: return compute(value - 0xFEE0)
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return (value, .invisible) }
        let properties = scalar.properties
        if properties.isWhitespace || value < 0x20 { return (0x20, .space) }
        if properties.isAlphabetic {
            let lower = properties.lowercaseMapping.unicodeScalars
            return (lower.count == 1 ? lower.first?.value ?? value : value, .letter)
        }
        if properties.numericType != nil { return (0x30, .letter) }
        return isTelling(properties, value) ? (value, .sign) : (value, .space)
    }

    /// Signs that carry feeling or a question; all others only part words.
    private static func isTelling(_ properties: Unicode.Scalar.Properties, _ value: UInt32) -> Bool {
        if value == 0x21 || value == 0x3F || value == 0xBF || value == 0xA1 { return true }
        if value == 0x24 || value == 0x20AC || value == 0xA3 || value == 0x25 { return true }
        return value > 0xFF && (properties.isEmojiPresentation || properties.generalCategory == .otherSymbol)
    }
}
