package import StageProtocol

/// What `pipeline.yaml` says, checked, with every path absolute and every default filled in.
package struct PipelineConfig: Sendable, Hashable {
    /// The shop's front desk as customers know it.
    package struct Desk: Sendable, Hashable {
        package var name: String
        package var address: String
        /// Where customers reach the desk in a browser, without a slash at its end; nil where there is no web door.
        package var web: String?
        package var signature: String?
    }

    package enum Store: Sendable, Hashable {
        /// The database file.
        case sqlite(path: String)
    }

    /// What is held at most; sizes in bytes.
    package struct Limits: Sendable, Hashable {
        /// Messages that wait or are being worked before submissions are told to come later.
        package var queueDepth = 10_000
        /// Bytes of one blob.
        package var blob = 64 << 20

        package init() {}
    }

    /// How often a message is tried, and how long apart; times in milliseconds.
    package struct Retry: Sendable, Hashable {
        package var attempts = 12
        package var firstBackoff: Int64 = 500
        package var maxBackoff: Int64 = 900_000
    }

    /// Where something listens.
    package struct Listen: Sendable, Hashable, CustomStringConvertible {
        /// A name or an address; one of IPv6 in brackets.
        package var host: String
        package var port: Int

        package var description: String { "\(host):\(port)" }
    }

    package struct Stage: Sendable, Hashable {
        package var name: String
        package var manifestPath: String
        /// Program and arguments; a program with a slash is absolute, another is looked for in PATH.
        package var run: [String]
        /// `ipc://` with an absolute path, or `tcp://host:port`.
        package var socket: String
        /// Whether the tcp socket takes anybody who reaches it, without keys: `secure: none`, on a loopback address only.
        package var isPlain: Bool
        /// How many run here at the least and at the most; none where others start them.
        package var replicas: ClosedRange<Int>
        /// Stages by output.
        package var outputs: [String: [String]]
        package var reads: Set<String>
        package var writes: Set<String>
        /// As the stage receives them.
        package var settings: JSON
        /// Names of the variables that are passed on to the stage.
        package var environment: [String]
    }

    package var name: String
    package var desk: Desk
    /// Absolute; its folder is the working directory of the stages.
    package var path: String
    /// The folder for everything that is written while running.
    package var runtimeFolder: String
    package var store: Store
    package var standardsPath: String
    package var peoplePath: String
    package var knowledgePath: String
    /// The folder of the keys for tcp sockets.
    package var keysFolder: String
    /// Where the operator's command asks.
    package var control: String
    /// Where the operator's command watches.
    package var tap: String
    /// Where the broker serves figures, health and readiness over HTTP; nil where it does not.
    package var metrics: Listen?
    package var limits: Limits
    package var retry: Retry
    /// In the order of the file.
    package var stages: [Stage]

    package var folder: String { parentFolder(of: path) }
    /// The key that signs links and addresses, made at the first start.
    package var signingKey: String { runtimeFolder + "/keys/signing.key" }

    package func stage(_ name: String) -> Stage? { stages.first { $0.name == name } }
}

extension PipelineConfig {
    /// A socket that the broker binds.
    package struct Door: Sendable, Hashable {
        /// The stage it belongs to, or `control` or `tap`.
        package var name: String
        package var address: String
        /// Whose keys open it; nil where none are needed: an ipc socket's folder is its user's alone.
        package var keys: String?

        package init(name: String, address: String, keys: String?) {
            self.name = name
            self.address = address
            self.keys = keys
        }

        /// Where a process of this host reaches it: a socket that is bound to all addresses, at this host's own.
        package var reachedAt: String {
            for (all, own) in [("tcp://*:", "tcp://127.0.0.1:"), ("tcp://0.0.0.0:", "tcp://127.0.0.1:")]
            where address.hasPrefix(all) { return own + address.dropFirst(all.count) }
            return address.hasPrefix("tcp://[::]:") ? "tcp://[::1]:" + address.dropFirst("tcp://[::]:".count) : address
        }
    }

    /// Where the operator's command asks.
    package var controlDoor: Door { operatorDoor("control", control) }
    /// Where the operator's command watches.
    package var tapDoor: Door { operatorDoor("tap", tap) }

    /// The socket of a stage.
    package func door(of stage: Stage) -> Door {
        let isLocked = stage.socket.hasPrefix("tcp://") && !stage.isPlain
        return Door(name: stage.name, address: stage.socket, keys: isLocked ? stage.name : nil)
    }

    /// Every socket that the broker binds.
    package var doors: [Door] { [controlDoor, tapDoor] + stages.map(door) }

    private func operatorDoor(_ name: String, _ address: String) -> Door {
        Door(name: name, address: address, keys: address.hasPrefix("tcp://") ? "operator" : nil)
    }
}

/// Everything a pipeline is made of, ready to be run.
package struct LoadedPipeline: Sendable, Hashable {
    package var config: PipelineConfig
    /// By the stage's name in `pipeline.yaml`.
    package var manifests: [String: Manifest]
    package var standards: Standards
    package var people: People
    /// The texts of the YAML files that it was read from, by path.
    package var sources: [String: String]
    /// What is worth a look though the pipeline can run.
    package var warnings: [Diagnostic]
}
