import Crypto
import FoundationEssentials
import Glibc
package import Pipeline
import StageProtocol

extension LoadedPipeline {
    /// Names the files that it was read from, word by word: who reads the same files has the same one.
    package var fingerprint: String {
        digest(sources.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// Names all that the processes of a stage are started with: its entry as far as they see it, its manifest, the standards
    /// and people where it reads them, and the files that its command and its settings name.
    func revision(of stage: PipelineConfig.Stage) -> String {
        let manifest = manifests[stage.name]
        let reads = Set(manifest?.reads ?? []).intersection(stage.reads)
        var parts = stage.run + [""] + stage.environment + [""]
        parts += [String(decoding: stage.settings.bytes, as: UTF8.self), sources[stage.manifestPath] ?? ""]
        for (name, file) in [("standards", standards.json), ("people", people.json)] where reads.contains(name) {
            parts.append(String(decoding: file.bytes, as: UTF8.self))
        }
        let words = stage.run.map { $0.hasPrefix("/") ? $0 : config.folder + "/" + $0 }
        let files = words.filter(isFile) + (manifest?.settings.values(.path, in: stage.settings) ?? [])
        // What lies in `var` is written while running, and is no reason to start anything anew.
        return digest(parts + files.filter { !lies($0, in: config.runtimeFolder) }.flatMap(traces))
    }
}

/// What shows that a file, or anything in a folder, has changed: names, sizes and moments of the last change.
private func traces(of path: String) -> [String] {
    guard let status = look(at: path) else { return [path, "missing"] }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path, trace(status)] }
    let real = path + "/."
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: real)) ?? []).filter { !$0.hasPrefix(".") }
    return [path]
        + names.sorted().prefix(10_000).flatMap { [$0, look(at: "\(path)/\($0)").map(trace) ?? ""] }
}

private func trace(_ status: stat) -> String {
    "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}

private func isFile(_ path: String) -> Bool { look(at: path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

private func look(at path: String) -> stat? {
    var found = stat()
    return stat(path, &found) == 0 ? found : nil
}

/// SHA-256 over texts, each with its length, so that no two lists run together.
private func digest(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
        hash.update(data: Array("\(part.utf8.count):".utf8))
        hash.update(data: Array(part.utf8))
    }
    return hash.finalize().prefix(16).map { byte in
        let text = String(byte, radix: 16)
        return byte < 16 ? "0" + text : text
    }.joined()
}
