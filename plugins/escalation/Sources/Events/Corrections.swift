import Casework
import StageKit

// What people change of what was understood. It is recorded with before and after, and triage takes it over; where a person
// worked on the case and changed nothing, that counts as right.
extension CaseWork {
    /// A person looks at the case: what was understood so far is what they judge.
    mutating func looked(_ person: String) {
        guard review == nil, let understanding else { return }
        review = Review(of: understanding, by: person, at: now)
    }

    /// `case.correction`: somebody says what was meant.
    mutating func corrected(_ request: CorrectionRequest) throws {
        guard let understanding else { return }
        looked(request.by)
        if let topic = request.topic {
            try change(.topic, from: .string(understanding.topic), to: .string(topic), by: request.by)
        }
        if let mood = request.mood {
            try change(.mood, from: .string(understanding.mood), to: .string(mood), by: request.by)
        }
        if let asks = request.asks {
            try change(
                .asks, from: JSON(encoding: understanding.asks), to: JSON(encoding: asks), by: request.by)
        }
        var correction: [String: JSON] = ["by": .string(request.by)]
        correction["topic"] = request.topic.map(JSON.string)
        try outcome.emit("corrected", JSON.object(correction))
    }

    /// A colleague answered: how far what they were given to start from served.
    mutating func answered(with words: String, by person: People.Person) throws {
        looked(person.id)
        guard let draft = answering?.draft else { return }
        try change(.draft, from: .string(draft), to: .string(words), by: person.id)
    }

    private mutating func change(_ what: Review.Subject, from before: JSON, to after: JSON, by person: String) throws {
        guard before != after else { return }
        let correction = Review.Correction(
            what: what, before: before, after: after, by: person, at: now, heard: head.heard)
        review?.corrections.append(correction)
        try outcome.append(
            "decided",
            [
                "corrected": .string(what.rawValue), "before": before, "after": after, "person": .string(person),
            ] as JSON)
    }

    /// Why a word behind `/topic` or `/mood` cannot be used; nil where it can.
    func problem(with what: Review.Subject, _ word: String) -> String? {
        let known =
            what == .mood
            ? Self.moods : Set(office.people.people.flatMap(\.topics) + (understanding?.guesses ?? []) + ["other"])
        guard !known.contains(word), what == .mood || known.count > 1 else { return nil }
        return
            "\"\(word)\" is no \(what.rawValue) that is known here; there are \(known.sorted().joined(separator: ", "))."
    }

    private static let moods: Set = ["calm", "worried", "upset", "angry", "happy"]
}

extension Understanding {
    /// Topics that may be meant.
    fileprivate var guesses: [String] { [topic] + alternatives.map(\.topic) }
}
