import Broker
import StageProtocol

/// A promise that was broken.
package struct Violation: Error, Hashable, CustomStringConvertible {
    /// Which promise.
    package let rule: String
    package let detail: String

    package var description: String { "\(rule): \(detail)" }
}

/// Watches a broker from outside: what it says, and what stands in its store after each commit. What a promise needs to be
/// remembered for is in a ledger of its own.
struct Oracle {
    /// What a handler answered under a lease.
    struct Answer {
        let outcome: Outcome
        let bodies: [Frame]
        /// What the case had heard when it was handed out.
        let heard: Int
    }

    struct Given {
        let epoch: String
        let caseID: Int64?
        let isLane: Bool
    }

    let store: MemoryStore
    /// Journal rows that were looked at.
    private var seen = 0
    private var answers: [Lease: Answer] = [:]
    /// The latest delivery of each message, and the latest that needed a case's lane.
    var given: [Int64: Given] = [:]
    var laneGiven: [Int64: Lease] = [:]
    var epochs: Set<String> = []
    /// Leases whose end has been seen on disk.
    private(set) var ended: Set<Lease> = []
    /// Messages that something was written of since the look before.
    private(set) var touched: Set<Int64> = []
    /// The lease under which each message took effect.
    private(set) var effective: [Int64: Lease] = [:]
    /// The cases that are there, by number: a number may be given again once its case is erased.
    private(set) var refs: [Int64: String] = [:]
    /// Those that were there before the beat.
    private(set) var refsBefore: [Int64: String] = [:]
    /// The hashes of the texts that were passed, and of those that were let go.
    private var passed: Set<String> = []
    private(set) var letGo: Set<String> = []
    var latest = Timestamp(milliseconds: .min)
    /// What outcomes wrote into sections.
    private(set) var written: Set<String> = []
    /// The sections that were written in this beat, each by the number of its case.
    private var writtenNow: [Int64: Set<String>] = [:]

    var heard = HeardContacts()
    var counted = CountedHours()
    private var promised = PromisedThings()
    var timers = TimerNames()
    private var seldom = SeldomTexts()
    private var house = HouseCases()
    private var standards = StandardsSweep()
    var messages = SentMessages()
    var erasure = ErasedLetters()

    init(_ store: MemoryStore) { self.store = store }

    /// A handler answers.
    mutating func note(_ outcome: Outcome, _ bodies: [Frame], of delivery: Delivery) {
        answers[delivery.lease] = Answer(outcome: outcome, bodies: bodies, heard: delivery.case?.heard ?? 0)
    }

    /// Whether a section was written in this beat, so that an answer may be of what it held before.
    func isWrittenNow(_ section: String, of caseID: Int64) -> Bool { writtenNow[caseID]?.contains(section) == true }

    /// A new mind's time begins with the wall's, be that earlier than the last one's.
    mutating func beginTime(at now: Timestamp) { latest = now }

    /// The broker beats, whether or not it has anything to say. Its own time does not go back while its mind lives.
    mutating func pass(to now: Timestamp) { latest = max(latest, now) }
}

// MARK: What was committed

extension Oracle {
    /// Looks at what has been written since the last look.
    mutating func lookAtJournal(_ letters: [String: Letter]) throws(Violation) {
        counted.begin()
        heard.begin()
        erasure.begin()
        refsBefore = refs
        touched = []
        writtenNow = [:]
        let journal = store.journal
        while seen < journal.count {
            let row = journal[seen]
            seen += 1
            if let id = row.message { touched.insert(id) }
            if let id = row.message, let epoch = store.content.messages[id]?.epoch {
                ended.insert(Lease(delivery: id, epoch: epoch))
            }
            if let id = row.caseID { refs[id] = store.content.cases[id]?.ref }
            switch row.what {
            case "opened", "followed_up":
                if let id = row.caseID, let submission = row.detail["submission"]?.int,
                    let key = store.content.submissions[submission]?.key, letters[key]?.role == .customer
                {
                    heard.add(id)
                }
            case "begun": house.begun(row)
            case "done": try tookEffect(row)
            case "let-go": try wasLetGo(row)
            case "replayed": if let id = row.message { given[id] = nil }
            case "erased": erased(row, letters)
            default: break
            }
        }
        if !erasure.isNow { try house.check(store) }
        house.forgetEntries()
        try standards.look(store)
        if erasure.isNow { try erasure.check(store, letters) }
    }

    private mutating func tookEffect(_ row: JournalRow) throws(Violation) {
        guard let id = row.message, let epoch = row.detail["epoch"]?.string else { return }
        let lease = Lease(delivery: id, epoch: epoch)
        if let earlier = effective.updateValue(lease, forKey: id) {
            throw Violation(rule: "one effect", detail: "message \(id) took effect under \(earlier.epoch) and \(epoch)")
        }
        guard let answer = answers[lease] else {
            throw Violation(rule: "no effect of its own", detail: "nobody answered \(id) under \(epoch)")
        }
        guard let given = given[id], given.epoch == epoch else {
            throw Violation(rule: "fenced", detail: "message \(id) took effect under an epoch that was over, \(epoch)")
        }
        guard let caseID = row.caseID, let ref = refs[caseID] else { return }
        if given.isLane, let last = laneGiven[caseID], last != lease {
            throw Violation(
                rule: "one lane", detail: "case \(caseID): \(id) took effect after \(last.delivery) was handed out")
        }
        let outcome = answer.outcome
        if outcome.resolve != nil || (outcome.say ?? []).contains(where: \.answers),
            answer.heard != heard[caseID]
        {
            throw Violation(
                rule: "nothing past heard",
                detail: "case \(caseID): \(id) answered contact \(answer.heard) of \(heard[caseID])")
        }
        for verdict in outcome.verdicts ?? [] where verdict.pass { passed.insert(verdict.hash) }
        for section in outcome.set ?? [] {
            written.insert(text(answer.bodies[section.body]))
            writtenNow[caseID, default: []].insert(section.name)
        }
        // An outcome that admits a submission is about no case yet, and brings nothing of this.
        guard given.caseID != nil else { return }
        counted.add(outcome, at: row.at)
        promised.add(outcome, caseID)
        timers.add(outcome, caseID, by: row.by)
        house.add(outcome, answer.bodies)
        messages.add(outcome, answer.bodies, about: ref, by: id, store)
    }

    private mutating func wasLetGo(_ row: JournalRow) throws(Violation) {
        guard let id = row.detail["say"]?.int, let caseID = row.caseID, let say = store.content.says[id] else { return }
        guard passed.contains(say.hash) else {
            throw Violation(rule: "no text without its verdict", detail: "text \(id) was let go, and nobody passed it")
        }
        let isFirst = row.detail["in_doubt"]?.bool == false
        try seldom.letGo(say, at: row.at, isFirst: isFirst)
        guard isFirst else { return }
        guard letGo.insert(say.hash).inserted else {
            throw Violation(rule: "one voice", detail: "text \(id) was let go twice as if for the first time")
        }
        if say.proposal.answers, say.heard != heard[caseID] {
            throw Violation(
                rule: "nothing past heard",
                detail: "text \(id) answers contact \(say.heard) of \(heard[caseID]) and was let go")
        }
    }

    /// Cases are gone, and what belonged to them.
    private mutating func erased(_ row: JournalRow, _ letters: [String: Letter]) {
        for (id, ref) in refs where store.content.cases[id]?.ref != ref {
            refs[id] = nil
            laneGiven[id] = nil
            heard.forget(id)
            promised.forget(id)
            timers.forget(id)
            seldom.forget(id)
            house.forget(id)
        }
        messages.forgetErased(store)
        erasure.add(row, letters, store)
        // What took effect in this very beat has left no trace of its own, and may have counted.
        for (lease, answer) in answers where effective[lease.delivery] == nil {
            guard store.content.messages[lease.delivery] == nil else { continue }
            counted.addPerhaps(answer.outcome)
            answers[lease] = nil
        }
    }

    /// What must be so between two beats, and takes a look at everything.
    func sweep() throws(Violation) {
        try Inspection.sweep(store)
        try counted.check(store)
        try promised.check(store)
    }
}

/// Bytes as the text they are here.
func text(_ bytes: Frame) -> String { String(decoding: bytes, as: UTF8.self) }
