/// An entry of a case's log as clocks and reports read it: of its content they look at few members.
package struct LogEntry: Sendable {
    package var seq: Int
    package var kind: String
    package var at: Timestamp
    package var by: String
    package var body: JSONMembers

    package init(seq: Int, kind: String, at: Timestamp, by: String, body: JSONMembers) {
        self.seq = seq
        self.kind = kind
        self.at = at
        self.by = by
        self.body = body
    }

    package init(_ entry: Entry) {
        self.init(seq: entry.seq, kind: entry.kind, at: entry.at, by: entry.by, body: JSONMembers(entry.body))
    }
}
