import StageProtocol

/// `pipeline.yaml`, as `PipelineDecoder` and `StageDecoder` read it.
enum PipelineSchema {
    static func json(_ stages: [String: Manifest]) -> JSON {
        let P = SchemaParts.self
        return P.object(
            [
                "name": P.text("What the pipeline is called."),
                "desk": desk,
                "var": P.text("The folder for everything that is written while running."),
                "store": P.text(
                    "Where cases and messages are kept.", pattern: "^sqlite:.+", examples: ["sqlite:var/casewire.db"]),
                "standards": P.text("The file that says what customers may expect."),
                "people": P.text("The file that says who looks after customers."),
                "knowledge": P.text("The folder of articles that answers rest on."),
                "keys": P.text("The folder of keys; by default keys below var."),
                "control": P.endpoint("Where the casewire command asks; by default below var."),
                "tap": P.endpoint("Where casewire tap watches; by default below var."),
                "metrics": P.text(
                    "Where the broker serves /metrics, /health and /ready; left out, nowhere.",
                    examples: ["127.0.0.1:9464"]),
                "limits": P.object(
                    [
                        "queue_depth": P.integer(
                            1...Int.max, "Above so many messages, submissions are told to come later."),
                        "blob": P.size("The largest mail or file."),
                    ]),
                "retry": P.object(
                    [
                        "attempts": P.integer(1...1000, "After so many a message is set aside for a person."),
                        "first_backoff": P.duration("Before the second attempt; each further one waits longer."),
                        "max_backoff": P.duration("The longest wait between two attempts."),
                    ]),
                "stages": self.stages(stages),
            ], required: ["name", "desk", "var", "store", "standards", "people", "knowledge", "stages"])
    }

    private static let desk = SchemaParts.object(
        [
            "name": SchemaParts.text("The desk's name, as customers know it."),
            "address": SchemaParts.text("Where customers write to.", pattern: SchemaParts.mailAddress),
            "web": SchemaParts.text("Where a customer's browser finds the web door.", pattern: "^https?://"),
            "signature": SchemaParts.text("The last line of mails."),
        ], required: ["name", "address"], "The desk, as customers know it.")

    /// Stages that are known by name have the settings of their manifests; others may have any.
    private static func stages(_ known: [String: Manifest]) -> JSON {
        let other = stage(settings: ["type": "object"])
        guard case .object(var members) = SchemaParts.named(other, names: SchemaParts.name, "The stages, by name.")
        else {
            return other
        }
        members["properties"] = .object(
            known.mapValues { manifest in
                SchemaParts.described(stage(settings: manifest.settings.json), manifest.summary)
            })
        return .object(members)
    }

    private static func stage(settings: JSON) -> JSON {
        let P = SchemaParts.self
        return P.object(
            [
                "manifest": P.text("The stage.yaml of the program."),
                "run": P.described(
                    ["anyOf": [["type": "string"], ["type": "array", "items": P.text(), "minItems": 1]]],
                    "The command that starts it: a line as a shell splits it, or a list of words."),
                "socket": P.endpoint("Where it meets the broker."),
                "secure": P.choice(["none"], "none: a tcp socket on a loopback address without keys."),
                "replicas": P.described(
                    [
                        "anyOf": [
                            P.integer(0...256),
                            P.object(
                                ["min": P.integer(1...256), "max": P.integer(1...256)], required: ["min", "max"]),
                        ]
                    ],
                    "How many run side by side, 0 where others start it; or min and max, between which the queue decides."
                ),
                "outputs": P.named(P.texts(P.text()), names: P.name, "By output, the stages that take it."),
                "grants": P.object(
                    [
                        "read": P.texts(P.text(), "Sections that it may read."),
                        "write": P.texts(P.text(), "Sections that it may write."),
                    ], "What it may see and write of a case; nothing else."),
                "settings": P.described(settings, "What is its own."),
                "environment": P.texts(P.text(), "Variables that are passed on to it."),
            ], required: ["manifest", "run", "socket"])
    }
}

extension SettingsSchema {
    /// The schema as an editor takes it. What arrives at the stage otherwise than it is written has no default in it.
    var json: JSON {
        var members: [String: JSON] = [:]
        if let kind { members["type"] = .string(kind.rawValue) }
        members["description"] = description.map { .string($0) }
        if kind == .object {
            members["properties"] = .object(
                Dictionary(properties.map { ($0.name, $0.schema.json) }, uniquingKeysWith: { $1 }))
            members["additionalProperties"] = .bool(additionalProperties)
            if !required.isEmpty { members["required"] = .array(required.map { .string($0) }) }
            if !dependentRequired.isEmpty {
                members["dependentRequired"] = .object(
                    dependentRequired.mapValues { .array($0.map { .string($0) }) })
            }
            if let condition {
                let name = JSON.string(condition.property)
                members["if"] = [
                    "properties": .object([condition.property: ["const": condition.value]]), "required": [name],
                ]
                members["then"] = ["required": .array(condition.required.map { .string($0) })]
            }
            return .object(members)
        }
        if let items { members["items"] = items.json }
        if !allowed.isEmpty { members["enum"] = .array(allowed) }
        members["minimum"] = minimum.map(SchemaParts.figure)
        members["maximum"] = maximum.map(SchemaParts.figure)
        members["minLength"] = minLength.map { .int(Int64($0)) }
        members["minItems"] = minItems.map { .int(Int64($0)) }
        if format == nil { members["default"] = standard }
        switch (kind, format) {
        case (_, .duration): return SchemaParts.duration(description)
        case (_, .email): return SchemaParts.text(description, pattern: SchemaParts.mailAddress)
        case (_, .uri) where !schemes.isEmpty:
            return SchemaParts.text(description, pattern: "^(\(schemes.joined(separator: "|")))://.+")
        case (.array, _), (nil, _): return .object(members)
        case (.string, _) where allowed.isEmpty && minLength == nil: return SchemaParts.text(description)
        default:
            members["description"] = nil
            return SchemaParts.described(SchemaParts.orVariable(.object(members)), description)
        }
    }
}
