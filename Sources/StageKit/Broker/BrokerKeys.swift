import StageProtocol
package import ZeroMQ

/// What a process shows to its broker on a locked tcp socket, and by what it knows the broker. Its keys are never printed.
public struct BrokerKeys: Sendable, CustomStringConvertible, CustomReflectable {
    /// The variable that names the file with the process's own secret key.
    public static let secretVariable = "CASEWIRE_KEY_FILE"
    /// The variable that names the file with the broker's public key.
    public static let brokerVariable = "CASEWIRE_BROKER_KEY_FILE"

    package let role: CurveRole

    /// Reads the keys from their files.
    /// - Parameters:
    ///   - secretFile: the process's own secret key; a file that others may read is refused.
    ///   - brokerFile: the broker's public key.
    /// - Throws: ``BrokerKeysError``
    public init(secretFile: String, brokerFile: String) throws {
        do {
            let secret = try KeyFile.secret(at: secretFile)
            let broker = try KeyFile.publicKeys(at: brokerFile)
            guard broker.count == 1 else {
                throw BrokerKeysError(message: "\(brokerFile) must hold one public key, and holds \(broker.count)")
            }
            role = .client(
                publicKey: try Curve.publicKey(ofSecret: secret), secretKey: secret, serverKey: broker[0])
        } catch let error as KeyFileError {
            throw BrokerKeysError(message: "\(error)")
        }
    }

    /// The keys that the environment names; nil where it names none.
    /// - Throws: ``BrokerKeysError``, also where it names one file and not the other.
    public init?(environment: [String: String]) throws {
        let files = [Self.secretVariable, Self.brokerVariable].map { environment[$0].flatMap { $0.isEmpty ? nil : $0 } }
        switch (files[0], files[1]) {
        case (nil, nil): return nil
        case (let secret?, let broker?): try self.init(secretFile: secret, brokerFile: broker)
        case (nil, _), (_, nil):
            throw BrokerKeysError(
                message: "\(Self.secretVariable) and \(Self.brokerVariable) must be set both, or neither")
        }
    }

    /// Refuses to speak in the open to another host.
    static func check(_ keys: BrokerKeys?, for endpoint: String) throws(BrokerKeysError) {
        guard keys == nil, endpoint.hasPrefix("tcp://") else { return }
        let host = endpoint.dropFirst("tcp://".count).prefix(upTo: endpoint.lastIndex(of: ":") ?? endpoint.endIndex)
        guard !isLoopback(host: host) else { return }
        throw BrokerKeysError(
            message:
                "\(endpoint) is on the network, and no keys are named: set \(secretVariable) and \(brokerVariable); "
                + "\"casewire keys\" makes keys")
    }

    /// That there are keys, and not which.
    public var description: String { "keys for the broker" }

    /// The value, without keys.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a process has no keys for its broker.
public struct BrokerKeysError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what to do; it shows no key.
    public var message: String

    /// A problem with the keys.
    public init(message: String) { self.message = message }

    /// The sentence.
    public var description: String { message }
}
