import Pipeline
import StageKit

extension PipelineConfig {
    /// What opens the operator's doors; nil where they are ipc sockets.
    func operatorKeys() throws -> BrokerKeys? {
        controlDoor.keys == nil && tapDoor.keys == nil ? nil : try keys(of: "operator")
    }

    /// The keys of one name from the folder of keys.
    private func keys(of name: String) throws -> BrokerKeys {
        try BrokerKeys(secretFile: secretFile(of: name), brokerFile: brokerKeyFile)
    }

    func secretFile(of name: String) -> String { "\(keysFolder)/\(name).secret" }
    var brokerKeyFile: String { "\(keysFolder)/broker.public" }
}
