/// Prometheus' text format (0.0.4), read as strictly as Prometheus and its linter read it.
package struct Exposition: Sendable {
    /// One line with a number.
    package struct Sample: Sendable, Hashable {
        package let name: String
        package let labels: [String: String]
        package let value: Double
    }

    package private(set) var samples: [Sample] = []
    /// What is wrong, a sentence each.
    package private(set) var problems: [String] = []
    private var kinds: [String: String] = [:]
    private var helps: Set<String> = []
    private var closed: Set<String> = []
    private var current: String?

    package init(_ text: String) {
        if !text.hasSuffix("\n") { problems.append("the last line has no end") }
        for line in text.split(separator: "\n") { read(line) }
        if Set(samples.map { Key($0) }).count != samples.count { problems.append("a series stands there twice") }
        for (name, kind) in kinds { check(name, kind) }
    }

    /// The number of a series; nil where there is none.
    package func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private struct Key: Hashable {
        let name: String
        let labels: [String: String]

        init(_ sample: Sample) { (name, labels) = (sample.name, sample.labels) }
    }

    private mutating func read(_ line: Substring) {
        guard line.hasPrefix("#") else { return readSample(line) }
        let words = line.split(separator: " ", maxSplits: 3)
        guard words.count == 4 else { return problems.append("no comment that means anything: \(line)") }
        let name = String(words[2])
        begin(name)
        switch words[1] {
        case "HELP":
            if !helps.insert(name).inserted { problems.append("\(name) has two HELP") }
        case "TYPE":
            if kinds.updateValue(String(words[3]), forKey: name) != nil { problems.append("\(name) has two TYPE") }
            if !["counter", "gauge", "histogram"].contains(words[3]) { problems.append("\(name) is a \(words[3])") }
        default: problems.append("neither HELP nor TYPE: \(line)")
        }
    }

    /// What belongs to one name stands together.
    private mutating func begin(_ name: String) {
        guard name != current else { return }
        if let current { closed.insert(current) }
        if closed.contains(name) { problems.append("\(name) is in two places") }
        current = name
    }

    private mutating func readSample(_ line: Substring) {
        guard
            let match = line.wholeMatch(
                of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\"n])*",?)*)\})? (\S+)/),
            let value = Self.number(match.3)
        else { return problems.append("no sample: \(line)") }
        var labels: [String: String] = [:]
        for label in (match.2 ?? "").matches(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\[\\"n])*)"/)
        where labels.updateValue(String(label.2), forKey: String(label.1)) != nil {
            problems.append("a label stands there twice: \(line)")
        }
        let name = String(match.1)
        let family = Self.family(name, kinds)
        if family != current { problems.append("\(name) stands outside of its family") }
        if kinds[family] == nil || !helps.contains(family) { problems.append("\(name) has no TYPE or no HELP") }
        samples.append(Sample(name: name, labels: labels, value: value))
    }

    private static func number(_ text: Substring) -> Double? {
        switch text {
        case "+Inf": .infinity
        case "-Inf": -.infinity
        case "NaN": .nan
        default: Double(text)
        }
    }

    private static func family(_ name: String, _ kinds: [String: String]) -> String {
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            let family = String(name.dropLast(suffix.count))
            if kinds[family] == "histogram" { return family }
        }
        return name
    }

    private mutating func check(_ name: String, _ kind: String) {
        if (kind == "counter") != name.hasSuffix("_total") { problems.append("\(name) is a \(kind)") }
        if name.contains(/_(ms|milliseconds|minutes|kb|mb)(_|$)/) { problems.append("\(name) has no base unit") }
        if kind == "counter", samples.contains(where: { $0.name == name && !($0.value >= 0) }) {
            problems.append("\(name) is below 0")
        }
        if kind == "histogram" { checkHistogram(name) }
    }

    private mutating func checkHistogram(_ name: String) {
        let buckets = Dictionary(grouping: samples.filter { $0.name == name + "_bucket" }) {
            $0.labels.filter { $0.key != "le" }
        }
        for (labels, samples) in buckets {
            let bounds = samples.map { Self.number(Substring($0.labels["le"] ?? "")) ?? .nan }
            if zip(bounds, bounds.dropFirst()).contains(where: { !($0 < $1) }) { problems.append("\(name): unordered") }
            let counts = samples.map(\.value)
            if zip(counts, counts.dropFirst()).contains(where: { $0 > $1 }) {
                problems.append("\(name): not cumulative")
            }
            if bounds.last != .infinity || counts.last != value(name + "_count", labels) {
                problems.append("\(name): +Inf is not the count")
            }
            if value(name + "_sum", labels) == nil { problems.append("\(name): no sum") }
        }
    }
}
