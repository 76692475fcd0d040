import Casework
import Reports
import StageKit
import StageProtocol

/// Writes down what is kept of a customer: a folder to hand on.
struct CustomerExport: Sendable {
    private let known: KnownCustomer
    private var stories: [JSON] = []
    private var saved: SavedFiles
    private var folder: String { saved.folder }
    private var files: [String: String] { saved.paths }
    private var missing: Int { saved.missing }

    init(_ known: KnownCustomer, into folder: String) {
        self.known = known
        saved = SavedFiles(folder: folder)
    }

    mutating func write(_ client: BrokerClient) async throws {
        for ref in known.cases.compactMap({ $0["ref"]?.string }) {
            let story = try await client.ask("case", ["ref": .string(ref)])
            for entry in story["log"]?.array ?? [] { try await keepFiles(of: entry, in: ref, client) }
            stories.append(story)
        }
        for mail in known.parked { try saved.put(mail.bytes, mail.path) }
        let all: JSON = [
            "address": .string(known.address), "made": .string(Timestamp.current.description),
            "cases": .array(stories), "others": .array(known.others), "parked": .array(known.parked.map(\.item)),
            "files": .object(files.mapValues { .string($0) }),
        ]
        try saved.put(all.bytes, "customer.json")
        let page = CustomerPage(
            address: known.address, stories: stories, parked: known.parked, files: files, made: .current)
        try saved.put(Array(page.html.text.utf8), "index.html")
    }

    /// The files of an entry, and the mail that it was, while it is kept.
    private mutating func keepFiles(of entry: JSON, in ref: String, _ client: BrokerClient) async throws {
        try await saved.keep(filesOf: entry, below: "files/", client)
        guard let raw = entry["body"]?["raw"]?.string else { return }
        try await saved.keep(raw, "mails/\(ref)-\(entry["seq"]?.int ?? 0).eml", client)
    }

    var summary: JSON {
        [
            "address": .string(known.address), "folder": .string(folder), "cases": .int(Int64(stories.count)),
            "files": .int(Int64(files.count)), "parked": .int(Int64(known.parked.count)),
            "not_kept": .int(Int64(missing)),
        ]
    }

    var lines: [String] {
        var lines = [
            "\(counted(stories.count, "case")), \(counted(files.count, "file or mail", "files and mails")), "
                + "\(counted(known.parked.count, "parked mail")): "
                + "see \(folder)/index.html"
        ]
        if missing > 0 {
            lines.append("No longer kept as they came: \(counted(missing, "mail")). What was made of them is there.")
        }
        if !known.others.isEmpty {
            let refs = known.others.compactMap { $0["ref"]?.string }.joined(separator: ", ")
            lines.append("Not in it: cases of others in which they take part (\(refs)).")
        }
        return lines
    }
}
