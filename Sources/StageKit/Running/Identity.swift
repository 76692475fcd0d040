import Glibc
import Logging

/// Who a process is in its pipeline, from its arguments and its environment.
struct Identity: Sendable {
    /// Where its broker listens.
    var endpoint: String
    /// The stage's name in the pipeline.
    var stage: String
    /// The name among the stage's replicas.
    var instance: String
    var pid: Int
    var logLevel: Logger.Level

    /// Arguments go before environment. `CASEWIRE_SOCKET` or `--socket` must be there.
    init?(name: String, options: Options, environment: [String: String]) {
        guard let endpoint = options.socket ?? environment["CASEWIRE_SOCKET"], !endpoint.isEmpty else { return nil }
        self.init(
            endpoint: endpoint, stage: environment["CASEWIRE_STAGE"] ?? name,
            instance: environment["CASEWIRE_INSTANCE"],
            logLevel: environment["CASEWIRE_LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .info)
    }

    init(endpoint: String, stage: String, instance: String?, logLevel: Logger.Level = .info) {
        self.endpoint = endpoint
        self.stage = stage
        self.instance = instance ?? randomName()
        pid = Int(getpid())
        self.logLevel = logLevel
    }
}
