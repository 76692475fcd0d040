import Foundation
internal import GRDB

/// One thing that has to be so in every store.
struct Rule: Sendable {
    let code: String
    var severity = StoreFinding.Severity.error
    /// Tells each place where it is not so, in a sentence.
    let look: @Sendable (Database, _ tell: (String) -> Void) throws -> Void
}

extension Rule {
    /// A rule by a query that gives a sentence for each place where it is broken.
    init(_ code: String, _ severity: StoreFinding.Severity = .error, sql: String) {
        self.init(code: code, severity: severity) { db, tell in
            let sentences = try String.fetchCursor(db, sql: sql)
            while let sentence = try sentences.next() { tell(sentence) }
        }
    }

    /// SQLite's own look at its pages and indexes.
    static let integrity = Rule(code: "damaged") { db, tell in
        let problems = try String.fetchCursor(db, sql: "PRAGMA integrity_check")
        while let problem = try problems.next() {
            if problem != "ok" { tell("the file is damaged: \(problem)") }
        }
    }
}

extension Row {
    /// The bytes of a column; none where it holds none.
    func bytes(_ name: String) -> [UInt8] { (self[name] as Data?).map { Array($0) } ?? [] }
}
