import Pipeline
import StageProtocol

/// A pipeline as systemd units, the user they run as, and the folders they need.
///
/// Either one unit keeps everything by `casewire up`, or a target starts the broker and each stage as units of their own.
struct SystemdUnits {
    private let pipeline: LoadedPipeline
    private let user: String
    /// The program `casewire`.
    private let casewire: String
    private let environment: [String: String]
    /// The variables that the pipeline's file is filled in from and that are set.
    private let variables: [String]

    private var config: PipelineConfig { pipeline.config }

    init(
        _ pipeline: LoadedPipeline, user: String, casewire: String, environment: [String: String], variables: [String]
    ) {
        self.pipeline = pipeline
        self.user = user
        self.casewire = casewire
        self.environment = environment
        self.variables = variables
    }

    var files: [ExportedFile] {
        [
            ExportedFile(name: "casewire.service", text: whole),
            ExportedFile(name: "casewire.target", text: target),
            ExportedFile(name: "casewire-broker.service", text: broker),
        ]
            + config.stages.map { ExportedFile(name: "casewire-\($0.name)@.service", text: service($0)) }
            + [
                ExportedFile(name: "casewire.sysusers", text: users),
                ExportedFile(name: "casewire.tmpfiles", text: folders),
            ]
    }
}

// MARK: The files

extension SystemdUnits {
    private var target: String {
        let instances = config.stages.flatMap { stage in
            (0..<stage.replicas.lowerBound).map { "casewire-\(stage.name)@\($0).service" }
        }
        return """
            [Unit]
            Description=The pipeline \(specifierless(config.name))
            Documentation=man:casewire(1)
            Conflicts=casewire.service
            Wants=casewire-broker.service \(instances.joined(separator: " "))

            [Install]
            WantedBy=multi-user.target

            """
    }

    /// `casewire up`: the broker, the stages, and as many of each as the file or the queue asks for.
    private var whole: String {
        unit(
            "All", after: "network.target", start: [casewire, "up", "--pipeline", config.path],
            variables: named, file: ("casewire.env", secrets + config.stages.flatMap(\.environment)),
            writes: [config.runtimeFolder, config.keysFolder] + storeFolder + config.stages.flatMap(outside),
            service: ["ExecReload=/bin/kill -HUP $MAINPID", "LimitNOFILE=65536", "TimeoutStopSec=30"], isWhole: true)
    }

    private var broker: String {
        unit(
            "The broker", after: "network.target", start: [casewire, "broker", "--pipeline", config.path],
            variables: named, file: ("broker.env", secrets),
            writes: [config.runtimeFolder, config.keysFolder] + storeFolder,
            service: [
                "ExecReload=/bin/kill -HUP $MAINPID", "LimitNOFILE=65536", "TimeoutStopSec=20",
                "MemoryDenyWriteExecute=yes",
            ])
    }

    /// Only Casewire's own variables are written down: any other may be a secret.
    private var named: [(key: String, value: String)] {
        variables.filter { $0.hasPrefix("CASEWIRE_") }.map { ($0, environment[$0] ?? "") }
    }

    private var secrets: [String] { variables.filter { !$0.hasPrefix("CASEWIRE_") } }

    /// What a stage names outside of the pipeline's folder, such as a Maildir: it is there to be worked on.
    private func outside(_ stage: PipelineConfig.Stage) -> [String] {
        let paths = pipeline.manifests[stage.name]?.settings.values(.path, in: stage.settings) ?? []
        return paths.filter { !lies($0, in: config.folder) }
    }

    private func service(_ stage: PipelineConfig.Stage) -> String {
        let door = config.door(of: stage)
        let keys = door.keys.map { (config.secretFile(of: $0), config.brokerKeyFile) }
        let own = StageEnvironment.variables(
            stage: stage.name, instance: "", socket: door.reachedAt, keys: keys, passing: [], from: [:])
        return unit(
            "The stage \(stage.name), process %i", after: "casewire-broker.service network.target", start: stage.run,
            variables: own.filter { $0.key != "CASEWIRE_INSTANCE" }.sorted { $0.key < $1.key },
            instance: "CASEWIRE_INSTANCE=\(stage.name)-%i", file: ("\(stage.name).env", stage.environment),
            writes: [config.runtimeFolder] + outside(stage), service: ["TimeoutStopSec=20"])
    }

    private var users: String {
        "u \(user) - \"Casewire\" \(config.runtimeFolder)\n"
    }

    private var folders: String {
        let own = [config.runtimeFolder, config.keysFolder] + socketFolders + storeFolder
        return own.unique.map { "d \(quoted($0)) 0700 \(user) \(user) -\n" }.joined()
    }

    private var socketFolders: [String] {
        config.doors.filter { $0.address.hasPrefix("ipc://") }.map { folder(of: String($0.address.dropFirst(6))) }
    }

    private var storeFolder: [String] {
        switch config.store {
        case .sqlite(let path): [folder(of: path)]
        }
    }

    private func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? config.folder
    }
}

// MARK: A unit

extension SystemdUnits {
    /// - Parameters:
    ///   - instance: what tells the processes of a template apart.
    ///   - file: variables that may be secrets, and the file beside the pipeline's that is to hold them.
    ///   - writes: folders that may be written to; all others are read-only.
    private func unit(
        _ description: String, after: String, start: [String], variables: [(key: String, value: String)],
        instance: String? = nil,
        file: (name: String, variables: [String]), writes: [String], service: [String], isWhole: Bool = false
    ) -> String {
        let environment =
            variables.map { "Environment=\(quoted("\($0.key)=\($0.value)"))" }
            + (instance.map { ["Environment=\($0)"] } ?? [])
            + (file.variables.isEmpty
                ? []
                : [
                    "# Lines NAME=value for \(file.variables.joined(separator: ", ")); mode 0600",
                    "EnvironmentFile=\(specifierless("\(config.folder)/\(file.name)"))",
                ])
        // A folder that lies in another one is covered by it.
        let folders = writes.unique.filter { path in !writes.contains { $0 != path && lies(path, in: $0) } }
        return """
            [Unit]
            Description=\(description) of \(specifierless(config.name))
            Documentation=man:casewire(1)
            After=\(after)
            # It is started again however often it ends.
            StartLimitIntervalSec=0
            \(isWhole ? "Conflicts=casewire.target" : "PartOf=casewire.target")

            [Service]
            Type=exec
            ExecStart=\(start.map { quoted($0, isCommand: true) }.joined(separator: " "))
            WorkingDirectory=\(specifierless(config.folder))
            \((["User=\(user)", "Group=\(user)"] + environment).joined(separator: "\n"))
            Restart=always
            RestartSec=1
            # TERM lets it finish what it has begun.
            KillMode=mixed
            \(service.joined(separator: "\n"))

            UMask=0077
            ReadWritePaths=\(folders.map { quoted($0) }.joined(separator: " "))
            \(hardening.joined(separator: "\n"))
            \(isWhole ? "\n[Install]\nWantedBy=multi-user.target\n" : "")
            """
    }

    /// What a program that speaks over sockets and writes into its own folders can do without.
    private var hardening: [String] {
        let isAtHome = ["/home", "/root", "/run/user"].contains { home in
            lies(config.folder, in: home) || lies(config.runtimeFolder, in: home)
        }
        return [
            "NoNewPrivileges=yes", "CapabilityBoundingSet=", "AmbientCapabilities=", "ProtectSystem=strict",
            isAtHome ? "ProtectHome=read-only" : "ProtectHome=yes",
            lies(config.folder, in: "/tmp") ? "PrivateTmp=no" : "PrivateTmp=yes", "PrivateDevices=yes",
            "ProtectClock=yes", "ProtectControlGroups=yes", "ProtectHostname=yes", "ProtectKernelLogs=yes",
            "ProtectKernelModules=yes", "ProtectKernelTunables=yes", "ProtectProc=invisible",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6", "RestrictNamespaces=yes", "RestrictRealtime=yes",
            "RestrictSUIDSGID=yes", "LockPersonality=yes", "RemoveIPC=yes", "SystemCallArchitectures=native",
            // Without @resources no thread could be given its priority.
            "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged", "SystemCallErrorNumber=EPERM",
        ]
    }

    /// A word as systemd reads it back: its specifiers doubled, and in quotes where it needs them.
    private func quoted(_ word: String, isCommand: Bool = false) -> String {
        var text = specifierless(word)
        if isCommand { text = text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$") }
        let plain = text.utf8.allSatisfy { $0 > 32 && $0 != 127 && ![34, 39, 59, 92].contains($0) }
        guard !plain || text.isEmpty else { return text }
        let escaped = text.flatMap { ["\"", "\\"].contains($0) ? ["\\", $0] : [$0] }
        return "\"\(String(escaped))\""
    }

    private func specifierless(_ text: String) -> String {
        text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }
}

extension [String] {
    /// Each once, in the order of first appearance.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
