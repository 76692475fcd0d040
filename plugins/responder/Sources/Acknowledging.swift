import Casework
import Language
import StageKit

extension Responder {
    /// For so long a receipt serves further words that ask for nothing new: a burst is acknowledged once, and a program that
    /// answers receipts, which it does at once, is not led on.
    private static let quiet = Duration.seconds(300)

    /// A contact has come. Who looks after it is about to be named, and then it is acknowledged; a timer sees to it that
    /// it is acknowledged in any case. By then a further contact may have its answer, and needs no receipt.
    func heard(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let contact: Contact = try delivery.data()
        let answering: Answering = try delivery.section("answering") ?? Answering()
        let story = try Story(delivery.log())
        guard contact.automatic == nil,
            let first = story.byPeople.first(where: { $0.number > max(answering.acknowledged, story.served) })
        else { return }
        // Nobody is named anew in a case that is open: who writes of danger there need not wait for it.
        let isDanger = answering.acknowledged > 0 && !Concern.all(in: story.unacknowledged(answering)).isEmpty
        outcome.timer(
            "acknowledge", type: "responder.acknowledge",
            at: isDanger ? delivery.now : rules.acknowledgeTime(of: first.at, now: delivery.now))
    }

    /// Somebody looks after the case.
    func assigned(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let answering: Answering = try delivery.section("answering") ?? Answering()
        let story = try Story(delivery.log())
        guard needsAcknowledgment(story, answering), try !mayBeThanked(delivery, story) else { return }
        try acknowledge(delivery, story, answering, &outcome)
    }

    /// Triage has understood what nobody was told of yet, since it may have been mere thanks: where it was not, it is acknowledged
    /// now. Mere thanks are acknowledged by ours, which follow as soon as the customer has been quiet; at half of the time for an
    /// acknowledgment the timer sees to what is left.
    func acknowledgeUnderstood(
        _ understanding: Understanding, _ story: Story, _ answering: Answering, _ delivery: Received,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let care: Care? = try delivery.section("care")
        guard care != nil, needsAcknowledgment(story, answering), story.opening > 1, !isMereThanks(understanding, story)
        else { return }
        try acknowledge(delivery, story, answering, &outcome)
    }

    /// Whether a case was opened again by what may be no more than thanks: a receipt, a thank-you and a question how it was would be
    /// three mails for one kind word. Whoever asks for something does not wait.
    private func mayBeThanked(_ delivery: Received, _ story: Story) throws -> Bool {
        let understanding: Understanding? = try delivery.section("understanding")
        if let understanding, understanding.heard == story.heard.count { return isMereThanks(understanding, story) }
        guard story.opening > 1, let last = story.byPeople.last else { return false }
        return Asks.extract(last.contact.words).isEmpty && Concern.all(in: [last]).isEmpty
    }

    private func isMereThanks(_ understanding: Understanding, _ story: Story) -> Bool {
        understanding.satisfied && understanding.safety.isEmpty && story.canEndWithThanks
    }

    /// Half of the time for an acknowledgment is over.
    func acknowledgeNow(_ delivery: Received, _ outcome: inout OutcomeBuilder) throws {
        let answering: Answering = try delivery.section("answering") ?? Answering()
        let story = try Story(delivery.log())
        if needsAcknowledgment(story, answering) {
            return try acknowledge(delivery, story, answering, &outcome)
        }
        guard let last = story.byPeople.last, last.number > answering.acknowledged, !story.hasLastWord else { return }
        guard receiptServes(story, answering) else {
            return try sayReceipt(delivery, story, answering, &outcome)
        }
        // The clock of these words is met by it.
        let note: JSON = [
            "what": "the receipt of a moment ago serves", "receipt_serves": .int(Int64(story.heard.count)),
        ]
        try outcome.append("noted", note)
    }

    /// Whether the receipt of a moment ago serves what came since. Who is in danger, or angry, or asks something new is told each time;
    /// who says the same words again is not, since programs do.
    private func receiptServes(_ story: Story, _ answering: Answering) -> Bool {
        let words = story.unacknowledged(answering)
        guard let last = words.last, let receipt = story.lastReceipt(acknowledged: answering.acknowledged),
            last.at - receipt < Self.quiet,
            !story.hasWord(since: answering.acknowledged), Concern.all(in: words).isEmpty
        else { return false }
        let earlier = story.byPeople.filter { $0.number <= answering.acknowledged }
        let known = Set(earlier.map(\.contact.words))
        if words.allSatisfy({ known.contains($0.contact.words) }) { return true }
        return !story.isFurious && Concern.all(in: story.current).isEmpty
            && asks(in: words).isSubset(of: asks(in: earlier))
    }

    private func asks(in heard: [Story.Heard]) -> Set<String> {
        Set(heard.flatMap { Asks.extract($0.contact.words) }.map { $0.quote.lowercased() })
    }

    /// A receipt was held back: most likely it waited until what it says of the time was no longer true. It is written anew,
    /// once; of one that our answer has overtaken nothing is owed.
    /// - Returns: whether nobody else has to find the words.
    func acknowledgeAnew(_ say: SayHead, _ delivery: Received, _ outcome: inout OutcomeBuilder) throws -> Bool {
        guard !say.proposal.name.hasPrefix(Self.anew) else { return false }
        let story = try Story(delivery.log())
        guard try delivery.case.status == .open, !story.hasLastWord else { return true }
        let answering: Answering = try delivery.section("answering") ?? Answering()
        let name = try "\(Self.anew)\(delivery.case.heard)"
        if say.proposal.purpose == "acknowledgment" {
            try acknowledge(delivery, story, answering, named: name, &outcome)
        } else {
            try sayReceipt(delivery, story, answering, named: name, &outcome)
        }
        return true
    }

    /// What such a text is called, before the number of contacts: of several that were held back, one is written anew.
    private static let anew = "receipt-anew-"

    /// A case that was opened, or opened again, and whose customer does not know yet that we know.
    private func needsAcknowledgment(_ story: Story, _ answering: Answering) -> Bool {
        guard let last = story.byPeople.last, last.number > answering.acknowledged, !story.isThanked else {
            return false
        }
        return answering.acknowledged < story.opening
    }

    private func acknowledge(
        _ delivery: Received, _ story: Story, _ answering: Answering, named name: String? = nil,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let reader = try reader(of: delivery, story)
        let care: Care? = try delivery.section("care")
        let next = nextWord(care, isFirst: true, delivery.now)
        let text = try writing.acknowledgment(
            language: reader.language, ref: reader.ref, customer: reader.customer, advocate: care?.advocate.name,
            nextWord: next, zone: reader.zone, page: reader.page,
            concerns: Concern.all(in: name == nil ? story.unacknowledged(answering) : story.withoutReceipt))
        let heard = try delivery.case.heard
        try say(
            name ?? "ack-\(heard)", "acknowledgment", text, promises: promises(of: text, next, reader, delivery.now),
            reader, &outcome)
        try close(answering, heard, &outcome)
    }

    private func sayReceipt(
        _ delivery: Received, _ story: Story, _ answering: Answering, named name: String? = nil,
        _ outcome: inout OutcomeBuilder
    ) throws {
        let reader = try reader(of: delivery, story)
        let care: Care? = try delivery.section("care")
        let next = nextWord(care, isFirst: false, delivery.now)
        let text = try writing.receipt(
            language: reader.language, ref: reader.ref, customer: reader.customer, advocate: care?.advocate.name,
            nextWord: next, zone: reader.zone, page: reader.page,
            concerns: Concern.all(in: name == nil ? story.unacknowledged(answering) : story.withoutReceipt))
        let heard = try delivery.case.heard
        try say(
            name ?? "received-\(heard)", "follow-up-received", text,
            promises: promises(of: text, next, reader, delivery.now),
            reader, &outcome)
        try close(answering, heard, &outcome)
    }

    private func close(_ answering: Answering, _ heard: Int, _ outcome: inout OutcomeBuilder) throws {
        var answering = answering
        answering.acknowledged = heard
        try outcome.set("answering", schema: Answering.schema, answering)
        outcome.cancel("acknowledge")
    }

    private func promises(of text: Template.Rendered, _ nextWord: Timestamp, _ reader: Reader, _ now: Timestamp)
        -> [MadePromise]
    {
        promises.promises(in: text, moments: ["next_word": nextWord], language: reader.language, now: now)
    }

    private func nextWord(_ care: Care?, isFirst: Bool, _ now: Timestamp) -> Timestamp {
        if let told = care?.next_word, told > now { return told }
        return rules.nextWord(after: now, isFirst: isFirst)
    }
}
