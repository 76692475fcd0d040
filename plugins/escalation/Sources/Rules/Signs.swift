import Casework
import Clocks
import Language
import StageProtocol

/// A sign that a small thing may grow large, seen before a time is missed.
struct Sign: Sendable, Hashable {
    /// `mood`, `repeated`, `manager`, `call`: what it is called in names of texts and in the log.
    var code: String
    /// Why a colleague is told, as the end of a sentence.
    var reason: String

    /// They want somebody in charge.
    static let manager = "manager"
}

extension Sign {
    /// What a customer's latest words show, held against what came before.
    /// - Parameters:
    ///   - moods: the moods that were heard before, oldest first.
    ///   - history: the customer's other cases.
    static func all(
        _ understanding: Understanding, moods: [String], story: Story, history: [CaseHead.Past], now: Timestamp
    ) -> [Sign] {
        [
            worsening(understanding.mood, moods), repeated(story, history, now: now),
            ManagerWish.isIn(story.heard.last?.contact.words ?? "")
                ? Sign(code: manager, reason: "the customer asks for somebody in charge") : nil,
            PromisedCall.isIn(story.heard.last?.contact.words ?? "")
                ? Sign(code: "call", reason: "the customer says that somebody was to call them") : nil,
        ].compactMap { $0 }
    }

    /// The mood is upset at least, and worse than any that was heard before.
    private static func worsening(_ mood: String, _ earlier: [String]) -> Sign? {
        guard let worst = earlier.map(rank).max(), rank(mood) > worst, rank(mood) >= 2 else { return nil }
        return Sign(
            code: "mood", reason: "the customer's mood gets worse: \(earlier.last ?? "") before, \(mood) now")
    }

    private static func rank(_ mood: String) -> Int {
        switch mood {
        case "angry": 3
        case "upset": 2
        case "worried": 1
        default: 0
        }
    }

    /// They wrote a third time, each time after a while, and nobody has answered; or it is their third case in a week.
    private static func repeated(_ story: Story, _ history: [CaseHead.Past], now: Timestamp) -> Sign? {
        let waiting = story.heard.filter { $0.seq > story.lastTurn?.seq ?? 0 }
        var times = waiting.isEmpty ? 0 : 1
        for (before, after) in zip(waiting, waiting.dropFirst()) where after.at - before.at > burst { times += 1 }
        if times >= 3 {
            return Sign(code: "repeated", reason: "the customer has written \(times) times and had no answer")
        }
        let recent = history.count { $0.opened > now - .seconds(7 * 86_400) }
        guard recent >= 2 else { return nil }
        return Sign(code: "repeated", reason: "it is the customer's case number \(recent + 1) within a week")
    }

    /// What is written within so long is one breath.
    private static let burst: Duration = .seconds(600)
}
