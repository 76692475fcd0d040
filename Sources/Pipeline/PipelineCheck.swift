/// Checks a pipeline without running any of it.
package enum PipelineCheck {
    /// Every problem of `pipeline.yaml`, its manifests, standards and people; the configuration where none is an error.
    package static func check(
        path: String, environment: [String: String]
    ) -> (config: PipelineConfig?, diagnostics: [Diagnostic]) {
        let reading = PipelineReading(path: path, environment: environment)
        let pipeline = reading.read()
        return (pipeline?.config, reading.diagnostics)
    }
}

/// Loads a pipeline that is to be run.
package enum PipelineLoader {
    /// - Throws: `PipelineError` with everything that was found, where any of it is an error.
    package static func load(path: String, environment: [String: String]) throws(PipelineError) -> LoadedPipeline {
        let reading = PipelineReading(path: path, environment: environment)
        guard let pipeline = reading.read() else { throw PipelineError(diagnostics: reading.diagnostics) }
        return pipeline
    }
}

/// A pipeline that cannot be run, with all that must be mended first.
package struct PipelineError: Error, Sendable, Hashable, CustomStringConvertible {
    package var diagnostics: [Diagnostic]

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
