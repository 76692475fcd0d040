import Foundation
import Mail
import Pipeline
import Reports
import StageKit
import StageProtocol

/// Erases a customer, then looks whether anything is left.
struct CustomerErasure {
    let known: KnownCustomer
    let config: PipelineConfig

    /// What became of it.
    struct Result: Sendable {
        var address: String
        /// How much was taken out, by kind.
        var erased: [String: Int64] = [:]
        /// Mails in the outbox folder that were to them, or that told colleagues of their cases.
        var outbox = 0
        /// Cases of others in which they take part.
        var others: [String] = []
        /// Files of the store in which the address still stands; nil where they cannot be read from here.
        var found: [String]?
    }

    func run(_ client: BrokerClient) async throws -> Result {
        var result = Result(address: known.address, others: known.others.compactMap { $0["ref"]?.string })
        // What stages have in hand while the cases go may still come: a mail into the outbox, a case for a mail that was being
        // read. So it is looked again until nothing more came.
        var known = known
        var refs: Set<String> = []
        for round in 0..<Self.rounds {
            if round > 0 {
                try await Task.sleep(for: .seconds(1))
                known = try await KnownCustomer(known.address, client)
            }
            refs.formUnion(known.cases.compactMap { $0["ref"]?.string })
            try await erase(known, client, &result)
            let mails = eraseOutbox(of: refs)
            result.outbox += mails
            if round > 0, mails == 0, known.cases.isEmpty, known.parked.isEmpty { break }
        }
        result.found = try await search(client, isShared: !result.others.isEmpty)
        return result
    }

    /// So often is looked again at most.
    private static let rounds = 15

    private func erase(_ known: KnownCustomer, _ client: BrokerClient, _ result: inout Result) async throws {
        // Parked mails go with the first cases.
        var parked = known.parked.map { JSON.int($0.submission) }
        while true {
            let answer = try await client.ask(
                "customer-erase", ["address": .string(known.address), "submissions": .array(parked)])
            for (kind, count) in answer["erased"]?.object ?? [:] { result.erased[kind, default: 0] += count.int ?? 0 }
            parked = []
            guard (answer["left"]?.int ?? 0) > 0 else { break }
        }
    }

    /// The folder that mails are put into until a server is named.
    private func eraseOutbox(of refs: Set<String>) -> Int {
        let mails = MailSearch(for: refs.sorted())
        return config.stages.compactMap { $0.settings["outbox"]?.string }.reduce(0) { count, folder in
            count
                + mails.remove(from: folder) { mail in
                    (mail.to + mail.cc).contains { $0.comparable == known.address }
                }.removed
        }
    }

    /// Looks through every byte of the store and of its log. Whoever reads the store keeps its log for a moment, and
    /// then it is looked at again.
    private func search(_ client: BrokerClient, isShared: Bool) async throws -> [String]? {
        guard case .sqlite(let path) = config.store, FileManager.default.isReadableFile(atPath: path) else {
            return nil
        }
        let search = ByteSearch(for: known.address)
        var found: [String] = []
        for _ in 0..<(isShared ? 1 : 15) {
            found = [path, path + "-wal"].filter { search.isIn($0) }
            if found.isEmpty { break }
            // The broker scrubs with its next beat.
            _ = try await client.ask("status")
            try await Task.sleep(for: .seconds(1))
        }
        return found
    }
}

extension CustomerErasure.Result {
    var isClean: Bool { found?.isEmpty ?? true || !others.isEmpty }

    var remark: String {
        "the address still stands in \((found ?? []).joined(separator: " and ")): in words of others, or in a log that "
            + "somebody holds open. Search what others wrote for it; what reads the store must end first."
    }

    var json: JSON {
        [
            "address": .string(address), "erased": .object(erased.mapValues { .int($0) }),
            "outbox": .int(Int64(outbox)),
            "others": .array(others.map { .string($0) }),
            "found": found.map { .array($0.map { .string($0) }) } ?? nil,
        ]
    }

    var lines: [String] {
        func count(_ kind: String, _ one: String, _ many: String? = nil) -> String {
            counted(Int(erased[kind] ?? 0), one, many)
        }
        var lines = [
            "erased: \(count("cases", "case")) with \(count("entries", "entry", "entries")), \(count("texts", "text")), "
                + "\(count("messages", "message or timer", "messages and timers")), "
                + "\(count("submissions", "submission")), \(count("files", "file")); \(counted(outbox, "mail")) of the outbox"
        ]
        if !others.isEmpty {
            lines.append("they take part in cases of others, which stay: \(others.joined(separator: ", "))")
        }
        switch found {
        case nil: lines.append("The store is not on this host, so its bytes were not looked through.")
        case []?: lines.append("Every byte of the store was looked through: \(address) is not in it any more.")
        // Where that is an error, its remark says so.
        case let files?:
            guard isClean else { break }
            lines.append("\(address) still stands in \(files.joined(separator: " and ")).")
        }
        return lines
    }
}

/// Finds an address in a file, however its letters are cased.
struct ByteSearch: Sendable {
    private let needle: [UInt8]

    init(for text: String) { needle = Array(text.lowercased().utf8) }

    /// A file that is not there holds nothing.
    func isIn(_ path: String) -> Bool {
        guard let first = needle.first, let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        var tail: [UInt8] = []
        while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty {
            let bytes = tail + chunk.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            var place = bytes.startIndex
            while let start = bytes[place...].firstIndex(of: first) {
                if bytes[start...].starts(with: needle) { return true }
                place = start + 1
            }
            tail = Array(bytes.suffix(needle.count - 1))
        }
        return false
    }
}
