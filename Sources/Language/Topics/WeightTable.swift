/// The numbers in a model file, where they lie.
///
/// Safe as long as it does not outlive the bytes: it is only made inside `TopicModel.withTable`, and every offset lies
/// within the size that was checked against the header.
@safe
struct WeightTable {
    private let bytes: UnsafeRawBufferPointer
    private let rarity: Int
    private let scale: Int
    private let bias: Int
    private let weights: Int
    private let buckets: Int
    let classCount: Int
    let rowCount: Int

    /// The sizes in `header` have been checked against those of the file.
    init(_ bytes: UnsafeRawBufferPointer, header: ModelHeader, body: Int) {
        unsafe self.bytes = bytes
        classCount = header.labels.count
        rowCount = header.rowCount
        buckets = body
        rarity = buckets + 4 << header.options.features.bucketBits
        scale = rarity + 4 * rowCount
        bias = scale + 4 * rowCount
        weights = bias + 4 * classCount
    }

    /// A damaged row number would lead outside the file, so it counts as a bucket never seen.
    @inline(__always)
    func row(ofBucket bucket: UInt32) -> Int? {
        let row = unsafe Int(
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: buckets + 4 * Int(bucket), as: UInt32.self)))
        return row > 0 && row <= rowCount ? row - 1 : nil
    }

    @inline(__always)
    func rarity(_ row: Int) -> Float { float(rarity + 4 * row) }

    @inline(__always)
    func scale(_ row: Int) -> Float { float(scale + 4 * row) }

    var biases: [Float] { (0..<classCount).map { float(bias + 4 * $0) } }

    @inline(__always)
    func weight(_ row: Int, _ column: Int) -> Float {
        unsafe Float(bytes.load(fromByteOffset: weights + row * classCount + column, as: Int8.self))
    }

    /// Adds `value` times the row's weights to the scores, one a category.
    @inline(__always)
    func add(_ row: Int, times value: Float, to scores: UnsafeMutableBufferPointer<Float>) {
        guard let base = unsafe bytes.baseAddress else { return }
        let source = unsafe (base + (weights + row * classCount)).assumingMemoryBound(to: Int8.self)
        for column in 0..<classCount {
            unsafe scores[column] += value * Float(source[column])
        }
    }

    @inline(__always)
    private func float(_ offset: Int) -> Float {
        unsafe Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}

extension TopicModel {
    private func withTable<R>(_ body: (WeightTable) -> R) -> R {
        unsafe contents.withBytes { unsafe body(WeightTable($0, header: header, body: self.body)) }
    }

    func decisions(for traits: TextTraits) -> [Float] {
        withTable { table in
            var scores = table.biases
            for (part, options) in zip(traits.parts, header.options.features.parts) where options.share > 0 {
                let rows = Self.weighted(part, share: options.share, unseenSquare: header.unseenSquare, table: table)
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                    for (row, value) in rows {
                        unsafe table.add(row, times: value * table.scale(row), to: scores)
                    }
                }
            }
            return scores
        }
    }

    private static func weighted(
        _ traits: [TextTraits.Trait], share: Float, unseenSquare: Float, table: WeightTable
    ) -> [(row: Int, value: Float)] {
        var rows: [(row: Int, value: Float)] = []
        rows.reserveCapacity(traits.count)
        var squares: Float = 0
        for trait in traits {
            guard let row = table.row(ofBucket: trait.bucket) else {
                squares += trait.weight * trait.weight * unseenSquare
                continue
            }
            let value = trait.weight * table.rarity(row)
            squares += value * value
            rows.append((row, value))
        }
        guard squares > 0 else { return [] }
        let factor = (share / squares).squareRoot()
        for index in rows.indices { rows[index].value *= factor }
        return rows
    }

    /// What each word, its n-grams and half of each of its phrases add to a category's score, against the mean category.
    func wordWeights(_ text: FoldedText, column: Int) -> [Double] {
        withTable { table in
            func pull(_ bucket: UInt32) -> Double {
                guard let row = table.row(ofBucket: bucket) else { return 0 }
                var sum: Float = 0
                for other in 0..<table.classCount { sum += table.weight(row, other) }
                let own = table.weight(row, column) - sum / Float(table.classCount)
                return Double(own * table.scale(row) * table.rarity(row))
            }
            let parts = header.options.features.parts
            let (wordShare, share) = (Double(parts[0].share), Double(parts[1].share))
            let hashes = text.words.map { extractor.hash(of: $0, in: text) }
            var weights = hashes.map { wordShare * pull(extractor.bucket($0)) }
            for index in hashes.indices {
                if index > 0, header.options.features.longestPhrase > 1 {
                    let both =
                        wordShare * pull(extractor.bucket(extractor.pair(hashes[index - 1], hashes[index]))) / 2
                    weights[index] += both
                    weights[index - 1] += both
                }
                // Characters are many to a word; their common length is about the root of their number.
                var sum = 0.0
                var count = 0.0
                extractor.eachCharacterHash(of: text.words[index], in: text) {
                    sum += pull($0)
                    count += 1
                }
                if count > 0 { weights[index] += share * sum / count.squareRoot() }
            }
            return weights
        }
    }
}
