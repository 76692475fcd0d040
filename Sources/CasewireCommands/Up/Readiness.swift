import FoundationEssentials
import Pipeline
import StageKit

/// Waits until every stage has greeted the broker as often as it has replicas.
struct Readiness {
    private let config: PipelineConfig

    private let keys: BrokerKeys?

    init(_ config: PipelineConfig, _ keys: BrokerKeys?) {
        self.config = config
        self.keys = keys
    }

    /// True once all are there; false where the wait was cancelled.
    func wait() async -> Bool {
        while !Task.isCancelled {
            if let client = try? await BrokerClient(
                endpoint: config.controlDoor.reachedAt, keys: keys, within: .seconds(5))
            {
                let ready = await allGreeted(client)
                await client.close()
                if ready { return true }
            }
        }
        return false
    }

    private func allGreeted(_ client: BrokerClient) async -> Bool {
        while !Task.isCancelled, let status = try? await client.ask("status") {
            let present = Dictionary(
                (status["stages"]?.array ?? []).map {
                    ($0["name"]?.string ?? "", $0["sessions"]?.array?.count ?? 0)
                }, uniquingKeysWith: +)
            if config.stages.allSatisfy({ present[$0.name, default: 0] >= $0.replicas }) { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
