import FoundationEssentials
import Pipeline

/// Where a new plugin stands, and where what it is written with is found from there.
struct PluginPlace {
    /// The plugin's folder, as a pipeline's file names it: from the pipeline above it, or absolute where there is none.
    let folder: String
    /// The Python kit, as the plugin and as the pipeline's file name it; nil where it must have been installed.
    let kit: (own: String, pipeline: String)?
    /// What a Swift package rests on, as it stands in its manifest; nil where there is nothing near.
    let package: String?

    /// - Parameters:
    ///   - folder: the plugin's folder to be.
    ///   - given: where Casewire is, as the operator named it: a folder, or a repository's address.
    ///   - home: the working folder.
    ///   - program: the path of the `casewire` that runs, beside which an installed Casewire has its kit.
    init(_ folder: String, given: String?, home: String, program: String) throws {
        let own = absolute(folder, from: home)
        let above = Self.above(own)
        let desk = above.first { FileManager.default.fileExists(atPath: "\($0)/pipeline.yaml") }
        func fromPipeline(_ path: String) -> String { desk.flatMap { Self.way(to: path, within: $0) } ?? path }
        self.folder = fromPipeline(own)
        if let given, given.contains("://") || given.hasPrefix("git@") {
            kit = nil
            package = ".package(url: \"\(given)\", branch: \"main\")"
            return
        }
        var places = above + Self.above(program)
        places += Self.above(program).map { "\($0)/share/casewire" }
        if let given {
            places = [absolute(given, from: home)]
            guard places.contains(where: Self.hasKit) else {
                throw CommandFailure(.usage, "\(given) is no Casewire: it has no plugins/kit-python.")
            }
        }
        /// A folder of Casewire's as the plugin names it: by steps up where it stands above.
        func fromPlugin(_ root: String) -> String {
            guard Self.way(to: own, within: root) != nil else { return root }
            return Array(repeating: "..", count: own.dropFirst(root.count).count { $0 == "/" }).joined(separator: "/")
        }
        kit = places.first(where: Self.hasKit).map { root in
            let kit = "\(root)/plugins/kit-python"
            let isBeside = parentFolder(of: own) == "\(root)/plugins"
            return (isBeside ? "../kit-python" : "\(fromPlugin(root))/plugins/kit-python", fromPipeline(kit))
        }
        package = places.first(where: Self.hasPackage).map {
            ".package(name: \"casewire\", path: \"\(fromPlugin($0))\")"
        }
    }

    /// The folder of a new plugin, where none is named: beside others, but not by a link to those of an installed Casewire,
    /// which the next upgrade replaces.
    static func folder(of name: String, home: String) -> String {
        // The attributes of a path are those of a link itself, not of what it leads to.
        let kind = try? FileManager.default.attributesOfItem(atPath: "\(home)/plugins")[.type] as? FileAttributeType
        return kind == .typeDirectory ? "plugins/\(name)" : name
    }

    private static func hasKit(_ root: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(root)/plugins/kit-python/pyproject.toml")
    }

    private static func hasPackage(_ root: String) -> Bool {
        hasKit(root) && FileManager.default.fileExists(atPath: "\(root)/Package.swift")
    }

    /// A path from a folder that it lies in; nil where it does not.
    private static func way(to path: String, within folder: String) -> String? {
        path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    }

    /// The folders above a path, the nearest first.
    private static func above(_ path: String) -> [String] {
        var folders: [String] = []
        var folder = parentFolder(of: path)
        while folder != "/", folder != "." {
            folders.append(folder)
            folder = parentFolder(of: folder)
        }
        return folders
    }
}
