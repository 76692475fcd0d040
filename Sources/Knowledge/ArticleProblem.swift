/// Something wrong in an article, for the person who wrote it; the other articles serve all the same.
package struct ArticleProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var message: String

    package var description: String { "\(file):\(line): \(message)" }
}

/// All that is wrong in one article.
struct ArticleProblems: Error {
    var problems: [ArticleProblem]
}
