import StageProtocol

/// Reads a manifest's `settings:`.
struct SettingsSchemaReader {
    let decoding: Decoding

    private static let keys = [
        "type", "properties", "required", "dependentRequired", "enum", "default", "minimum", "maximum", "minLength",
        "minItems", "items", "unique", "if", "then", "additionalProperties", "description", "format", "exists",
        "schemes", "outside",
    ]

    func read(_ node: YAMLNode, _ what: String, isRoot: Bool = false) -> SettingsSchema {
        var schema = SettingsSchema(kind: isRoot ? .object : nil)
        guard let fields = decoding.fields(node, what, keys: SettingsSchemaReader.keys) else { return schema }
        if let type = fields["type"] {
            schema.kind = choice(type, "the type of \(what)", SettingsSchema.Kind.self) ?? schema.kind
        }
        if isRoot, schema.kind != .object, let type = fields["type"] {
            bad(type.place, "\(what) must be of type object")
        }
        if let format = fields["format"] {
            schema.format = choice(format, "the format of \(what)", SettingsSchema.Format.self)
        }
        if let exists = fields["exists"] {
            schema.exists = choice(exists, "what exists at \(what)", SettingsSchema.Existence.self)
        }
        schema.schemes = fields["schemes"].flatMap { decoding.texts($0, "schemes", orOne: true) }?.map(\.value) ?? []
        schema.description = fields["description"].flatMap { decoding.text($0, "the description of \(what)")?.value }
        schema.leadsOutside = fields["outside"].flatMap { decoding.bool($0, "outside") } ?? false
        schema.minimum = fields["minimum"].flatMap { number($0, "minimum") }
        schema.maximum = fields["maximum"].flatMap { number($0, "maximum") }
        schema.minLength = fields["minLength"].flatMap { decoding.integer($0, "minLength", in: 0...Int.max) }
        schema.minItems = fields["minItems"].flatMap { decoding.integer($0, "minItems", in: 0...Int.max) }
        schema.additionalProperties =
            fields["additionalProperties"].flatMap { decoding.bool($0, "additionalProperties") } ?? false
        if let properties = fields["properties"] { schema.properties = read(properties: properties) }
        if let items = fields["items"] { schema.items = read(items, "the items of \(what)") }
        if let required = fields["required"] { schema.required = read(required: required, of: schema, what) }
        if let dependent = fields["dependentRequired"].flatMap({ decoding.fields($0, "dependentRequired", keys: nil) })
        {
            for entry in dependent.entries {
                schema.dependentRequired[entry.key] = read(required: entry.value, of: schema, what)
            }
        }
        if schema.kind == .object {
            schema.uniqueAmong = fields["unique"].map { uniqueAmong($0, schema, what) } ?? [:]
        } else if let unique = fields["unique"].flatMap({ decoding.text($0, "unique") }) {
            let names = schema.items?.properties.map(\.name) ?? []
            schema.unique = names.contains(unique.value) ? unique.value : nil
            if schema.unique == nil {
                decoding.findings.unknown(
                    .unknownName, at: unique.place, "the items of \(what) have no \"\(unique.value)\"",
                    name: unique.value, among: names)
            }
        }
        schema.condition = condition(fields, of: schema, what)
        if schema.kind != nil || fields["type"] == nil { checkFit(schema, fields, what) }
        let reader = SettingsReader(decoding: decoding)
        if let allowed = fields["enum"], let elements = decoding.list(allowed, "enum") {
            if elements.isEmpty { bad(allowed.place, "an enum has at least one entry") }
            schema.allowed = elements.compactMap { reader.value($0, schema, "an entry of enum") }
        }
        // Read last: a default must itself be what the schema asks for.
        if let standard = fields.entry("default")?.value {
            schema.standard = reader.value(standard, schema, "the default")
        }
        return schema
    }

    private func read(properties node: YAMLNode) -> [SettingsSchema.Property] {
        guard let fields = decoding.fields(node, "properties", keys: nil) else { return [] }
        return fields.entries.map { entry in
            if namesAccountWorth(entry.key) {
                decoding.findings.error(
                    .accountWorth, at: entry.keyPlace,
                    "the setting \"\(entry.key)\" goes by what an account is worth",
                    hint: "every customer is served by the same standards: take it out")
            }
            return .init(name: entry.key, schema: read(entry.value, "the setting \"\(entry.key)\""))
        }
    }

    private func read(required node: YAMLNode, of schema: SettingsSchema, _ what: String) -> [String] {
        let names = schema.properties.map(\.name)
        return (decoding.texts(node, "required") ?? []).map { name in
            if !names.contains(name.value) {
                decoding.findings.unknown(
                    .unknownName, at: name.place, "\(what) requires \"\(name.value)\", which is none of its properties",
                    name: name.value, among: names)
            }
            return name.value
        }
    }

    /// `name: [mailboxes, maildirs]`: no entry of these lists has the name of another.
    private func uniqueAmong(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> [String: [String]] {
        var members: [String: [String]] = [:]
        for entry in decoding.fields(node, "unique", keys: nil)?.entries ?? [] {
            members[entry.key] = read(required: entry.value, of: schema, what)
            for list in schema.properties where members[entry.key]?.contains(list.name) == true {
                let names = list.schema.items?.properties.map(\.name) ?? []
                guard !names.contains(entry.key) else { continue }
                decoding.findings.unknown(
                    .unknownName, at: entry.keyPlace, "the items of \"\(list.name)\" have no \"\(entry.key)\"",
                    name: entry.key, among: names)
            }
        }
        return members
    }

    /// `if` one property has a value, `then` others are required; of JSON Schema's conditions just this one.
    private func condition(_ fields: Fields, of schema: SettingsSchema, _ what: String) -> SettingsSchema.Condition? {
        guard let condition = fields.entry("if") else {
            if let then = fields.entry("then") { bad(then.keyPlace, "\"then\" stands beside \"if\"") }
            return nil
        }
        guard let then = fields.required("then").flatMap({ decoding.fields($0, "then", keys: ["required"]) }),
            let test = decoding.fields(condition.value, "if", keys: ["properties", "required"]),
            let tested = test.required("properties").flatMap({ decoding.fields($0, "properties", keys: nil) }),
            let asked = test.required("required"), let required = then.required("required")
        else { return nil }
        guard let entry = tested.entries.first, tested.entries.count == 1,
            let value = decoding.fields(entry.value, "the test of \"\(entry.key)\"", keys: ["const"])?.required("const")
        else {
            bad(
                condition.value.place,
                "\"if\" tests one property: {properties: {NAME: {const: VALUE}}, required: [NAME]}")
            return nil
        }
        guard read(required: asked, of: schema, what) == [entry.key] else {
            // Without it the condition would hold, by the rules of JSON Schema, where the property is left out.
            bad(asked.place, "\"if\" requires the property that it tests: [\(entry.key)]")
            return nil
        }
        return SettingsSchema.Condition(
            property: entry.key, value: SettingsReader(decoding: decoding).free(value),
            required: read(required: required, of: schema, what))
    }

    /// Words that mean nothing for the type they stand with are more likely slips than wishes.
    private func checkFit(_ schema: SettingsSchema, _ fields: Fields, _ what: String) {
        let homes: [(String, [SettingsSchema.Kind])] = [
            ("properties", [.object]), ("required", [.object]), ("dependentRequired", [.object]),
            ("additionalProperties", [.object]), ("if", [.object]), ("then", [.object]),
            ("items", [.array]), ("minItems", [.array]), ("unique", [.array, .object]),
            ("minimum", [.integer, .number]), ("maximum", [.integer, .number]), ("minLength", [.string]),
            ("format", [.string]),
        ]
        for (key, kinds) in homes {
            guard let entry = fields.entry(key), schema.kind.map({ !kinds.contains($0) }) ?? true else { continue }
            let wanted = kinds.map(\.rawValue).joined(separator: " or ")
            bad(
                entry.keyPlace,
                "\"\(key)\" belongs to the type \(wanted), and \(what) is \(schema.kind.map { "of type \($0)" } ?? "of any type")"
            )
        }
        if let minimum = schema.minimum, let maximum = schema.maximum, minimum > maximum,
            let entry = fields.entry("maximum")
        {
            bad(entry.value.place, "the maximum is below the minimum")
        }
        for (key, format) in [("exists", SettingsSchema.Format.path), ("schemes", .uri)] {
            guard let entry = fields.entry(key), schema.format != format else { continue }
            bad(entry.keyPlace, "\"\(key)\" belongs to the format \(format.rawValue)")
        }
    }

    private func number(_ node: YAMLNode, _ what: String) -> Double? {
        decoding.number(node, what, in: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ what: String, _ type: Choice.Type)
        -> Choice?
    where Choice.RawValue == String {
        guard let text = decoding.text(node, what) else { return nil }
        if let choice = Choice(rawValue: text.value) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        decoding.findings.unknown(
            .unknownName, at: text.place, "\(what) cannot be \"\(text.value)\"", name: text.value, among: names)
        return nil
    }

    private func bad(_ place: Place, _ message: String) { decoding.findings.error(.badSchema, at: place, message) }
}
