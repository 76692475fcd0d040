import ArgumentParser
import Casework
import FoundationEssentials
import Language
import StageProtocol

/// `casewire gate`: whether texts may be sent to a customer, and what stands against them.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "Hold texts against the rules of what may be said to a customer.",
        discussion: """
            Reads {"id": …, "text": …, "context": …, "authority": …, "language": …} line by line from standard input or \
            from files that end in .jsonl, and writes {"id": …, "verdict": "pass" or "refuse", "findings": […]} for each; \
            the last three members may be left out. Any other file is a text of yours: what stands against it is told, and \
            the command ends with 1.
            """)

    @Option(help: "The language of a text: en, de, fr or es; by default it is told by its words.")
    var language: String?

    @Option(help: "What a text is for: answer (the default), update, apology, closing, …")
    var purpose: String?

    @Option(help: "The mood the customer is in: calm, worried, upset, angry or happy.")
    var mood: String?

    @OptionGroup var format: FormatOptions
    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var lines: MessageLines

    func run() async throws {
        let isLines = lines.files.allSatisfy { $0 == "-" || $0.hasSuffix(".jsonl") }
        guard !isLines else {
            let moods = try DeskModels.moods(besides: pipeline)
            return try lines.answer { try Self.answer($0, moods: moods, now: .current) }
        }
        var refused = 0
        for file in lines.files {
            guard let bytes = FileManager.default.contents(atPath: file),
                let text = String(bytes: bytes, encoding: .utf8)
            else { throw CommandFailure(.data, "\(file) cannot be read as a text in UTF-8.") }
            let request = GateRequest(language: language, purpose: purpose, mood: mood)
            let verdict = CourtesyGate.judge(text, request.context(defaultNow: .current))
            if verdict.verdict != .pass { refused += 1 }
            if format.isJSON {
                var members = Self.members(of: verdict)
                members["file"] = .string(file)
                Console.standardOutput.json(.object(members))
            } else {
                Console.standardOutput.lines(Self.lines(verdict, file: file))
            }
        }
        if refused > 0 { throw CommandFailure(.failed, "") }
    }

    static func answer(_ message: MessageLine, moods: MoodReader, now: Timestamp) throws -> [String: JSON] {
        let request = try GateRequest(message.fields, moods: moods)
        return members(of: CourtesyGate.judge(message.text, request.context(defaultNow: now)))
    }

    /// A text that a person must read first may not go either: it is refused, and `held` tells why.
    private static func members(of verdict: GateVerdict) -> [String: JSON] {
        [
            "verdict": verdict.verdict == .pass ? "pass" : "refuse", "held": .bool(verdict.verdict == .hold),
            "findings": .array(
                verdict.findings.map { finding in
                    [
                        "rule": .string(finding.rule.rawValue), "words": .string(finding.words),
                        "advice": .string(finding.advice),
                    ]
                }),
            "language": verdict.language.map(JSON.string) ?? .null, "rules": .string(verdict.rulesVersion),
        ]
    }

    static func lines(_ verdict: GateVerdict, file: String) -> [String] {
        guard verdict.verdict != .pass else { return ["\(file): may be sent"] }
        return verdict.findings.flatMap { finding in
            ["\(file): \(finding.rule.rawValue): \"\(finding.words.oneLine)\"", "    \(finding.advice.oneLine)"]
        }
    }
}
