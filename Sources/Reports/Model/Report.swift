package import StageProtocol

/// What there is to tell of many cases: the same for every way of showing it.
package struct Report: Sendable {
    /// As it is asked for: `standards`.
    package var id: String
    package var title: String
    /// What it tells, and how it is to be read.
    package var lead: String
    package var parts: [Part] = []
    /// What somebody should look at today.
    package var alarms: [String] = []
    /// Members of its JSON beside those of its parts.
    package var members: [String: JSON] = [:]

    package init(id: String, title: String, lead: String) {
        self.id = id
        self.title = title
        self.lead = lead
    }

    package enum Part: Sendable {
        case table(Table)
        case series(Series)
        case intervals(Intervals)
        case quotes(Quotes)
    }

    package var tables: [Table] {
        parts.compactMap { part in
            if case .table(let table) = part { table } else { nil }
        }
    }
}

/// A report over which cases, as they stood when.
package struct Scope: Sendable, Hashable {
    /// Cases count that were opened from here on.
    package var from: Timestamp?
    /// Cases count that were opened before.
    package var until: Timestamp?
    package var now: Timestamp

    package init(from: Timestamp? = nil, until: Timestamp? = nil, now: Timestamp) {
        self.from = from
        self.until = until
        self.now = now
    }
}

/// What customers said in their own words, and agreed to have repeated.
package struct Quotes: Sendable {
    package struct Quote: Sendable, Hashable {
        package var ref: String
        package var at: Timestamp
        package var score: String
        package var topic: String
        package var words: String
    }

    package var id: String
    package var title: String
    package var quotes: [Quote]
    /// What is said where there are none.
    package var none: String
}
