import Broker
import StageProtocol

/// The store within one transaction.
struct MemoryTransaction: StoreTransaction {
    unowned let store: MemoryStore

    func beginIncarnation() throws -> Int64 {
        try store.willWrite()
        store.content.incarnation += 1
        store.onRollback { $0.incarnation -= 1 }
        return store.content.incarnation
    }

    func incarnation() throws -> Int64 {
        try store.willRead()
        return store.content.incarnation
    }
}

extension MemoryTransaction {
    func insert(_ row: CaseRow) throws -> Int64 {
        try store.willWrite()
        guard store.content.cases.byRef[Exact(row.ref)] == nil else {
            throw MemoryStoreError.taken("case \(row.ref)")
        }
        var row = row
        row.id = store.content.cases.next
        store.content.cases.append(row)
        store.onRollback { $0.cases.removeLast() }
        return row.id
    }

    func update(_ row: CaseRow) throws {
        try store.willWrite()
        guard let old = store.content.cases[row.id] else { return }
        var new = row
        (new.ref, new.kind, new.trace) = (old.ref, old.kind, old.trace)
        store.content.cases.replace(with: new)
        store.onRollback { $0.cases.replace(with: old) }
    }

    func findCase(_ id: Int64) throws -> CaseRow? {
        try store.willRead()
        return store.content.cases[id]
    }

    func findCase(ref: String) throws -> CaseRow? {
        try store.willRead()
        return store.content.cases.byRef[Exact(ref)].flatMap { store.content.cases[$0] }
    }

    func cases(of customer: String, limit: Int) throws -> [CaseRow] {
        try store.willRead()
        return store.content.cases.ids(of: customer).compactMap { store.content.cases[$0] }
            .sorted { ($0.opened, $0.id) > ($1.opened, $1.id) }.limited(to: limit)
    }

    func cases(status: CaseStatus?, of whose: Whose, limit: Int, offset: Int) throws -> [CaseRow] {
        try store.willRead()
        // Asked by operators alone, so it is put into order only then.
        return store.content.cases.rows
            .filter { status == nil || $0.status == status }
            .filter { whose == .anybody || $0.kind.map { Exact($0) } == whose.kind.map { Exact($0) } }
            .sorted { ($0.updated, $0.id) > ($1.updated, $1.id) }.limited(to: limit, offset: offset)
    }

    func openCases(after id: Int64, limit: Int) throws -> [CaseRow] {
        try store.willRead()
        return store.content.cases.rows.filter { $0.status == .open && $0.id > id }
            .sorted { $0.id < $1.id }.limited(to: limit)
    }

    func standardsMark() throws -> StandardsMark? {
        try store.willRead()
        return store.content.standardsMark
    }

    func put(_ mark: StandardsMark) throws {
        try store.willWrite()
        let before = store.content.standardsMark
        store.content.standardsMark = mark
        store.onRollback { $0.standardsMark = before }
    }

    func load() throws -> [String: Int] {
        try store.willRead()
        return Dictionary(store.content.cases.load.map { ($0.text, $1) }, uniquingKeysWith: +)
    }

    func countCases() throws -> [CaseStatus: Int] {
        try store.willRead()
        return store.content.cases.counts
    }

    func insert(_ row: EntryRow, caseID: Int64) throws {
        try store.willWrite()
        guard let place = freePlace(for: row.seq, caseID) else {
            throw MemoryStoreError.taken("entry \(row.seq) of case \(caseID)")
        }
        store.content.entries[caseID, default: []].insert(row, at: place)
        store.onRollback { $0.entries[caseID]?.remove(at: place) }
    }

    /// Where an entry belongs in its case's log; nil where there is one of its number.
    private func freePlace(for seq: Int, _ caseID: Int64) -> Int? {
        guard let log = store.content.entries[caseID] else { return 0 }
        let place = (log.lastIndex { $0.seq < seq } ?? -1) + 1
        return place < log.count && log[place].seq == seq ? nil : place
    }

    func entries(_ caseID: Int64) throws -> [EntryRow] {
        try store.willRead()
        return store.content.entries[caseID] ?? []
    }

    func put(_ row: SectionRow, caseID: Int64) throws {
        try store.willWrite()
        let before = store.content.sections[caseID]
        var sections = before ?? []
        let name = Exact(row.name)
        let place = sections.firstIndex { Exact($0.name) >= name } ?? sections.count
        if place < sections.count, Exact(sections[place].name) == name {
            sections[place] = row
        } else {
            sections.insert(row, at: place)
        }
        store.content.sections[caseID] = sections
        store.onRollback { $0.sections[caseID] = before }
    }

    func sections(_ caseID: Int64) throws -> [SectionRow] {
        try store.willRead()
        return store.content.sections[caseID] ?? []
    }

    func sections(named name: String, since: Timestamp?, limit: Int) throws -> [(row: CaseRow, body: Frame)] {
        try store.willRead()
        return sections(named: name, since: since).sorted { ($0.1.at, $0.0.id) > ($1.1.at, $1.0.id) }
            .limited(to: limit).map { (row: $0.0, body: $0.1.body) }
    }

    func sections(named name: String, since: Timestamp?, after id: Int64, limit: Int) throws -> [(
        row: CaseRow, body: Frame
    )] {
        try store.willRead()
        return sections(named: name, since: since).filter { $0.0.id > id }.sorted { $0.0.id < $1.0.id }
            .limited(to: limit).map { (row: $0.0, body: $0.1.body) }
    }

    private func sections(named name: String, since: Timestamp?) -> [(CaseRow, SectionRow)] {
        // Seldom asked, so no index is kept for it.
        store.content.cases.rows
            .compactMap { theCase in
                store.content.sections[theCase.id]?.first { Exact($0.name) == Exact(name) }.map { (theCase, $0) }
            }
            .filter { theCase, section in since.map { section.at >= $0 } ?? true }
    }

    func index(_ key: String, caseID: Int64) throws {
        try store.willWrite()
        let key = Exact(key)
        guard store.content.keys[key] == nil else { return }
        store.content.keys[key] = caseID
        store.onRollback { $0.keys[key] = nil }
    }

    func point(_ key: String, to caseID: Int64) throws {
        try store.willWrite()
        let key = Exact(key)
        let before = store.content.keys.updateValue(caseID, forKey: key)
        store.onRollback { $0.keys[key] = before }
    }

    func lookUp(_ key: String) throws -> Int64? {
        try store.willRead()
        return store.content.keys[Exact(key)]
    }

    func addParticipant(_ address: String, caseID: Int64) throws {
        try store.willWrite()
        let participant = MemoryContent.Participant(caseID: caseID, address: Exact(address))
        guard store.content.participants.insert(participant).inserted else { return }
        store.onRollback { $0.participants.remove(participant) }
    }

    func isParticipant(_ address: String, caseID: Int64) throws -> Bool {
        try store.willRead()
        return store.content.participants.contains(.init(caseID: caseID, address: Exact(address)))
    }
}
