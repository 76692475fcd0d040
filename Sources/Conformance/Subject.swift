package import Pipeline
package import StageProtocol

/// A stage to be tried: how it is started, and what it is told.
package struct Subject: Sendable {
    /// The command; its first word is a path or a program on the `PATH`.
    package var program: [String]
    /// The folder that it is started in.
    package var folder: String
    package var name: String
    /// What it says about itself; nil where it has no manifest, and only the protocol can be looked at.
    package var manifest: Manifest?
    package var settings: JSON
    package var standards: JSON?
    package var people: JSON?
    package var samples: [Trial.Sample]

    package init(program: [String], folder: String, trial: Trial) {
        self.program = program
        self.folder = folder
        name = trial.manifest.name
        manifest = trial.manifest
        settings = trial.settings
        standards = trial.standards
        people = trial.people
        samples = trial.samples
    }

    /// A program of which nothing else is known.
    package init(program: [String], folder: String, name: String) {
        self.program = program
        self.folder = folder
        self.name = name
        settings = .object([:])
        samples = []
    }
}

/// How long a trial waits.
package struct Patience: Sendable {
    /// Until a process has greeted and is ready for work.
    package var start = Duration.seconds(30)
    /// Until a delivery is answered.
    package var answer = Duration.seconds(30)
    /// Until it has left; the protocol allows 10 seconds.
    package var leave = Duration.seconds(12)
    /// The heartbeat of the sessions.
    package var heartbeat = Duration.milliseconds(500)

    package init() {}
}
