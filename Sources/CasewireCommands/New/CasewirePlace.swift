import FoundationEssentials

/// Where a new plugin finds what it is written with.
enum CasewirePlace {
    /// A checkout, relative to the plugin's folder where that is within it, and the Python kit in it.
    case folder(String, kit: String)
    /// A repository, for the Swift package manager.
    case repository(String)
    /// Nowhere near: the kit must have been installed.
    case elsewhere

    /// - Parameters:
    ///   - given: what the operator named.
    ///   - home: the working folder.
    ///   - folder: the plugin's folder to be, absolute.
    init(given: String?, from home: String, to folder: String) throws {
        if let given {
            if given.contains("://") || given.hasPrefix("git@") {
                self = .repository(given)
                return
            }
            let path = given.hasPrefix("/") ? given : "\(home)/\(given)"
            guard Self.isCheckout(path) else {
                throw CommandFailure(.usage, "\(given) is no checkout of Casewire: it has no plugins/kit-python.")
            }
            self = .folder(path, kit: "\(path)/plugins/kit-python")
            return
        }
        var up = folder.split(separator: "/").dropLast()
        var steps = ".."
        while true {
            if Self.isCheckout("/" + up.joined(separator: "/")) {
                let isBeside = folder.hasPrefix("/\(up.joined(separator: "/"))/plugins/") && steps == "../.."
                self = .folder(steps, kit: isBeside ? "../kit-python" : "\(steps)/plugins/kit-python")
                return
            }
            guard up.popLast() != nil else { break }
            steps += "/.."
        }
        self = .elsewhere
    }

    private static func isCheckout(_ path: String) -> Bool {
        ["Package.swift", "plugins/kit-python/pyproject.toml"].allSatisfy {
            FileManager.default.fileExists(atPath: "\(path)/\($0)")
        }
    }
}
