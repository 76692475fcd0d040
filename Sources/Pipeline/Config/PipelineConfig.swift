package import StageProtocol

/// What `pipeline.yaml` says, checked, with every path absolute and every default filled in.
package struct PipelineConfig: Sendable, Hashable {
    /// The shop's front desk as customers know it.
    package struct Desk: Sendable, Hashable {
        package var name: String
        package var address: String
        /// Where customers reach the desk in a browser, without a slash at its end; nil where there is no web door.
        package var web: String?
        package var signature: String?
    }

    package enum Store: Sendable, Hashable {
        /// The database file.
        case sqlite(path: String)
    }

    /// What is held at most; sizes in bytes.
    package struct Limits: Sendable, Hashable {
        /// Messages that wait for one stage before submissions are told to come later.
        package var queueDepth = 10_000
        /// All frames of a message together.
        package var message = 16 << 20
        /// One chunk of a blob.
        package var chunk = 256 << 10
        package var blob = 64 << 20
    }

    /// How often a message is tried, and how long apart; times in milliseconds.
    package struct Retry: Sendable, Hashable {
        package var attempts = 12
        package var firstBackoff: Int64 = 500
        package var maxBackoff: Int64 = 900_000
    }

    package struct Stage: Sendable, Hashable {
        package var name: String
        package var manifestPath: String
        /// Program and arguments; a program with a slash is absolute, another is looked for in PATH.
        package var run: [String]
        /// `ipc://` with an absolute path, or `tcp://host:port`.
        package var socket: String
        package var replicas: Int
        /// Stages by output.
        package var outputs: [String: [String]]
        package var reads: Set<String>
        package var writes: Set<String>
        /// As the stage receives them.
        package var settings: JSON
        /// Names of the variables that are passed on to the stage.
        package var environment: [String]
    }

    package var name: String
    package var desk: Desk
    /// Absolute; its folder is the working directory of the stages.
    package var path: String
    /// The folder for everything that is written while running.
    package var runtimeFolder: String
    package var store: Store
    package var standardsPath: String
    package var peoplePath: String
    package var knowledgePath: String
    /// Where the operator's command asks.
    package var control: String
    /// Where the operator's command watches.
    package var tap: String
    package var limits: Limits
    package var retry: Retry
    /// In the order of the file.
    package var stages: [Stage]

    package var folder: String { parentFolder(of: path) }

    package func stage(_ name: String) -> Stage? { stages.first { $0.name == name } }
}

/// Everything a pipeline is made of, ready to be run.
package struct LoadedPipeline: Sendable, Hashable {
    package var config: PipelineConfig
    /// By the stage's name in `pipeline.yaml`.
    package var manifests: [String: Manifest]
    package var standards: Standards
    package var people: People
    /// What is worth a look though the pipeline can run.
    package var warnings: [Diagnostic]
}
