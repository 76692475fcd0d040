import StageProtocol

/// Reads settings by the schema of a manifest: checked, completed by defaults, paths absolute, durations in
/// milliseconds.
struct SettingsReader {
    let decoding: Decoding

    /// The settings of a stage; what is missing is found at the stage.
    func settings(_ node: YAMLNode?, _ schema: SettingsSchema, stage: Located<String>) -> JSON {
        let what = "the settings of \(stage.value)"
        guard let node, !node.isNull else {
            let empty = YAMLNode(content: .mapping([]), place: stage.place)
            return object(empty, schema, what) ?? .object([:])
        }
        return object(node, schema, what) ?? .object([:])
    }

    func value(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> JSON? {
        let value: JSON? =
            switch schema.kind {
            case .object: object(node, schema, what)
            case .array: array(node, schema, what)
            case .string: string(node, schema, what)
            case .integer: integer(node, schema, what)
            case .number: decoding.number(node, what, in: range(schema)).map(JSON.double)
            case .boolean: decoding.bool(node, what).map(JSON.bool)
            case nil: free(node)
            }
        guard let value, !schema.allowed.isEmpty, !schema.allowed.contains(value) else { return value }
        let names = schema.allowed.map { $0.string ?? String(decoding: $0.bytes, as: UTF8.self) }
        guard let text = value.string else {
            decoding.findings.error(
                .badValue, at: node.place, "\(what) cannot be \(node.kind)",
                hint: "one of: \(names.joined(separator: ", "))")
            return nil
        }
        decoding.findings.unknown(.badValue, at: node.place, "\(what) cannot be \(node.kind)", name: text, among: names)
        return nil
    }

    private func object(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> JSON? {
        let names = schema.additionalProperties ? nil : schema.properties.map(\.name)
        guard let fields = decoding.fields(node, what, keys: names) else { return nil }
        var members: [String: JSON] = [:]
        for entry in fields.entries {
            if namesAccountWorth(entry.key) {
                decoding.findings.error(
                    .accountWorth, at: entry.keyPlace, "\"\(entry.key)\" goes by what an account is worth",
                    hint: "every customer is served by the same standards: take it out")
            }
            if let property = schema.properties.first(where: { $0.name == entry.key }) {
                // A key with nothing behind it is a key left out.
                if entry.value.isNull { continue }
                members[entry.key] = value(entry.value, property.schema, "\"\(entry.key)\"")
            } else if schema.additionalProperties {
                members[entry.key] = free(entry.value)
            }
        }
        for (name, needed) in schema.dependentRequired.sorted(by: { $0.key < $1.key }) {
            guard let entry = fields.entry(name), !entry.value.isNull else { continue }
            for other in needed where fields[other] == nil {
                decoding.findings.error(
                    .missingKey, at: entry.keyPlace, "\"\(name)\" needs \"\(other)\" beside it in \(what)")
            }
        }
        for (name, lists) in schema.uniqueAmong.sorted(by: { $0.key < $1.key }) {
            let elements = lists.compactMap { fields[$0] }.flatMap { list -> [YAMLNode] in
                if case .sequence(let elements) = list.content { elements } else { [] }
            }
            let quoted = lists.map { "\"\($0)\"" }.joined(separator: " or ")
            tellTwins(elements, name, "another entry of \(quoted)")
        }
        if let condition = schema.condition, members[condition.property] == condition.value,
            let entry = fields.entry(condition.property)
        {
            let value = condition.value.string ?? String(decoding: condition.value.bytes, as: UTF8.self)
            for other in condition.required where fields[other] == nil {
                decoding.findings.error(
                    .missingKey, at: entry.keyPlace,
                    "\"\(entry.key): \(value)\" needs \"\(other)\" beside it in \(what)")
            }
        }
        for property in schema.properties where fields[property.name] == nil {
            if let standard = property.schema.standard {
                members[property.name] = standard
            } else if schema.required.contains(property.name) {
                _ = fields.required(property.name)
            } else if let nested = defaults(of: property.schema) {
                members[property.name] = nested
            }
        }
        return .object(members)
    }

    /// What an object that was left out holds by the defaults of its properties; nil where something it needs has none.
    private func defaults(of schema: SettingsSchema) -> JSON? {
        guard schema.kind == .object else { return nil }
        var members: [String: JSON] = [:]
        for property in schema.properties {
            if let standard = property.schema.standard ?? defaults(of: property.schema) {
                members[property.name] = standard
            } else if schema.required.contains(property.name) {
                return nil
            }
        }
        return members.isEmpty ? nil : .object(members)
    }

    private func array(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> JSON? {
        guard let elements = decoding.list(node, what) else { return nil }
        if let name = schema.unique { tellTwins(elements, name, "another entry of \(what)") }
        if let least = schema.minItems, elements.count < least {
            decoding.findings.error(
                .badValue, at: node.place, "\(what) must have at least \(least) \(least == 1 ? "entry" : "entries")")
        }
        return .array(
            elements.compactMap { element in
                schema.items.map { value(element, $0, "an entry of \(what)") } ?? free(element)
            })
    }

    /// Entries that have to be told apart and cannot be.
    private func tellTwins(_ elements: [YAMLNode], _ name: String, _ other: String) {
        var places: [JSON: Place] = [:]
        for element in elements {
            guard case .mapping(let entries) = element.content,
                let node = entries.first(where: { $0.key == name })?.value
            else { continue }
            let value = free(node)
            if let first = places[value] {
                decoding.findings.error(
                    .badValue, at: node.place, "\(other) has the \(name) \(node.kind) already",
                    notes: [.init(place: first, message: "it stands here first")])
            }
            places[value] = places[value] ?? node.place
        }
    }

    private func string(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> JSON? {
        switch schema.format {
        case .path: return decoding.path(node, what).map { .string($0.value) }
        case .duration: return decoding.duration(node, what).map(JSON.int)
        case .email: return decoding.mailAddress(node, what).map { .string($0.value) }
        case .language: return decoding.language(node, what).map { .string($0.value) }
        case .uri: return address(node, schema.schemes, what).map(JSON.string)
        case .hostPort, nil: break
        }
        guard let text = decoding.text(node, what, mayBeEmpty: true) else { return nil }
        if let least = schema.minLength, text.value.count < least {
            decoding.findings.error(.badValue, at: text.place, "\(what) must have at least \(least) characters")
            return nil
        }
        if schema.format == .hostPort, !text.value.isEmpty, hostAndPort(text.value) == nil {
            decoding.findings.error(
                .badValue, at: text.place, "\(what) must be a host and a port such as 127.0.0.1:8080, not \(node.kind)")
            return nil
        }
        return .string(text.value)
    }

    /// An absolute URI; one whose schemes are named leads to a host.
    private func address(_ node: YAMLNode, _ schemes: [String], _ what: String) -> String? {
        guard let text = decoding.text(node, what) else { return nil }
        let example = "\(schemes.first ?? "https")://hearth.example"
        guard isURI(text.value), let colon = text.value.firstIndex(of: ":") else {
            decoding.findings.error(
                .badValue, at: text.place, "\(what) must be an address such as \(example), not \(node.kind)")
            return nil
        }
        guard !schemes.isEmpty else { return text.value }
        let scheme = text.value[..<colon].lowercased()
        guard schemes.contains(scheme) else {
            decoding.findings.unknown(
                .badValue, at: text.place, "\(what) cannot begin with \(scheme):", name: scheme, among: schemes)
            return nil
        }
        let rest = text.value[text.value.index(after: colon)...]
        guard rest.hasPrefix("//"), isAuthority(rest.dropFirst(2).prefix { !"/?#".contains($0) }) else {
            decoding.findings.error(
                .badValue, at: text.place, "\(what) names no host, or no port from 1 to 65535: \(node.kind)",
                hint: "write it as \(example) or \(example):PORT")
            return nil
        }
        return text.value
    }

    /// Whether this is `host`, `host:port`, or either behind `user@`; an IPv6 host stands in brackets.
    private func isAuthority(_ text: Substring) -> Bool {
        let place = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let bracket = place.lastIndex(of: "]") ?? place.startIndex
        guard let colon = place[bracket...].lastIndex(of: ":") else { return !place.isEmpty }
        return colon != place.startIndex
            && Int(place[place.index(after: colon)...]).map { (1...65_535).contains($0) } ?? false
    }

    private func integer(_ node: YAMLNode, _ schema: SettingsSchema, _ what: String) -> JSON? {
        let least = schema.minimum.flatMap { Int(exactly: $0.rounded(.up)) } ?? .min
        let most = schema.maximum.flatMap { Int(exactly: $0.rounded(.down)) } ?? .max
        return decoding.integer(node, what, in: least...max(least, most)).map { .int(Int64($0)) }
    }

    private func range(_ schema: SettingsSchema) -> ClosedRange<Double> {
        let least = schema.minimum ?? -.greatestFiniteMagnitude
        return least...max(least, schema.maximum ?? .greatestFiniteMagnitude)
    }

    /// A value without a schema, by the core schema of YAML 1.2.
    func free(_ node: YAMLNode) -> JSON {
        switch node.content {
        case .mapping(let entries):
            return .object(Dictionary(entries.map { ($0.key, free($0.value)) }, uniquingKeysWith: { $1 }))
        case .sequence(let elements): return .array(elements.map(free))
        case .scalar where node.isNull: return .null
        case .scalar(let scalar) where scalar.isPlain:
            if scalar.text == "true" || scalar.text == "false" { return .bool(scalar.text == "true") }
            if let whole = Int64(scalar.text) { return .int(whole) }
            if let number = Double(scalar.text), number.isFinite, !scalar.text.contains("x") { return .double(number) }
            return .string(scalar.text)
        case .scalar(let scalar): return .string(scalar.text)
        }
    }

    private func isURI(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
        return text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            && text.index(after: colon) < text.endIndex && !text.contains(where: \.isWhitespace)
    }
}

/// The parts of `host:port`, with an IPv6 host in brackets; nil for anything else.
func hostAndPort(_ text: String) -> (host: String, port: Int)? {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (0...65_535).contains(port)
    else { return nil }
    let host = text[..<colon]
    guard !host.isEmpty, !host.contains(where: \.isWhitespace),
        !host.contains(":") || (host.hasPrefix("[") && host.hasSuffix("]"))
    else { return nil }
    return (String(host), port)
}

/// Whether a name speaks of what an account is worth, by its words: `vip`, `account_value`, `customer-tier`.
func namesAccountWorth(_ name: String) -> Bool {
    let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
    let whose: Set<String> = ["account", "customer", "client", "contact"]
    let worth: Set<String> = [
        "value", "worth", "size", "tier", "rank", "level", "class", "segment", "spend", "turnover",
    ]
    return !words.isDisjoint(with: ["vip", "vips", "revenue", "ltv"])
        || (!words.isDisjoint(with: whose) && !words.isDisjoint(with: worth))
}
