package import Broker
import StageProtocol

// What oracles look at: everything, without a transaction and untouched by faults.

extension MemoryStore {
    /// All cases, by number.
    package var cases: [CaseRow] { content.cases.rows }
    /// All messages that are not forgotten, by number.
    package var messages: [MessageRow] { content.messages.rows.values.sorted { $0.id < $1.id } }
    /// All submissions, by number.
    package var submissions: [SubmissionRow] { content.submissions.rows }
    /// All texts, by number.
    package var says: [SayRow] { content.says.rows }
    /// All promises, by case and the moment they were made.
    package var promises: [PromiseRow] { content.promises.keys.sorted().flatMap { content.promises[$0] ?? [] } }
    /// The journal, as it was written.
    package var journal: [JournalRow] { content.journal.rows }
    /// A case's log.
    package func entries(_ caseID: Int64) -> [EntryRow] { content.entries[caseID] ?? [] }
    /// A case's sections, by name.
    package func sections(_ caseID: Int64) -> [SectionRow] { content.sections[caseID] ?? [] }
    /// The case that a key leads to.
    package func lookUp(_ key: String) -> Int64? { content.keys[Exact(key)] }
    /// The incarnation that holds the store.
    package var incarnation: Int64 { content.incarnation }

    /// Everything as lines of text, always in the same order: equal contents have equal lines.
    package func dump() -> [String] {
        var lines = ["incarnation \(content.incarnation)", "last message \(content.messages.last)"]
        if let mark = content.standardsMark { lines.append("\(mark)") }
        for row in cases {
            lines.append(
                line("case", row.id, row.ref, row.status, row.heard, row.entries, row.opened, row.updated, row.resolved)
                    + line("", row.customer, row.subject, row.owner, row.linked, row.kind, row.trace))
        }
        for id in content.entries.keys.sorted() {
            for row in entries(id) { lines.append(line("entry", id, row.seq, row.kind, row.at, row.by, row.body)) }
        }
        for id in content.sections.keys.sorted() {
            for row in sections(id) {
                lines.append(line("section", id, row.name, row.schema, row.version, row.at, row.by, row.body))
            }
        }
        for (key, id) in content.keys.sorted(by: { $0.key < $1.key }) { lines.append(line("key", key.text, id)) }
        for one in content.participants.sorted(by: { ($0.caseID, $0.address) < ($1.caseID, $1.address) }) {
            lines.append(line("participant", one.caseID, one.address.text))
        }
        for row in messages {
            lines.append(
                line(
                    "message", row.id, row.caseID, row.stage, row.type, row.source, row.at, row.deadline, row.notBefore)
                    + line("", row.state, row.rank, row.attempts, row.putBacks, row.timer, row.data, row.say)
                    + line("", row.submission, row.customer, row.trace, row.epoch, row.error, row.finished))
        }
        for row in submissions {
            lines.append(
                line("submission", row.id, row.key, row.via, row.name, row.source, row.at, row.state, row.caseID)
                    + line("", row.code, row.reason, row.blob, row.size, row.media))
        }
        for row in says {
            lines.append(
                line("text", row.id, row.caseID, try? JSONCoding.encode(row.proposal), row.by, row.text, row.hash)
                    + line(
                        "", row.heard, row.state, row.at, row.final, row.messageID, row.findings, row.result, row.sent))
        }
        for row in promises {
            lines.append(
                line("promise", row.caseID, try? JSONCoding.encode(row.promise), row.by, row.at, row.kept)
                    + line("", row.withdrawn))
        }
        for row in journal {
            lines.append(line("journal", row.at, row.caseID, row.message, row.by, row.what, row.detail))
        }
        for one in content.attachments.sorted(by: { ($0.caseID, $0.hash) < ($1.caseID, $1.hash) }) {
            lines.append(line("attachment", one.caseID, one.hash.text))
        }
        for (stage, wish) in content.wishes.sorted(by: { $0.key < $1.key }) {
            lines.append(line("wish", stage.text, wish.replicas, wish.isDrained))
        }
        for (place, count) in content.hours.sorted(by: { $0.key < $1.key }) {
            lines.append(line("hour", place.series.text, place.hour, place.value.text, count))
        }
        for (hash, blob) in content.blobs.sorted(by: { $0.key < $1.key }) {
            lines.append(line("blob", hash.text, blob.size, blob.stored))
            for (start, bytes) in blob.chunks.sorted(by: { $0.key < $1.key }) {
                lines.append(line("chunk", start, bytes))
            }
        }
        return lines
    }

    /// A number for the whole content, the same in every process: two runs that agree end with the same one.
    package func digest() -> UInt64 {
        // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for line in dump() {
            for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 10) &* 0x100_0000_01b3
        }
        return hash
    }
}

/// A name and values, told apart: a text in quotes, bytes as the text they mostly are, nothing as a dash.
private func line(_ name: String, _ values: Any?...) -> String {
    var line = name
    for value in values {
        line += " "
        switch value {
        case nil: line += "-"
        case let text as String: line += "\"\(text)\""
        case let bytes as Frame: line += "\(bytes.count):\(String(decoding: bytes, as: UTF8.self))"
        case let json as JSON: line += words(json)
        case let moment as Timestamp: line += String(moment.milliseconds)
        case let other?: line += "\(other)"
        }
    }
    return line
}

/// A JSON value as text, members in order.
private func words(_ json: JSON) -> String {
    switch json {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): "\"\(value)\""
    case .array(let elements): "[\(elements.map(words).joined(separator: ","))]"
    case .object(let members):
        "{\(members.sorted { Exact($0.key) < Exact($1.key) }.map { "\($0.key):\(words($0.value))" }.joined(separator: ","))}"
    }
}
