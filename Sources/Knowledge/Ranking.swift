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
        for (article, sections) in Dictionary(grouping: matches.filter { usable.contains($0.article) }, by: \.article) {
            best[article] = bestSection(of: sections)
        }
        // A topic that triage is sure of brings its articles in even where no word is shared.
        if let topic {
            for article in usable where best[article] == nil && articles[article].topics.contains(topic) {
                best[article] = ArticleIndex.Match(
                    article: article, section: 0, strength: 0, ownStrength: 0, coverage: 0, titleCoverage: 0)
            }
        }
        let greatest = best.values.map(\.strength).max() ?? 0
        // Of a topic with many articles it is not known which one is meant: it says the less for each, and words decide.
        let alike = Dictionary(usable.compactMap { articles[$0].topics.first }.map { ($0, 1) }, uniquingKeysWith: +)
        let many = topic.flatMap { alike[$0] } ?? 1
        let share = many > Self.few ? 1 / Double(many) : 1
        let ranked = best.map { article, found in
            // The first topic is the one the article is about; the others it touches.
            let fit: Double =
                switch topic {
                case nil: 0
                case let topic? where articles[article].topics.first == topic: share
                case let topic? where articles[article].topics.contains(topic): 0.6 * share
                default: -0.6
                }
            let relative = greatest > 0 ? found.strength / greatest : 0
            // There a title names a thing that much can be asked of: "can you engrave my oak board" is not answered by how to oil it.
            let isBeside = found.lacksAct && articles[article].topics.first.flatMap { alike[$0] } ?? 1 > Self.few
            let score = sureness(found, relative: relative, fit: fit, isBeside: isBeside)
            return Ranked(article: article, section: found.section, score: score)
        }
        return ranked.sorted {
            $0.score != $1.score ? $0.score > $1.score : articles[$0.article].id < articles[$1.article].id
        }
    }

    /// An article is as strong as its strongest section. The one that answers is the one whose own words say most, and the
    /// opening where none says more: every section bears the article's title, and a short one would win by that alone.
    private static func bestSection(of sections: [ArticleIndex.Match]) -> ArticleIndex.Match? {
        var best = sections.max { ($0.ownStrength, $1.section) < ($1.ownStrength, $0.section) }
        if best?.ownStrength ?? 0 < Self.least, let opening = sections.first(where: { $0.section == 0 }) {
            best = opening
        }
        best?.strength = sections.map(\.strength).max() ?? 0
        return best
    }

    /// Of a topic with more articles than this, each is about something of its own.
    private static let few = 3

    /// Below this a section's own words say nothing.
    private static let least = 0.5

    /// A logistic curve over what speaks for a match. Its weights were set by hand on the questions in the tests: what
    /// is asked within the articles lies above one half, what is asked beside them below. The order among articles is mostly
    /// that of bm25.
    private static func sureness(
        _ match: ArticleIndex.Match, relative: Double, fit: Double, isBeside: Bool
    ) -> Double {
        let saturated = match.strength / (match.strength + 6)
        let sum =
            -7.0 + 2.6 * match.coverage + 2.6 * saturated + 3.0 * relative + 4.0 * match.titleCoverage + 2.6 * fit
            - (isBeside ? 2.5 : 0)
        return 1 / (1 + exp(-sum))
    }
}
