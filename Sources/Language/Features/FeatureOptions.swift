/// Which traits of a text a model looks at.
package struct FeatureOptions: Codable, Sendable, Equatable {
    /// The number of hash buckets as a power of two.
    package var bucketBits = 20
    /// Words alone (1), and neighbouring pairs as well (2).
    package var longestPhrase = 2
    package var shortestCharacters = 2
    package var longestCharacters = 5
    /// Whether web addresses, mail addresses and @names count as words.
    package var countsAddresses = true
    /// Traits seen in fewer training texts than this are left out.
    package var minimumTexts = 1
    /// How far apart two words may stand that count as a pair, whichever comes first; 0 for no pairs. A pair is of the
    /// words' beginnings, so that inflection does not part it, and must be in two training texts.
    package var pairWindow = 8
    /// How much character n-grams and pairs weigh, from 0 (nothing) to 1 (all); words and phrases have the rest.
    package var characterShare = 0.4
    package var pairShare = 0.25
    /// How much a trait that no training text has counts in the length of a text, from 0 (it is passed over) to 1 (as the
    /// rarest). The more of a text is new, the smaller all its decision values: that is how a strange one is known.
    package var unseenWeight = 0.7

    package init() {}

    /// What each of the parts of `TextTraits` weighs, and in how many texts its traits must be.
    var parts: [(share: Float, minimumTexts: Int)] {
        let pairs = pairWindow > 0 ? pairShare : 0
        return [
            (Float(1 - characterShare - pairs), max(1, minimumTexts)), (Float(characterShare), max(1, minimumTexts)),
            (Float(pairs), max(2, minimumTexts)),
        ]
    }

    var bucketMask: UInt64 { (1 << UInt64(bucketBits)) - 1 }
}
