import Casework
import Foundation
import StageKit
import StageProtocol

/// Writes down what is kept of a customer: a folder to hand on.
struct CustomerExport: Sendable {
    private let known: KnownCustomer
    private let folder: String
    private var stories: [JSON] = []
    /// Where each blob was written, below the folder.
    private var files: [String: String] = [:]
    private var missing = 0

    init(_ known: KnownCustomer, into folder: String) {
        self.known = known
        self.folder = folder
    }

    mutating func write(_ client: BrokerClient) async throws {
        do {
            for part in ["files", "mails"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(part)", withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
            for ref in known.cases.compactMap({ $0["ref"]?.string }) {
                let story = try await client.ask("case", ["ref": .string(ref)])
                for entry in story["log"]?.array ?? [] { try await keepFiles(of: entry, in: ref, client) }
                stories.append(story)
            }
            for mail in known.parked { try put(mail.bytes, "mails/parked-\(mail.submission).eml") }
            let all: JSON = [
                "address": .string(known.address), "made": .string(Timestamp.current.description),
                "cases": .array(stories), "others": .array(known.others), "parked": .array(known.parked.map(\.item)),
                "files": .object(files.mapValues { .string($0) }),
            ]
            try put(all.bytes, "customer.json")
            let page = CustomerPage(address: known.address, stories: stories, files: files, made: .current)
            try put(Array(page.html.text.utf8), "index.html")
        } catch let error as CocoaError {
            throw CommandFailure(.failed, "\(folder) cannot be written: \(error.localizedDescription)")
        }
    }

    /// The files of an entry, and the mail that it was, while it is kept.
    private mutating func keepFiles(of entry: JSON, in ref: String, _ client: BrokerClient) async throws {
        for file in entry["body"]?["attachments"]?.array ?? [] {
            guard let hash = file["sha256"]?.string else { continue }
            let name = (file["name"]?.string ?? "file").filter { $0.isLetter || $0.isNumber || "._- ".contains($0) }
            try await keep(hash, "files/\(hash.prefix(12))-\(name.suffix(80))", client)
        }
        guard let raw = entry["body"]?["raw"]?.string else { return }
        try await keep(raw, "mails/\(ref)-\(entry["seq"]?.int ?? 0).eml", client)
    }

    private mutating func keep(_ hash: String, _ path: String, _ client: BrokerClient) async throws {
        guard files[hash] == nil else { return }
        do {
            try put(try await client.blobs.get(hash), path)
            files[hash] = path
        } catch is BrokerRefusal {
            // A mail as it came is not kept for ever; what was made of it is there.
            missing += 1
        }
    }

    private func put(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(path)"), options: .atomic)
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
            "\(stories.count) cases, \(files.count) files and mails, \(known.parked.count) parked mails: "
                + "see \(folder)/index.html"
        ]
        if missing > 0 {
            lines.append("\(missing) mails are no longer kept as they came; what was made of them is there.")
        }
        if !known.others.isEmpty {
            let refs = known.others.compactMap { $0["ref"]?.string }.joined(separator: ", ")
            lines.append("Not in it: cases of others in which they take part (\(refs)).")
        }
        return lines
    }
}
