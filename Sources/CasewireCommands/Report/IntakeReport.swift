import StageProtocol

/// What came in and what became of it.
struct IntakeReport {
    private let reply: JSON

    init(_ reply: JSON) { self.reply = reply }

    /// Whether each thing that was received is one of: opened, followed up, duplicate, parked, still pending.
    var reconciles: Bool { number("received") == outcomes.reduce(0) { $0 + number($1.0) } }

    private let outcomes = [
        ("opened", "opened a case"), ("followed_up", "followed one up"), ("duplicates", "duplicates"),
        ("parked", "parked"), ("pending", "not read yet"),
    ]

    var json: JSON {
        var members = reply.object ?? [:]
        members["reconciles"] = .bool(reconciles)
        return .object(members)
    }

    func lines(_ paint: Paint = .none) -> [String] {
        var table = TextTable([.init(title: "received"), .init(title: "\(number("received"))", alignment: .right)])
        for (name, words) in outcomes { table.add([words, "\(number(name))"]) }
        let sum = outcomes.reduce(0) { $0 + number($1.0) }
        let verdict =
            reconciles
            ? paint.green("It adds up: all that was received is accounted for.")
            : paint.red("It does not add up: \(number("received")) received, \(sum) accounted for.")
        let items = reply["parked_items"]?.array ?? []
        let parked = items.map { item in
            let name = (item["name"]?.string ?? item["id"]?.string ?? "").oneLine
            return "  \(name): \((item["reason"]?.string ?? item["code"]?.string ?? "").oneLine)"
        }
        return table.lines() + ["", verdict] + (parked.isEmpty ? [] : ["", paint.bold("parked")] + parked)
    }

    private func number(_ name: String) -> Int64 { reply[name]?.int ?? 0 }
}
