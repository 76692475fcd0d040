import Foundation
import Pipeline

/// A `pipeline.yaml` beside the shipped manifests, standards and people. It is read, or every complaint has a place in a file.
struct PipelineTarget: FuzzTarget {
    static let name = "pipeline"

    private let folder: String

    /// A folder of its own that shows what the project ships, but for the file that is made up.
    init() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        folder = "/tmp/casewire-fuzz-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["plugins", "standards.yaml", "people.yaml", "knowledge", "templates"] {
            try? FileManager.default.createSymbolicLink(
                atPath: folder + "/" + name, withDestinationPath: project.appending(path: name).path)
        }
    }

    func run(_ input: [UInt8]) {
        let path = folder + "/pipeline.yaml"
        guard FileManager.default.createFile(atPath: path, contents: Data(input)) else {
            fatalError("\(path) cannot be written")
        }
        let lines = input.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 2
        let found = PipelineCheck.check(path: path, environment: [:])
        precondition(
            found.config != nil || found.diagnostics.contains { $0.severity == .error }, "refused without a reason")
        for diagnostic in found.diagnostics where diagnostic.place.file == path {
            precondition(diagnostic.place.line <= lines, "\(diagnostic.place) is not in the file")
        }
    }
}
