import Pipeline
import StageProtocol

/// In what a case is other than expected, each in a sentence.
struct MatterDifferences {
    let wanted: Expectation.Matter
    let story: JSON
    /// How many cases the customer has.
    let count: Int
    let words: TestWords

    var all: [String] {
        plain("status", wanted.status) + plain("owner", wanted.owner) + number + sections + timers + noted + promises
    }

    private func plain(_ name: String, _ value: String?) -> [String] {
        guard let value, story[name]?.string != value else { return [] }
        return ["\(name): expected \(value), and it is \(story[name]?.string ?? "nobody's")"]
    }

    private var number: [String] {
        guard let number = wanted.count, number != count else { return [] }
        return ["count: expected \(number), and there are \(count)"]
    }

    // MARK: Sections

    private var sections: [String] {
        wanted.sections.sorted { $0.key < $1.key }.compactMap { path, value in
            let found = Self.value(path.split(separator: ".")[...], in: story["sections"] ?? .null)
            guard !isSame(value, found) else { return nil }
            return "\(path): expected \(Self.text(value)), and it is \(words.value(found))"
        }
    }

    /// The value at a path; numbers lead into lists.
    static func value(_ path: ArraySlice<Substring>, in json: JSON) -> JSON? {
        guard let name = path.first else { return json }
        if let list = json.array {
            guard let index = Int(name), list.indices.contains(index) else { return nil }
            return value(path.dropFirst(), in: list[index])
        }
        return json[String(name)].flatMap { value(path.dropFirst(), in: $0) }
    }

    private func isSame(_ wanted: JSON, _ found: JSON?) -> Bool {
        guard let found, found != .null else { return wanted == .null }
        if wanted == "any" || wanted == found { return true }
        if let one = wanted.number, let other = found.number { return one == other }
        guard let moment = found.moment, let expected = wanted.string else { return false }
        return words.moments.moment(expected, notBefore: words.start).map { isSame($0, moment) } ?? false
    }

    /// Moments are written without their seconds.
    private func isSame(_ wanted: Timestamp, _ found: Timestamp) -> Bool {
        found >= wanted && found - wanted < .seconds(60)
    }

    static func text(_ value: JSON) -> String {
        value == .null ? "nothing" : value.string ?? String(decoding: value.bytes, as: UTF8.self)
    }

    // MARK: Timers, notes, promises

    private var timers: [String] {
        let set = story["timers"]?.array ?? []
        return wanted.timers.sorted { $0.key < $1.key }.compactMap { name, moment in
            let found = set.first { $0["name"]?.string == name }?["at"]?.moment
            switch (moment, found) {
            case (nil, nil): return nil
            case (let moment?, let found?) where isSame(moment, found): return nil
            default:
                let names = set.compactMap { $0["name"]?.string }.joined(separator: ", ")
                return "timer \(name): expected \(moment.map(words.at) ?? "none"), and it is "
                    + (found.map(words.at) ?? "not set; there are: \(names)")
            }
        }
    }

    private var noted: [String] {
        let all = (story["log"]?.array ?? []).filter { ["noted", "decided"].contains($0["kind"]?.string ?? "") }
            .map { words.told($0, of: story).flat }
        return wanted.noted.filter { words in !all.contains { $0.contains(words.flat) } }
            .map { "noted: nothing of “\($0)” in the log" }
    }

    private var promises: [String] {
        let made = story["promises"]?.array ?? []
        return wanted.promises.compactMap { promise in
            guard let found = made.first(where: { ($0["what"]?.string ?? "").flat.contains(promise.what.flat) }) else {
                let names = made.compactMap { $0["what"]?.string }.map { "“\($0)”" }.joined(separator: ", ")
                return "promises: none of “\(promise.what)”; there are: \(names.isEmpty ? "none" : names)"
            }
            let isKept = found["kept"]?.moment != nil
            if let wanted = promise.isKept, wanted != isKept {
                let state = isKept ? "kept" : found["withdrawn"]?.moment != nil ? "withdrawn" : "open"
                return "promise “\(promise.what)”: expected \(wanted ? "kept" : "not kept"), and it is \(state)"
            }
            guard let due = promise.due, let moment = found["due"]?.moment, !isSame(due, moment) else { return nil }
            return "promise “\(promise.what)”: expected due \(words.at(due)), and it is due \(words.at(moment))"
        }
    }
}
