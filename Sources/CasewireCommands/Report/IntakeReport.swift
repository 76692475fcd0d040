import StageProtocol

/// What came in and what became of it.
struct IntakeReport {
    private let reply: JSON

    init(_ reply: JSON) { self.reply = reply }

    /// Whether each thing that was received is one of: opened, followed up, duplicate, parked, still pending; all together,
    /// each way in by itself, and the ways in together.
    var reconciles: Bool {
        ([reply] + ways).allSatisfy { number("received", $0) == Self.sum($0) }
            && (ways.isEmpty || ways.reduce(0) { $0 + number("received", $1) } == number("received", reply))
    }

    private static let outcomes = [
        ("opened", "opened a case"), ("followed_up", "followed one up"), ("duplicates", "duplicates"),
        ("parked", "parked"), ("pending", "not read yet"),
    ]

    private var ways: [JSON] { reply["ways"]?.array ?? [] }

    var json: JSON {
        var members = reply.object ?? [:]
        members["reconciles"] = .bool(reconciles)
        members["ways"] = .array(
            ways.map { way in
                var members = way.object ?? [:]
                members["reconciles"] = .bool(number("received", way) == Self.sum(way))
                return .object(members)
            })
        return .object(members)
    }

    func lines(_ paint: Paint = .none) -> [String] {
        var table = TextTable([.init(title: "received"), .init(title: "\(number("received"))", alignment: .right)])
        for (name, words) in Self.outcomes { table.add([words, "\(number(name))"]) }
        if number("discarded") > 0 { table.add(["  of these given up", "\(number("discarded"))"]) }
        let verdict =
            reconciles
            ? paint.green("It adds up: all that was received is accounted for.")
            : paint.red("It does not add up: \(number("received")) received, \(Self.sum(reply)) accounted for.")
        let items = reply["parked_items"]?.array ?? []
        let parked = items.map { item in
            let name = (item["name"]?.string ?? item["id"]?.string ?? "").oneLine
            let number = item["submission"]?.int.map { "#\($0) " } ?? ""
            return "  \(number)\(name): "
                + (item["reason"]?.string ?? item["code"]?.string ?? "").oneLine
        }
        return table.lines() + [""] + byWay.lines(paint: paint) + ["", verdict]
            + (parked.isEmpty ? [] : ["", paint.bold("parked")] + parked)
    }

    /// A line for each mailbox and each other way in.
    private var byWay: TextTable {
        let names = ["received"] + Self.outcomes.map(\.0)
        var table = TextTable(
            [.init(title: "by")]
                + names.map { .init(title: $0.replacing("_", with: " "), alignment: .right) })
        for way in ways { table.add([way["via"]?.string ?? ""] + names.map { "\(number($0, way))" }) }
        return table
    }

    private static func sum(_ counts: JSON) -> Int64 { outcomes.reduce(0) { $0 + (counts[$1.0]?.int ?? 0) } }
    private func number(_ name: String, _ counts: JSON? = nil) -> Int64 { (counts ?? reply)[name]?.int ?? 0 }
}
