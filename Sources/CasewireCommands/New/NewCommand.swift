import ArgumentParser
import FoundationEssentials
import StageProtocol

/// `casewire new`: a place to start from.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make something new to start from.", subcommands: [NewPluginCommand.self])
}

/// `casewire new plugin`: the folder of a stage that runs as it is.
struct NewPluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Make the folder of a new stage.",
        discussion: """
            Writes a manifest, a source, a README and tests: a stage that notices contacts with certain words, runs at once \
            and passes "casewire conform". Make it yours from there: docs/writing-a-stage.md.

            The folder is NAME in plugins/, where that is a folder of yours, else NAME. What it is written with is found around the folder, \
            around the casewire that runs, or where an installed one has it; --casewire names another. In Swift it needs \
            Casewire's sources, so a checkout. Nothing that is there already is written over.
            """)

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case python, swift
    }

    @Argument(help: ArgumentHelp("The stage's name: lower-case letters, digits and -.", valueName: "name"))
    var name: String

    @Option(help: "What it is written in.")
    var lang = Language.python

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"), completion: .directory)
    var folder: String?

    @Option(
        help: ArgumentHelp("Where Casewire is: a folder, or for Swift a repository's address.", valueName: "place"),
        completion: .directory)
    var casewire: String?

    @OptionGroup var options: FormatOptions

    func validate() throws {
        let letters = Set("abcdefghijklmnopqrstuvwxyz")
        guard let first = name.first, letters.contains(first), name.last != "-", !name.contains("--"),
            name.allSatisfy({ letters.contains($0) || $0.isASCII && $0.isNumber || $0 == "-" })
        else {
            throw ValidationError("the name must begin with a letter and hold lower-case letters, digits and \"-\".")
        }
        let module = name.replacing("-", with: "_")
        if lang == .python, PythonNames.taken.contains(module) {
            throw ValidationError("Python has a \"\(module)\" of its own; choose another name, such as my-\(name).")
        }
    }

    func run() throws {
        let files = FileManager.default
        let home = files.currentDirectoryPath
        let folder = self.folder ?? PluginPlace.folder(of: name, home: home)
        guard !files.fileExists(atPath: folder) else {
            throw CommandFailure(.usage, "\(folder) is there already; choose another name, or --folder.")
        }
        let place = try PluginPlace(folder, given: casewire, home: home, program: Supervisor.ownPath)
        let made = lang == .python ? PluginFiles.python(name, place) : try PluginFiles.swift(name, place)
        for (path, content) in made {
            let whole = "\(folder)/\(path)"
            let parent = String(whole[..<(whole.lastIndex(of: "/") ?? whole.endIndex)])
            try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
            guard files.createFile(atPath: whole, contents: Data(content.utf8)) else {
                throw CommandFailure(.failed, "\(whole) cannot be written.")
            }
        }
        report(folder, made.map(\.path))
    }

    private func report(_ folder: String, _ paths: [String]) {
        let console = Console.standardOutput
        if options.isJSON {
            return console.json([
                "name": .string(name), "folder": .string(folder), "lang": .string(lang.rawValue),
                "files": .array(paths.map { .string($0) }),
            ])
        }
        console.lines(paths.map { "\(folder)/\($0)" })
        let build = lang == .swift ? "  swift build -c release --package-path \(folder.quoted)\n" : ""
        console.line("\nNow:\n\n\(build)  casewire conform \(folder.quoted)\n\nand read \(folder)/README.md.")
    }
}
