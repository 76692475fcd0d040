/// References that customers can read aloud: `CW-` and seven letters and digits without look-alikes.
struct ReferenceSource {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    mutating func next() -> String {
        var text = "CW-"
        var bits = numbers.next()
        for _ in 0..<7 {
            text.append(Self.alphabet[Int(bits % 30)])
            bits /= 30
        }
        return text
    }

    /// 128 random bits as 32 hex digits: a trace id.
    mutating func trace() -> String { hex(numbers.next()) + hex(numbers.next()) }
}

/// Random numbers that a seed decides: SplitMix64 by Steele, Lea and Flood.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// A number as 16 hex digits.
func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
