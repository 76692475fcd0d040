/// How something went over time, or over the hours of a day: a line for each name, a point for each label.
package struct Series: Sendable {
    package struct Line: Sendable, Hashable {
        package var name: String
        /// Nil where there is nothing to tell.
        package var points: [Double?]
    }

    package enum Unit: String, Sendable {
        case share, count
    }

    package var id: String
    package var title: String
    package var unit: Unit
    package var labels: [String]
    package var lines: [Line]
}

/// Figures with their intervals beside a line at which nothing is different.
package struct Intervals: Sendable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var value: Double
        package var low: Double
        package var high: Double
        /// Whether somebody should look at it.
        package var isAlarm = false
    }

    package enum Unit: String, Sendable {
        /// Shares from 0 to 1.
        case share
        /// Differences of shares.
        case points
        case minutes
    }

    package var id: String
    package var title: String
    package var unit: Unit
    /// Where both sides are equal; nil where no place means that.
    package var reference: Double?
    package var rows: [Row]
}
