#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A text as the rows of a weight matrix, ascending and each once, with a value for each.
struct SparseVector: Sendable {
    var rows: [Int32] = []
    var values: [Float] = []
}

/// The traits that were seen in training: the row each bucket has and how rare it is.
struct Vocabulary: Sendable {
    /// Row number plus one for each bucket, or 0 for a bucket that no training text fell into.
    private(set) var rowOfBucket: [UInt32]
    /// Inverse document frequency, smoothed: ln((1 + n) / (1 + df)) + 1.
    private(set) var rarity: [Float] = []
    private let share: Float

    init(fitting texts: [TextTraits], options: FeatureOptions) {
        var counts = [UInt32](repeating: 0, count: 1 << options.bucketBits)
        for text in texts {
            for trait in text.words { counts[Int(trait.bucket)] += 1 }
            for trait in text.characters { counts[Int(trait.bucket)] += 1 }
        }
        rowOfBucket = [UInt32](repeating: 0, count: counts.count)
        share = Float(options.characterShare)
        for (bucket, count) in counts.enumerated() where count >= max(1, options.minimumTexts) {
            rarity.append(logf(Float(1 + texts.count) / Float(1 + count)) + 1)
            rowOfBucket[bucket] = UInt32(rarity.count)
        }
    }

    func vector(of text: TextTraits) -> SparseVector {
        let parts = weighted(text.words, share: 1 - share) + weighted(text.characters, share: share)
        var vector = SparseVector()
        vector.rows.reserveCapacity(parts.count)
        vector.values.reserveCapacity(parts.count)
        for part in parts.sorted(by: { $0.row < $1.row }) {
            if vector.rows.last == part.row {
                vector.values[vector.values.count - 1] += part.value
            } else {
                vector.rows.append(part.row)
                vector.values.append(part.value)
            }
        }
        return vector
    }

    /// Words and characters are brought to length one apart from each other, so that neither drowns the other.
    private func weighted(_ traits: [TextTraits.Trait], share: Float) -> [(row: Int32, value: Float)] {
        var parts: [(row: Int32, value: Float)] = []
        parts.reserveCapacity(traits.count)
        var squares: Float = 0
        for trait in traits {
            let row = rowOfBucket[Int(trait.bucket)]
            guard row > 0 else { continue }
            let value = trait.weight * rarity[Int(row - 1)]
            squares += value * value
            parts.append((Int32(row - 1), value))
        }
        guard squares > 0 else { return [] }
        let factor = (share / squares).squareRoot()
        for index in parts.indices { parts[index].value *= factor }
        return parts
    }
}
