import GRDB

/// An FTS5 index over the sections of articles, one table a language so that words are weighed within it.
struct ArticleIndex: Sendable {
    /// A section with words of the text in it.
    struct Match: Sendable {
        var article: Int
        var section: Int
        /// bm25 turned round: the greater the better.
        var strength: Double
        /// The same of heading and text alone, without the title that all sections of an article share.
        var ownStrength: Double
        /// The share of the text's words that the article has, weighed by how rare they are.
        var coverage: Double
        /// The same share, of the title and topic alone.
        var titleCoverage: Double
        /// Whether the text asks us to do something that the article has no word of.
        var lacksAct = false
    }

    private let database: DatabaseQueue
    private let languages: Set<String>

    init(_ articles: [Article]) throws {
        database = try DatabaseQueue()
        languages = Set(articles.map(\.language).filter { $0.allSatisfy { $0.isASCII && $0.isLetter } })
        try database.write { [languages] db in
            for language in languages.sorted() {
                let stemmer = language == "en" ? "porter " : ""
                try db.execute(
                    sql: """
                        CREATE VIRTUAL TABLE sections_\(language) USING fts5(
                            title, heading, body, article UNINDEXED, section UNINDEXED,
                            tokenize = '\(stemmer)unicode61 remove_diacritics 2');
                        CREATE VIRTUAL TABLE words_\(language) USING fts5vocab(sections_\(language), row)
                        """)
            }
            for (index, article) in articles.enumerated() where languages.contains(article.language) {
                for (number, section) in article.sections.enumerated() {
                    try db.execute(
                        sql: """
                            INSERT INTO sections_\(article.language) (title, heading, body, article, section)
                            VALUES (?, ?, ?, ?, ?)
                            """,
                        arguments: [
                            article.title + " " + (article.topics.first ?? ""), section.heading, section.text,
                            index, number,
                        ])
                }
            }
        }
    }

    /// The sections that have any of the terms.
    /// - Parameters:
    ///   - pairs: phrases that make a section stronger beside its words.
    ///   - act: what we are asked to do.
    func matches(
        _ terms: [SearchTerms.Term], pairs: [String] = [], act: SearchTerms.Term? = nil, language: String
    ) throws -> [Match] {
        guard languages.contains(language), !terms.isEmpty else { return [] }
        return try database.read { db in
            let table = "sections_\(language)"
            let sections = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            var weights = 0.0
            var covered: [Int: Double] = [:]
            var titled: [Int: Double] = [:]
            for term in terms {
                let articles = try Int.fetchAll(
                    db, sql: "SELECT article FROM \(table) WHERE \(table) MATCH ?", arguments: [term.query])
                // Words no article has still count against the match, but no more than a rare word counts for it.
                let weight = rarity(of: articles.count, among: sections)
                weights += articles.isEmpty ? weight * 0.7 : weight
                for article in Set(articles) { covered[article, default: 0] += weight }
                let named = try Int.fetchAll(
                    db, sql: "SELECT DISTINCT article FROM \(table) WHERE \(table) MATCH ?",
                    arguments: ["title : " + term.query])
                for article in named { titled[article, default: 0] += weight }
            }
            let acting =
                try act.map { act in
                    try Set(
                        Int.fetchAll(
                            db, sql: "SELECT article FROM \(table) WHERE \(table) MATCH ?", arguments: [act.query]))
                } ?? []
            let query = (terms.map(\.query) + pairs).joined(separator: " OR ")
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT article, section, -bm25(\(table), 6.0, 3.0, 1.0) AS strength,
                        -bm25(\(table), 0.0, 3.0, 1.0) AS own FROM \(table)
                    WHERE \(table) MATCH ? ORDER BY strength DESC LIMIT 60
                    """, arguments: [query])
            return rows.map { row in
                let article: Int = row["article"]
                let (all, named) = (covered[article] ?? 0, titled[article] ?? 0)
                return Match(
                    article: article, section: row["section"], strength: row["strength"], ownStrength: row["own"],
                    coverage: weights > 0 ? all / weights : 0, titleCoverage: weights > 0 ? named / weights : 0,
                    lacksAct: act != nil && !acting.contains(article))
            }
        }
    }

    /// Robertson and Spärck Jones' inverse document frequency, kept above zero.
    private func rarity(of count: Int, among sections: Int) -> Double {
        let (count, sections) = (Double(count), Double(sections))
        return max(0.1, logarithm(1 + (sections - count + 0.5) / (count + 0.5)))
    }
}
