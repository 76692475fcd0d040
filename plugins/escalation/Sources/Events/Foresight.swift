import Calendars
import Casework
import Clocks
import StageKit

// What is seen coming: a mood that gets worse, somebody who has to write again and again, a wish for somebody in charge, a
// time that cases like this one miss. It is told before it is too late, and each of it once.
extension CaseWork {
    /// Looks for signs in the customer's latest words.
    mutating func watch(_ understanding: Understanding) throws {
        let moods = story.moods
        if moods.last != understanding.mood {
            try note(["mood": .string(understanding.mood), "heard": .int(Int64(understanding.heard))])
        }
        let topic = understanding.topic
        if isSure(understanding), figures.repairFirst?.topics?.contains(topic) == true, !story.topics.contains(topic) {
            try note(["topic": .string(topic), "note": .string("it is about \(topic), which always has a cause")])
        }
        let signs = Sign.all(understanding, moods: moods, story: story, history: head.history ?? [], now: now)
        for sign in signs where story.signs[sign.code] == nil {
            // A word that we broke is owned by a person, not by an article.
            if sign.code == "call" { care.waits_for = care.waits_for ?? "promised-call" }
            let lead = sign.code == Sign.manager ? ladder.lead(of: care.advocate.id).map { [$0] } : nil
            let above = lead ?? ladder.next(after: 0, without: care.advocate.id)?.people ?? []
            try note([
                "sign": .string(sign.code), "heard": .int(Int64(understanding.heard)), "reason": .string(sign.reason),
                "told": .array(above.map { .string($0.id) }),
            ])
            let people = standingIn
            try notice(
                "sign-\(understanding.heard)-\(sign.code)",
                to: people + above.filter { !people.contains($0) }, reason: sign.reason, due: due)
        }
    }

    /// When answers like the one that is due become likely to be late. While the next word is the customer's, nobody could hurry.
    func predictions(_ clocks: CaseClocks) -> [ClockTimer] {
        guard clocks.turn == "us", let topic = understanding?.topic, let pace = office.pace else { return [] }
        return [ClockName.firstAnswer, .nextAnswer].compactMap { clocks[$0] }.compactMap { clock in
            guard clock.isRunning, !clock.isPaused, let due = clock.due, !story.has(noted: "predicted", of: clock)
            else {
                return nil
            }
            let calendar = office.calendar
            let allowed = calendar.working(between: clock.started.milliseconds, and: due.milliseconds)
            guard let turning = pace.turning(topic: topic, allowed: allowed) else { return nil }
            let at = calendar.add(working: turning, to: clock.started.milliseconds)
            return ClockTimer(clock: clock.name, kind: .predict, at: Timestamp(milliseconds: min(at, due.milliseconds)))
        }
    }

    /// A miss has become likely: the advocate and the first rung are told while there is time.
    mutating func predict(_ clock: Clock) throws {
        try note([
            "predicted": .string(clock.name), "started": .string(clock.started.description),
            "reason": "of cases like this one that took as long, most were answered late",
        ])
        let next = ladder.next(after: 0, without: care.advocate.id)?.people ?? []
        let people = standingIn + next.filter { !standingIn.contains($0) }
        try notice(
            instance("predicted", clock), to: people,
            reason: "of cases like this one that took as long, most were answered late; there is still time",
            due: clock.due.map(Due.by) ?? due)
    }

    /// A colleague who was told of the case has replied: they take it on, and the next rung waits.
    mutating func taken(_ mail: JSON) throws {
        let address = mail["from"]?["address"]?.string ?? ""
        guard isOpen,
            let person = mail["person"]?.string.flatMap({ office.people[$0] }) ?? office.people.person(at: address),
            story.climb.waits(for: person.id)
        else { return }
        try record("decided", ["taken": .string(person.id), "rung": .int(Int64(story.climb.rung))])
    }
}
