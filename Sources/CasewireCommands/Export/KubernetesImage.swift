import FoundationEssentials
import Pipeline

extension KubernetesObjects {
    /// The image: the Debian package, and what the pipeline reads. Never its whole folder, which may hold customers' data
    /// and keys.
    var containerfile: String {
        """
        # In the pipeline's folder, with the package that "make deb" makes: docker build -t \(image) -f .../Containerfile .
        FROM debian:12-slim
        COPY casewire_*.deb /tmp/
        RUN apt-get update && apt-get install -y --no-install-recommends /tmp/casewire_*.deb ca-certificates\(python) \\
         && rm -rf /tmp/casewire_*.deb /var/lib/apt/lists/*
        \(read.map { "COPY \(json([$0, "\(Place.folder)/\($0)"]))" }.joined(separator: "\n"))
        WORKDIR \(Place.folder)
        USER 10001:10001

        """
    }

    /// What a stage in Python runs with, which the Debian package does not bring.
    private var python: String {
        config.stages.contains { $0.run.first?.split(separator: "/").last == "python3" } ? " python3 python3-zmq" : ""
    }

    /// The files and top folders in the pipeline's folder that it reads.
    private var read: [String] {
        var paths = [config.path, config.standardsPath, config.peoplePath, config.knowledgePath]
        for stage in config.stages {
            paths.append(stage.manifestPath)
            paths += stage.run.map { $0.hasPrefix("/") ? $0 : "\(config.folder)/\($0)" }.filter {
                FileManager.default.fileExists(atPath: $0)
            }
            paths += pipeline.manifests[stage.name]?.settings.values(.path, in: stage.settings) ?? []
        }
        let kept = [config.runtimeFolder, config.keysFolder, "\(config.folder)/secrets"]
        let names = paths.filter { path in !kept.contains { lies(path, in: $0) } }.compactMap(config.inFolder)
        return Set(names.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
    }
}
