import StageKit

/// The variables that a stage's process is started with.
enum StageEnvironment {
    private static let plain: Set<String> = [
        "PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "CASEWIRE_LOG_LEVEL",
    ]

    /// What any program needs to run, what the pipeline passes on to this one, and where its broker is; nothing else.
    /// - Parameters:
    ///   - keys: the files with its secret key and with the broker's public key, where its socket is a locked one. Files,
    ///     so that no key is ever seen in a process's environment or command line.
    ///   - passing: the names of the variables that the pipeline passes on.
    ///   - inherited: the variables of the process that starts it.
    static func variables(
        stage: String, instance: String, socket: String, keys: (secret: String, broker: String)? = nil,
        passing: [String], from inherited: [String: String]
    ) -> [String: String] {
        var variables = inherited.filter { plain.contains($0.key) || passing.contains($0.key) }
        variables["CASEWIRE_SOCKET"] = socket
        variables["CASEWIRE_STAGE"] = stage
        variables["CASEWIRE_INSTANCE"] = instance
        if let keys {
            variables[BrokerKeys.secretVariable] = keys.secret
            variables[BrokerKeys.brokerVariable] = keys.broker
        }
        return variables
    }
}
