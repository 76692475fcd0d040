/// Lehmer's generator: the same numbers for the same seed.
struct Lehmer: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 32) << 32 | (state &* 2_685_821_657_736_338_717) >> 32
    }
}
