/// What a stage says about itself in the `stage.yaml` beside it.
package struct Manifest: Sendable, Hashable {
    /// A type of message the stage takes.
    package struct Acceptance: Sendable, Hashable {
        package var type: String
        /// Handed over without the case's lane: the stage may only append, emit and set timers.
        package var isSnapshot = false
        /// Comes back from a timer the stage sets itself, so that no route needs to lead here.
        package var isTimer = false
        /// Taken where a route leads here, and not missed where none does.
        package var isOptional = false
    }

    package struct Rights: Sendable, Hashable {
        /// May submit contacts.
        package var source = false
        /// May speak to customers; one stage of a pipeline has it.
        package var voice = false
    }

    package var name: String
    package var version: String
    package var stageProtocol: Int
    package var summary: String
    package var accepts: [Acceptance]
    /// Event types by output.
    package var outputs: [String: String]
    package var reads: [String]
    package var writes: [String]
    package var rights: Rights
    /// The standards that it has a part in keeping, by their names in `standards.yaml`.
    package var serves: [String]
    /// How long a delivery may be held in all, in milliseconds.
    package var maxHold: Int64
    /// How long a delivery is lent before the stage must ask for more time, in milliseconds.
    package var lease: Int64
    package var settings: SettingsSchema
    /// Absolute; the folder is where relative paths in defaults start.
    package var path: String
}

extension Manifest {
    /// Types that the broker sends by itself, with what they tell.
    package static let brokerTypes = [
        "submission.received", "say.proposed", "say.ready", "say.refused", "message.dead",
        "case.correction", "standards.changed",
    ]
    /// The version of the stage protocol this build speaks.
    package static let supportedProtocol = 1
}

/// The sections of a case that the broker and the configuration provide; all others belong to the stages that write them.
enum Sections {
    static let provided: Set<String> = [
        "log", "told", "says", "promises", "history", "load", "standards", "people",
    ]
    /// What an account is worth. No stage may see it: it decides neither order, nor tone, nor remedy.
    static let account = "account"
}
