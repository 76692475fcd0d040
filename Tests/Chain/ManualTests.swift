import Foundation
import TestSupport
import Testing

/// What the manual tells of these tests is so.
@Suite struct ManualTests {
    @Test func theExampleOfTheManualIsTheTestThatItNames() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOfFile: Places.project + "/" + path, encoding: .utf8)
        }
        let example = try text("Tests/Chain/OtherLanguageTests.swift")
        #expect(try text("docs/testing.md").contains("```swift\n\(example)```\n"))
    }

    /// Names in the tables of the section that are types, and where they are.
    @Test(arguments: [
        "Dovecot", "Postfix", "LoopbackServer", "HTTP", "WebBrowser", "Pseudoterminal", "TwoHosts", "Exposition",
        "Seeded",
    ])
    func whatTheManualNamesIsThere(_ name: String) throws {
        let path = "\(Places.project)/Tests/Support/\(name).swift"
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
