/// What checking a pipeline brings, without running any of it.
package struct PipelineCheck: Sendable {
    /// The configuration; nil where there is an error.
    package let config: PipelineConfig?
    /// What could be read, errors or not, for who looks further; nil where nothing can be made of it.
    package let draft: PipelineDraft?
    /// Every problem of `pipeline.yaml`, its manifests, standards and people, and of what its stages need on this host.
    package let diagnostics: [Diagnostic]

    /// Checks a pipeline and all the files that it names.
    package static func check(path: String, environment: [String: String]) -> PipelineCheck {
        let reading = PipelineReading(path: path, environment: environment, isStarting: true)
        let pipeline = reading.read()
        return PipelineCheck(config: pipeline?.config, draft: reading.draft, diagnostics: reading.diagnostics)
    }
}

/// Loads a pipeline that is to be run.
package enum PipelineLoader {
    /// - Parameter isStarting: whether the stages are to be started on this host: then what they need here must be there.
    /// - Throws: `PipelineError` with everything that was found, where any of it is an error.
    package static func load(
        path: String, environment: [String: String], isStarting: Bool = false
    ) throws(PipelineError) -> LoadedPipeline {
        let reading = PipelineReading(path: path, environment: environment, isStarting: isStarting)
        guard let pipeline = reading.read() else { throw PipelineError(diagnostics: reading.diagnostics) }
        return pipeline
    }
}

/// A pipeline that cannot be run, with all that must be mended first.
package struct PipelineError: Error, Sendable, Hashable, CustomStringConvertible {
    package var diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    package var code: String { "pipeline" }
    package var isRetriable: Bool { false }
    package var message: String {
        let count = diagnostics.count { $0.severity == .error }
        return "the pipeline has \(count) error\(count == 1 ? "" : "s")"
    }
    package var description: String {
        (diagnostics.map(\.description) + [message]).joined(separator: "\n\n")
    }
}
