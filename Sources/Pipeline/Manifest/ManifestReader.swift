/// Reads a `stage.yaml`.
struct ManifestReader {
    let decoding: Decoding

    private static let keys = [
        "name", "version", "protocol", "summary", "accepts", "outputs", "reads", "writes", "rights", "serves",
        "max_hold", "lease", "settings",
    ]

    /// The manifest, as far as it could be read; nil where it has no name to speak of.
    func read(_ node: YAMLNode) -> ManifestDocument? {
        guard let fields = decoding.fields(node, "a manifest", keys: ManifestReader.keys) else { return nil }
        let name = fields.required("name").flatMap { decoding.text($0, "the name") }
        if let name, !decoding.isName(name.value) {
            decoding.findings.error(
                .badValue, at: name.place,
                "the name \"\(name.value)\" must be lower-case letters, digits, \"-\" and \"_\"")
        }
        let version = fields.required("version").flatMap { decoding.text($0, "the version")?.value }
        let summary = fields.required("summary").flatMap { decoding.text($0, "the summary")?.value }
        let stageProtocol = fields.required("protocol").flatMap {
            decoding.integer($0, "the protocol", in: 1...Int.max)
        }
        if let stageProtocol, stageProtocol != Manifest.supportedProtocol, let place = fields["protocol"]?.place {
            decoding.findings.error(
                .badValue, at: place,
                "this Casewire speaks version \(Manifest.supportedProtocol) of the stage protocol, the stage version \(stageProtocol)"
            )
        }
        let accepts = fields.required("accepts").map(acceptances) ?? []
        let outputs = fields["outputs"].map(outputs) ?? []
        let reads = fields["reads"].flatMap { decoding.texts($0, "reads") } ?? []
        let writes = fields["writes"].flatMap { decoding.texts($0, "writes") } ?? []
        let serves = fields["serves"].flatMap { decoding.texts($0, "serves", orOne: true) } ?? []
        for name in serves where !StandardsRules.all.contains(where: { $0.id == name.value }) {
            decoding.findings.unknown(
                .unknownName, at: name.place, "there is no standard \"\(name.value)\"", name: name.value,
                among: StandardsRules.all.map(\.id))
        }
        let lease = fields["lease"].flatMap { duration($0, "the lease") } ?? 30_000
        let hold = fields["max_hold"].flatMap { duration($0, "max_hold") } ?? max(lease, 300_000)
        if hold < lease, let place = fields["max_hold"]?.place ?? fields["lease"]?.place {
            decoding.findings.error(.badValue, at: place, "max_hold must be at least as long as one lease")
        }
        let schema = fields["settings"].map {
            SettingsSchemaReader(decoding: decoding).read($0, "settings", isRoot: true)
        }
        guard let name else { return nil }
        let manifest = Manifest(
            name: name.value, version: version ?? "", stageProtocol: stageProtocol ?? Manifest.supportedProtocol,
            summary: summary ?? "", accepts: accepts.map(\.value),
            outputs: Dictionary(outputs.map { ($0.name.value, $0.type?.value ?? "") }, uniquingKeysWith: { $1 }),
            reads: reads.map(\.value), writes: writes.map(\.value), rights: rights(fields["rights"]),
            serves: serves.map(\.value), maxHold: hold,
            lease: lease, settings: schema ?? SettingsSchema(kind: .object), path: decoding.file.path)
        return ManifestDocument(
            manifest: manifest, name: name, accepts: accepts, outputs: outputs, reads: reads, writes: writes)
    }

    private func acceptances(_ node: YAMLNode) -> [Located<Manifest.Acceptance>] {
        var seen: [String: Place] = [:]
        return (decoding.list(node, "accepts") ?? []).compactMap { element in
            guard let acceptance = acceptance(element) else { return nil }
            if let first = seen[acceptance.value.type] {
                decoding.findings.error(
                    .badValue, at: acceptance.place, "\"\(acceptance.value.type)\" is accepted twice",
                    notes: [.init(place: first, message: "it stands here first")])
            }
            seen[acceptance.value.type] = acceptance.place
            return acceptance
        }
    }

    private func acceptance(_ node: YAMLNode) -> Located<Manifest.Acceptance>? {
        guard case .mapping = node.content else {
            return eventType(node, "an accepted type")?.map { .init(type: $0) }
        }
        guard let fields = decoding.fields(node, "an accepted type", keys: ["type", "snapshot", "timer", "optional"]),
            let type = fields.required("type").flatMap({ eventType($0, "an accepted type") })
        else { return nil }
        return type.map {
            .init(
                type: $0, isSnapshot: fields["snapshot"].flatMap { decoding.bool($0, "snapshot") } ?? false,
                isTimer: fields["timer"].flatMap { decoding.bool($0, "timer") } ?? false,
                isOptional: fields["optional"].flatMap { decoding.bool($0, "optional") } ?? false)
        }
    }

    private func outputs(_ node: YAMLNode) -> [ManifestDocument.Output] {
        guard let fields = decoding.fields(node, "outputs", keys: nil) else { return [] }
        return fields.entries.map { entry in
            if !decoding.isName(entry.key) {
                decoding.findings.error(
                    .badValue, at: entry.keyPlace,
                    "the output \"\(entry.key)\" must be lower-case letters, digits, \"-\" and \"_\"")
            }
            let what = "the type of the output \"\(entry.key)\""
            var (node, isOptional, isElsewhere): (YAMLNode?, Bool, Bool) = (entry.value, false, false)
            if case .mapping = entry.value.content {
                let fields = decoding.fields(entry.value, "an output", keys: ["type", "optional", "elsewhere"])
                node = fields?.required("type")
                isOptional = fields?["optional"].flatMap { decoding.bool($0, "optional") } ?? false
                isElsewhere = fields?["elsewhere"].flatMap { decoding.bool($0, "elsewhere") } ?? false
            }
            var type = node.flatMap { eventType($0, what) }
            if let told = type, Manifest.brokerTypes.contains(told.value) {
                decoding.findings.error(
                    .badValue, at: told.place, "\"\(told.value)\" is sent by the broker alone; choose another type")
                type = nil
            }
            return .init(
                name: Located(value: entry.key, place: entry.keyPlace), type: type, isOptional: isOptional,
                isElsewhere: isElsewhere)
        }
    }

    private func rights(_ node: YAMLNode?) -> Manifest.Rights {
        guard let node, let fields = decoding.fields(node, "rights", keys: ["source", "voice"]) else { return .init() }
        return .init(
            source: fields["source"].flatMap { decoding.bool($0, "source") } ?? false,
            voice: fields["voice"].flatMap { decoding.bool($0, "voice") } ?? false)
    }

    private func eventType(_ node: YAMLNode, _ what: String) -> Located<String>? {
        guard let text = decoding.text(node, what) else { return nil }
        guard decoding.isName(text.value, separators: "-_."), text.value.contains("."), !text.value.hasSuffix(".")
        else {
            decoding.findings.error(
                .badValue, at: text.place,
                "\(what) must be written as two words with a dot, such as case.contact, not \(node.kind)")
            return nil
        }
        if namesAccountWorth(text.value) {
            decoding.findings.error(
                .accountWorth, at: text.place, "the type \"\(text.value)\" goes by what an account is worth",
                hint: "every customer is served by the same standards: take it out")
        }
        return text
    }

    private func duration(_ node: YAMLNode, _ what: String) -> Int64? {
        guard let length = decoding.duration(node, what) else { return nil }
        guard length >= 1000 else {
            decoding.findings.error(.badValue, at: node.place, "\(what) must be at least 1 second")
            return nil
        }
        return length
    }
}

/// A manifest with the places of what a pipeline is checked against.
struct ManifestDocument {
    struct Output {
        var name: Located<String>
        /// Nil where what stands there is no type, which is told already.
        var type: Located<String>?
        /// Whether a pipeline may leave it without a route; then what is sent to it goes nowhere.
        var isOptional: Bool
        /// Whether it leaves about another case than the one at work, so that coming back to its stage is no loop.
        var isElsewhere: Bool
    }

    var manifest: Manifest
    var name: Located<String>
    var accepts: [Located<Manifest.Acceptance>]
    var outputs: [Output]
    var reads: [Located<String>]
    var writes: [Located<String>]
}
