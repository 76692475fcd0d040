import Casework
import Clocks
import StageProtocol

/// Something that went wrong for a customer and would go wrong again: a reason to look for what brought it about.
struct CauseSign: Sendable, Hashable {
    /// What it is known by: cases with the same one have one cause between them.
    var key: String
    /// What went wrong, in words for the one who is to find out why.
    var what: String
    /// When it did; nil where that is as old as the case.
    var at: Timestamp?
}

extension CauseSign {
    /// What a case shows, each thing once: what colleagues said of it, a topic that always has a cause, a promise or an answer
    /// that came late.
    /// - Parameter topics: what it was about, the last one last.
    static func all(_ story: Story, _ clocks: CaseClocks, topics: [String], _ standard: Figures.RepairFirst)
        -> [CauseSign]
    {
        // Who thanks in the end has not written about thanks.
        let topic = topics.last { $0 != "thanks" && $0 != "other" } ?? "other"
        var signs = story.noted("cause").compactMap { body -> CauseSign? in
            guard let words = body["cause"]?.string else { return nil }
            return CauseSign(key: body["about"]?.string ?? topic, what: words)
        }
        signs += topics.filter { standard.topics?.contains($0) == true }.map {
            CauseSign(key: $0, what: "a customer wrote about \($0)")
        }
        if let late = late(story, clocks) {
            signs.append(CauseSign(key: "late-\(topic)", what: late.what, at: late.at))
        }
        var known: Set<String> = []
        return signs.filter { known.insert($0.key).inserted }
    }

    private static func late(_ story: Story, _ clocks: CaseClocks) -> (what: String, at: Timestamp?)? {
        let missed = clocks.runs.filter { $0.missed != nil && !$0.isWord }
        if let run = missed.first(where: { $0.name.hasPrefix(ClockName.promises) }) {
            let words = story.promises.first { $0.clock == run.name }?.what
            return ("a promise was not kept in time" + (words.map { ": \"\($0)\"" } ?? ""), run.missed)
        }
        let answers = [ClockName.firstAnswer.rawValue, ClockName.nextAnswer.rawValue]
        return missed.first { answers.contains($0.name) }.map { ("an answer was late", $0.missed) }
    }
}
