import StageKit
import StageProtocol

/// A conversation with the broker that is taken up again after it was lost.
actor Connection {
    private let endpoint: String
    private let keys: BrokerKeys?
    private var client: BrokerClient
    private var number = 0

    init(endpoint: String, keys: BrokerKeys?) async throws {
        self.endpoint = endpoint
        self.keys = keys
        client = try await BrokerClient(endpoint: endpoint, keys: keys, software: "casewire \(Casewire.version)")
    }

    /// Does something with the client; where the broker did not answer, connects anew for the next one who asks.
    func use<R: Sendable>(_ body: @Sendable (BrokerClient) async throws -> R) async throws -> R {
        let (client, number) = (client, number)
        do {
            return try await body(client)
        } catch let error as BrokerUnreachable {
            try await renew(after: number)
            throw error
        }
    }

    func close() async { await client.close() }

    private func renew(after lost: Int) async throws {
        guard number == lost else { return }
        number += 1
        let old = client
        client = try await BrokerClient(endpoint: endpoint, keys: keys, software: "casewire \(Casewire.version)")
        await old.close()
    }
}
