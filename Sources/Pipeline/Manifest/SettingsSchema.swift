package import StageProtocol

/// The part of JSON Schema in which a manifest describes a stage's settings.
package struct SettingsSchema: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case object, array, string, integer, number, boolean
    }

    package enum Format: String, Sendable, Hashable, CaseIterable {
        /// A path; relative ones start at the folder of the file they stand in, and arrive absolute.
        case path
        /// A length of time on the clock; arrives as whole milliseconds.
        case duration
        /// An absolute URI.
        case uri
        /// A mail address.
        case email
        /// A language by its code, such as `en` or `de-AT`.
        case language
        /// A host and a port such as 127.0.0.1:8080; empty where there is to be none.
        case hostPort = "host-port"
    }

    /// What must lie at a path where the stage is started.
    package enum Existence: String, Sendable, Hashable, CaseIterable {
        case file, folder
        /// A file with something in its first line, such as a password.
        case secret
    }

    package struct Property: Sendable, Hashable {
        package var name: String
        package var schema: SettingsSchema
    }

    /// What must stand in an object where a property has a certain value: JSON Schema's `if` and `then`.
    package struct Condition: Sendable, Hashable {
        package var property: String
        package var value: JSON
        package var required: [String]
    }

    package var kind: Kind?
    /// In the order of the manifest.
    package var properties: [Property] = []
    package var required: [String] = []
    /// What a property needs beside it, by the property.
    package var dependentRequired: [String: [String]] = [:]
    package var condition: Condition?
    package var additionalProperties = false
    package var allowed: [JSON] = []
    /// As it arrives at the stage.
    package var standard: JSON?
    package var minimum: Double?
    package var maximum: Double?
    package var minLength: Int?
    package var minItems: Int?
    package var description: String?
    package var format: Format?
    /// Of a path: what must lie there; nil for what the stage makes itself, or can do without.
    package var exists: Existence?
    /// Of an address: the schemes it may have; none for any.
    package var schemes: [String] = []
    /// Of a list of objects: the member that tells one from another.
    package var unique: String?
    /// Of an object: members that tell the entries of several of its lists apart, each with those lists.
    package var uniqueAmong: [String: [String]] = [:]
    /// Whether it leads out of the pipeline, to a server or from one: a test leaves it out.
    package var leadsOutside = false
    // A list, since a value cannot hold itself.
    private var element: [SettingsSchema] = []

    /// What the elements of a list must be.
    package var items: SettingsSchema? {
        get { element.first }
        set { element = newValue.map { [$0] } ?? [] }
    }

    package init(kind: Kind?) { self.kind = kind }
}
