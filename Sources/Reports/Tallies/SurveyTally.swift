import Casework
import StageProtocol

/// How content customers are, as far as they said: each question with its figure, over time, and who was least content.
struct SurveyTally: Tally {
    static let source = Source.cases([.feedback])

    /// The answers to one question: how often each score was given.
    private struct Question {
        var scores: [Int: Int] = [:]

        var answers: Int { scores.values.reduce(0, +) }
        var mean: Double {
            Double(scores.reduce(0) { $0 + $1.key * $1.value }) / Double(max(1, answers))
        }

        func count(_ isCounted: (Int) -> Bool) -> Int { scores.reduce(0) { $0 + (isCounted($1.key) ? $1.value : 0) } }

        /// Promoters less detractors, from -100 to 100.
        var netPromoters: Int {
            let difference = Double(count { $0 >= 9 } - count { $0 <= 6 })
            return Int((difference / Double(max(1, answers)) * 100).rounded())
        }
    }

    /// Somebody who was not content.
    private struct Comment {
        var ref: String
        var vote: CaseFacts.Feedback.Vote
        /// Where the score lies on its scale, from 0 to 1.
        var place: Double
    }

    /// Of the votes of a day: how many there are, and how many of content customers.
    private struct Votes {
        var all = 0
        var content = 0

        static func + (left: Votes, right: Votes) -> Votes {
            Votes(all: left.all + right.all, content: left.content + right.content)
        }
    }

    private let setting: Setting
    private var asked = 0
    private var answered = 0
    private var answeredOfAsked = 0
    /// Sections that are not of the shape `feedback/1`.
    private var unreadable = 0
    private var questions: [String: Question] = [:]
    private var days = Days<Votes>()
    private var comments: [Comment] = []

    init(_ setting: Setting) { self.setting = setting }

    mutating func take(_ facts: CaseFacts) {
        let feedback = facts.feedback
        guard feedback.isReadable else { return unreadable += 1 }
        if feedback.asked != nil { asked += 1 }
        guard let vote = feedback.vote else { return }
        answered += 1
        if feedback.asked != nil { answeredOfAsked += 1 }
        questions[vote.question, default: Question()].scores[vote.score, default: 0] += 1
        if let happy = Vote.happy(vote.question) {
            let content = Votes(all: 1, content: happy.contains(vote.score) ? 1 : 0)
            let day = setting.calendar.day(vote.at ?? facts.opened)
            days[day: day, default: Votes()] = days[day: day, default: Votes()] + content
        }
        if let scale = Vote.scale(of: vote.question), Vote.happy(vote.question)?.contains(vote.score) != true,
            vote.words.contains(where: { !$0.isWhitespace })
        {
            let place = Double(vote.score - scale.lowerBound) / Double(scale.upperBound - scale.lowerBound)
            comments.append(Comment(ref: facts.ref, vote: vote, place: place))
        }
        if comments.count > 1000 { comments = worst }
    }

    private var worst: [Comment] {
        Array(comments.sorted { ($0.place, $0.ref) < ($1.place, $1.ref) }.prefix(Self.most))
    }

    private static let most = 5

    /// Those that were answered most first.
    private var sorted: [(key: String, value: Question)] {
        questions.sorted { ($1.value.answers, $0.key) < ($0.value.answers, $1.key) }
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(id: "survey", title: "What customers voted", lead: lead)
        report.parts = [.table(table), .series(series), .table(commentTable)]
        report.members = [
            "asked": .int(Int64(asked)), "answered": .int(Int64(answered)), "unreadable": .int(Int64(unreadable)),
            "response_rate": asked == 0 ? .null : .double(Double(answeredOfAsked) / Double(asked)),
            "questions": .array(sorted.map(Self.json)),
            "worst_comments": .array(
                worst.map {
                    [
                        "ref": .string($0.ref), "question": .string($0.vote.question),
                        "score": .int(Int64($0.vote.score)), "words": .string($0.vote.words),
                    ]
                }),
        ]
        return report
    }

    private var lead: String {
        var lead =
            "\(counted(asked, "customer was", "customers were")) asked how content they are, and "
            + "\(counted(answered, "has", "have")) said."
        if asked > 0 {
            let share = Share(answeredOfAsked, of: asked)
            lead += " Of those asked \(Value.share(share.value).words) answered."
        }
        if answered == 0 { lead += " There is nothing to tell of contentment yet." }
        if unreadable > 0 {
            lead += " The feedback of \(counted(unreadable, "case")) could not be read and does not count."
        }
        return lead
    }

    private var table: Table {
        var table = Table(
            id: "questions", title: "Contentment",
            columns: [
                .init("question"), .init("answers"), .init("mean"), .init("content_share", "content"),
                .init("interval_95", "95 % interval"), .init("nps", "net promoters"),
            ],
            note: """
                A customer's last vote on a case counts. Content are 4 and 5 of CSAT, 5 to 7 of CES, promoters of NPS; \
                intervals are Wilson's: with few answers they are wide, and should be.
                """, none: "Nobody has answered yet.")
        for (name, question) in sorted {
            let content = Vote.happy(name).map { happy in question.count { happy.contains($0) } }
            table.add(
                [.text(name), .count(question.answers), .number(question.mean)]
                    + (content.map { Value.shareAndInterval($0, of: question.answers) } ?? [.none, .none])
                    + [name == "nps" ? .count(question.netPromoters) : .none])
        }
        return table
    }

    private var series: Series {
        let periods = days.periods(+, none: Votes())
        return Series(
            id: "content", title: "Content, by the \(days.period) of the vote", unit: .share,
            labels: periods.map(\.label),
            lines: [
                .init(
                    name: "content",
                    points: periods.map { $0.count.all == 0 ? nil : Double($0.count.content) / Double($0.count.all) })
            ])
    }

    private var commentTable: Table {
        var table = Table(
            id: "worst", title: "The least content who wrote something",
            columns: [.init("case"), .init("score"), .init("words")],
            note:
                "Words stand here of those alone who agreed to have them repeated; of the others they are in the case.",
            none: "None of them wrote anything.")
        for comment in worst {
            table.add([
                .cases([comment.ref]), .text(comment.vote.told),
                .text(comment.vote.mayBeQuoted ? comment.vote.words : ""),
            ])
        }
        return table
    }

    private static func json(_ name: String, _ question: Question) -> JSON {
        var members: [String: JSON] = [
            "question": .string(name), "answers": .int(Int64(question.answers)), "mean": .double(question.mean),
        ]
        if name == "csat" {
            let share = Share(question.count { $0 >= 4 }, of: question.answers)
            members["csat"] = .double(share.value)
            members["csat_interval_95"] = [.double(share.low), .double(share.high)]
        }
        if name == "nps" { members["nps"] = .int(Int64(question.netPromoters)) }
        return .object(members)
    }
}
