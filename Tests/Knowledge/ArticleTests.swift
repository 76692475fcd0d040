import Testing

@testable import Knowledge

@Suite struct ArticleTests {
    static let good = """
        ---
        id: returns
        title: Returning
        topics: [return]
        language: en
        audience: customer
        reviewed: 2026-11-01
        review_every: 6 months
        authority: policy 4
        owner: ana
        ---

        You can return **anything** within 30 days.

        ## Used goods
        They can be returned too.
        """
    static let today = ReviewDate(year: 2026, month: 11, day: 22)

    @Test func anArticleIsItsAnswerAndItsSections() throws {
        let article = try ArticleParser.parse(Self.good, file: "returns.md", topics: ["return"])
        #expect(article.answer == "You can return anything within 30 days.")
        #expect(article.sections.map(\.heading) == ["Returning", "Used goods"])
        #expect(article.sections.map(\.anchor) == ["", "#used-goods"])
        #expect(article.sections.map(\.line) == [12, 15])
        #expect(article.reviewDue.description == "2027-05-01")
    }

    @Test func aBadArticleIsNamedByFileAndLineAndTheOthersServe() throws {
        let bad = Self.good.replacing("id: returns", with: "id: other").replacing(
            "topics: [return]", with: "topics: [retrun]"
        )
        .replacing("2026-11-01", with: "2026-02-30").replacing("owner: ana", with: "ownr: ana")
        let base = try KnowledgeBase(
            files: [("returns.md", Self.good), ("wrong.md", bad), ("empty.md", "")], topics: ["return"])
        #expect(base.articles.map(\.id) == ["returns"])
        #expect(
            base.problems.map(\.description).sorted() == [
                "empty.md:1: an article begins with its front matter between two lines of ---",
                "wrong.md:10: unknown field \"ownr\"; there are id, title, topics, language, audience, reviewed, review_every, authority, owner, news, by",
                "wrong.md:2: owner is missing",
                "wrong.md:2: the article other in en belongs in other.md",
                "wrong.md:4: unknown topic \"retrun\"",
                "wrong.md:7: reviewed must be a day such as 2026-11-22",
            ])
    }

    @Test func anArticleSaysWhetherItsNewsIsUnwelcome() throws {
        func article(_ line: String) throws -> Article {
            let text = Self.good.replacing("audience:", with: line + "audience:")
            return try ArticleParser.parse(text, file: "returns.md", topics: nil)
        }
        #expect(try !article("").isBadNews)
        #expect(try article("news: bad\n").isBadNews)
        #expect(try !article("").isByPeople)
        #expect(try article("by: people\n").isByPeople)
        let wrong = #expect(throws: ArticleProblems.self) { try article("news: good\n") }
        #expect(
            wrong?.problems.map(\.description) == [
                "returns.md:6: news can only be bad; leave it out where the answer is welcome"
            ])
    }

    @Test func aStaleArticleAnswersNobodyAndIsReported() throws {
        let base = try KnowledgeBase(files: [("returns.md", Self.good)])
        let lastDay = ReviewDate(year: 2027, month: 5, day: 1)
        let after = ReviewDate(year: 2027, month: 5, day: 2)
        #expect(try base.search("return used goods", on: lastDay).count == 1)
        #expect(try base.search("return used goods", on: after).isEmpty)
        #expect(base.stale(on: lastDay).isEmpty)
        #expect(base.stale(on: after).map(\.owner) == ["ana"])
    }

    @Test func anArticleForStaffIsNoAnswerForACustomer() throws {
        let text = Self.good.replacing("audience: customer", with: "audience: staff")
        let base = try KnowledgeBase(files: [("returns.md", text)])
        #expect(try base.search("return", on: Self.today).isEmpty)
        #expect(try base.search("return", audience: .staff, on: Self.today).count == 1)
    }

    @Test(arguments: [
        "\"", "return\" OR title:*", "NEAR(a b", "* ^return", "return AND NOT", "'; DROP TABLE sections_en; --",
        "{}[]()",
        "return - + : \u{0} é", "", "   ", "ретурн 返品",
    ])
    func noTextCanReachTheQueryLanguage(_ text: String) throws {
        let base = try KnowledgeBase(files: [("returns.md", Self.good)])
        _ = try base.search(text, on: Self.today)
        #expect(try base.search("return", on: Self.today).count == 1)
    }

    @Test func daysAreReckonedByTheCalendar() {
        #expect(ReviewDate("2024-02-29")?.adding("1 year")?.description == "2025-02-28")
        #expect(ReviewDate("2026-12-31")?.adding("2 months")?.description == "2027-02-28")
        #expect(ReviewDate("2026-12-31")?.adding("1 day")?.description == "2027-01-01")
        #expect(ReviewDate("2026-11-31") == nil)
        #expect(ReviewDate(millisecondsSince1970: 1_795_314_649_000).description == "2026-11-22")
        for days in stride(from: -200_000, to: 200_000, by: 37) {
            let day = ReviewDate(millisecondsSince1970: Int64(days) * 86_400_000)
            #expect(ReviewDate(day.description)?.days ?? days == days)
        }
    }
}
