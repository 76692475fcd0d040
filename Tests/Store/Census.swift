import Broker
import StageProtocol

/// Everything in a store that can be asked for, by the store's own methods: whatever the store is made of.
enum Census {
    /// The reads that bring everything to light, given what may be in use.
    static func operations(
        names: [String] = Dealer.names, addresses: [String] = Dealer.addresses, offsets: [Int] = Dealer.offsets,
        ids: ClosedRange<Int64>
    ) -> [Operation] {
        var all = [
            Operation("incarnation") { try $0.incarnation() },
            Operation("standards") { try $0.standardsMark() },
            Operation("cases") { try $0.cases(status: nil, of: .anybody, limit: 1_000_000, offset: 0) },
            Operation("load") { try $0.load() },
            Operation("countCases") { try $0.countCases() },
            Operation("countSubmissions") { try $0.countSubmissions() },
            Operation("lastMessage") { try $0.lastMessage() },
            Operation("wishes") { try $0.wishes().map { "\($0.key): \($0.value)" }.sorted() },
            Operation("waiting") {
                try $0.waiting(after: Timestamp(milliseconds: .min), through: Timestamp(milliseconds: .max))
            },
            Operation("timers") {
                try $0.timers(through: Timestamp(milliseconds: .max), limit: 1_000_000)
            },
            Operation("dead") { try $0.dead(after: 0, limit: 1_000_000) },
        ]
        for state in [MessageRow.State.waiting, .done, .dead] {
            all.append(Operation("countMessages \(state)") { try $0.countMessages(state) })
        }
        all += ids.flatMap(operations(about:))
        for address in addresses {
            all.append(
                Operation("countTexts \(address)") {
                    try $0.countTexts(to: address, since: Timestamp(milliseconds: .min))
                })
            for id in ids {
                all.append(Operation("participant \(address) \(id)") { try $0.isParticipant(address, caseID: id) })
            }
        }
        for name in names {
            all.append(Operation("lookUp \(name)") { try $0.lookUp(name) })
            all.append(
                Operation("sections \(name)") {
                    try $0.sections(named: name, since: nil, limit: 1_000_000)
                })
            all.append(
                Operation("counts \(name)") {
                    try $0.counts(
                        name, from: Timestamp(milliseconds: .min), until: Timestamp(milliseconds: .max),
                        limit: 1_000_000)
                })
            all.append(Operation("blobSize \(name)") { try $0.blobSize(name) })
            for offset in offsets {
                all.append(Operation("chunk \(name) \(offset)") { try $0.chunk(of: name, offset: offset) })
            }
        }
        return all
    }

    private static func operations(about id: Int64) -> [Operation] {
        [
            Operation("case \(id)") { try $0.findCase(id) },
            Operation("entries \(id)") { try $0.entries(id) },
            Operation("sections \(id)") { try $0.sections(id) },
            Operation("message \(id)") { try $0.findMessage(id) },
            Operation("timers \(id)") { try $0.timers(id) },
            Operation("submission \(id)") { try $0.findSubmission(id) },
            Operation("says \(id)") { try $0.says(id) },
            Operation("promises \(id)") { try $0.promises(id) },
            Operation("journal \(id)") { try $0.journal(id) },
        ]
    }
}
