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
        checkThatRoundsEnd()
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

    /// Stages that answer each other under several types, with no way out and nothing that waits, likely never stop.
    ///
    /// What a stage does with a message stands in no manifest, so that only those are told who can do nothing else with
    /// it: all that they send stays among them, and none has a timer, a word from the broker, a section to remember by, or
    /// a customer to tell.
    private func checkThatRoundsEnd() {
        // While something is wrong with a route, this would only repeat it.
        guard !findings.all.containsErrors else { return }
        for (index, stage) in stages.enumerated() {
            let round = reached(from: stage)
            guard round.count > 1, round.first == index, round.allSatisfy({ reached(from: stages[$0]) == round }),
                round.allSatisfy({ onlyHandsOn(stages[$0]) })
            else { continue }
            let members = round.map { stages[$0] }
            let types = Set(members.flatMap { $0.manifest?.manifest.outputs.values.map(\.self) ?? [] })
            let names = Set(members.map(\.name.value))
            let isReached = stages.contains { other in
                !names.contains(other.name.value)
                    && other.outputs.contains { !names.isDisjoint(with: $0.targets.map(\.value)) }
            }
            findings.warning(
                .endlessRoute, at: stage.outputsPlace ?? stage.name.place,
                "\(types.sorted().joined(separator: ", ")) go round among \(names.sorted().joined(separator: ", ")) without end"
                    + (isReached ? "" : ", and nothing from outside ever comes to them"),
                hint: isReached
                    ? "let one of them set a timer, or send on to a stage that ends it"
                    : "route an output of another stage to one of them, or take them out")
        }
    }

    /// The places of all stages that something from a stage can come to, by whatever way; its own where it comes back.
    private func reached(from stage: PipelineDocument.Stage) -> [Int] {
        var found: Set<String> = []
        var open = [stage]
        while let next = open.popLast() {
            for target in next.outputs.flatMap({ $0.targets.map(\.value) }) where found.insert(target).inserted {
                open += stages.filter { $0.name.value == target }
            }
        }
        return stages.indices.filter { found.contains(stages[$0].name.value) }
    }

    /// Whether a stage can do nothing with a message but send others, at once.
    private func onlyHandsOn(_ stage: PipelineDocument.Stage) -> Bool {
        guard let document = stage.manifest else { return false }
        let manifest = document.manifest
        return manifest.writes.isEmpty && !manifest.rights.voice
            && !manifest.accepts.contains { $0.isTimer || Manifest.brokerTypes.contains($0.type) }
            && !document.outputs.contains { $0.isOptional || $0.isElsewhere }
            && stage.outputs.allSatisfy { !$0.targets.isEmpty }
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
