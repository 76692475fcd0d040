import FoundationEssentials
import Testing

@testable import Pipeline

/// A folder with a small pipeline that checks clean, in which one thing at a time is made wrong.
final class Workbench {
    let folder: String

    init() throws {
        folder = "/tmp/casewire-pipeline-\(UInt64.random(in: 0...UInt64.max))"
        for (name, text) in Workbench.files { try write(name, text) }
        try FileManager.default.createDirectory(atPath: folder + "/knowledge", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ text: String) throws {
        let path = absolute(name, from: folder)
        try FileManager.default.createDirectory(atPath: parentFolder(of: path), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: absolute(name, from: folder)) }

    /// Replaces the one place in a file where a text stands.
    func change(_ name: String, _ old: String, _ new: String) throws {
        let path = absolute(name, from: folder)
        let text = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\"\(old)\" must stand once in \(name)")
        try write(name, parts.joined(separator: new))
    }

    func check(_ environment: [String: String] = [:]) -> [Diagnostic] {
        PipelineCheck.check(path: folder + "/pipeline.yaml", environment: environment).diagnostics
    }

    /// Diagnostics in one line each: `pipeline.yaml:3:5 unknown-key message`, with an exclamation mark for a warning.
    func found(_ environment: [String: String] = [:]) -> [String] {
        check(environment).map { diagnostic in
            let place = diagnostic.place.description.replacing(folder + "/", with: "")
            let message = diagnostic.message.replacing(folder + "/", with: "")
            return "\(place) \(diagnostic.severity == .warning ? "!" : "")\(diagnostic.code.rawValue) \(message)"
        }
    }

    static let files = [
        "pipeline.yaml": """
        name: small
        desk: {name: Small, address: desk@hearth.example}
        var: var
        store: sqlite:var/casewire.db
        standards: standards.yaml
        people: people.yaml
        knowledge: knowledge
        stages:
          door:
            manifest: door/stage.yaml
            run: /bin/true --listen
            socket: ipc://var/run/door.sock
            outputs:
              contact: speaker
            grants: {write: [contact]}
            settings:
              web: 127.0.0.1:8080
          speaker:
            manifest: speaker/stage.yaml
            run: [/bin/true, two words]
            socket: ipc://var/run/speaker.sock
            outputs:
              said: [speaker]
            grants:
              read: [log, contact]
        """,
        "door/stage.yaml": """
        name: door
        version: 1.0
        protocol: 1
        summary: Lets contacts in.
        accepts: [submission.received, message.dead]
        outputs: {contact: case.contact}
        writes: [contact]
        rights: {source: true}
        settings:
          properties:
            web: {type: string, format: host-port}
            depth: {type: integer, minimum: 1, maximum: 9, default: 3}
            pause: {type: string, format: duration, default: 2 minutes}
            folder: {type: string, format: path, default: texts}
            mode: {type: string, enum: [plain, fancy], default: plain}
          required: [web]
        """,
        "speaker/stage.yaml": """
        name: speaker
        version: 1.0
        protocol: 1
        summary: Speaks.
        accepts:
          - case.contact
          - {type: speaker.later, timer: true}
          - say.proposed
          - say.ready
        outputs:
          said: speaker.later
        reads: [log, contact]
        rights: {voice: true}
        serves: [\(StandardsRules.all.map(\.id).joined(separator: ", "))]
        """,
        "people.yaml": """
        people:
          ada:
            name: Ada
            address: ada@hearth.example
            role: care
            languages: [en, no]
        ladder:
          - [ada]
        """,
        "standards.yaml": StandardsRules.all.map(standard).joined(separator: "\n") + """

            calendar:
              zone: UTC
              hours:
                monday to friday: 09:00-17:00
            """,
    ]

    private static func standard(_ rule: StandardsRules.Rule) -> String {
        let figures = rule.figures.map { figure in
            switch figure.kind {
            case .span: "\(figure.name): 4 business hours"
            case .clock: "\(figure.name): 2 minutes"
            case .share: "\(figure.name): 0.5"
            case .count: "\(figure.name): 2"
            case .amount: "\(figure.name): 25"
            case .currency: "\(figure.name): EUR"
            case .choice(let choices): "\(figure.name): \(choices[0])"
            case .languages: "\(figure.name): [en]"
            case .topics: "\(figure.name): [damaged-item]"
            case .masks: "\(figure.name): [cards]"
            }
        }
        return "\(rule.id): {\((["promise: We keep it."] + figures).joined(separator: ", "))}"
    }
}
