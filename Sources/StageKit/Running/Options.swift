/// The options that every stage has.
struct Options: Sendable, Hashable {
    /// What a stage is started for.
    enum Mode: Sendable, Hashable {
        case serve, once, describe, help, version
    }

    var mode = Mode.serve
    var socket: String?

    /// An argument that no stage knows.
    struct Unknown: Error, Hashable {
        let message: String
    }

    init(_ arguments: [String]) throws(Unknown) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--once": mode = .once
            case "--describe": mode = .describe
            case "--help", "-h": mode = .help
            case "--version": mode = .version
            case "--socket":
                guard let value = rest.popFirst() else { throw Unknown(message: "--socket needs an address") }
                socket = value
            case let text where text.hasPrefix("--socket="): socket = String(text.dropFirst("--socket=".count))
            default: throw Unknown(message: "unknown argument \"\(argument)\"")
            }
        }
    }

    static func help(_ name: String) -> String {
        """
        usage: \(name) [--socket ADDRESS]     work for a broker, until TERM, INT or the end of standard input
               \(name) --once < DELIVERY      work one delivery, without a broker (docs/protocol.md, "One delivery")
               \(name) --describe             what this program is, as JSON
               \(name) --version | --help

        environment:
          CASEWIRE_SOCKET     the broker's address for this stage: ipc:///path or tcp://host:port
          CASEWIRE_STAGE      the stage's name in the pipeline (default \(name))
          CASEWIRE_INSTANCE   a name for this process that outlives it (default random)
          CASEWIRE_KEY_FILE, CASEWIRE_BROKER_KEY_FILE
                              for a locked tcp socket: files with this stage's secret key and the broker's public key
          CASEWIRE_LOG_LEVEL  trace, debug, info (default), notice, warning, error or critical

        exit codes: 0 drained, 1 --once: the handler failed, 64 usage, 65 --once: no delivery,
                    69 no broker, 70 broken, 75 try again later, 78 settings wrong
        """
    }
}
