/// Everything that is measured under one name.
package struct MetricFamily: Sendable {
    /// What its numbers mean to Prometheus.
    package enum Kind: String, Sendable {
        /// Only ever grows, but for a restart.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts by bounds.
        case histogram
    }

    /// One number.
    package struct Sample: Sendable {
        /// What follows the family's name: `_bucket`, `_sum`, `_count`, or nothing.
        package var suffix = ""
        package var labels: [(name: String, value: String)] = []
        package var value: Double

        package init(suffix: String = "", _ labels: [(name: String, value: String)] = [], _ value: Double) {
            self.suffix = suffix
            self.labels = labels
            self.value = value
        }
    }

    package let name: String
    /// One sentence.
    package let help: String
    package let kind: Kind
    package var samples: [Sample]

    package init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }
}

extension [MetricFamily] {
    /// What a scraper is told it gets: Prometheus' text format, version 0.0.4.
    package static var mediaType: String { "text/plain; version=0.0.4; charset=utf-8" }

    /// The families as Prometheus reads them. One without a sample is left out.
    package var exposition: String {
        var text = ""
        for family in self where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for sample in family.samples {
                let labels = sample.labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }
                let list = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
                text += "\(family.name)\(sample.suffix)\(list) \(number(sample.value))\n"
            }
        }
        return text
    }

    /// Backslashes and line ends, and in a label's value quotation marks, would end what they stand in.
    private func escaped(_ text: String, quotes: Bool) -> String {
        let plain = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quotes ? plain.replacing("\"", with: "\\\"") : plain
    }

    /// A whole number without a fraction; the others as Go reads them.
    private func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}
