/// The arguments of `intake deliver`.
struct DeliverOptions: Sendable, Hashable {
    var socket: String
    var timeout = Duration.seconds(20)

    /// A command line that cannot be used, or a wish for help.
    enum Problem: Error, Hashable {
        case usage(String)
        case help
    }

    init(_ arguments: [String], environment: [String: String]) throws(Problem) {
        socket =
            environment["CASEWIRE_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "ipc://\(environment["CASEWIRE_VAR"].flatMap { $0.isEmpty ? nil : $0 } ?? "var")/run/intake.sock"
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            switch parts.first ?? "" {
            case "--help", "-h": throw .help
            case "--socket":
                guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
                    throw .usage("--socket needs an address such as ipc:///var/lib/casewire/run/intake.sock")
                }
                socket = value
            case "--timeout":
                guard let text = parts.count > 1 ? parts[1] : rest.popFirst(), let seconds = Double(text),
                    seconds > 0, seconds <= 3600
                else { throw .usage("--timeout needs a number of seconds, at most 3600") }
                timeout = .seconds(seconds)
            default: throw .usage("unknown argument \"\(argument)\"")
            }
        }
    }

    static let help = """
        usage: intake deliver [--socket ADDRESS] [--timeout SECONDS] < MAIL

        Hands a mail to the pipeline; meant for a mail server's pipe. When it exits with 0, the mail is on disk.

          --socket ADDRESS    intake's socket (CASEWIRE_SOCKET, else ipc://$CASEWIRE_VAR/run/intake.sock)
          --timeout SECONDS   how long to wait for the broker in all (20)

        A locked tcp socket is opened by the keys that CASEWIRE_KEY_FILE and CASEWIRE_BROKER_KEY_FILE name.

        exit codes: 0 on disk, 64 usage, 65 no mail or one that is too large, 75 try again later
        """
}
