import Broker
import Simulation
import StageProtocol
import Testing

/// The faults that the simulation asks of its store.
@Suite struct MemoryStoreTests {
    private func store() throws -> MemoryStore {
        let store = MemoryStore()
        try store.transaction { try write("before", $0) }
        return store
    }

    /// Three writes and one read.
    private func write(_ name: String, _ store: any StoreTransaction) throws {
        let moment = Timestamp(milliseconds: 0)
        let id = try store.insert(CaseRow(ref: name, opened: moment, updated: moment, trace: name))
        try store.index("key " + name, caseID: id)
        #expect(try store.lookUp("key " + name) == id)
        try store.addParticipant(name, caseID: id)
    }

    @Test(arguments: [.begin, .read(1), .write(1), .write(2), .write(3), .commit, .full] as [MemoryStore.Fault])
    func aTransactionThatFailsLeavesNothingBehind(_ fault: MemoryStore.Fault) throws {
        let store = try store()
        let before = store.digest()
        store.fault = fault
        #expect(throws: StoreUnavailable.self) { try store.transaction { try write("after", $0) } }
        #expect(store.digest() == before)
        store.fault = nil
        try store.transaction { try write("after", $0) }
        #expect(store.cases.map(\.ref) == ["before", "after"])
    }

    @Test func aFaultThatIsSwallowedStillForbidsTheCommit() throws {
        let store = try store()
        store.fault = .write(2)
        #expect(throws: StoreUnavailable.self) { try store.transaction { try? write("after", $0) } }
        #expect(store.cases.count == 1)
    }

    @Test func aLostReplyKeepsWhatWasCommitted() throws {
        let store = try store()
        store.fault = .replyLost
        #expect(throws: StoreUnavailable.self) { try store.transaction { try write("after", $0) } }
        #expect(store.cases.count == 2)
        #expect(store.commits == 2)
    }

    @Test func aFaultStrikesOneTransactionAndFullnessStays() throws {
        let store = try store()
        store.fault = .write(99)
        try store.transaction { try write("second", $0) }
        #expect(store.fault == nil)
        store.fault = .full
        for _ in 1...2 {
            #expect(throws: StoreUnavailable.self) { try store.transaction { try write("third", $0) } }
        }
        #expect(try store.transaction { try $0.findCase(1) }?.ref == "before")
    }

    @Test func aCopyLivesByItself() throws {
        let store = try store()
        let copy = store.copy()
        #expect(copy.digest() == store.digest())
        try copy.transaction { try write("after", $0) }
        #expect(store.cases.count == 1)
        #expect(copy.digest() != store.digest())
    }
}
