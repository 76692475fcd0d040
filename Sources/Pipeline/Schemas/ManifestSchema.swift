import StageProtocol

/// `stage.yaml`, as `ManifestReader` and `SettingsSchemaReader` read it.
enum ManifestSchema {
    static var json: JSON {
        let P = SchemaParts.self
        let type = P.text(pattern: P.eventType, examples: ["case.contact"])
        guard
            case .object(var members) = P.object(
                [
                    "name": P.text("What the program is called.", pattern: P.name),
                    "version": P.text("The program's own version."),
                    "protocol": P.integer(1...1, "The version of the stage protocol."),
                    "summary": P.text("What it does, in a sentence."),
                    "accepts": [
                        "type": "array", "description": "The types of messages that it takes.",
                        "items": [
                            "anyOf": [
                                type,
                                P.object(
                                    [
                                        "type": type,
                                        "snapshot": P.bool("Worked beside other work on the case; may only add."),
                                        "timer": P.bool("A message to itself in the future."),
                                        "optional": P.bool("A pipeline may leave it out."),
                                    ], required: ["type"]),
                            ]
                        ],
                    ],
                    "outputs": P.named(
                        [
                            "anyOf": [
                                type,
                                P.object(
                                    [
                                        "type": type, "optional": P.bool("A pipeline may leave it without a route."),
                                        "elsewhere": P.bool("It leaves about another case than the one at work."),
                                    ],
                                    required: ["type"]),
                            ]
                        ], names: P.name, "What it sends: a name of its own, and the type."),
                    "reads": P.texts(P.text(), "What it wants to see of a case."),
                    "writes": P.texts(P.text(), "Sections that it writes."),
                    "rights": P.object([
                        "source": P.bool("Brings contacts in."), "voice": P.bool("Speaks to people."),
                    ]),
                    "serves": P.texts(
                        P.choice(StandardsRules.all.map(\.id)), "The standards that it has a part in keeping."),
                    "max_hold": P.duration("The longest that it may hold one message."),
                    "lease": P.duration("How long it holds a message before it asks for more time."),
                    "settings": ["$ref": "#/$defs/settings"],
                ], required: ["name", "version", "protocol", "summary", "accepts"])
        else { return .null }
        members["$defs"] = ["settings": settings]
        return .object(members)
    }

    private static var settings: JSON {
        let P = SchemaParts.self
        let names = ["type": "array", "items": ["type": "string"]] as JSON
        return P.object(
            [
                "type": P.choice(SettingsSchema.Kind.allCases.map(\.rawValue)),
                "properties": ["type": "object", "additionalProperties": ["$ref": "#/$defs/settings"]],
                "required": names,
                "dependentRequired": ["type": "object", "additionalProperties": names],
                "unique": [
                    "anyOf": [
                        P.text("Of a list of objects: the member that tells one from another."),
                        P.named(names, "Of an object: such a member, and the lists whose items it tells apart."),
                    ]
                ],
                "if": P.object(
                    [
                        "properties": [
                            "type": "object", "maxProperties": 1, "minProperties": 1,
                            "additionalProperties": P.object(["const": [:]], required: ["const"]),
                        ],
                        "required": names,
                    ], required: ["properties", "required"], "One property that has a certain value."),
                "then": P.object(["required": names], required: ["required"], "What must be there where it has."),
                "enum": ["type": "array"],
                "default": [:],
                "minimum": ["type": "number"], "maximum": ["type": "number"],
                "minLength": P.integer(0...Int.max), "minItems": P.integer(0...Int.max),
                "items": ["$ref": "#/$defs/settings"],
                "additionalProperties": P.bool(),
                "description": P.text(),
                "outside": P.bool("Leads to a server or from one: a test of the pipeline leaves it out."),
                "format": P.choice(SettingsSchema.Format.allCases.map(\.rawValue)),
                "exists": P.choice(
                    SettingsSchema.Existence.allCases.map(\.rawValue), "Of a path: what must lie there."),
                "schemes": P.texts(P.text(), "Of an address: the schemes that it may have."),
            ], "The part of JSON Schema that describes a stage's settings.")
    }
}
