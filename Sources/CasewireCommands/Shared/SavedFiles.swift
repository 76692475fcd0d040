import Foundation
import StageKit
import StageProtocol

/// Files out of the store, saved in a folder that only its owner can read.
struct SavedFiles: Sendable {
    let folder: String
    /// Where each blob was saved, below the folder, by its hash.
    private(set) var paths: [String: String] = [:]
    /// How many are no longer kept: a mail as it came is not kept for ever; what was made of it is there.
    private(set) var missing = 0

    init(folder: String) { self.folder = folder }

    /// Saves the files that came with an entry of a case's log.
    /// - Parameter below: the part of the folder.
    mutating func keep(filesOf entry: JSON, below: String = "", _ client: BrokerClient) async throws {
        for file in entry["body"]?["attachments"]?.array ?? [] {
            guard let hash = file["sha256"]?.string else { continue }
            // A name out of a mail never leads out of the folder.
            let name = (file["name"]?.string ?? "file").filter { $0.isLetter || $0.isNumber || "._- ".contains($0) }
            try await keep(hash, "\(below)\(hash.prefix(12))-\(name.suffix(80))", client)
        }
    }

    mutating func keep(_ hash: String, _ path: String, _ client: BrokerClient) async throws {
        guard paths[hash] == nil else { return }
        do {
            try put(try await client.blobs.get(hash), path)
            paths[hash] = path
        } catch is BrokerRefusal {
            missing += 1
        }
    }

    /// Writes a file below the folder.
    func put(_ bytes: [UInt8], _ path: String) throws {
        let file = URL(filePath: "\(folder)/\(path)")
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: file, options: .atomic)
        } catch let error as CocoaError {
            throw CommandFailure(.failed, "\(folder) cannot be written: \(error.localizedDescription)")
        }
    }

    var lines: [String] {
        let saved = paths.values.sorted().map { "\(folder)/\($0)" }
        let none = saved.isEmpty && missing == 0 ? ["No file came with what was written."] : []
        return saved + none + (missing > 0 ? ["\(missing) files are no longer kept."] : [])
    }
}
