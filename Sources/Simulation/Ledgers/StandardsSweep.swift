import Broker
import StageProtocol

/// By which standards the cases were looked at: when the broker says that it has told of every open case, it has.
struct StandardsSweep {
    private var digest: String?
    private var isOver = false
    /// The last message before these standards came into force.
    private var start: Int64 = 0
    private var last: Int64 = 0

    mutating func look(_ store: MemoryStore) throws(Violation) {
        defer { last = store.content.messages.last }
        guard let mark = store.content.standardsMark else { return }
        if mark.digest != digest { (digest, isOver, start) = (mark.digest, false, last) }
        guard !isOver, mark.after == nil else { return }
        isOver = true
        let told = Set(
            store.content.messages.rows.values.filter { $0.type == "standards.changed" && $0.id > start }
                .compactMap(\.caseID))
        for row in store.cases where row.status == .open && !told.contains(row.id) {
            throw Violation(
                rule: "everybody is told", detail: "nobody was told that the standards of \(row.ref) are others")
        }
    }
}
