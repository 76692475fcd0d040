package import Pipeline
package import ZeroMQ

/// The keys of a pipeline's tcp sockets: the broker's own secret, and who may come in where.
///
/// In the folder of keys, `broker.secret` is the broker's, `NAME.public` lists whoever may work as the stage NAME, and
/// `operator.public` who may ask and watch.
package struct Keyring: Sendable {
    let brokerSecret: String
    /// Public keys by the name of the door.
    private let admitted: [String: Set<String>]

    /// Reads the keys; nil where no socket needs any.
    /// - Throws: `KeyringError` with everything that is wrong with them.
    package init?(_ config: PipelineConfig) throws(KeyringError) {
        let locked = config.doors.filter { $0.keys != nil }
        guard !locked.isEmpty else { return nil }
        var problems: [KeyFileError] = []
        func attempt<Value>(_ name: String, _ read: () throws(KeyFileError) -> Value) -> Value? {
            do {
                return try read()
            } catch {
                let advice = error.isMissing ? "; \"casewire keys \(name)\" makes it" : ""
                problems.append(KeyFileError(error.path, error.message + advice, line: error.line))
                return nil
            }
        }
        let secret = attempt("broker") { () throws(KeyFileError) in
            try KeyFile.secret(at: "\(config.keysFolder)/broker.secret")
        }
        var admitted: [String: Set<String>] = [:]
        var owners: [String: String] = [:]
        for name in Set(locked.compactMap(\.keys)).sorted() {
            let path = "\(config.keysFolder)/\(name).public"
            let keys = attempt(name) { () throws(KeyFileError) in try KeyFile.publicKeys(at: path) } ?? []
            for key in keys {
                // Who comes in is known by the key alone, so that a key can stand for one name only.
                if let other = owners.updateValue(name, forKey: key), other != name {
                    problems.append(KeyFileError(path, "lists the key \(key), which \(other).public lists as well"))
                }
            }
            for door in locked where door.keys == name { admitted[door.name] = Set(keys) }
        }
        guard let secret, problems.isEmpty else { throw KeyringError(problems: problems) }
        brokerSecret = secret
        self.admitted = admitted
    }

    /// Whether the owner of a public key may come in by a door. A door that is not known lets nobody in.
    func admits(_ key: String, at door: String) -> Bool { admitted[door]?.contains(key) == true }
}

/// What is wrong with the keys of a pipeline.
package struct KeyringError: Error, Sendable, CustomStringConvertible {
    package let problems: [KeyFileError]
    package var description: String { problems.map(\.description).joined(separator: "; ") }
}
