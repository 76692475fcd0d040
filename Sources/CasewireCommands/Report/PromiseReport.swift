import StageProtocol

/// What was promised to customers and what became of it, over all cases.
struct PromiseReport {
    private struct Item {
        var promise: JSON
        var state: PromiseState
        var isMadeGood: Bool

        var kind: String { promise["kind"]?.string ?? "other" }
        func text(_ name: String) -> String { promise[name]?.string ?? "" }
    }

    private let items: [Item]
    private let times: Times

    /// - Parameters:
    ///   - promises: every promise with its case's reference, as the broker tells them.
    ///   - care: the sections `care` of the cases, with their references.
    init(promises: [JSON], care: [JSON], times: Times) {
        let sections = Dictionary(
            care.compactMap { item in item["ref"]?.string.map { ($0, item["section"] ?? .null) } },
            uniquingKeysWith: { first, _ in first })
        items = promises.map { promise in
            let care = promise["ref"]?.string.flatMap { sections[$0] }
            return Item(
                promise: promise, state: PromiseState(promise, care: care, now: times.now),
                isMadeGood: care?.hasMadeGood(promise) == true)
        }
        self.times = times
    }

    private static func counts(_ items: [Item]) -> [(name: String, count: Int)] {
        [("made", items.count)]
            + PromiseState.allCases.map { state in (state.rawValue, items.count { $0.state == state }) }
            + [("made-good", items.count(where: \.isMadeGood))]
    }

    /// The share of those that are over which were kept in time. What was withdrawn in time was neither kept nor missed.
    private static func share(_ items: [Item]) -> Share? {
        let over = items.filter { ![.open, .withdrawn].contains($0.state) }
        return over.isEmpty ? nil : Share(over.count { $0.state == .kept }, of: over.count)
    }

    /// Those that nobody has kept, the longest overdue first, then those that are due next.
    private var open: [Item] {
        items.filter { [.late, .open].contains($0.state) }.sorted { $0.text("due") < $1.text("due") }
    }

    private func parts(_ part: (Item) -> String) -> [(name: String, items: [Item])] {
        Dictionary(grouping: items, by: part).map { ($0.key, $0.value) }
            .sorted { ($1.items.count, $0.name) < ($0.items.count, $1.name) }
    }
}

// MARK: Telling

extension PromiseReport {
    func lines(_ paint: Paint = .none) -> [String] {
        guard !items.isEmpty else { return ["Nothing has been promised yet."] }
        var lines = [tell(items), ""]
        var table = TextTable(
            [.init(title: "promised")]
                + Self.counts([]).map { .init(title: $0.name.replacing("-", with: " "), alignment: .right) })
        for (name, items) in parts(\.kind) + parts({ "by \($0.text("authority"))" }) {
            table.add([name] + Self.counts(items).map { "\($0.count)" })
        }
        lines += table.lines(paint: paint)
        if !open.isEmpty { lines += ["", paint.bold("still to be kept")] }
        for item in open.prefix(20) {
            let due = item.promise["due"]?.moment.map { "due \(times.moment($0)), \(times.away($0))" } ?? ""
            let state = item.state == .late ? paint.red("late") : paint.yellow("open")
            let amends = item.isMadeGood ? ", amends offered" : ""
            lines.append("  \(item.text("ref"))  \(state), \(due)\(amends)  “\(item.text("what").oneLine)”")
        }
        return lines
    }

    private func tell(_ items: [Item]) -> String {
        let counts = Self.counts(items).map { "\($0.count) \($0.name.replacing("-", with: " "))" }.joined(
            separator: ", ")
        guard let share = Self.share(items) else { return counts }
        return "\(counts); \(percent(share.value)) of those that are over were kept in time "
            + "(95 % interval \(percent(share.low)) to \(percent(share.high)))"
    }

    var json: JSON {
        var members = Self.members(items)
        members["kinds"] = .array(
            parts(\.kind).map { .object(Self.members($0.items).merging(["kind": .string($0.name)]) { $1 }) })
        members["authorities"] = .array(
            parts { $0.text("authority") }.map {
                .object(Self.members($0.items).merging(["authority": .string($0.name)]) { $1 })
            })
        members["promises"] = .array(
            items.map { item in
                var members = item.promise.object ?? [:]
                members["state"] = .string(item.state.rawValue)
                members["made_good"] = .bool(item.isMadeGood)
                return .object(members)
            })
        return .object(members)
    }

    private static func members(_ items: [Item]) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for (name, count) in counts(items) { members[name.replacing("-", with: "_")] = .int(Int64(count)) }
        if let share = share(items) {
            members["kept_in_time"] = .share(share.value)
            members["interval_95"] = [.share(share.low), .share(share.high)]
        }
        return members
    }
}
