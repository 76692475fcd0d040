package import StageProtocol

/// What a stage is tried with: its manifest, and what the `conform.yaml` beside it says.
package struct Trial: Sendable {
    /// A delivery that the stage's author thinks worth trying.
    package struct Sample: Sendable {
        package var type: String
        package var data: JSON?
        /// Sections by name, on top of those that are made up for every stage.
        package var sections: [String: JSON]
        /// The log, where it is not the made-up one.
        package var log: [JSON]?

        package init(type: String, data: JSON? = nil, sections: [String: JSON] = [:], log: [JSON]? = nil) {
            self.type = type
            self.data = data
            self.sections = sections
            self.log = log
        }
    }

    package var manifest: Manifest
    /// The command that starts the stage, where `conform.yaml` says so.
    package var run: [String]?
    /// As the broker would send them: checked against the manifest, defaults filled in, paths absolute.
    package var settings: JSON
    package var standards: JSON?
    package var people: JSON?
    package var samples: [Sample]
}
