import Broker
import StageProtocol

/// Everything that a `MemoryStore` holds, a table each. Every table has one way of changing a row, which keeps its
/// indexes: an operation uses it to change, and a rollback to put back what was there.
struct MemoryContent {
    var incarnation: Int64 = 0
    var cases = CaseTable()
    /// Logs by case, in the order of their numbers.
    var entries: [Int64: [EntryRow]] = [:]
    /// Sections by case, in the order of their names' bytes.
    var sections: [Int64: [SectionRow]] = [:]
    var keys: [Exact: Int64] = [:]
    var participants: Set<Participant> = []
    var messages = MessageTable()
    var submissions = SubmissionTable()
    var says = SayTable()
    /// Promises by case, in the order in which they were made.
    var promises: [Int64: [PromiseRow]] = [:]
    var journal = JournalTable()
    var blobs: [Exact: BlobRow] = [:]
    var attachments: Set<Attachment> = []
    var standardsMark: StandardsMark?
    var wishes: [Exact: Wish] = [:]
    /// What was counted by the hour.
    var hours: [Hour: Int] = [:]

    struct Participant: Hashable {
        var caseID: Int64
        var address: Exact
    }

    struct Hour: Hashable, Comparable {
        var series: Exact
        var hour: Timestamp
        var value: Exact

        static func < (one: Hour, other: Hour) -> Bool {
            (one.series, one.hour, one.value) < (other.series, other.hour, other.value)
        }
    }

    struct Attachment: Hashable {
        var hash: Exact
        var caseID: Int64
    }

    struct BlobRow {
        var size: Int
        var stored = 0
        var chunks: [Int: Frame] = [:]
    }
}

/// Rows whose number is their place, counted from 1. As in a database, the number after the last is given next.
struct Numbered<Row> {
    private var slots: [Row?] = []

    /// The number that the next row gets.
    var next: Int64 { Int64(slots.count) + 1 }
    var rows: [Row] { slots.compactMap(\.self) }

    subscript(id: Int64) -> Row? {
        get { id > 0 && id <= slots.count ? slots[Int(id) - 1] : nil }
        set {
            slots[Int(id) - 1] = newValue
            while let last = slots.last, last == nil { slots.removeLast() }
        }
    }

    mutating func append(_ row: Row) { slots.append(row) }
    mutating func removeLast() -> Row? { slots.removeLast() }
}

/// Cases.
struct CaseTable {
    private var numbered = Numbered<CaseRow>()
    var rows: [CaseRow] { numbered.rows }
    var next: Int64 { numbered.next }
    private(set) var byRef: [Exact: Int64] = [:]
    private var byCustomer: [Exact: Ordered<Int64>] = [:]
    private(set) var counts: [CaseStatus: Int] = [:]
    private(set) var load: [Exact: Int] = [:]

    subscript(id: Int64) -> CaseRow? { numbered[id] }

    func ids(of customer: String) -> [Int64] { byCustomer[Exact(customer)]?.all ?? [] }

    mutating func append(_ row: CaseRow) {
        numbered.append(row)
        byRef[Exact(row.ref)] = row.id
        count(row, 1)
    }

    mutating func removeLast() {
        guard let row = numbered.removeLast() else { return }
        byRef[Exact(row.ref)] = nil
        count(row, -1)
    }

    mutating func replace(with row: CaseRow) {
        if let old = numbered[row.id] { count(old, -1) }
        numbered[row.id] = row
        count(row, 1)
    }

    mutating func remove(_ id: Int64) {
        guard let row = numbered[id] else { return }
        numbered[id] = nil
        byRef[Exact(row.ref)] = nil
        count(row, -1)
    }

    private mutating func count(_ row: CaseRow, _ step: Int) {
        if row.kind == nil { counts.add(step, to: row.status) }
        if row.status == .open, row.kind == nil, let owner = row.owner { load.add(step, to: Exact(owner)) }
        guard let customer = row.customer.map(Exact.init) else { return }
        if step > 0 {
            byCustomer[customer, default: Ordered()].insert(row.id)
        } else {
            byCustomer[customer]?.remove(row.id)
        }
    }
}

/// Messages by number. A number is never given twice, even when its message is deleted.
struct MessageTable {
    private(set) var rows: [Int64: MessageRow] = [:]
    /// The last number that was given.
    var last: Int64 = 0
    /// Those that wait, by the moment they become due.
    private(set) var waiting = Ordered<Place>()
    /// Those that are done, by the moment they were finished; those without one are not in it.
    private(set) var finished = Ordered<Place>()
    private(set) var dead = Ordered<Int64>()
    private var timersByCase: [Int64: Ordered<Place>] = [:]

    subscript(id: Int64) -> MessageRow? { rows[id] }

    /// The newest that is there.
    var newest: Int64 { (1...max(last, 1)).last { rows[$0] != nil } ?? 0 }

    /// Timers of a case that wait, by the moment they become due.
    func timers(_ caseID: Int64) -> [Place] { timersByCase[caseID]?.all ?? [] }

    func count(_ state: MessageRow.State) -> Int {
        switch state {
        case .waiting: waiting.count
        case .dead: dead.count
        case .done: rows.count - waiting.count - dead.count
        }
    }

    /// Puts a row in the place of what has its number; nil takes that away.
    mutating func set(_ id: Int64, to row: MessageRow?) {
        let old = rows[id]
        rows[id] = row
        if let old { leaveIndexes(old) }
        if let row { enterIndexes(row) }
    }

    private mutating func enterIndexes(_ row: MessageRow) {
        let due = Place(moment: row.notBefore.milliseconds, id: row.id)
        switch row.state {
        case .waiting:
            waiting.insert(due)
            if row.timer != nil, let theCase = row.caseID { timersByCase[theCase, default: Ordered()].insert(due) }
        case .done:
            if let moment = row.finished { finished.insert(Place(moment: moment.milliseconds, id: row.id)) }
        case .dead: dead.insert(row.id)
        }
    }

    private mutating func leaveIndexes(_ row: MessageRow) {
        let due = Place(moment: row.notBefore.milliseconds, id: row.id)
        switch row.state {
        case .waiting:
            waiting.remove(due)
            if row.timer != nil, let theCase = row.caseID { timersByCase[theCase]?.remove(due) }
        case .done:
            if let moment = row.finished { finished.remove(Place(moment: moment.milliseconds, id: row.id)) }
        case .dead: dead.remove(row.id)
        }
    }
}

/// Submissions.
struct SubmissionTable {
    private var numbered = Numbered<SubmissionRow>()
    var rows: [SubmissionRow] { numbered.rows }
    var next: Int64 { numbered.next }
    private(set) var byKey: [Exact: Int64] = [:]
    private(set) var counts: [SubmissionState: Int] = [:]

    subscript(id: Int64) -> SubmissionRow? { numbered[id] }

    mutating func append(_ row: SubmissionRow) {
        numbered.append(row)
        byKey[Exact(row.key)] = row.id
        counts.add(1, to: row.state)
    }

    mutating func removeLast() {
        guard let row = numbered.removeLast() else { return }
        byKey[Exact(row.key)] = nil
        counts.add(-1, to: row.state)
    }

    mutating func replace(with row: SubmissionRow) {
        if let old = numbered[row.id] { counts.add(-1, to: old.state) }
        numbered[row.id] = row
        counts.add(1, to: row.state)
    }

    mutating func remove(_ id: Int64) {
        guard let row = numbered[id] else { return }
        numbered[id] = nil
        byKey[Exact(row.key)] = nil
        counts.add(-1, to: row.state)
    }
}

/// Texts.
struct SayTable {
    /// A text's name is unique in its case.
    struct Name: Hashable {
        var caseID: Int64
        var name: Exact
    }

    private var numbered = Numbered<SayRow>()
    var rows: [SayRow] { numbered.rows }
    var next: Int64 { numbered.next }
    private(set) var byName: [Name: Int64] = [:]
    private(set) var byCase: [Int64: [Int64]] = [:]
    /// Texts that were let go, by the lower-case address they went to and the moment.
    private var sent: [Exact: Ordered<Place>] = [:]

    subscript(id: Int64) -> SayRow? { numbered[id] }

    func count(to address: String, since: Timestamp) -> Int {
        guard let texts = sent[Exact(address.lowercased())] else { return 0 }
        return texts.count - texts.firstIndex(notBelow: Place(moment: since.milliseconds, id: .min))
    }

    mutating func append(_ row: SayRow) {
        numbered.append(row)
        byName[Name(caseID: row.caseID, name: Exact(row.proposal.name))] = row.id
        byCase[row.caseID, default: []].append(row.id)
    }

    mutating func removeLast() {
        guard let row = numbered.removeLast() else { return }
        byName[Name(caseID: row.caseID, name: Exact(row.proposal.name))] = nil
        byCase[row.caseID]?.removeLast()
    }

    mutating func replace(with row: SayRow) {
        guard let old = numbered[row.id] else { return }
        numbered[row.id] = row
        guard old.sent != row.sent else { return }
        note(old, isSent: false)
        note(row, isSent: true)
    }

    mutating func remove(of caseID: Int64) {
        for id in byCase.removeValue(forKey: caseID) ?? [] {
            guard let row = numbered[id] else { continue }
            numbered[id] = nil
            byName[Name(caseID: caseID, name: Exact(row.proposal.name))] = nil
            note(row, isSent: false)
        }
    }

    mutating func remove(_ id: Int64) {
        guard let row = numbered[id] else { return }
        numbered[id] = nil
        byName[Name(caseID: row.caseID, name: Exact(row.proposal.name))] = nil
        byCase[row.caseID]?.removeAll { $0 == id }
        note(row, isSent: false)
    }

    private mutating func note(_ row: SayRow, isSent: Bool) {
        guard let moment = row.sent else { return }
        let place = Place(moment: moment.milliseconds, id: row.id)
        for address in Set(row.proposal.to.map { Exact($0.lowercased()) }) {
            if isSent { sent[address, default: Ordered()].insert(place) } else { sent[address]?.remove(place) }
        }
    }
}

/// The journal, which is only added to; what is erased leaves lines that say nothing.
struct JournalTable {
    private(set) var rows: [JournalRow] = []
    private(set) var byCase: [Int64: [Int]] = [:]

    mutating func append(_ row: JournalRow) {
        if let theCase = row.caseID { byCase[theCase, default: []].append(rows.count) }
        rows.append(row)
    }

    mutating func removeLast() {
        if let theCase = rows.removeLast().caseID { byCase[theCase]?.removeLast() }
    }

    mutating func blank(cases: Set<Int64>, submissions: Set<Int64>) {
        for index in rows.indices {
            let row = rows[index]
            let isGone =
                row.caseID.map { cases.contains($0) }
                ?? row.detail["submission"]?.int.map { submissions.contains($0) } ?? false
            guard isGone else { continue }
            rows[index] = JournalRow(at: row.at, caseID: nil, message: nil, by: row.by, what: "gone", detail: [:])
        }
        for theCase in cases { byCase[theCase] = nil }
    }

    /// Gives the lines of a case other details.
    mutating func change(of theCase: Int64, _ detail: (JSON) -> JSON) {
        for index in byCase[theCase] ?? [] { rows[index].detail = detail(rows[index].detail) }
    }
}

extension Dictionary where Value == Int {
    /// Counts up or down; what is at zero is not there, as in a `GROUP BY`.
    fileprivate mutating func add(_ step: Int, to key: Key) {
        let count = self[key, default: 0] + step
        self[key] = count == 0 ? nil : count
    }
}
