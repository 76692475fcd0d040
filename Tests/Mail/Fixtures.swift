import Foundation

@testable import Mail

/// Mails of other people's mailers, beside the tests.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
    }

    static func all() throws -> [[UInt8]] {
        try ["ruby-mail", "stalwart", "bounces"].flatMap { folder in
            try names(folder).map { try bytes("\(folder)/\($0)") }
        }
    }

    static func mail(_ text: String) throws -> ParsedMail { try MailParser.parse(Array(text.utf8)) }

    /// A new folder, gone after the body.
    @discardableResult
    static func withFolder<Value>(
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }
}

extension String {
    /// Words with one space between them.
    var squeezed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
