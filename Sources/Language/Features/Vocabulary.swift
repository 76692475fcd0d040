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
    /// What a trait that no training text has adds to the square of a text's length.
    let unseenSquare: Float
    private let shares: [Float]

    init(fitting texts: [TextTraits], options: FeatureOptions) {
        var counts = [UInt32](repeating: 0, count: 1 << options.bucketBits)
        rowOfBucket = counts
        shares = options.parts.map(\.share)
        for (number, part) in options.parts.enumerated() where part.share > 0 {
            var touched: [Int] = []
            for text in texts {
                for trait in text.parts[number] {
                    let bucket = Int(trait.bucket)
                    if counts[bucket] == 0 { touched.append(bucket) }
                    counts[bucket] += 1
                }
            }
            // Parts share the buckets; a bucket that an earlier part fell into keeps the row it has.
            for bucket in touched.sorted() {
                let count = counts[bucket]
                if rowOfBucket[bucket] == 0, count >= part.minimumTexts {
                    rarity.append(logf(Float(1 + texts.count) / Float(1 + count)) + 1)
                    rowOfBucket[bucket] = UInt32(rarity.count)
                }
                counts[bucket] = 0
            }
        }
        let rarest = logf(Float(1 + texts.count) / 2) + 1
        unseenSquare = Float(options.unseenWeight) * rarest * rarest
    }

    func vector(of text: TextTraits) -> SparseVector {
        let parts = zip(text.parts, shares).flatMap { weighted($0, share: $1) }
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

    /// Each part is brought to length one by itself, so that none drowns the others.
    private func weighted(_ traits: [TextTraits.Trait], share: Float) -> [(row: Int32, value: Float)] {
        guard share > 0 else { return [] }
        var parts: [(row: Int32, value: Float)] = []
        parts.reserveCapacity(traits.count)
        var squares: Float = 0
        for trait in traits {
            let row = rowOfBucket[Int(trait.bucket)]
            guard row > 0 else {
                squares += trait.weight * trait.weight * unseenSquare
                continue
            }
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
