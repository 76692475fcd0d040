import Testing

@testable import Pipeline

/// One wrong thing in one file, and exactly what is said about it.
struct Slip: Sendable, CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    var said: [String]

    init(_ file: String, _ old: String, _ new: String, _ said: String...) {
        self.file = file
        self.old = old
        self.new = new
        self.said = said
    }

    var testDescription: String { "\(file): \(new)" }

    func check() throws {
        let bench = try Workbench()
        try bench.change(file, old, new)
        #expect(bench.found() == said)
    }
}
