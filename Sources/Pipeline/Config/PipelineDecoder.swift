import StageProtocol

/// Reads the tree of `pipeline.yaml`; the stages are read by `StageDecoder`.
struct PipelineDecoder {
    let decoding: Decoding
    let stage: StageDecoder

    private static let keys = [
        "name", "desk", "var", "store", "standards", "people", "knowledge", "keys", "control", "tap", "metrics",
        "limits",
        "retry", "stages",
    ]

    func read(_ node: YAMLNode) -> PipelineDocument? {
        guard let fields = decoding.fields(node, "a pipeline", keys: PipelineDecoder.keys) else { return nil }
        var document = PipelineDocument(stagesPlace: fields.entry("stages")?.keyPlace ?? node.place)
        document.name = fields.required("name").flatMap { decoding.text($0, "the name")?.value }
        document.desk = fields.required("desk").flatMap { desk($0, &document.deskAddress) }
        let runtime = fields.required("var").flatMap { decoding.path($0, "var") }
        document.runtimeFolder = runtime?.value
        document.store = fields.required("store").flatMap(store)
        document.standards = fields.required("standards").flatMap { decoding.path($0, "standards") }
        document.people = fields.required("people").flatMap { decoding.path($0, "people") }
        document.knowledge = fields.required("knowledge").flatMap { decoding.path($0, "knowledge") }
        document.keysFolder =
            fields["keys"].flatMap { decoding.path($0, "keys")?.value } ?? runtime.map { $0.value + "/keys" }
        document.control = endpoint("control", fields, runtime)
        document.tap = endpoint("tap", fields, runtime)
        document.metrics = fields["metrics"].flatMap(metrics)
        if let limits = fields["limits"] { document.limits = self.limits(limits) }
        if let retry = fields["retry"] { document.retry = self.retry(retry) }
        if let stages = fields.required("stages"), let entries = decoding.fields(stages, "stages", keys: nil)?.entries {
            if entries.isEmpty {
                decoding.findings.error(.missingKey, at: stages.place, "a pipeline needs at least one stage")
            }
            document.stages = entries.compactMap(stage.read)
        }
        return document
    }

    private func desk(_ node: YAMLNode, _ place: inout Located<String>?) -> PipelineConfig.Desk? {
        guard let fields = decoding.fields(node, "the desk", keys: ["name", "address", "web", "signature"]) else {
            return nil
        }
        let name = fields.required("name").flatMap { decoding.text($0, "the desk's name")?.value }
        place = fields.required("address").flatMap { decoding.mailAddress($0, "the desk's address") }
        let web = fields["web"].flatMap { decoding.text($0, "the desk's web address") }
        if let web, !web.value.hasPrefix("http://"), !web.value.hasPrefix("https://") {
            decoding.findings.error(
                .badValue, at: web.place, "the desk's web address must begin with https:// or http://")
        }
        let signature = fields["signature"].flatMap { decoding.text($0, "the signature")?.value }
        guard let name, let address = place?.value else { return nil }
        let trimmed = web?.value.hasSuffix("/") == true ? web.map { String($0.value.dropLast()) } : web?.value
        return .init(name: name, address: address, web: trimmed, signature: signature)
    }

    private func store(_ node: YAMLNode) -> PipelineConfig.Store? {
        guard let text = decoding.text(node, "the store") else { return nil }
        guard text.value.hasPrefix("sqlite:"), text.value.count > 7 else {
            decoding.findings.error(
                .badValue, at: text.place, "the store must be sqlite: and a file, not \(node.kind)",
                hint: "write sqlite:var/casewire.db")
            return nil
        }
        return .sqlite(path: absolute(String(text.value.dropFirst(7)), from: decoding.file.folder))
    }

    private func endpoint(_ key: String, _ fields: Fields, _ runtime: Located<String>?) -> Located<String>? {
        if let node = fields[key] { return decoding.endpoint(node, "the \(key) socket") }
        guard let runtime else { return nil }
        // Told at `var`, whose length decides.
        let scalar = YAMLNode.Scalar(text: "ipc://\(runtime.value)/run/\(key).sock", raw: runtime.value, isPlain: true)
        return decoding.endpoint(YAMLNode(content: .scalar(scalar), place: runtime.place), "the \(key) socket")
    }

    private func metrics(_ node: YAMLNode) -> PipelineConfig.Listen? {
        guard let text = decoding.text(node, "metrics", mayBeEmpty: true), !text.value.isEmpty else { return nil }
        guard let (host, port) = hostAndPort(text.value) else {
            decoding.findings.error(
                .badValue, at: text.place, "metrics must be HOST:PORT, not \(node.kind)", hint: "write 127.0.0.1:9464")
            return nil
        }
        return .init(host: host, port: port)
    }

    private func limits(_ node: YAMLNode) -> PipelineConfig.Limits {
        var limits = PipelineConfig.Limits()
        let keys = ["queue_depth", "blob"]
        guard let fields = decoding.fields(node, "limits", keys: keys) else { return limits }
        if let depth = fields["queue_depth"].flatMap({ decoding.integer($0, "queue_depth", in: 1...Int.max) }) {
            limits.queueDepth = depth
        }
        if let size = fields["blob"].flatMap({ decoding.size($0, "blob") }) { limits.blob = size }
        return limits
    }

    private func retry(_ node: YAMLNode) -> PipelineConfig.Retry {
        var retry = PipelineConfig.Retry()
        let keys = ["attempts", "first_backoff", "max_backoff"]
        guard let fields = decoding.fields(node, "retry", keys: keys) else { return retry }
        if let attempts = fields["attempts"].flatMap({ decoding.integer($0, "attempts", in: 1...1000) }) {
            retry.attempts = attempts
        }
        let first = fields["first_backoff"].flatMap { decoding.duration($0, "first_backoff") }
        let most = fields["max_backoff"].flatMap { decoding.duration($0, "max_backoff") }
        retry.firstBackoff = first ?? min(retry.firstBackoff, most ?? retry.firstBackoff)
        retry.maxBackoff = most ?? max(retry.maxBackoff, retry.firstBackoff)
        if retry.maxBackoff < retry.firstBackoff, let place = fields["max_backoff"]?.place {
            decoding.findings.error(.badValue, at: place, "max_backoff must be at least first_backoff")
        }
        return retry
    }
}

extension Decoding {
    /// A bare mail address, as far as it can be told without sending to it.
    func mailAddress(_ node: YAMLNode, _ what: String) -> Located<String>? {
        guard let text = text(node, what) else { return nil }
        let parts = text.value.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[1].hasPrefix("."),
            !parts[1].hasSuffix("."),
            !text.value.contains(where: { $0.isWhitespace || "<>,;\"".contains($0) })
        else {
            findings.error(.badValue, at: text.place, "\(what) must be a mail address, not \(node.kind)")
            return nil
        }
        return text
    }
}
