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
        let known = Set(
            story.noted("related").filter { $0["kind"]?.string == Cause.kind }.compactMap { $0["key"]?.string })
        // What a colleague has said it is about takes the place of what was understood.
        let isCorrected = review?.corrections.contains { $0.what == .topic } == true
        let topics = (isCorrected ? [] : story.topics) + [understanding?.topic].compactMap(\.self)
        for sign in CauseSign.all(story, clocks, topics: topics, standard) where !known.contains(sign.key) {
            try outcome.open(
                Cause.kind, key: sign.key, subject: "Cause: \(sign.key)", owner: owner(of: sign)?.id,
                Cause.Report(cause: sign.what, key: sign.key, ref: ref), output: "cause")
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
