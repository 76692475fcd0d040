import Casework
import StageProtocol

/// What customers write about, how they feel, what they ask that no article answers, and what they said of us.
struct VoiceTally: Tally {
    static let source = Source.cases([.understanding, .answering, .feedback])

    private struct Topic {
        var cases = 0
        var unhappy = 0
        var understood = 0
        var asks = 0
        var uncovered = 0
        var content = 0
        var votes = 0
        var days = Days<Int>()
        var latest = Worst()
    }

    /// Of the cases of a day: how many there are with a mood, and how many of each.
    private struct Moods {
        var cases = 0
        var unhappy = 0
        var happy = 0

        static func + (left: Moods, right: Moods) -> Moods {
            Moods(
                cases: left.cases + right.cases, unhappy: left.unhappy + right.unhappy, happy: left.happy + right.happy)
        }
    }

    private let setting: Setting
    private var cases = 0
    private var topics: [String: Topic] = [:]
    private var moods = Days<Moods>()
    private var quotes: [Quotes.Quote] = []

    init(_ setting: Setting) { self.setting = setting }

    private static let unhappy: Set = ["upset", "angry"]

    mutating func take(_ facts: CaseFacts) {
        cases += 1
        let day = setting.calendar.day(facts.opened)
        var topic = topics[facts.topic] ?? Topic()
        topics[facts.topic] = nil
        topic.cases += 1
        topic.days[day: day, default: 0] += 1
        topic.asks += facts.asks.count
        let uncovered = facts.asks.count { $0.article == nil }
        topic.uncovered += uncovered
        // The latest are looked at first: who writes an article wants to know what is asked today.
        if uncovered > 0 { topic.latest.add(facts.ref, by: facts.opened.milliseconds) }
        if let mood = facts.mood {
            topic.understood += 1
            let isUnhappy = Self.unhappy.contains(mood)
            if isUnhappy { topic.unhappy += 1 }
            var moods = moods[day: day, default: Moods()]
            moods.cases += 1
            if isUnhappy { moods.unhappy += 1 }
            if mood == "happy" { moods.happy += 1 }
            self.moods[day: day, default: Moods()] = moods
        }
        if let vote = facts.feedback.vote { take(vote, facts, &topic) }
        topics[facts.topic] = topic
    }

    private mutating func take(_ vote: CaseFacts.Feedback.Vote, _ facts: CaseFacts, _ topic: inout Topic) {
        if let happy = Vote.happy(vote.question) {
            topic.votes += 1
            if happy.contains(vote.score) { topic.content += 1 }
        }
        guard vote.mayBeQuoted, !vote.words.isEmpty else { return }
        quotes.append(
            .init(
                ref: facts.ref, at: vote.at ?? facts.opened, score: vote.told, topic: facts.topic, words: vote.words))
        if quotes.count > 2 * Self.mostQuotes { quotes = latestQuotes }
    }

    private static let mostQuotes = 30

    private var latestQuotes: [Quotes.Quote] {
        Array(quotes.sorted { ($1.at, $0.ref) < ($0.at, $1.ref) }.prefix(Self.mostQuotes))
    }

    // MARK: Telling

    func report() -> Report {
        var report = Report(
            id: "voice", title: "Voice of the customer",
            lead:
                "What \(counted(cases, "case was", "cases were")) about, how customers felt, and what they asked that no article answers."
        )
        let sorted = topics.sorted { ($1.value.cases, $0.key) < ($0.value.cases, $1.key) }
        report.parts = [.table(topicTable(sorted)), .series(moodSeries)]
        report.parts += [.series(topicSeries(sorted)), .table(askTable(sorted))]
        report.parts.append(
            .quotes(
                Quotes(
                    id: "quotes", title: "In their own words", quotes: latestQuotes,
                    none: "Nobody has yet agreed to have their words repeated.")))
        return report
    }

    private func topicTable(_ topics: [(key: String, value: Topic)]) -> Table {
        var table = Table(
            id: "topics", title: "Topics",
            columns: [
                .init("topic"), .init("cases"), .init("share"), .init("unhappy_share", "upset or angry"),
                .init("unhappy_interval_95", "95 % interval"), .init("votes"), .init("content_share", "content"),
                .init("content_interval_95", "95 % interval"),
            ],
            note:
                "Upset or angry by their latest words; content are 4 and 5 of CSAT, 5 to 7 of CES, promoters of NPS. Intervals are Wilson's."
        )
        for (name, topic) in topics {
            table.add(
                [.text(name), .count(topic.cases), .share(Double(topic.cases) / Double(max(1, cases)))]
                    + Value.shareAndInterval(topic.unhappy, of: topic.understood) + [.count(topic.votes)]
                    + Value.shareAndInterval(topic.content, of: topic.votes))
        }
        return table
    }

    private var moodSeries: Series {
        let periods = moods.periods(+, none: Moods())
        func share(_ part: KeyPath<Moods, Int>) -> [Double?] {
            periods.map { $0.count.cases == 0 ? nil : Double($0.count[keyPath: part]) / Double($0.count.cases) }
        }
        return Series(
            id: "mood", title: "Mood of the cases opened", unit: .share, labels: periods.map(\.label),
            lines: [
                .init(name: "upset or angry", points: share(\.unhappy)), .init(name: "happy", points: share(\.happy)),
            ])
    }

    private func topicSeries(_ topics: [(key: String, value: Topic)]) -> Series {
        let shown = topics.prefix(5)
        let periods = Days.together(shown.map(\.value.days))
        return Series(
            id: "topics_over_time", title: "Cases by topic", unit: .count, labels: periods.map(\.label),
            lines: shown.enumerated().map { index, topic in
                .init(name: topic.key, points: periods.map { Double($0.counts[index]) })
            })
    }

    private func askTable(_ topics: [(key: String, value: Topic)]) -> Table {
        var table = Table(
            id: "asks", title: "Asked, and in no article",
            columns: [
                .init("topic"), .init("asks"), .init("without_article", "without an article"), .init("share"),
                .init("latest", "the latest cases"),
            ], note: "An ask is without an article where no automatic answer to it rested on one.",
            none: "Every ask was answered from an article.")
        for (name, topic) in topics.sorted(by: { ($1.value.uncovered, $0.key) < ($0.value.uncovered, $1.key) })
        where topic.uncovered > 0 {
            table.add([
                .text(name), .count(topic.asks), .count(topic.uncovered),
                .share(Double(topic.uncovered) / Double(topic.asks)), .cases(topic.latest.refs),
            ])
        }
        return table
    }
}

extension CaseFacts.Feedback.Vote {
    /// Such as `csat 4 of 5`.
    var told: String { "\(question) \(score)" + (Vote.scale(of: question).map { " of \($0.upperBound)" } ?? "") }
}
