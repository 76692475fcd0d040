#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The hashed traits of one text: bucket numbers, ascending, each with its damped count.
struct TextTraits: Sendable {
    struct Trait: Sendable {
        var bucket: UInt32
        var weight: Float
    }

    /// Words and phrases, character n-grams, pairs; in the order of `FeatureOptions.parts`.
    var parts: [[Trait]]
}

/// Cuts a folded text into hashed word phrases, word-bounded character n-grams and pairs of words.
struct FeatureExtractor: Sendable {
    let options: FeatureOptions

    func traits(of text: FoldedText) -> TextTraits {
        var words: [UInt32] = []
        words.reserveCapacity(text.words.count * 2)
        var characters: [UInt32] = []
        characters.reserveCapacity(text.scalars.count * 4)
        var previous: UInt64?
        for word in text.words where options.countsAddresses || !text.isAddress(word) {
            let hash = hash(of: word, in: text)
            words.append(bucket(hash))
            if options.longestPhrase > 1, let previous { words.append(bucket(pair(previous, hash))) }
            previous = hash
            eachCharacterHash(of: word, in: text) { characters.append($0) }
        }
        var pairs = pairs(of: text)
        return TextTraits(parts: [Self.counted(&words), Self.counted(&characters), Self.counted(&pairs)])
    }

    /// The beginnings of any two words that stand near each other, whichever comes first.
    private func pairs(of text: FoldedText) -> [UInt32] {
        guard options.pairWindow > 0 else { return [] }
        let beginnings = text.words.map { word in
            var hash = StableHash(seed: 4)
            for index in word.scalars.prefix(Self.beginning) { hash.add(text.scalars[index]) }
            return hash.value
        }
        var pairs: [UInt32] = []
        pairs.reserveCapacity(beginnings.count * options.pairWindow)
        for first in beginnings.indices {
            for second in beginnings[(first + 1)...].prefix(options.pairWindow) {
                pairs.append(bucket(pair(min(beginnings[first], second), max(beginnings[first], second))))
            }
        }
        return pairs
    }

    /// Letters of a word that a pair looks at.
    private static let beginning = 5

    func hash(of word: FoldedText.Word, in text: FoldedText) -> UInt64 {
        var hash = StableHash(seed: 1)
        for index in word.scalars { hash.add(text.scalars[index]) }
        return hash.value
    }

    func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var hash = StableHash(seed: 2)
        hash.add(first)
        hash.add(second)
        return hash.value
    }

    @inline(__always)
    func bucket(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash & options.bucketMask)
    }

    /// Every n-gram of the word with a blank at both ends, so that beginnings and endings are told apart.
    @inline(__always)
    func eachCharacterHash(of word: FoldedText.Word, in text: FoldedText, _ body: (UInt32) -> Void) {
        guard word.isSpelled, options.longestCharacters >= options.shortestCharacters, options.longestCharacters > 0
        else {
            return
        }
        let first = word.scalars.lowerBound - 1
        let end = word.scalars.upperBound + 1
        for start in first..<end {
            var hash = StableHash(seed: 3)
            for length in 1...options.longestCharacters {
                let at = start + length - 1
                guard at < end else { break }
                hash.add(word.scalars.contains(at) ? text.scalars[at] : 0x20)
                if length >= options.shortestCharacters { body(bucket(hash.value)) }
            }
        }
    }

    /// Sublinear term frequency: 1 + ln(count).
    private static func counted(_ buckets: inout [UInt32]) -> [TextTraits.Trait] {
        buckets.sort()
        var traits: [TextTraits.Trait] = []
        traits.reserveCapacity(buckets.count)
        var index = 0
        while index < buckets.count {
            var end = index + 1
            while end < buckets.count, buckets[end] == buckets[index] { end += 1 }
            let count = end - index
            traits.append(.init(bucket: buckets[index], weight: count == 1 ? 1 : 1 + logf(Float(count))))
            index = end
        }
        return traits
    }
}
