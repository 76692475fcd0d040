import ArgumentParser
import StageKit
import StageProtocol

/// Which events somebody wants to see.
struct TapFilter: Sendable {
    var stage: String?
    var type: String?
    var reference: String?
    var conditions: [Condition] = []

    /// Whether all that can be told from the event itself is so.
    func passes(_ event: JSON) -> Bool {
        (stage == nil || event["stage"]?.string == stage) && (type == nil || event["type"]?.string == type)
            && (reference == nil || event["ref"]?.string == reference?.uppercased())
            && conditions.filter { $0.section == nil }.allSatisfy { $0.holds(for: event) }
    }

    /// Whether everything is so; the broker is asked only for what the event does not say itself.
    func passes(_ event: JSON, _ sections: inout CaseSections) async throws -> Bool {
        sections.forget(what: event)
        guard passes(event) else { return false }
        for condition in conditions {
            guard let name = condition.section else { continue }
            guard let ref = event["ref"]?.string,
                condition.holds(for: [name: try await sections.section(name, of: ref)])
            else { return false }
        }
        return true
    }
}

/// What a field has to be.
struct Condition: Sendable, Hashable {
    enum Relation: String, Sendable, CaseIterable {
        // The longer one first: it is looked for first.
        case unequal = "!="
        case equal = "="
        case less = "<"
        case more = ">"
    }

    /// Member within member.
    let path: [String]
    let relation: Relation
    let value: String

    /// The members of an event.
    private static let members: Set<String> = [
        "at", "what", "stage", "ref", "type", "detail", "code", "message", "attempt", "instance", "wait_ms", "work_ms",
        "sections",
    ]

    /// Reads `NAME=VALUE`.
    static func read(_ text: String) throws -> Condition {
        let found = Relation.allCases.compactMap { relation in
            text.firstRange(of: relation.rawValue).map { (relation, $0) }
        }.min { ($0.1.lowerBound, -$0.0.rawValue.count) < ($1.1.lowerBound, -$1.0.rawValue.count) }
        let path = found.map { text[..<$0.1.lowerBound].split(separator: ".").map(String.init) } ?? []
        guard let (relation, place) = found, !path.isEmpty else {
            throw ValidationError("\"\(text)\" is no condition; write NAME=VALUE, such as understanding.topic=returns")
        }
        guard path.count > 1 || members.contains(path[0]) else {
            let known = members.sorted().joined(separator: ", ")
            throw ValidationError(
                "an event has no \"\(path[0])\"; it has \(known), and its case sections: SECTION.MEMBER=VALUE")
        }
        return Condition(path: path, relation: relation, value: String(text[place.upperBound...]))
    }

    /// The section of the case that it is about; nil where it is about the event.
    var section: String? { path.count > 1 && !Self.members.contains(path[0]) ? path[0] : nil }

    /// Whether it is so. Of a list, one element that fits is enough; what is not there is unequal to everything.
    func holds(for json: JSON) -> Bool {
        let values = Self.values(json, path[...])
        switch relation {
        case .equal: return values.contains(value)
        case .unequal: return !values.contains(value)
        case .less: return values.contains { compare($0) { $0 < $1 } ?? false }
        case .more: return values.contains { compare($0) { $0 > $1 } ?? false }
        }
    }

    private func compare(_ text: String, _ isSo: (Double, Double) -> Bool) -> Bool? {
        guard let left = Double(text), let right = Double(value) else { return nil }
        return isSo(left, right)
    }

    private static func values(_ json: JSON, _ path: ArraySlice<String>) -> [String] {
        if case .array(let elements) = json { return elements.flatMap { values($0, path) } }
        if let next = path.first { return json[next].map { values($0, path.dropFirst()) } ?? [] }
        switch json {
        case .string(let text): return [text]
        case .bool(let value): return ["\(value)"]
        case .int(let number): return ["\(number)"]
        case .double(let number): return ["\(number)"]
        case .null, .array, .object: return []
        }
    }
}

/// Sections of cases as they stand, asked of the broker once and again when they have changed.
struct CaseSections {
    private struct Key: Hashable {
        let ref: String
        let name: String
    }

    /// More than this is not remembered.
    private static let most = 10_000

    private let ask: (String, String) async throws -> JSON
    private var known: [Key: JSON] = [:]

    init(_ client: BrokerClient) {
        ask = { ref, name in
            do {
                return try await client.ask("section", ["ref": .string(ref), "name": .string(name)])
            } catch let refusal as BrokerRefusal where refusal.code == "no-case" {
                // It has been erased meanwhile.
                return .null
            }
        }
    }

    init(_ ask: @escaping (String, String) async throws -> JSON) { self.ask = ask }

    /// Forgets what an event says has changed.
    mutating func forget(what event: JSON) {
        guard !known.isEmpty, let ref = event["ref"]?.string else { return }
        // A contact brings sections with it that its event does not name.
        if event["what"]?.string == "followed_up" { known = known.filter { $0.key.ref != ref } }
        for name in (event["sections"]?.array ?? []).compactMap(\.string) { known[Key(ref: ref, name: name)] = nil }
    }

    mutating func section(_ name: String, of ref: String) async throws -> JSON {
        let key = Key(ref: ref, name: name)
        if let section = known[key] { return section }
        if known.count >= Self.most { known = [:] }
        let section = try await ask(ref, name)
        known[key] = section
        return section
    }
}
