import StageProtocol

/// Dead letters for people.
enum DeadText {
    static func table(_ letters: [JSON], _ times: Times) -> TextTable {
        var table = TextTable([
            .init(title: "id", alignment: .right), .init(title: "case"), .init(title: "stage"), .init(title: "type"),
            .init(title: "attempts", alignment: .right), .init(title: "died"), .init(title: "error"),
        ])
        for letter in letters {
            table.add([
                "\(letter["id"]?.int ?? 0)", letter["ref"]?.string ?? "-", letter["stage"]?.string ?? "",
                letter["type"]?.string ?? "", "\(letter["attempts"]?.int ?? 0)",
                letter["finished"]?.moment.map(times.away) ?? "", letter["error"]?.string ?? "",
            ])
        }
        return table
    }

    static func lines(_ letter: JSON, _ times: Times) -> [String] {
        let id = letter["id"]?.int ?? 0
        var lines = ["#\(id)  \(letter["type"]?.string ?? "") to \(letter["stage"]?.string ?? "")"]
        if let ref = letter["ref"]?.string { lines.append("case      \(ref)") }
        if let at = letter["at"]?.moment { lines.append("sent      \(times.moment(at))") }
        if let finished = letter["finished"]?.moment { lines.append("died      \(times.moment(finished))") }
        lines.append("attempts  \(letter["attempts"]?.int ?? 0)")
        lines.append("error     \((letter["error"]?.string ?? "").oneLine)")
        if let data = letter["data"], data != .null {
            lines.append("input     \(String(decoding: data.bytes, as: UTF8.self).printable)")
        }
        return lines + ["", "casewire dead replay \(id)   casewire dead drop \(id) --reason WHY"]
    }
}
