#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Tells which language a text is in. Unsure is an answer: `nil`.
///
/// Naive Bayes over word-bounded character 1-4-grams and whole words, from short texts written for the purpose. Letters of
/// a script that no profile uses rule an answer out.
package struct LanguageIdentifier: Sendable {
    package struct Answer: Sendable, Equatable {
        /// ISO 639-1.
        package var language: String
        /// From 0 to 1.
        package var confidence: Double
    }

    package static let languages = profiles.map(\.language)

    package init() {}

    /// The language, or nil when the text is too short, a mixture or none of those known.
    package func identify(_ text: String, confidence threshold: Double = 0.8) -> Answer? {
        guard let best = rank(text).first, best.confidence >= threshold else { return nil }
        return best
    }

    /// All languages, likeliest first; empty when nothing in the text tells.
    package func rank(_ text: String) -> [Answer] {
        let folded = FoldedText(text)
        let traits = Self.traits(of: folded)
        guard !traits.isEmpty, Self.isKnownScript(folded) else { return [] }
        var scores = [Double](repeating: 0, count: Self.tables.profiles.count)
        var known = 0
        for trait in traits {
            guard let row = Self.tables.rows[trait] else { continue }
            known += 1
            for index in scores.indices { scores[index] += Double(row[index]) }
        }
        // Text in a language without a profile shares single letters with all of them, but few longer n-grams.
        guard Double(known) / Double(traits.count) > 0.45 else { return [] }
        // N-grams overlap, so that their evidence is not independent; the root keeps confidence honest.
        let temper = 1.6 / Double(known).squareRoot()
        let highest = scores.max() ?? 0
        let powers = scores.map { exp(($0 - highest) * temper) }
        let sum = powers.reduce(0, +)
        return zip(Self.tables.profiles.indices, powers)
            .map { index, power in
                let foreign = Self.foreignShare(folded, alphabet: Self.tables.alphabets[index])
                return Answer(
                    language: Self.profiles[index].language, confidence: power / sum * max(0, 1 - 5 * foreign))
            }
            .sorted { $0.confidence > $1.confidence }
    }

    private static let extractor: FeatureExtractor = {
        var options = FeatureOptions()
        options.bucketBits = 20
        options.shortestCharacters = 1
        options.longestCharacters = 4
        options.longestPhrase = 1
        return FeatureExtractor(options: options)
    }()

    private static func traits(of text: FoldedText) -> [UInt32] {
        var result: [UInt32] = []
        for word in text.words where word.isSpelled && text.scalars[word.scalars.lowerBound] != 0x30 {
            // A whole word tells more than the n-grams in it, and counts double.
            let whole = extractor.bucket(extractor.hash(of: word, in: text))
            result.append(whole)
            result.append(whole)
            extractor.eachCharacterHash(of: word, in: text) { result.append($0) }
        }
        return result
    }

    /// Latin letters only: every profile is written in them.
    private static func isKnownScript(_ text: FoldedText) -> Bool {
        var latin = 0
        var other = 0
        for word in text.words where word.isSpelled {
            for scalar in text.scalars[word.scalars] where scalar > 0x40 {
                if scalar < 0x250 || (0x1E00..<0x1F00).contains(scalar) { latin += 1 } else { other += 1 }
            }
        }
        return latin > other
    }

    /// The share of letters that the language does not write: Czech looks like Polish until one reads its accents.
    private static func foreignShare(_ text: FoldedText, alphabet: Set<UInt32>) -> Double {
        let letters = text.scalars.filter { $0 > 0x60 }
        let foreign = letters.count { $0 > 0x7F && !alphabet.contains($0) }
        return letters.isEmpty ? 0 : Double(foreign) / Double(letters.count)
    }

    private struct Tables: Sendable {
        var profiles: [LanguageProfile]
        /// The letters each sample uses.
        var alphabets: [Set<UInt32>]
        /// Log likelihood of each n-gram against its mean over the languages.
        var rows: [UInt32: [Float]]
    }

    private static let tables: Tables = {
        let counts = profiles.map { profile in
            Dictionary(traits(of: FoldedText(profile.sample)).map { ($0, 1.0) }, uniquingKeysWith: +)
        }
        let totals = counts.map { $0.values.reduce(0, +) }
        var rows: [UInt32: [Float]] = [:]
        for trait in Set(counts.flatMap(\.keys)) {
            let logs = zip(counts, totals).map { log((($0[trait] ?? 0) + 0.3) / ($1 + 5000)) }
            let mean = logs.reduce(0, +) / Double(logs.count)
            rows[trait] = logs.map { Float($0 - mean) }
        }
        return Tables(profiles: profiles, alphabets: profiles.map { Set(FoldedText($0.sample).scalars) }, rows: rows)
    }()
}

/// A language and a text in it from which its n-grams are counted.
struct LanguageProfile: Sendable {
    let language: String
    let sample: String
}

extension LanguageIdentifier {
    static let profiles: [LanguageProfile] = [
        .english, .german, .french, .spanish, .italian, .dutch, .portuguese, .polish,
    ]
}
