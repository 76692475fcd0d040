import Casework
import Clocks
import StageKit

// What was missed is owned before the customer asks, with an offer within the limits of goodwill. Beyond them the one who may
// grant it is asked, and the customer told so.
extension CaseWork {
    /// What the standards allow this customer, seen over all their cases; nil where they know no goodwill.
    var goodwill: Goodwill? {
        figures.goodwill.map { Goodwill(limits: $0, granted: story.granted + grantedElsewhere, now: now) }
    }

    /// Owns that a promise was not kept.
    mutating func apologise(for promise: Promise) throws {
        // Of a word that is late the answer's own apology tells, at the same minute.
        guard !promise.isWord || !isOwned(promise) else { return }
        let sum = promise.isWord ? nil : figures.promises?.make_good
        let remedy = try remedy(
            sum, for: promise.name, because: "the promise \"\(promise.what)\" was not kept in time")
        try apologise("amends-\(promise.name)", for: .promise(promise.what), remedy, about: promise.name)
    }

    /// Owns that an answer or an update is late, where the standards have an offer for that.
    mutating func apologise(for clock: Clock) throws {
        guard let sum = figures.makeGood(clock.name) else { return }
        let name = instance("amends", clock)
        let isUpdate = clock.name == ClockName.update.rawValue
        let what = isUpdate ? "word of where it stands" : "the answer"
        let remedy = try remedy(sum, for: name, because: "\(what) was due at \(office.spoken(clock.due ?? now))")
        try apologise(name, for: isUpdate ? .update(progress) : .answer, remedy)
    }

    private mutating func apologise(
        _ name: String, for missed: CustomerMail.Missed, _ remedy: CustomerMail.Remedy, about promise: String? = nil
    ) throws {
        let next = clocks.nextWordAfterNews
        let mail = try office.customerMail.amends(subject, missed, remedy, awaited: story.wait, nextWord: next)
        try tellCustomer(name, Purpose.amends, mail, moments: ["next_word": next], about: promise)
    }

    /// What is offered for something that was missed, once for each thing.
    private mutating func remedy(_ sum: Double?, for about: String, because reason: String) throws
        -> CustomerMail.Remedy
    {
        // Where there is danger, grief, or a threat of law, a sum from a machine would add to it: that is for a person to say.
        guard !story.isDangerous, understanding?.isBereaved != true, let goodwill, let sum, sum > 0,
            !story.granted.contains(where: { $0.about == about })
        else { return .word }
        guard let objection = goodwill.objection(to: sum, by: advocate) else {
            try grant(sum, by: care.advocate.id, because: reason, about: about)
            return .offer(goodwill.spoken(sum))
        }
        guard let asked = goodwill.asked(for: sum, beyond: care.advocate.id, ladder) else { return .word }
        try notice(
            "goodwill-\(about)", to: [asked],
            reason:
                "\(reason), and nothing is offered for it: \(objection). Decide what else can be done, and tell the "
                + "customer in a reply; they know that you were asked",
            due: due)
        return .asked(asked.name)
    }

    /// Writes down what the customer was granted: it counts from now on, in all their cases.
    private mutating func grant(_ sum: Double, by person: String, because reason: String, about: String? = nil) throws {
        guard let currency = figures.goodwill?.currency else { return }
        let grant = Care.Grant(
            amount: sum, currency: currency, reason: reason, at: now, by: person, about: about)
        try record("decided", ["granted": JSON(encoding: grant)])
    }

    /// Why a colleague's words would go beyond what this customer may be granted; nil where they do not. What one person may
    /// grant at once the gate sees to.
    func objection(to words: String, by person: People.Person) -> String? {
        guard let goodwill, let limit = goodwill.limits.per_customer_year, goodwill.authority(of: person) < limit
        else { return nil }
        let sum = new(goodwill.vouchers(in: words, language: language, now: now)).reduce(0, +)
        guard sum > 0, goodwill.spent + sum > limit else { return nil }
        let room = goodwill.spoken(max(0, limit - goodwill.spent))
        let asked = goodwill.asked(for: sum, beyond: person.id, ladder).map { "/assign \($0.id)" } ?? "/note"
        return "The customer was granted \(goodwill.spoken(goodwill.spent)) within a year, and "
            + "\(goodwill.spoken(limit)) is the limit: there is room for \(room). Who may grant more is asked with \(asked)."
    }

    /// A colleague's words have left: what they grant is on record.
    mutating func granted(by text: Story.Told) throws {
        guard let goodwill, let person = text.author else { return }
        for sum in new(goodwill.vouchers(in: text.text, language: language, now: now)) {
            try grant(sum, by: person, because: "in the answer of \(office.spoken(text.at))")
        }
    }

    /// Sums that were not granted in this case before: who hands over what was offered grants nothing anew.
    private func new(_ sums: [Double]) -> [Double] {
        let known = Set(story.granted.map(\.amount))
        return sums.filter { !known.contains($0) }
    }

    /// Whether another apology says at the same time that this word is late: one that was written since, or that of a late answer
    /// or update. After the desk was down, all of them are written at one moment.
    private func isOwned(_ promise: Promise) -> Bool {
        let told = story.told.last { $0.purpose == Purpose.amends }?.at
        let written = [told, story.onTheirWay[Purpose.amends]?.at].compactMap(\.self)
        if written.contains(where: { $0 >= promise.due }) { return true }
        return [ClockName.firstAnswer, .nextAnswer, .update].contains { name in
            guard figures.makeGood(name.rawValue) != nil, let clock = clocks[name], let missed = clock.missed
            else { return false }
            return clock.noticed == nil || missed <= promise.due && promise.due - missed.told < .seconds(120)
        }
    }
}
