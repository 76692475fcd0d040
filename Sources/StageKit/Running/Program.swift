import Glibc
import Logging
import StageProtocol
import ZeroMQ

extension Stage {
    /// The whole program: subcommands first, then the options every stage has, else work for the broker.
    @concurrent public static func main() async {
        LoggingSystem.bootstrap { _ in JSONLines(level: .info) }
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(await perform(arguments, environment: environment()))
    }

    /// The program with these arguments.
    /// - Returns: its exit code.
    package static func perform(_ arguments: [String], environment: [String: String]) async -> Int32 {
        do {
            if let code = try await command(arguments) { return code }
            let options = try Options(arguments)
            switch options.mode {
            case .help: print(Options.help(name))
            case .version: print("\(name) \(version)")
            case .describe: print(String(decoding: description.bytes, as: UTF8.self))
            case .once:
                return await Once<Self>(input: readInput()).run { print(String(decoding: $0.bytes, as: UTF8.self)) }
            case .serve: return try await serve(options, environment)
            }
            return ExitCode.drained
        } catch let error as Options.Unknown {
            complain("\(error.message)\n\n\(Options.help(name))")
            return ExitCode.usage
        } catch let error as BrokerUnreachable {
            complain("\(name): \(error)")
            return ExitCode.unreachable
        } catch let error as BrokerKeysError {
            complain("\(name): \(error)")
            return ExitCode.config
        } catch {
            complain("\(name): \(explain(error))")
            return (error as? StageFailure)?.kind == .config ? ExitCode.config : ExitCode.software
        }
    }

    private static func serve(_ options: Options, _ environment: [String: String]) async throws -> Int32 {
        guard let identity = try Identity(name: name, options: options, environment: environment) else {
            complain(
                "\(name): no broker is named. Set CASEWIRE_SOCKET or give --socket; \"casewire up\" does it for you.")
            return ExitCode.usage
        }
        let runner = try Runner<Self>(identity, context: Context(maximumSockets: 16))
        let farewell = try Farewell { runner.drain() }
        defer { withExtendedLifetime(farewell) {} }
        return await runner.run()
    }

    /// What the program knows of itself.
    static var description: JSON {
        [
            "name": .string(name), "version": .string(version), "protocol": .int(Int64(Wire.version)),
            "software": .string("\(name) \(version)"), "concurrency": .int(Int64(concurrency)),
            "auto_extend": .bool(autoExtend),
        ]
    }
}

private func complain(_ text: String) { JSONLines.standardError(Array("\(text)\n".utf8)) }

private func environment() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
        let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
        next += 1
    }
    return variables
}

/// All of standard input.
private func readInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(0, &buffer, buffer.count)
        if count > 0 {
            bytes += buffer[..<count]
        } else if count == 0 || errno != EINTR {
            return bytes
        }
    }
}
