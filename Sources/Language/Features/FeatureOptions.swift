/// Which traits of a text a model looks at.
package struct FeatureOptions: Codable, Sendable, Equatable {
    /// The number of hash buckets as a power of two.
    package var bucketBits = 18
    /// Words alone (1), and neighbouring pairs as well (2).
    package var longestPhrase = 2
    package var shortestCharacters = 2
    package var longestCharacters = 5
    /// Traits seen in fewer training texts than this are left out.
    package var minimumTexts = 1
    /// How much character n-grams weigh against words, from 0 (nothing) to 1 (all).
    package var characterShare = 0.5

    package init() {}

    var bucketMask: UInt64 { (1 << UInt64(bucketBits)) - 1 }
}
