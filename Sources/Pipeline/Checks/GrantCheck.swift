/// A stage sees what it asks for and is granted, and nobody sees what an account is worth.
struct GrantCheck {
    let stages: [PipelineDocument.Stage]
    let findings: Findings

    func run() {
        let known = Sections.provided.union(stages.flatMap { $0.manifest?.writes ?? [] }.map(\.value))
        let isComplete = stages.allSatisfy { $0.manifest != nil }
        for stage in stages {
            let asked = (stage.manifest?.reads ?? []) + (stage.manifest?.writes ?? [])
            for section in asked + stage.reads + stage.writes where section.value == Sections.account {
                findings.error(
                    .accountWorth, at: section.place,
                    "\(stage.name.value) may not see the section account: what an account is worth decides nothing here",
                    hint: "every customer is served by the same standards: take it out")
            }
            guard let manifest = stage.manifest else { continue }
            compare(stage, asked: manifest.reads, granted: stage.reads, verb: "read")
            compare(stage, asked: manifest.writes, granted: stage.writes, verb: "write")
            if isComplete { checkNames(manifest, known) }
        }
    }

    private func compare(
        _ stage: PipelineDocument.Stage, asked: [Located<String>], granted: [Located<String>], verb: String
    ) {
        for section in asked where !granted.contains(where: { $0.value == section.value }) {
            findings.error(
                .grantMissing, at: stage.grantsPlace ?? stage.name.place,
                "\(stage.name.value) needs to \(verb) the section \(section.value), and is not granted it",
                hint: "add \(section.value) to grants: \(verb):",
                notes: [.init(place: section.place, message: "its manifest asks here")])
        }
        for section in granted where !asked.contains(where: { $0.value == section.value }) {
            let near = nearestWord(to: section.value, among: asked.map(\.value))
            findings.warning(
                .grantUnused, at: section.place,
                "\(stage.name.value) never asks to \(verb) the section \(section.value)"
                    + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
    }

    private func checkNames(_ manifest: ManifestDocument, _ known: Set<String>) {
        for section in manifest.reads where !known.contains(section.value) && section.value != Sections.account {
            findings.unknown(
                .unknownName, at: section.place, "no stage writes the section \"\(section.value)\"",
                name: section.value,
                among: known)
        }
        for section in manifest.writes where Sections.provided.contains(section.value) {
            findings.error(
                .badValue, at: section.place,
                "the section \(section.value) is kept by the broker and written by no stage")
        }
    }
}
