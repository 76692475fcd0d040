import FoundationEssentials
import Pipeline
import StageProtocol

/// A pipeline as Kubernetes objects: the broker as a StatefulSet with a disk, a Deployment for each stage, the services
/// between them, and who may reach whom.
///
/// Whatever the file says, each stage meets the broker on a tcp socket of its own, opened by keys: pods share no folder.
struct KubernetesObjects {
    /// Where things are in the image.
    enum Place {
        static let folder = "/etc/casewire"
        static let programs = "/usr/lib/casewire"
        static let runtime = "/var/lib/casewire"
        static let web = "0.0.0.0:8080"
        static let metrics = "0.0.0.0:9464"
    }

    /// What the pipeline's file is filled in from in a pod.
    static let variables = [
        "CASEWIRE_BIN": Place.programs, "CASEWIRE_VAR": Place.runtime, "CASEWIRE_WEB": Place.web,
        "CASEWIRE_METRICS": Place.metrics,
    ]

    let pipeline: LoadedPipeline
    let image: String
    /// What all names begin with.
    let app: String
    /// The pipeline's file, with the stages' sockets on tcp.
    let text: String
    /// The other files that are read where the broker runs, by name.
    let beside: [ExportedFile]
    /// Variables of the file that are the operator's.
    let operatorVariables: [String]

    var config: PipelineConfig { pipeline.config }

    /// - Throws: `SocketCannotMove`.
    init(_ pipeline: LoadedPipeline, text: PipelineText, image: String) throws {
        self.pipeline = pipeline
        self.image = image
        app = Self.label(pipeline.config.name, longest: 40)
        let stages = pipeline.config.stages
        self.text = try text.moving(
            Dictionary(uniqueKeysWithValues: stages.indices.map { (stages[$0].name, "tcp://*:\(Self.port($0))") }))
        operatorVariables = text.variables.filter { Self.variables[$0] == nil }
        beside = try [pipeline.config.standardsPath, pipeline.config.peoplePath].compactMap { path in
            guard let name = pipeline.config.inFolder(path), !name.contains("/") else { return nil }
            return ExportedFile(name: name, text: try String(contentsOfFile: path, encoding: .utf8))
        }
    }

    /// What is applied.
    var manifests: [ExportedFile] {
        [
            ExportedFile(name: "pipeline.yaml", text: configMap),
            ExportedFile(name: "broker.yaml", text: broker),
        ]
            + config.stages.indices.map { ExportedFile(name: "stage-\(config.stages[$0].name).yaml", text: stage($0)) }
            + [ExportedFile(name: "network.yaml", text: network)]
    }

    var files: [ExportedFile] { manifests + [ExportedFile(name: "Containerfile", text: containerfile)] }

    /// What would not work as it stands.
    var warnings: [String] {
        var warnings: [String] = []
        if let web = config.desk.web,
            ["0.0.0.0", "127.0.0.1", "localhost"].contains(where: { web.contains("://\($0)") })
        {
            warnings.append("desk.web is \(web): write the address there by which browsers reach the web door")
        }
        for stage in config.stages {
            let paths = pipeline.manifests[stage.name]?.settings.values(.path, in: stage.settings) ?? []
            let places = [config.folder, config.runtimeFolder, config.keysFolder]
            for path in paths where !places.contains(where: { lies(path, in: $0) }) {
                warnings.append("\(stage.name) names \(path), which its pod does not have: mount it there")
            }
            if stage.replicas.lowerBound < stage.replicas.upperBound {
                warnings.append(
                    "\(stage.name) does not follow its queue in a cluster by itself: its Deployment has the fewest replicas, "
                        + "and casewire_queue_messages is what to scale it by")
            }
            if stage.settings["outbox"]?.string != nil, stage.settings["smtp"] == nil {
                warnings.append("\(stage.name) puts mails into an outbox that ends with its pod: name a mail server")
            }
        }
        return warnings
    }
}
