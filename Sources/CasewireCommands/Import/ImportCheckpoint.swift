import FoundationEssentials
import Glibc
import StageProtocol

/// The bytes of a file; 0 where there is none.
func fileSize(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
}

/// Where an import that is broken off goes on. A hint: without it all is read again, and what was there is known again.
struct ImportCheckpoint: Sendable {
    private let path: String
    /// What is imported; a checkpoint of anything else says nothing.
    private let sources: JSON

    init(folder: String, name: String, paths: [String]) {
        path = "\(folder)/\(name).json"
        sources = .array(
            paths.map { path in
                ["path": .string(path), "bytes": .int(Int64(fileSize(path)))]
            })
    }

    func read() -> Int {
        guard let bytes = FileManager.default.contents(atPath: path), let kept = try? JSON(bytes: Array(bytes)),
            kept["sources"] == sources
        else { return 0 }
        return Int(max(0, kept["taken"]?.int ?? 0))
    }

    func write(taken: Int) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let bytes = JSON.object(["sources": sources, "taken": .int(Int64(taken))]).bytes
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    }

    /// All is in: the next import starts anew.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
