package import StageProtocol

/// Whose cases are meant: customers', or those of the house of one kind.
package enum Whose: Sendable, Hashable {
    case anybody, customers
    case house(String)

    /// What stands in such a case as its kind.
    package var kind: String? { if case .house(let kind) = self { kind } else { nil } }
}

/// A case as the store keeps it.
package struct CaseRow: Sendable, Hashable {
    package var id: Int64 = 0
    package var ref: String
    package var status: CaseStatus = .open
    /// Contacts heard from the customer.
    package var heard = 0
    /// Entries in the log.
    package var entries = 0
    package var opened: Timestamp
    package var updated: Timestamp
    package var resolved: Timestamp?
    /// Whose case it is, in the source's words.
    package var customer: String?
    package var subject: String?
    package var owner: String?
    /// The reference of the case this one goes on from.
    package var linked: String?
    /// What sort of matter it is, where it is a case of the house; nil for a customer's.
    package var kind: String?
    /// W3C trace id, 32 hex digits.
    package var trace: String

    package init(
        id: Int64 = 0, ref: String, status: CaseStatus = .open, heard: Int = 0, entries: Int = 0,
        opened: Timestamp, updated: Timestamp, resolved: Timestamp? = nil, customer: String? = nil,
        subject: String? = nil, owner: String? = nil, linked: String? = nil, kind: String? = nil, trace: String
    ) {
        self.id = id
        self.ref = ref
        self.status = status
        self.heard = heard
        self.entries = entries
        self.opened = opened
        self.updated = updated
        self.resolved = resolved
        self.customer = customer
        self.subject = subject
        self.owner = owner
        self.linked = linked
        self.kind = kind
        self.trace = trace
    }
}

/// A log entry as the store keeps it; the body is JSON and never parsed here.
package struct EntryRow: Sendable, Hashable {
    package var seq: Int
    package var kind: String
    package var at: Timestamp
    package var by: String
    package var body: Frame

    package init(
        seq: Int, kind: String, at: Timestamp, by: String, body: Frame
    ) {
        self.seq = seq
        self.kind = kind
        self.at = at
        self.by = by
        self.body = body
    }
}

/// A section as the store keeps it.
package struct SectionRow: Sendable, Hashable {
    package var name: String
    package var schema: String
    package var version: Int
    package var at: Timestamp
    package var by: String
    package var body: Frame

    package init(
        name: String, schema: String, version: Int, at: Timestamp, by: String, body: Frame
    ) {
        self.name = name
        self.schema = schema
        self.version = version
        self.at = at
        self.by = by
        self.body = body
    }
}

/// A message as the store keeps it. A timer is one with a name that is not due yet.
package struct MessageRow: Sendable, Hashable {
    /// Where it stands.
    package enum State: Int, Sendable {
        case waiting = 0
        case done = 1
        case dead = 2
    }

    package var id: Int64 = 0
    package var caseID: Int64?
    package var stage: String
    package var type: String
    package var source: String
    package var at: Timestamp
    package var deadline: Timestamp
    package var notBefore: Timestamp
    package var state = State.waiting
    /// The message it is worked after, for one that was put back behind what came meanwhile; else 0.
    package var rank: Int64 = 0
    package var attempts = 0
    package var putBacks = 0
    package var timer: String?
    package var data: Frame?
    package var say: Int64?
    package var submission: Int64?
    /// Whom it is for, so that nobody's flood delays the others.
    package var customer: String?
    package var trace: String
    /// The epoch under which it was finished.
    package var epoch: String?
    package var error: String?
    package var finished: Timestamp?

    /// Its place within the case and stage: between the message that it is worked after and the next one.
    var order: Int64 { rank == 0 ? 2 * id : 2 * rank + 1 }

    package init(
        id: Int64 = 0, caseID: Int64? = nil, stage: String, type: String, source: String, at: Timestamp,
        deadline: Timestamp, notBefore: Timestamp, state: State = State.waiting, rank: Int64 = 0,
        attempts: Int = 0, putBacks: Int = 0, timer: String? = nil, data: Frame? = nil, say: Int64? = nil,
        submission: Int64? = nil, customer: String? = nil, trace: String, epoch: String? = nil,
        error: String? = nil, finished: Timestamp? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.stage = stage
        self.type = type
        self.source = source
        self.at = at
        self.deadline = deadline
        self.notBefore = notBefore
        self.state = state
        self.rank = rank
        self.attempts = attempts
        self.putBacks = putBacks
        self.timer = timer
        self.data = data
        self.say = say
        self.submission = submission
        self.customer = customer
        self.trace = trace
        self.epoch = epoch
        self.error = error
        self.finished = finished
    }
}

/// Something that came from outside.
package struct SubmissionRow: Sendable, Hashable {
    package var id: Int64 = 0
    /// The transport's idempotency key.
    package var key: String
    package var via: String
    package var name: String?
    package var source: String
    package var at: Timestamp
    package var state: SubmissionState
    package var caseID: Int64?
    package var code: String?
    package var reason: String?
    package var blob: String?
    package var size: Int?
    package var media: String?
    /// Since when its state is what it is, unless nobody has decided yet.
    package var settled: Timestamp?

    package init(
        id: Int64 = 0, key: String, via: String, name: String? = nil, source: String, at: Timestamp,
        state: SubmissionState, caseID: Int64? = nil, code: String? = nil, reason: String? = nil,
        blob: String? = nil, size: Int? = nil, media: String? = nil, settled: Timestamp? = nil
    ) {
        self.id = id
        self.key = key
        self.via = via
        self.name = name
        self.source = source
        self.at = at
        self.state = state
        self.caseID = caseID
        self.code = code
        self.reason = reason
        self.blob = blob
        self.size = size
        self.media = media
        self.settled = settled
    }
}

/// What was taken out of a store.
package struct Erased: Sendable, Hashable {
    package var cases = 0
    package var entries = 0
    package var texts = 0
    /// The numbers of the messages, timers and dead letters.
    package var messages: [Int64] = []
    package var submissions = 0
    /// Blobs: mails as they came, and attachments.
    package var files = 0

    /// Nothing yet.
    package init() {}
}

/// A text on its way to a person.
package struct SayRow: Sendable, Hashable {
    package var id: Int64 = 0
    package var caseID: Int64
    package var proposal: Say
    package var by: String
    package var text: Frame
    package var hash: String
    package var heard: Int
    package var state: SayState
    package var at: Timestamp
    package var final: Frame?
    package var messageID: String?
    package var findings: JSON?
    package var result: JSON?
    package var sent: Timestamp?

    package init(
        id: Int64 = 0, caseID: Int64, proposal: Say, by: String, text: Frame, hash: String, heard: Int,
        state: SayState, at: Timestamp, final: Frame? = nil, messageID: String? = nil, findings: JSON? = nil,
        result: JSON? = nil, sent: Timestamp? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.proposal = proposal
        self.by = by
        self.text = text
        self.hash = hash
        self.heard = heard
        self.state = state
        self.at = at
        self.final = final
        self.messageID = messageID
        self.findings = findings
        self.result = result
        self.sent = sent
    }
}

/// How often something was counted within an hour.
package struct HourRow: Sendable, Hashable {
    package var value: String
    /// The hour's start.
    package var hour: Timestamp
    package var count: Int

    package init(value: String, hour: Timestamp, count: Int) {
        self.value = value
        self.hour = hour
        self.count = count
    }
}

/// A promise in the ledger.
package struct PromiseRow: Sendable, Hashable {
    package var caseID: Int64
    package var promise: MakePromise
    package var by: String
    package var at: Timestamp
    package var kept: Timestamp?
    /// When it ended without being kept.
    package var withdrawn: Timestamp?

    package init(
        caseID: Int64, promise: MakePromise, by: String, at: Timestamp, kept: Timestamp? = nil,
        withdrawn: Timestamp? = nil
    ) {
        self.caseID = caseID
        self.promise = promise
        self.by = by
        self.at = at
        self.kept = kept
        self.withdrawn = withdrawn
    }
}

/// One act, for ever.
package struct JournalRow: Sendable, Hashable {
    package var at: Timestamp
    package var caseID: Int64?
    package var message: Int64?
    package var by: String
    /// What was done: `submitted`, `opened`, `done`, `failed`, `let-go`, …
    package var what: String
    package var detail: JSON

    package init(at: Timestamp, caseID: Int64?, message: Int64?, by: String, what: String, detail: JSON) {
        self.at = at
        self.caseID = caseID
        self.message = message
        self.by = by
        self.what = what
        self.detail = detail
    }
}
