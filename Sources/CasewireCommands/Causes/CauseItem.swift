import StageKit
import StageProtocol

/// A cause as the broker knows it: its section, with its reference.
struct CauseItem {
    let ref: String
    let section: JSON

    /// All causes, the soonest due first.
    static func all(_ broker: BrokerClient) async throws -> [CauseItem] {
        try await broker.sections(named: "cause").compactMap { item in
            guard let ref = item["ref"]?.string, let section = item["section"] else { return nil }
            return CauseItem(ref: ref, section: section)
        }.sorted { ($0.text("due"), $0.ref) < ($1.text("due"), $1.ref) }
    }

    /// - Throws: where there is no cause of that reference.
    static func named(_ ref: String, _ broker: BrokerClient) async throws -> CauseItem {
        guard let cause = try await all(broker).first(where: { $0.ref == ref.uppercased() }) else {
            throw CommandFailure(.failed, "there is no cause \(ref); casewire causes lists them.")
        }
        return cause
    }

    var isOpen: Bool { section["state"]?.string == "open" }
    var key: String { text("key") }
    /// What went wrong, each thing once.
    var what: [String] { texts("cause") }
    /// The customers' cases.
    private var cases: [String] { texts("ref") }
    private var isLate: Bool { section["late"]?.bool == true }
    private var state: String {
        if let merged = section["merged"]?.string { return "goes on in \(merged)" }
        return isOpen ? (isLate ? "late" : "open") : isLate ? "mended late" : "mended"
    }

    var json: JSON {
        let told: [String: JSON] = [
            "ref": .string(ref), "what": .array(what.map { .string($0) }), "cases": .array(cases.map { .string($0) }),
        ]
        return .object((section.object ?? [:]).merging(told) { $1 })
    }

    var cells: [String] {
        [ref, key, section["owner"]?["name"]?.string ?? "", day, "\(cases.count)", state]
    }

    var lines: [String] {
        var lines = ["\(ref)  \(key.oneLine)  \(state)", "owner   \(section["owner"]?["name"]?.string?.oneLine ?? "")"]
        lines.append("due     \(day)")
        lines += what.map { "wrong   \($0.oneLine)" }
        lines += cases.map { "case    \($0)" }
        if let found = section["found"]?.string { lines.append("found   \(found.oneLine)") }
        if let mended = section["mended"]?.string { lines.append("mended  \(mended.oneLine)") }
        return lines
    }

    private var day: String { String(text("due").prefix(10)) }
    private func text(_ name: String) -> String { section[name]?.string ?? "" }
    /// A member of its reports, each value once.
    private func texts(_ name: String) -> [String] {
        (section["reports"]?.array ?? []).compactMap { $0[name]?.string }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
