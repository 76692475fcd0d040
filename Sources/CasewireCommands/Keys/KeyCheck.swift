import BrokerService
import Casework
import FoundationEssentials
import Pipeline
import StageKit
import ZeroMQ

/// The part of `casewire check` that looks at the keys of tcp sockets: those that the broker needs, and those of the
/// stages that are started here.
enum KeyCheck {
    static func problems(_ config: PipelineConfig) -> [KeyFileError] {
        do {
            guard try Keyring(config) != nil else { return [] }
        } catch {
            return error.problems
        }
        return ownKeys(config)
    }

    static func diagnostics(_ draft: PipelineDraft) -> [Diagnostic] {
        diagnostics(draft.config, sockets: draft.sockets) + signingKeys(draft.config)
    }

    /// Keys that sign links and addresses. The first start makes one, in one place.
    private static func signingKeys(_ config: PipelineConfig) -> [Diagnostic] {
        let here = config.stages.filter { $0.replicas.upperBound > 0 }
        return Set(here.compactMap { $0.settings["key"]?.string }).sorted().compactMap { path in
            guard path != config.signingKey || FileManager.default.fileExists(atPath: path) else { return nil }
            do {
                _ = try SigningKey.load(path: path)
                return nil
            } catch {
                return Diagnostic(
                    severity: .error, place: Place(file: path, line: 0, column: 1, source: nil), code: .keys,
                    message: "\(error)")
            }
        }
    }

    /// - Parameter sockets: where the sockets stand, by the names of their doors. What is wrong with a key is told at the
    ///   socket that it opens, but for what stands on a line of the key's own file.
    static func diagnostics(_ config: PipelineConfig, sockets: [String: Place] = [:]) -> [Diagnostic] {
        let locked = config.doors.filter { $0.keys != nil }
        return problems(config).map { problem in
            let name = problem.path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
            let door = locked.first { $0.keys == String(name) } ?? locked.first
            guard problem.line == nil, let door, let socket = sockets[door.name] else {
                return Diagnostic(
                    severity: .error, place: Place(file: problem.path, line: problem.line ?? 0, column: 1, source: nil),
                    code: .keys, message: problem.message)
            }
            return Diagnostic(
                severity: .error, place: socket, code: .keys,
                message: "the socket of \(door.name) is opened by keys, and \(problem)")
        }
    }

    /// A stage that is started here finds its own secret key beside the broker's public one, and both are the right ones.
    private static func ownKeys(_ config: PipelineConfig) -> [KeyFileError] {
        let here = config.stages.filter { $0.replicas.upperBound > 0 }.compactMap { config.door(of: $0).keys }
        guard !here.isEmpty else { return [] }
        var problems: [KeyFileError] = []
        func attempt(_ body: () throws -> Void) {
            do {
                try body()
            } catch let problem as KeyFileError {
                problems.append(problem)
            } catch {
                problems.append(KeyFileError(config.keysFolder, "\(error)"))
            }
        }
        attempt {
            let secret = try KeyFile.secret(at: config.secretFile(of: "broker"))
            guard try KeyFile.publicKeys(at: config.brokerKeyFile) == [Curve.publicKey(ofSecret: secret)] else {
                throw KeyFileError(config.brokerKeyFile, "does not belong to broker.secret")
            }
        }
        for name in here {
            attempt {
                let own = try Curve.publicKey(ofSecret: KeyFile.secret(at: config.secretFile(of: name)))
                guard try KeyFile.publicKeys(at: "\(config.keysFolder)/\(name).public").contains(own) else {
                    throw KeyFileError(
                        config.secretFile(of: name),
                        "belongs to none of the keys in \(name).public; \(name) would be kept out")
                }
            }
        }
        return problems
    }
}
