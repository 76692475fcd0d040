package import Broker

extension MemoryTransaction {
    func wishes() throws -> [String: Wish] {
        try store.willRead()
        return store.wishes
    }

    func put(_ wish: Wish?, stage: String) throws {
        try store.willWrite()
        let stage = Exact(stage)
        let before = store.content.wishes.updateValue(wish, orRemove: stage)
        store.onRollback { _ = $0.wishes.updateValue(before, orRemove: stage) }
    }
}

extension MemoryStore {
    /// What operators asked of stages by command.
    package var wishes: [String: Wish] {
        Dictionary(content.wishes.map { ($0.key.text, $0.value) }, uniquingKeysWith: { $1 })
    }
}

extension Dictionary {
    fileprivate mutating func updateValue(_ value: Value?, orRemove key: Key) -> Value? {
        defer { self[key] = value }
        return self[key]
    }
}
