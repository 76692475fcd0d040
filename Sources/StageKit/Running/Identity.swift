import Glibc
import Logging

/// Who a process is in its pipeline, from its arguments and its environment.
struct Identity: Sendable {
    /// Where its broker listens.
    var endpoint: String
    /// What opens its socket, where that is a locked one.
    var keys: BrokerKeys?
    /// The stage's name in the pipeline.
    var stage: String
    /// The name among the stage's replicas.
    var instance: String
    var pid: Int
    var logLevel: Logger.Level

    /// Arguments go before environment. `CASEWIRE_SOCKET` or `--socket` must be there.
    /// - Throws: `BrokerKeysError` where the keys that the environment names cannot be used, or none are named and needed.
    init?(name: String, options: Options, environment: [String: String]) throws {
        guard let endpoint = options.socket ?? environment["CASEWIRE_SOCKET"], !endpoint.isEmpty else { return nil }
        self.init(
            endpoint: endpoint, keys: try BrokerKeys(environment: environment),
            stage: environment["CASEWIRE_STAGE"] ?? name,
            instance: environment["CASEWIRE_INSTANCE"],
            logLevel: environment["CASEWIRE_LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .info)
        try BrokerKeys.check(keys, for: endpoint)
    }

    init(
        endpoint: String, keys: BrokerKeys? = nil, stage: String, instance: String?, logLevel: Logger.Level = .info
    ) {
        self.endpoint = endpoint
        self.keys = keys
        self.stage = stage
        self.instance = instance ?? randomName()
        pid = Int(getpid())
        self.logLevel = logLevel
    }
}
