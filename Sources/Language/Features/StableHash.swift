/// FNV-1a over 32-bit units, finished with the avalanche step of MurmurHash3.
///
/// Swift's own `Hasher` is seeded anew in each process; a model file needs hashes that are the same on every machine for
/// ever. FNV-1a extends one unit at a time, which is what growing n-grams want; its low bits are weak, hence the finish.
struct StableHash {
    private var state: UInt64

    init(seed: UInt64 = 0) {
        state = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
    }

    @inline(__always)
    mutating func add(_ unit: UInt32) {
        state = (state ^ UInt64(unit)) &* 0x0000_0100_0000_01b3
    }

    @inline(__always)
    mutating func add(_ word: UInt64) {
        add(UInt32(truncatingIfNeeded: word))
        add(UInt32(truncatingIfNeeded: word >> 32))
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(UInt32(byte)) }
        // A terminator, so that "ab" + "c" and "a" + "bc" differ.
        add(UInt32.max)
    }

    @inline(__always)
    var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ (mixed >> 33)
    }
}

/// A small, seeded generator (SplitMix64), so that shuffles are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Sixteen hexadecimal digits, without Foundation's `String(format:)`.
func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
