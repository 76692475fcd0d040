import FoundationEssentials

/// What files of a pipeline are called where they are told: by the way in which the pipeline's own file was named, so that
/// the operator can open them as they stand there.
package struct FileNames: Sendable {
    /// The pipeline's file, absolute.
    let pipeline: String
    private let given: String

    /// - Parameter given: the pipeline's file, as it was named.
    package init(pipeline given: String) {
        self.given = given
        pipeline = absolute(given, from: FileManager.default.currentDirectoryPath)
    }

    /// - Parameter path: absolute.
    package func name(of path: String) -> String {
        let folder = parentFolder(of: pipeline)
        if path == pipeline { return given }
        let prefix = folder == "/" ? "/" : folder + "/"
        guard path.hasPrefix(prefix) else { return path }
        let rest = String(path.dropFirst(prefix.count))
        return given.contains("/") ? "\(given[...(given.lastIndex(of: "/") ?? given.startIndex)])\(rest)" : rest
    }

    /// The same diagnostics, with their files called so.
    package func naming(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var named = diagnostic
            named.place.file = name(of: diagnostic.place.file)
            for index in named.notes.indices { named.notes[index].place.file = name(of: named.notes[index].place.file) }
            return named
        }
    }
}
