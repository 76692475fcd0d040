import Casework
import Reports
import StageProtocol

/// How content customers are, from the `feedback` sections of all cases.
struct SurveyReport {
    struct Answer {
        var ref: String
        var vote: Vote
    }

    private(set) var asked = 0
    private(set) var answers: [Answer] = []
    private(set) var answeredOfAsked = 0
    /// Sections that are not of the shape `feedback/1`.
    private(set) var unreadable = 0

    init(_ sections: [JSON]) {
        for item in sections {
            guard let feedback = try? item["section"]?.decode(Feedback.self) else {
                unreadable += 1
                continue
            }
            if feedback.asked != nil { asked += 1 }
            guard let vote = feedback.votes.last else { continue }
            if feedback.asked != nil { answeredOfAsked += 1 }
            answers.append(Answer(ref: item["ref"]?.string ?? "", vote: vote))
        }
    }

    var responseRate: Double? { asked == 0 ? nil : Double(answeredOfAsked) / Double(asked) }

    /// The answers to one question.
    struct Question {
        var name: String
        var scores: [Int]

        var mean: Double { Double(scores.reduce(0, +)) / Double(max(1, scores.count)) }
        /// The share of 4 and 5.
        var content: Share { share { $0 >= 4 } }
        /// Promoters less detractors, from -100 to 100.
        var netPromoters: Int {
            Int(((share { $0 >= 9 }.value - share { $0 <= 6 }.value) * 100).rounded())
        }

        private func share(_ isCounted: (Int) -> Bool) -> Share {
            Share(scores.count(where: isCounted), of: scores.count)
        }
    }

    /// By question, those that were answered most first.
    var questions: [Question] {
        Dictionary(grouping: answers, by: \.vote.question)
            .map { Question(name: $0.key, scores: $0.value.map(\.vote.score)) }
            .sorted { ($1.scores.count, $0.name) < ($0.scores.count, $1.name) }
    }

    /// What the least content said in words, the worst first.
    var worst: [Answer] {
        let told = answers.filter { place($0.vote) < 0.6 && !($0.vote.words ?? "").isEmpty }
        return Array(told.sorted { place($0.vote) < place($1.vote) }.prefix(5))
    }

    /// Where a score lies on its scale, from 0 to 1.
    private func place(_ vote: Vote) -> Double {
        guard let scale = Vote.scale(of: vote.question) else { return 1 }
        return Double(vote.score - scale.lowerBound) / Double(scale.upperBound - scale.lowerBound)
    }
}

// MARK: Telling

extension SurveyReport {
    var lines: [String] {
        var lines = ["asked     \(asked)", "answered  \(answers.count)"]
        if let responseRate { lines[1] += "  (\(percent(responseRate)) of those asked)" }
        if answers.isEmpty { lines.append("Nobody has answered yet: there is nothing to tell of contentment.") }
        for question in questions {
            let mean = "mean \(decimal(question.mean)) of \(count(question.scores.count, "answer"))"
            switch question.name {
            case "csat":
                let share = question.content
                let range = "\(percent(share.low)) to \(percent(share.high))"
                lines.append("CSAT      \(percent(share.value)) content (95 % interval \(range)), \(mean)")
            case "nps": lines.append("NPS       \(question.netPromoters), \(mean)")
            default: lines.append("\(question.name.uppercased())  \(mean)")
            }
        }
        if !worst.isEmpty { lines += ["", "what the least content said"] }
        for answer in worst {
            let words = (answer.vote.words ?? "").oneLine
            lines.append("  \(answer.ref)  \(answer.vote.question) \(answer.vote.score)  “\(words)”")
        }
        if unreadable > 0 { lines += ["", "\(count(unreadable, "section")) could not be read and do not count."] }
        return lines
    }

    var json: JSON {
        [
            "asked": .int(Int64(asked)), "answered": .int(Int64(answers.count)),
            "response_rate": responseRate.map { .double($0) } ?? nil, "unreadable": .int(Int64(unreadable)),
            "questions": .array(questions.map(json)),
            "worst_comments": .array(
                worst.map {
                    [
                        "ref": .string($0.ref), "question": .string($0.vote.question),
                        "score": .int(Int64($0.vote.score)), "words": .string($0.vote.words ?? ""),
                    ]
                }),
        ]
    }

    private func json(_ question: Question) -> JSON {
        var members: [String: JSON] = [
            "question": .string(question.name), "answers": .int(Int64(question.scores.count)),
            "mean": .double(question.mean),
        ]
        if question.name == "csat" {
            let share = question.content
            members["csat"] = .double(share.value)
            members["csat_interval_95"] = [.double(share.low), .double(share.high)]
        }
        if question.name == "nps" { members["nps"] = .int(Int64(question.netPromoters)) }
        return .object(members)
    }

    private func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
