import GRDB

/// The articles of a knowledge folder and a full-text index over their sections, in memory.
package struct KnowledgeBase: Sendable {
    /// A section that may answer a text.
    package struct Hit: Sendable, Hashable {
        package var article: Article
        /// The section's heading; the article's title for its opening.
        package var heading: String
        /// `returns#how-to-send-it-back`: what an answer cites.
        package var citation: String
        /// How sure it is that this section answers, from 0 to 1.
        package var score: Double
        /// The section's text, as it can stand in a reply.
        package var passage: String
    }

    /// All articles that could be read, stale ones included.
    package let articles: [Article]
    /// What was wrong with the others, by file and line.
    package let problems: [ArticleProblem]
    private let index: ArticleIndex

    /// Indexes articles given as text.
    /// - Parameters:
    ///   - files: name in the knowledge folder, and text.
    ///   - topics: the topics there are; nil allows any.
    ///   - unreadable: what is known to be wrong with other files already.
    /// - Throws: `DatabaseError` where SQLite cannot make an index, which means it was built without FTS5.
    package init(
        files: [(name: String, text: String)], topics: Set<String>? = nil, unreadable: [ArticleProblem] = []
    ) throws {
        var articles: [Article] = []
        var problems = unreadable
        for (name, text) in files.sorted(by: { $0.name < $1.name }) {
            do {
                let article = try ArticleParser.parse(text, file: name, topics: topics)
                if let same = articles.first(where: { $0.id == article.id && $0.language == article.language }) {
                    problems.append(
                        ArticleProblem(file: name, line: 1, message: "\(same.file) has the same id and language"))
                } else {
                    articles.append(article)
                }
            } catch let found as ArticleProblems {
                problems += found.problems
            }
        }
        self.articles = articles
        self.problems = problems
        index = try ArticleIndex(articles)
    }

    /// The articles whose review is overdue on a day; they answer nobody, and their owners should be told.
    package func stale(on day: ReviewDate) -> [Article] { articles.filter { $0.isStale(on: day) } }

    /// An article by its id and language.
    package func article(_ id: String, language: String) -> Article? {
        articles.first { $0.id == id && $0.language == language }
    }

    /// The sections that answer a customer's text best, best first, one an article.
    /// - Parameters:
    ///   - text: the customer's own words, or one ask of theirs; any characters are safe.
    ///   - topic: what triage thinks it is about; weighs, but does not decide.
    ///   - language: which articles to look in; none in other languages are found.
    ///   - audience: `customer` keeps articles for staff out.
    ///   - day: stale articles of this day are not used.
    package func search(
        _ text: String, topic: String? = nil, language: String = "en", limit: Int = 5,
        audience: Article.Audience = .customer, on day: ReviewDate
    ) throws -> [Hit] {
        try search(text, topic: topic, language: language) { article in
            !article.isStale(on: day) && (audience == .staff || article.audience == .customer)
        }.prefix(limit).map(\.self)
    }

    /// What stale articles would answer a customer's text with: no answer, but a reason to tell their owners.
    package func searchStale(
        _ text: String, topic: String? = nil, language: String = "en", on day: ReviewDate
    ) throws -> [Hit] {
        guard articles.contains(where: { $0.isStale(on: day) }) else { return [] }
        return try search(text, topic: topic, language: language) { $0.audience == .customer }
            .filter { $0.article.isStale(on: day) }
    }

    private func search(
        _ text: String, topic: String?, language: String, among isUsable: (Article) -> Bool
    ) throws -> [Hit] {
        let terms = SearchTerms.terms(of: text, language: language)
        let usable = articles.indices.filter { articles[$0].language == language && isUsable(articles[$0]) }
        let matches = try index.matches(
            terms, pairs: SearchTerms.pairs(of: text, language: language),
            act: SearchTerms.act(of: text, language: language), language: language)
        return Ranking.rank(matches, usable: Set(usable), articles: articles, topic: topic).map { ranked in
            let article = articles[ranked.article]
            let section = article.sections[ranked.section]
            return Hit(
                article: article, heading: section.heading, citation: article.id + section.anchor, score: ranked.score,
                passage: section.text)
        }
    }
}
