import Foundation
import TestSupport

/// A mail server that behaves as it is told, as a process of its own.
final class MailServer {
    /// How it treats mails.
    enum Mode: String, CaseIterable {
        case ok, refuse, busy, stall, drop
    }

    let port: Int
    private let folder: String
    private let process = Process()
    private let input = Pipe()

    init() async throws {
        let folder = NSTemporaryDirectory() + "/cw-smtp-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [Places.project + "/Tests/Chain/smtp_server.py", folder]
        process.standardInput = input
        try process.run()
        port = try await eventually("the mail server listens") { Self.number(folder + "/port") }
    }

    private static func number(_ path: String) -> Int? {
        (try? String(contentsOfFile: path, encoding: .utf8)).flatMap { Int($0) }
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func behave(_ mode: Mode) throws {
        try mode.rawValue.write(toFile: folder + "/mode", atomically: true, encoding: .utf8)
    }

    /// How often somebody has connected.
    var connections: Int { Self.number(folder + "/connections") ?? 0 }

    /// All mails that came whole, answered or not.
    func mails() -> [SentMail] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/new")) ?? []
        return names.filter { !$0.hasSuffix(".draft") }.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/new/" + name).map { SentMail(name: name, bytes: $0) }
        }
    }

    /// How many came whole while it did not answer.
    var unanswered: Int { mails().filter { $0.name.hasSuffix(".unanswered") }.count }
}
