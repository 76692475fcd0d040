import StageProtocol

/// What has become of each mail that is sent, and of each file that is not.
struct SendLedger: Sendable {
    struct Item: Sendable {
        var path: String
        /// Nil while the broker has not taken it.
        var state: SubmissionState?
        var ref: String?
        var reason: String?
        var isRefused = false
    }

    struct Passed: Sendable {
        var path: String
        var reason: String
        var isMail: Bool
    }

    private(set) var items: [String: Item] = [:]
    private(set) var order: [String] = []
    private(set) var passed: [Passed] = []
    /// Taken and not settled; those asked for longest ago first.
    private var pending: [String] = []
    var isComplete = false

    /// Kept as it goes, since it is shown after each mail of what may be a million.
    private var counts: [SubmissionState: Int] = [:]
    private(set) var refused = 0

    var accepted: Int { counts.values.reduce(0, +) }
    var settled: Int { accepted - count(.received) }
    var unread: [Passed] { passed.filter(\.isMail) }

    func count(_ state: SubmissionState) -> Int { counts[state] ?? 0 }

    mutating func read(_ id: String, path: String) {
        items[id] = Item(path: path)
        order.append(id)
    }

    mutating func pass(_ file: Passed) { passed.append(file) }

    /// The broker has it. Returns the item where it is settled with that.
    mutating func accept(_ id: String, state: SubmissionState, ref: String?) -> Item? {
        move(id, to: state)
        items[id]?.ref = ref
        if state == .received { pending.append(id) }
        return state == .received ? nil : items[id]
    }

    mutating func refuse(_ id: String, _ reason: String) {
        refused += 1
        items[id]?.isRefused = true
        items[id]?.reason = reason
    }

    private mutating func move(_ id: String, to state: SubmissionState) {
        if let earlier = items[id]?.state { counts[earlier, default: 0] -= 1 }
        items[id]?.state = state
        counts[state, default: 0] += 1
    }

    /// The next ids to ask for; nil when there is nothing left to come.
    mutating func unsettled(most: Int) -> [String]? {
        if isComplete, pending.isEmpty { return nil }
        let asked = Array(pending.prefix(most))
        pending = pending.dropFirst(asked.count) + asked
        return asked
    }

    /// Takes the broker's word; returns those that are settled now.
    mutating func settle(_ states: [JSON]) -> [Item] {
        var settled: [Item] = []
        var gone: Set<String> = []
        for state in states {
            guard let id = state["id"]?.string, items[id]?.state == .received,
                let known = state["state"]?.string.flatMap(SubmissionState.init(rawValue:)), known != .received
            else { continue }
            move(id, to: known)
            items[id]?.ref = state["ref"]?.string
            items[id]?.reason = state["reason"]?.string
            gone.insert(id)
            if let item = items[id] { settled.append(item) }
        }
        if !gone.isEmpty { pending.removeAll { gone.contains($0) } }
        return settled
    }

    /// The sum, every mail in the order it was read.
    var json: JSON {
        let items = order.compactMap { self.items[$0] }.map { item -> JSON in
            let state = item.isRefused ? "refused" : item.state?.rawValue ?? "not-taken"
            return [
                "path": .string(item.path), "state": .string(state), "ref": item.ref.map { .string($0) } ?? nil,
                "reason": item.reason.map { .string($0) } ?? nil,
            ]
        }
        let files = passed.map { file -> JSON in
            ["path": .string(file.path), "reason": .string(file.reason), "unread": .bool(file.isMail)]
        }
        return [
            "read": .int(Int64(order.count)), "received": .int(Int64(accepted)),
            "opened": .int(Int64(count(.opened))), "followed_up": .int(Int64(count(.followed_up))),
            "duplicates": .int(Int64(count(.duplicate))), "parked": .int(Int64(count(.parked))),
            "pending": .int(Int64(count(.received))), "refused": .int(Int64(refused)),
            "items": .array(items), "passed_over": .array(files),
        ]
    }
}

extension SendLedger.Item {
    /// `opened CW-… path`
    var line: String {
        let ref = ref ?? ""
        let shown = path.printable
        if isRefused { return "refused: \((reason ?? "").oneLine)  \(shown)" }
        return switch state {
        case .opened: "opened \(ref)  \(shown)"
        case .followed_up: "followed up \(ref)  \(shown)"
        case .duplicate: "duplicate of \(ref)  \(shown)"
        case .parked: "parked: \((reason ?? "no reason given").oneLine)  \(shown)"
        case .discarded: "discarded: \((reason ?? "no reason given").oneLine)  \(shown)"
        case .received: "taken, not settled yet  \(shown)"
        case nil: "not taken  \(shown)"
        }
    }
}
