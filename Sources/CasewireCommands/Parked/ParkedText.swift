import Mail
import StageProtocol

/// Parked mails as a list for people.
enum ParkedText {
    static func table(_ items: [JSON], _ times: Times) -> TextTable {
        var table = TextTable([
            .init(title: "id", alignment: .right), .init(title: "came"), .init(title: "by"), .init(title: "code"),
            .init(title: "name"), .init(title: "reason"),
        ])
        for item in items {
            table.add([
                "\(item["submission"]?.int ?? 0)", item["at"]?.moment.map(times.away) ?? "",
                item["via"]?.string ?? "", item["code"]?.string ?? "",
                (item["name"]?.string ?? "-").shortened(to: 40), item["reason"]?.string ?? "",
            ])
        }
        return table
    }

    /// Why there is nothing to do about an item, since it waits for nobody; nil where it does, or can still be let in.
    static func objection(_ item: JSON) -> String? {
        switch item["state"]?.string.flatMap(SubmissionState.init(rawValue:)) {
        case .parked, .discarded: nil
        default: "\(line(item)); it is not parked. \"casewire parked\" lists what is."
        }
    }

    /// `#12 opened CW-…`
    static func line(_ item: JSON) -> String {
        let id = item["submission"]?.int ?? 0, ref = item["ref"]?.string ?? ""
        switch item["state"]?.string.flatMap(SubmissionState.init(rawValue:)) {
        case .opened: return "#\(id) opened \(ref)"
        case .followed_up: return "#\(id) followed up \(ref)"
        case .duplicate where ref.isEmpty: return "#\(id) is a duplicate: \(item["reason"]?.string ?? "")"
        case .duplicate: return "#\(id) is a duplicate of what is in \(ref)"
        case .parked: return "#\(id) is parked"
        case .discarded: return "#\(id) discarded"
        case .received, nil: return "#\(id) is not read yet"
        }
    }
}

/// A parked mail with what can be read of it.
struct ParkedMail {
    let item: JSON
    private let mail: ParsedMail?

    init(item: JSON, bytes: [UInt8]) {
        self.item = item
        mail = try? MailParser.parse(bytes)
    }

    var json: JSON {
        var members = item.object ?? [:]
        members["mail"] = mail.flatMap { try? JSON(encoding: $0) } ?? .null
        return .object(members)
    }

    func lines(_ times: Times) -> [String] {
        let id = item["submission"]?.int ?? 0
        func word(_ name: String) -> String { (item[name]?.string ?? "").oneLine }
        var lines = ["#\(id)  \(word("state"))  \(word("code"))", "why       \(word("reason"))"]
        if let at = item["at"]?.moment { lines.append("came      \(times.moment(at)) by \(word("via"))") }
        if !word("name").isEmpty { lines.append("name      \(word("name"))") }
        if !word("ref").isEmpty { lines.append("case      \(word("ref"))") }
        guard let mail else { return lines + ["", "It cannot be read as a mail; --raw shows its bytes."] }
        let people = { (list: [MailAddress]) in list.map { "\($0.name ?? "") <\($0.address)>" }.joined(separator: ", ")
        }
        lines.append("from      \(people(mail.from).oneLine)")
        lines.append("to        \(people(mail.to).oneLine)")
        lines.append("subject   \(mail.subject.oneLine)")
        for attachment in mail.attachments {
            lines.append("file      \((attachment.name ?? attachment.mediaType).oneLine), \(attachment.bytes) bytes")
        }
        lines += ["", mail.text.printable, ""]
        return lines + [
            "casewire parked release \(id)   casewire parked mend \(id) --as ADDRESS --to CASE   "
                + "casewire parked discard \(id) --reason WHY"
        ]
    }
}
