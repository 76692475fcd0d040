/// Rows of values under named columns.
package struct Table: Sendable {
    package struct Column: Sendable, Hashable {
        /// Its name for programs, with the unit where there is one: `wait_minutes`.
        package var id: String
        package var title: String

        package init(_ id: String, _ title: String? = nil) {
            self.id = id
            self.title = title ?? id.split(separator: "_").joined(separator: " ")
        }
    }

    /// Its name within the report.
    package var id: String
    package var title: String
    package var columns: [Column]
    package private(set) var rows: [[Value]] = []
    /// How many rows people are shown; programs have them all. Nil for all.
    package var most: Int?
    /// How its figures are to be read.
    package var note: String?
    /// What is said where it has no rows.
    package var none: String

    package init(
        id: String, title: String, columns: [Column], note: String? = nil,
        none: String = "There is nothing to tell yet."
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.note = note
        self.none = none
    }

    /// The rows that people are shown.
    package var shown: ArraySlice<[Value]> { most.map { rows.prefix($0) } ?? rows[...] }

    /// What is said below those rows; nil where they are all.
    package var more: String? {
        shown.count < rows.count
            ? "And \(rows.count - shown.count) more: --format csv --table \(id) has them all." : nil
    }

    package mutating func add(_ values: [Value]) {
        precondition(values.count == columns.count, "a row of table \(id) has \(values.count) values")
        rows.append(values)
    }
}

/// One value of a table.
package enum Value: Sendable, Hashable {
    case text(String)
    case count(Int)
    /// From 0 to 1, or a difference of such shares.
    case share(Double)
    case minutes(Double)
    case number(Double)
    /// The bounds of an interval, as shares or minutes are told.
    case shares(low: Double, high: Double)
    case minutesBetween(low: Double, high: Double)
    /// References of cases.
    case cases([String])
    case yes(Bool)
    /// There is none.
    case none

    /// A share with its interval, as two values; none of either where nothing was counted.
    package static func shareAndInterval(_ hits: Int, of all: Int) -> [Value] {
        guard all > 0 else { return [.none, .none] }
        let share = Share(hits, of: all)
        return [.share(share.value), .shares(low: share.low, high: share.high)]
    }
}
