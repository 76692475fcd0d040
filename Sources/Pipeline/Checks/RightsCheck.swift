/// One voice, at least one source, and somebody who is told of dead letters.
struct RightsCheck {
    let document: PipelineDocument
    let findings: Findings

    func run() {
        let stages = document.stages.compactMap { stage in stage.manifest.map { (stage: stage, manifest: $0) } }
        for (stage, manifest) in stages { checkTypes(stage, manifest) }
        guard stages.count == document.stages.count, !stages.isEmpty else { return }
        let voices = stages.filter { $0.manifest.manifest.rights.voice }
        if voices.isEmpty {
            findings.error(
                .voice, at: document.stagesPlace, "no stage may speak, so that customers would hear nothing",
                hint: "one manifest needs rights: {voice: true}")
        }
        for (stage, _) in voices.dropFirst() {
            findings.error(
                .voice, at: stage.name.place,
                "\(stage.name.value) is a second voice; one stage holds every text against the standards",
                notes: [.init(place: voices[0].stage.name.place, message: "\(voices[0].stage.name.value) is the voice")]
            )
        }
        if !stages.contains(where: { $0.manifest.manifest.rights.source }) {
            findings.error(
                .source, at: document.stagesPlace, "no stage is a source, so that nothing could come in",
                hint: "a manifest needs rights: {source: true}")
        }
        if !stages.contains(where: { $0.manifest.manifest.accepts.contains { $0.type == "message.dead" } }) {
            findings.warning(
                .deadLetters, at: document.stagesPlace,
                "no stage accepts message.dead, so that nobody is told of dead letters")
        }
    }

    private func checkTypes(_ stage: PipelineDocument.Stage, _ manifest: ManifestDocument) {
        let rights = manifest.manifest.rights
        let judged = ["say.proposed", "say.ready"]
        for acceptance in manifest.accepts {
            if judged.contains(acceptance.value.type), !rights.voice {
                findings.error(
                    .voice, at: acceptance.place,
                    "\(stage.name.value) accepts \(acceptance.value.type), which goes to the voice alone",
                    hint: "take it out, or give the manifest rights: {voice: true}")
            }
            if acceptance.value.type == "submission.received", !rights.source {
                findings.error(
                    .source, at: acceptance.place,
                    "\(stage.name.value) accepts submission.received, which goes to sources alone",
                    hint: "take it out, or give the manifest rights: {source: true}")
            }
        }
        guard rights.voice else { return }
        for type in judged where !manifest.accepts.contains(where: { $0.value.type == type }) {
            findings.error(
                .voice, at: manifest.name.place, "the voice must accept \(type), or a text would wait for ever",
                hint: "add \(type) to accepts:")
        }
    }
}
