import Foundation
import StageProtocol
import Synchronization
import TestSupport
import Testing

/// Plugins stand in a pipeline by the lines that their README shows, and work there.
@Suite(.timeLimit(.minutes(2))) struct PluginTests {
    private static let plugins = ["drafter", "semantic-triage", "translate", "webhook"]

    @Test(arguments: plugins) func theLinesOfItsReadmePutAPluginIntoThePipeline(plugin: String) async throws {
        let block = try Self.block(plugin)
        let shop = try Shop { Self.inserted(plugin, block, into: $0) }
        // What its README has the operator make.
        let secret = URL(filePath: shop.folder + "/secrets/webhook")
        try FileManager.default.createDirectory(
            at: secret.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".utf8).write(to: secret)
        let checked = try await shop.json("check")
        let found = (checked["diagnostics"]?.array ?? []).filter { finding in
            let file = finding["place"]?["file"]?.string ?? ""
            return file.hasSuffix("pipeline.yaml") || file.contains("/plugins/")
        }
        #expect(checked["diagnostics"] != nil && found.isEmpty, "\(found)")
        let graph = try await shop.casewire("graph")
        #expect(graph.output.contains(plugin), "\(graph.output)")
    }

    @Test func aHandoverIsGlossedOnItsWayAndPostedInOrder() async throws {
        let posts = Mutex<[JSON]>([])
        let server = try LoopbackServer { connection in
            var length = 0
            while let line = connection.line(), !line.isEmpty {
                if line.lowercased().hasPrefix("content-length:") { length = Int(line.dropFirst(15).trimmed) ?? 0 }
            }
            let body = connection.bytes(length)
            if let event = try? JSON(bytes: body) { posts.withLock { $0.append(event) } }
            connection.say("HTTP/1.1 204 No Content\nConnection: close\n\n")
        }
        defer { server.stop() }
        let (translate, webhook) = (try Self.block("translate"), try Self.block("webhook"))
        let shop = try Shop(environment: ["PATH": "/usr/bin:/bin"]) { pipeline in
            let first = Self.inserted("translate", translate, into: pipeline)
            return Self.inserted("webhook", webhook, into: first).replacing(
                "https://hooks.example/casewire", with: "http://127.0.0.1:\(server.port)/"
            )
            .replacing("secret_file: secrets/webhook", with: "data: true")
            .replacing("handover: translate", with: "handover: [translate, webhook]")
            .replacing("handover: [escalation, webhook]", with: "handover: [translate, webhook]")
        }
        try await shop.open()
        _ = try await shop.deliver(
            "From: Ida <ida@example.net>\nTo: desk@hearth.example\nMessage-ID: <1@example.net>\nSubject: Frage\n\n"
                + "Guten Tag, ich möchte bitte mit einem Menschen sprechen. Mein Wasserkocher ist kaputt angekommen. Danke\n"
        )
        let post = try await eventually("a hand-over is posted") {
            posts.withLock { $0.first { $0["type"] == "case.handover" } }
        }
        #expect(post["data"]?["code"] == "wants-person")
        let notice = try await eventually("the colleague's mail") {
            shop.outbox().first { $0.body.contains("Word by word (de)") }
        }
        #expect(notice.body.contains("Wasserkocher [kettle]"))
        #expect(try await shop.close() == 0)
    }

    /// What stands under "In the pipeline" of a plugin's README.
    private static func block(_ plugin: String) throws -> [String] {
        let readme = try String(contentsOfFile: "\(Places.project)/plugins/\(plugin)/README.md", encoding: .utf8)
        let block = readme.components(separatedBy: "```yaml\nstages:\n").dropFirst().first?.components(
            separatedBy: "```")
        return try #require(block?.first).split(separator: "\n").map(String.init)
    }

    /// The pipeline with these lines in it.
    private static func inserted(_ plugin: String, _ block: [String], into pipeline: String) -> String {
        var lines = pipeline.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var stage = ""
        for line in block {
            let depth = line.prefix { $0 == " " }.count
            if depth == 2 { stage = line }
            if stage == "  \(plugin):" {
                lines.append(line)
            } else if depth == 6, let colon = line.firstIndex(of: ":"), let start = lines.firstIndex(of: stage) {
                // An output of a stage that is there leads elsewhere now.
                let key = line[...colon]
                guard let place = lines[start...].firstIndex(where: { $0.hasPrefix(key) }) else { continue }
                lines[place] = String(line.prefix { $0 != "#" })
            }
        }
        // The plugin's Python finds the kit from wherever the pipeline stands.
        return lines.joined(separator: "\n").replacing(" python3 plugins/", with: " /usr/bin/python3 plugins/")
    }
}

extension Substring {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
