import Mail
import Pipeline
import StageProtocol

/// A message of another help desk's export as a mail: from here on it goes the way of all mails.
struct HistoricMail {
    /// What tells it from the others of the export.
    let id: String
    let bytes: [UInt8]
    /// How it is to be read.
    let history: JSON

    /// The messages of one record.
    static func messages(of record: JSON, _ mapping: ImportMapping) -> [Result<HistoricMail, ImportProblem>] {
        let messages = mapping.messages.map { record.value($0)?.array ?? [] } ?? [record]
        return messages.map { message in
            do throws(ImportProblem) { return .success(try HistoricMail(message, of: record, mapping)) } catch {
                return .failure(error)
            }
        }
    }

    init(_ message: JSON, of record: JSON, _ mapping: ImportMapping) throws(ImportProblem) {
        func text(_ field: ImportMapping.Field) -> String? {
            guard let way = mapping.fields[field] else { return nil }
            let found = (way.isOfRecord ? record : message).value(way.names)?.words
            return found.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let conversation = record.value(mapping.conversation)?.words, !conversation.isEmpty else {
            throw ImportProblem(message: "a record without \(mapping.conversation.joined(separator: "."))")
        }
        guard let number = text(.id) else {
            throw ImportProblem(message: "a message without an id in the conversation \(conversation)")
        }
        guard let at = text(.at), let date = Self.date(at) else {
            throw ImportProblem(
                message:
                    "message \(number) of \(conversation): \"\(text(.at) ?? "")\" is no time such as 2019-03-01T10:00:00Z"
            )
        }
        let customer = mapping.customer.flatMap { record.value($0)?.words }
        let isStaff = text(.staff).map { value in
            mapping.staffValues.contains { $0.lowercased() == value.lowercased() }
        }
        id = "\(conversation):\(number)"
        let name = text(.fromName).map { "\"\($0.replacing("\"", with: ""))\" " } ?? ""
        let from = text(.from) ?? (isStaff == true ? nil : customer)
        var header: [(String, String?)] = [
            ("From", from.map { $0.contains("<") ? $0 : "\(name)<\($0)>" }),
            ("To", text(.to) ?? (isStaff == true ? customer : nil)), ("Cc", text(.cc)), ("Subject", text(.subject)),
            ("Date", date.rfc5322),
            ("Message-ID", text(.messageID).map { $0.hasPrefix("<") ? $0 : "<\($0)>" } ?? Self.identifier(mapping, id)),
        ]
        let isHTML = text(.html) != nil || text(.media)?.lowercased().contains("html") == true
        header += [
            ("MIME-Version", "1.0"), ("Content-Type", "text/\(isHTML ? "html" : "plain"); charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]
        let lines = header.compactMap { name, value in value.map { "\(name): \($0.oneLine)" } }
        let body = (text(.html) ?? text(.text) ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        bytes = Array((lines.joined(separator: "\n") + "\n\n" + body + "\n").replacing("\n", with: "\r\n").utf8)
        var history: [String: JSON] = ["conversation": .string("\(mapping.name):\(conversation)")]
        history["staff"] = isStaff.map { .bool($0) }
        if !mapping.ours.isEmpty { history["ours"] = .array(mapping.ours.map { .string($0) }) }
        self.history = .object(history)
    }

    private static func identifier(_ mapping: ImportMapping, _ id: String) -> String {
        let safe = id.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "-"
        }
        return "<\(mapping.name).\(safe.joined())@import.invalid>"
    }

    /// A time as exports write it: RFC 3339, with a blank for the `T` or without a zone, or seconds since 1970.
    static func date(_ text: String) -> MailDate? {
        if let seconds = Int64(text), seconds > 0 { return MailDate(unixSeconds: seconds, offsetSeconds: 0) }
        var moment = text.replacing(" UTC", with: "Z")
        if moment.utf8.count > 10, moment[moment.index(moment.startIndex, offsetBy: 10)] == " " {
            moment = moment.prefix(10) + "T" + moment.dropFirst(11)
        }
        moment = moment.replacing(" ", with: "")
        if moment.utf8.count == 10 { moment += "T00:00:00" }
        return MailDate(rfc3339: moment) ?? MailDate(rfc3339: moment + "Z")
    }
}

extension MailDate {
    /// As the header field `Date` has it.
    var rfc5322: String {
        let text = rfc3339
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.prefix(10).split(separator: "-")
        let month = parts.count == 3 ? Int(parts[1]).map { months[($0 - 1) % 12] } ?? "Jan" : "Jan"
        let zone = text.hasSuffix("Z") ? "+0000" : text.suffix(6).replacing(":", with: "")
        let day = parts.count == 3 ? parts[2] : "01", year = parts.first ?? "1970"
        return "\(day) \(month) \(year) \(text.dropFirst(11).prefix(8)) \(zone)"
    }
}

extension JSON {
    /// What stands at the end of a way of names.
    fileprivate func value(_ names: [String]) -> JSON? {
        names.reduce(Optional(self)) { value, name in value?[name] }
    }

    /// A text, a number or a truth value as a person would write it.
    fileprivate var words: String? {
        switch self {
        case .string(let text): text
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }
}
