import Casework
import Clocks
import StageKit

// The customer first, the cause after: what went wrong in a case is followed up once its customer is satisfied. Each cause is a
// case of the house with an owner and a date; cases of the same cause are linked to the one that is open.
extension CaseWork {
    /// Opens what the case calls for, or joins what is open already. Done as the case is resolved, and when somebody names a
    /// cause after that.
    mutating func followUpCauses() throws {
        guard let standard = figures.repairFirst, standard.within != nil else { return }
        for sign in unknownSigns(standard) {
            let report = Cause.Report(cause: sign.what, key: sign.key, ref: ref)
            // What was mended since it went wrong here has not come back: this case is one of before.
            if let mended = mended[sign.key], let end = mended.ended, (sign.at ?? head.opened) < end {
                try causeMoved(Cause.Moved(related: mended.ref, kind: Cause.kind, key: sign.key))
                try outcome.emit("cause", about: mended.ref, report)
                continue
            }
            try outcome.open(
                Cause.kind, key: sign.key, subject: "Cause: \(sign.key)", owner: owner(of: sign)?.id, report,
                output: "cause")
        }
    }

    /// What the case shows that it has no cause for yet.
    private func unknownSigns(_ standard: Figures.RepairFirst) -> [CauseSign] {
        let known = Set(
            story.noted("related").filter { $0["kind"]?.string == Cause.kind }.compactMap { $0["key"]?.string })
        // What a colleague has said it is about takes the place of what was understood.
        let isCorrected = review?.corrections.contains { $0.what == .topic } == true
        let topic = understanding.flatMap { isCorrected || isSure($0) ? $0.topic : nil }
        let topics = (isCorrected ? [] : story.topics) + [topic].compactMap(\.self)
        return CauseSign.all(story, clocks, topics: topics, standard).filter { !known.contains($0.key) }
    }

    /// Whether it is certain enough what the customer writes about to look for its cause.
    func isSure(_ understanding: Understanding) -> Bool { understanding.confidence >= figures.grasp?.sure ?? 0.5 }

    /// Whether this delivery can bring about a cause: only then is there anything to ask.
    var mayFollowUp: Bool {
        guard let standard = figures.repairFirst, standard.within != nil else { return false }
        return received.type == "case.staff" || !unknownSigns(standard).isEmpty
    }

    /// Takes in the causes of other cases: of each name the one that was opened last counts, where it is mended.
    mutating func consider(_ causes: [(ref: String, cause: CauseSection)]) {
        for (ref, cause) in causes.sorted(by: { $0.cause.opened < $1.cause.opened }) {
            mended[cause.key] = cause.state == "mended" ? (ref, cause.ended) : nil
        }
    }

    /// `/cause`: a colleague says what should not happen again. It waits until the customer is satisfied.
    mutating func caused(_ words: String, key: String?, by person: People.Person) throws {
        var body: [String: JSON] = ["cause": .string(words), "person": .string(person.id)]
        body["about"] = key.map(JSON.string)
        try record("noted", .object(body))
        if !isOpen { try followUpCauses() }
    }

    /// Who is asked first in its topic and is there; else who leads those who look after customers. How fast we answer is always
    /// a matter of the lead.
    private func owner(of sign: CauseSign) -> People.Person? {
        office.choice(at: now).fitting(topic: sign.key).first ?? ladder.lead(of: care.advocate.id)
    }
}
