package import StageProtocol

/// JSON Schemas of the files that people write, so that an editor completes and checks them as they are typed. They say
/// what stands in one file by itself; `casewire check` also knows what it has to do with the others.
package enum FileSchema: String, Sendable, CaseIterable {
    case pipeline, standards, people, stage, test

    /// The schema (2020-12).
    /// - Parameter stages: manifests by the names of the stages that have them; their settings become part of the
    ///   pipeline's schema.
    package func json(stages: [String: Manifest] = [:]) -> JSON {
        let body =
            switch self {
            case .pipeline: PipelineSchema.json(stages)
            case .standards: StandardsSchema.json
            case .people: PeopleSchema.json
            case .stage: ManifestSchema.json
            case .test: TestSchema.json
            }
        guard case .object(var members) = body else { return body }
        members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        members["title"] = .string("Casewire: \(file)")
        return .object(members)
    }

    /// What the file is usually called.
    package var file: String { self == .stage ? "stage.yaml" : "\(rawValue).yaml" }
}
