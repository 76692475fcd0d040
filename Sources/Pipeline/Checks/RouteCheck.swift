/// Every output leads somewhere, and only to stages that take what it sends.
struct RouteCheck {
    let stages: [PipelineDocument.Stage]
    let findings: Findings

    func run() {
        for stage in stages {
            guard let manifest = stage.manifest else { continue }
            for output in manifest.outputs
            where !output.isOptional && !stage.outputs.contains(where: { $0.name.value == output.name.value }) {
                findings.error(
                    .unroutedOutput, at: stage.outputsPlace ?? stage.name.place,
                    "the output \"\(output.name.value)\" of \(stage.name.value) leads nowhere",
                    hint: "add \"\(output.name.value)\": and the stage it is for",
                    notes: [.init(place: output.name.place, message: "its manifest declares it here")])
            }
            for route in stage.outputs { check(route, of: stage, manifest) }
        }
        checkThatNothingGoesRound()
        checkThatSomethingIsSent()
    }

    /// A message that each of some stages hands on as it came, and the last of them to the first, would go round for ever.
    private func checkThatNothingGoesRound() {
        for (index, stage) in stages.enumerated() {
            for acceptance in stage.manifest?.accepts ?? [] where !acceptance.value.isTimer {
                let type = acceptance.value.type
                // Each round is told once, at its first stage; what goes straight back to its sender is told as such.
                guard let round = round(of: type, from: stage.name.value, through: [stage.name.value]), round.count > 1,
                    stages.firstIndex(where: { round.contains($0.name.value) }) == index
                else { continue }
                findings.error(
                    .endlessRoute, at: stage.outputsPlace ?? stage.name.place,
                    "\(type) goes round for ever: \((round + [stage.name.value]).joined(separator: " → "))",
                    hint: "let one of them send another type, or set a timer")
            }
        }
    }

    /// The stages by which a type comes back to where it started; nil where it does not.
    private func round(of type: String, from name: String, through path: [String]) -> [String]? {
        for next in targets(of: type, from: name) {
            if next == path[0] { return path }
            guard !path.contains(next) else { continue }
            if let round = round(of: type, from: next, through: path + [next]) { return round }
        }
        return nil
    }

    /// Where a stage sends a type that it takes itself.
    private func targets(of type: String, from name: String) -> [String] {
        guard let stage = stages.first(where: { $0.name.value == name }),
            let manifest = stage.manifest?.manifest, manifest.accepts.contains(where: { $0.type == type })
        else { return [] }
        return stage.outputs.filter { manifest.outputs[$0.name.value] == type }.flatMap { $0.targets.map(\.value) }
    }

    private func check(_ route: PipelineDocument.Output, of stage: PipelineDocument.Stage, _ manifest: ManifestDocument)
    {
        guard let output = manifest.outputs.first(where: { $0.name.value == route.name.value }) else {
            findings.unknown(
                .unknownOutput, at: route.name.place, "\(stage.name.value) has no output \"\(route.name.value)\"",
                name: route.name.value, among: manifest.outputs.map(\.name.value),
                notes: [.init(place: manifest.name.place, message: "its manifest")])
            return
        }
        if route.targets.isEmpty {
            findings.warning(
                .unroutedOutput, at: route.name.place,
                "what \(stage.name.value) sends to \"\(route.name.value)\" is dropped, since the route is empty")
        }
        for target in route.targets {
            guard let receiver = stages.first(where: { $0.name.value == target.value }) else {
                findings.unknown(
                    .unknownName, at: target.place, "there is no stage \"\(target.value)\"", name: target.value,
                    among: stages.map(\.name.value))
                continue
            }
            guard let accepts = receiver.manifest?.accepts, let type = output.type else { continue }
            let acceptance = accepts.first { $0.value.type == type.value }
            if let acceptance {
                if !output.isElsewhere { warnAboutLoop(stage, target, acceptance) }
            } else {
                findings.error(
                    .notAccepted, at: target.place,
                    "\(target.value) does not accept \(type.value), which \(stage.name.value) sends to \"\(route.name.value)\"",
                    notes: [
                        .init(place: type.place, message: "it is sent as this type"),
                        .init(
                            place: accepts.first?.place ?? receiver.name.place,
                            message: "\(target.value) accepts \(accepts.map(\.value.type).joined(separator: ", "))"),
                    ])
            }
        }
    }

    private func warnAboutLoop(
        _ stage: PipelineDocument.Stage, _ target: Located<String>, _ acceptance: Located<Manifest.Acceptance>
    ) {
        guard target.value == stage.name.value, !acceptance.value.isTimer else { return }
        findings.warning(
            .selfRoute, at: target.place,
            "\(stage.name.value) sends \(acceptance.value.type) to itself at once, without end",
            hint: "let it set a timer, and accept the type with timer: true")
    }

    /// A type that nobody sends is likely misspelt in one of two manifests.
    private func checkThatSomethingIsSent() {
        // While something is wrong with a route, this would only repeat it.
        guard !findings.all.containsErrors else { return }
        var sent: [String: Set<String>] = [:]
        for stage in stages {
            for route in stage.outputs {
                guard let type = stage.manifest?.manifest.outputs[route.name.value] else { continue }
                for target in route.targets { sent[target.value, default: []].insert(type) }
            }
        }
        for stage in stages {
            for acceptance in stage.manifest?.accepts ?? [] {
                let type = acceptance.value.type
                if acceptance.value.isTimer || acceptance.value.isOptional || Manifest.brokerTypes.contains(type) {
                    continue
                }
                if sent[stage.name.value]?.contains(type) == true { continue }
                let near = nearestWord(to: type, among: Manifest.brokerTypes)
                findings.warning(
                    .nothingSent, at: acceptance.place, "nothing sends \(type) to \(stage.name.value)",
                    hint: near.map { "did you mean \"\($0)\"?" }
                        ?? "route an output here, or write {type: \(type), timer: true} where it is its own timer")
            }
        }
    }
}
