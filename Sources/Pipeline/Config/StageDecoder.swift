import StageProtocol

/// Reads one stage of `pipeline.yaml`, with its manifest.
struct StageDecoder {
    let decoding: Decoding
    let environment: [String: String]
    /// Reads the manifest at a path, told at the place that names it.
    let manifest: (Located<String>) -> ManifestDocument?

    private static let keys = [
        "manifest", "run", "socket", "secure", "replicas", "outputs", "grants", "settings", "environment",
    ]

    /// Names of sockets and of keys that are not a stage's.
    private static let reserved: Set<String> = ["broker", "control", "operator", "tap"]

    func read(_ entry: YAMLNode.Entry) -> PipelineDocument.Stage? {
        let name = Located(value: entry.key, place: entry.keyPlace)
        if StageDecoder.reserved.contains(name.value) {
            decoding.findings.error(
                .badValue, at: name.place, "a stage cannot be named \"\(name.value)\", which names a part of the broker"
            )
        } else if !decoding.isName(name.value) {
            decoding.findings.error(
                .badValue, at: name.place,
                "the stage \"\(name.value)\" must be named in lower-case letters, digits, \"-\" and \"_\"")
        }
        guard let fields = decoding.fields(entry.value, "the stage \(name.value)", keys: StageDecoder.keys) else {
            return nil
        }
        var stage = PipelineDocument.Stage(name: name)
        stage.manifestPath = fields.required("manifest").flatMap { decoding.path($0, "manifest") }
        stage.manifest = stage.manifestPath.flatMap(manifest)
        stage.run = fields.required("run").flatMap { decoding.command($0, environment: environment) }
        stage.socket = fields.required("socket").flatMap { decoding.endpoint($0, "the socket of \(name.value)") }
        if let secure = fields["secure"], let socket = stage.socket {
            stage.isPlain = isPlain(secure, fields.entry("secure")?.keyPlace ?? secure.place, socket, of: name.value)
        }
        stage.replicas = fields["replicas"].flatMap(replicas) ?? 1...1
        stage.outputsPlace = fields.entry("outputs")?.keyPlace
        stage.grantsPlace = fields.entry("grants")?.keyPlace
        stage.outputs = fields["outputs"].map(outputs) ?? []
        if let grants = fields["grants"].flatMap({ decoding.fields($0, "grants", keys: ["read", "write"]) }) {
            stage.reads = grants["read"].flatMap { decoding.texts($0, "read", orOne: true) } ?? []
            stage.writes = grants["write"].flatMap { decoding.texts($0, "write", orOne: true) } ?? []
        }
        stage.environment =
            fields["environment"].flatMap { decoding.texts($0, "environment", orOne: true) }?.map(\.value) ?? []
        stage.settingsNode = fields["settings"]
        stage.settingsPlace = fields.entry("settings")?.keyPlace
        if let schema = stage.manifest?.manifest.settings {
            stage.settings = SettingsReader(decoding: decoding).settings(fields["settings"], schema, stage: name)
        }
        return stage
    }

    /// Reads `secure`, which may only say that a tcp socket on a loopback address does without keys.
    private func isPlain(_ node: YAMLNode, _ key: Place, _ socket: Located<String>, of stage: String) -> Bool {
        guard let endpoint = Endpoint(socket.value, folder: decoding.file.folder), endpoint.isTCP else {
            decoding.findings.error(
                .badSocket, at: key, "\"secure\" is for tcp sockets, and the socket of \(stage) is an ipc socket",
                hint: "take it out: the folder of an ipc socket is open to its user alone")
            return false
        }
        guard let word = decoding.text(node, "secure") else { return false }
        guard word.value == "none" else {
            decoding.findings.error(
                .badValue, at: word.place, "secure can only be none, not \(node.kind)",
                hint: "left out, the socket is opened by keys: casewire keys \(stage)")
            return false
        }
        guard endpoint.isLoopback else {
            decoding.findings.error(
                .openSocket, at: word.place,
                "the socket of \(stage) would be open to everybody on the network of \(socket.value)",
                hint: "take it out, and make keys with \"casewire keys \(stage)\"; or use an ipc socket")
            return false
        }
        decoding.findings.warning(
            .openSocket, at: word.place, "every user of this host can speak as \(stage)",
            hint: "use an ipc socket, or take it out and make keys with \"casewire keys \(stage)\"")
        return true
    }

    /// Reads `replicas`: a number, or `min` and `max` between which the queue decides.
    private func replicas(_ node: YAMLNode) -> ClosedRange<Int>? {
        guard case .mapping = node.content else {
            return decoding.integer(node, "replicas", in: 0...256).map { $0...$0 }
        }
        guard let fields = decoding.fields(node, "replicas", keys: ["min", "max"]),
            let least = fields.required("min").flatMap({ decoding.integer($0, "min", in: 1...256) }),
            let most = fields.required("max").flatMap({ decoding.integer($0, "max", in: 1...256) })
        else { return nil }
        guard least <= most else {
            decoding.findings.error(.badValue, at: fields.place, "min must be at most max")
            return nil
        }
        return least...most
    }

    private func outputs(_ node: YAMLNode) -> [PipelineDocument.Output] {
        (decoding.fields(node, "outputs", keys: nil)?.entries ?? []).map { entry in
            if namesAccountWorth(entry.key) {
                decoding.findings.error(
                    .accountWorth, at: entry.keyPlace, "the route \"\(entry.key)\" goes by what an account is worth",
                    hint: "every customer is served by the same standards: take it out")
            }
            return .init(
                name: Located(value: entry.key, place: entry.keyPlace),
                targets: decoding.texts(entry.value, "the route \"\(entry.key)\"", orOne: true) ?? [])
        }
    }
}
