import FoundationEssentials

/// A file as it was read: where it stands, under which name it is told, and its lines for pointing at.
struct SourceFile {
    /// As the operator would write it: relative to the working directory where that is shorter.
    let name: String
    /// Absolute.
    let path: String
    let text: String
    private let lines: [Substring]

    init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The folder that relative paths in the file start from.
    var folder: String { parentFolder(of: path) }

    /// The file as a whole.
    var place: Place { Place(file: name, line: 0, column: 0, source: nil) }

    func place(line: Int, column: Int) -> Place {
        Place(
            file: name, line: line, column: column,
            source: lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil)
    }

    /// Reads a file of at most 1 MiB; what stands in the way is found at the place that names the file.
    static func read(_ path: String, name: String, namedAt place: Place?, as what: String, findings: Findings)
        -> SourceFile?
    {
        let whole = place ?? Place(file: name, line: 0, column: 0, source: nil)
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path, directoryHint: .notDirectory))
        } catch {
            findings.error(
                .unreadableFile, at: whole, "\(what) \(name) cannot be read: \(reason(path))",
                hint: "create it, or correct the path; relative paths start at the file they stand in")
            return nil
        }
        guard bytes.count <= 1 << 20 else {
            findings.error(.tooLarge, at: whole, "\(what) \(name) has \(bytes.count) bytes; at most 1 MiB is read")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            findings.error(.syntax, at: whole, "\(what) \(name) is not UTF-8 text")
            return nil
        }
        return SourceFile(name: name, path: path, text: text)
    }

    private static func reason(_ path: String) -> String {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such file"
        }
        return isFolder ? "it is a folder" : "permission is denied"
    }
}

/// The folder a path stands in.
package func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path made absolute from a folder, without `.`, `..` and doubled slashes. Links are not followed: what the operator
/// wrote is what is told.
package func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
}
