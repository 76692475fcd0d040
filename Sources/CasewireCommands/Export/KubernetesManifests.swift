import Pipeline
import StageProtocol

// The objects as text: what is applied is read by people first.

extension KubernetesObjects {
    /// The pipeline's file with tcp sockets, and the files beside it that the broker reads.
    var configMap: String {
        let files = [ExportedFile(name: "pipeline.yaml", text: text)] + beside
        return """
            # What the broker reads. The image holds the rest of the pipeline's folder.
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: \(app)-pipeline
              labels: \(labels("broker"))
            data:

            """
                + files.map { "  \($0.name): |\n" + indented($0.text, by: 4) }.joined()
    }

    var broker: String {
        let files = ["pipeline.yaml"] + beside.map(\.name)
        return """
            # The broker: one process with one disk. Keys, \(app)-keys: see docs/operating.md.
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: \(app)-broker
              labels: \(labels("broker"))
            spec:
              # One broker has one store: a second one would be refused.
              replicas: 1
              serviceName: \(app)-broker
              selector: {matchLabels: \(labels("broker"))}
              template:
                metadata:
                  labels: \(labels("broker"))
                  annotations: \(scraped)
                spec:
            \(indented(podSecurity, by: 6))
                  containers:
                    - name: broker
                      image: \(json(image))
                      command: \(json(["\(Place.programs)/casewire", "broker"]))
                      workingDir: \(Place.folder)
                      env:
            \(indented(environment(Self.variables, operators: operatorVariables), by: 12))
                      ports:
            \(indented(ports("containerPort"), by: 12))
            \(indented(probes, by: 10))
                      resources: {requests: {cpu: 250m, memory: 128Mi}}
                      securityContext: \(containerSecurity)
                      volumeMounts:
                        - {name: store, mountPath: \(place(config.runtimeFolder))}
                        - {name: keys, mountPath: \(place(config.keysFolder)), readOnly: true}
                        - {name: tmp, mountPath: /tmp}
            \(indented(files.map { "- {name: pipeline, mountPath: \(Place.folder)/\($0), subPath: \($0), readOnly: true}" }.joined(separator: "\n"), by: 12))
                  volumes:
                    - {name: pipeline, configMap: {name: \(app)-pipeline}}
                    - {name: tmp, emptyDir: {}}
                    - name: keys
                      secret:
                        secretName: \(app)-keys
                        defaultMode: 0440
                        items: \(items(["signing.key", "broker.secret"] + config.stages.map { "\($0.name).public" }))
              volumeClaimTemplates:
                - metadata: {name: store}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 10Gi}}
            ---
            # Where the stages meet the broker.
            apiVersion: v1
            kind: Service
            metadata:
              name: \(app)-broker
              labels: \(labels("broker"))
            spec:
              selector: \(labels("broker"))
              ports:
            \(indented(ports("port"), by: 4))

            """
    }

    /// A stage's Deployment, and its Service where it has a web door.
    func stage(_ index: Int) -> String {
        let stage = config.stages[index]
        let schema = pipeline.manifests[stage.name]?.settings
        let web = schema?.values(.hostPort, in: stage.settings).first.flatMap {
            $0.split(separator: ":").last.flatMap { Int($0) }
        }
        let keys =
            ["\(stage.name).secret", "broker.public"]
            + (schema?.values(.path, in: stage.settings) ?? []).filter { lies($0, in: config.keysFolder) }
            .map { String($0.dropFirst(config.keysFolder.count + 1)) }
        let variables = StageEnvironment.variables(
            stage: stage.name, instance: "", socket: "tcp://\(app)-broker:\(Self.port(index))",
            keys: ("\(place(config.keysFolder))/\(stage.name).secret", "\(place(config.keysFolder))/broker.public"),
            passing: [], from: [:])
        let instance = "- {name: CASEWIRE_INSTANCE, valueFrom: {fieldRef: {fieldPath: metadata.name}}}"
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: \(name(of: stage))
              labels: \(labels(stage.name))
            spec:
              replicas: \(max(1, stage.replicas.lowerBound))
              selector: {matchLabels: \(labels(stage.name))}
              template:
                metadata: {labels: \(labels(stage.name))}
                spec:
            \(indented(podSecurity, by: 6))
                  # TERM lets it finish what it has begun.
                  terminationGracePeriodSeconds: 30
                  containers:
                    - name: \(Self.label(stage.name, longest: 63))
                      image: \(json(image))
                      command: \(json([place(stage.run[0])] + stage.run.dropFirst()))
                      workingDir: \(Place.folder)
                      env:
            \(indented(environment(variables.filter { $0.key != "CASEWIRE_INSTANCE" }, operators: stage.environment), by: 12))
            \(indented(instance, by: 12))
            \(indented(web.map(doorOfContainer) ?? "# It greets the broker by itself, and ends where it cannot go on.", by: 10))
                      resources: {requests: {cpu: 100m, memory: 128Mi}}
                      securityContext: \(containerSecurity)
                      volumeMounts:
                        # What it may lose: models learn again, mailboxes are read again.
                        - {name: var, mountPath: \(place(config.runtimeFolder))}
                        - {name: keys, mountPath: \(place(config.keysFolder)), readOnly: true}
                        - {name: secrets, mountPath: \(Place.folder)/secrets, readOnly: true}
                        - {name: tmp, mountPath: /tmp}
                  volumes:
                    - {name: var, emptyDir: {}}
                    - {name: tmp, emptyDir: {}}
                    - {name: secrets, secret: {secretName: \(app)-secrets, optional: true, defaultMode: 0440}}
                    - name: keys
                      secret:
                        secretName: \(app)-keys
                        defaultMode: 0440
                        items: \(items(keys))

            """ + (web == nil ? "" : service(stage))
    }

    /// Who may reach the broker.
    var network: String {
        """
        # Only this pipeline's own pods reach the broker. Keys keep others out where a cluster enforces no policies.
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: \(app)-broker
          labels: \(labels("broker"))
        spec:
          podSelector: {matchLabels: \(labels("broker"))}
          policyTypes: [Ingress]
          ingress:
            \(config.metrics.map { "- ports: [{port: \($0.port)}]      # figures and health, which say nothing of customers" } ?? "# no metrics")
            - from:
                - podSelector: {matchLabels: {app.kubernetes.io/name: casewire, app.kubernetes.io/instance: \(app)}}

        """
    }
}

// MARK: Parts of them

extension KubernetesObjects {
    /// Where the broker opens the socket of a stage, by its place in the file.
    static func port(_ index: Int) -> Int { 7001 + index }

    /// A name as the cluster's DNS takes it.
    static func label(_ name: String, longest: Int) -> String {
        let mapped = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let trimmed = String(mapped).trimmingDashes.prefix(longest)
        return trimmed.isEmpty ? "casewire" : String(trimmed).trimmingDashes
    }

    private func name(of stage: PipelineConfig.Stage) -> String { Self.label("\(app)-\(stage.name)", longest: 63) }

    private func labels(_ component: String) -> String {
        "{app.kubernetes.io/name: casewire, app.kubernetes.io/instance: \(app), app.kubernetes.io/component: \(component)}"
    }

    /// Its own health where it serves that, as it does unless the file leaves `metrics` out; else whether it answers.
    private var probes: String {
        guard let port = config.metrics?.port else {
            let ask = "{exec: {command: \(json(status))}, timeoutSeconds: 10"
            return """
                startupProbe: \(ask), periodSeconds: 2, failureThreshold: 150}
                readinessProbe: \(ask), periodSeconds: 10}
                livenessProbe: \(ask), periodSeconds: 30, failureThreshold: 6}
                """
        }
        return """
            # A large store that an upgrade brings up to date takes its time.
            startupProbe: {httpGet: {path: /health, port: \(port)}, periodSeconds: 2, failureThreshold: 150}
            readinessProbe: {httpGet: {path: /ready, port: \(port)}, periodSeconds: 5, timeoutSeconds: 5}
            livenessProbe: {httpGet: {path: /health, port: \(port)}, periodSeconds: 10, failureThreshold: 6}
            """
    }

    private var scraped: String {
        config.metrics.map { "{prometheus.io/scrape: \"true\", prometheus.io/port: \"\($0.port)\"}" } ?? "{}"
    }

    private var status: [String] { ["\(Place.programs)/casewire", "status", "--format", "json"] }

    private var podSecurity: String {
        """
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
        """
    }

    private var containerSecurity: String {
        "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}"
    }

    /// - Parameter operators: variables that the operator gives, since they may be secrets.
    private func environment(_ variables: [String: String], operators: [String]) -> String {
        (variables.sorted { $0.key < $1.key }.map { "- {name: \($0.key), value: \(json($0.value))}" }
            + operators.map {
                "- {name: \($0), valueFrom: {secretKeyRef: {name: \(app)-variables, key: \($0), optional: true}}}"
            }).joined(separator: "\n")
    }

    private func ports(_ key: String) -> String {
        config.stages.indices.map { "- {name: tcp-\(Self.port($0)), \(key): \(Self.port($0))}" }.joined(separator: "\n")
    }

    private func items(_ files: [String]) -> String {
        "[\(files.map { "{key: \($0), path: \($0)}" }.joined(separator: ", "))]"
    }

    private func doorOfContainer(_ port: Int) -> String {
        """
        ports: [{name: web, containerPort: \(port)}]
        readinessProbe: {httpGet: {path: /ready, port: web}, periodSeconds: 5}
        livenessProbe: {httpGet: {path: /health, port: web}, periodSeconds: 10, failureThreshold: 6}
        """
    }

    private func service(_ stage: PipelineConfig.Stage) -> String {
        """
        ---
        # The web door: put your ingress, with TLS, in front of it.
        apiVersion: v1
        kind: Service
        metadata:
          name: \(name(of: stage))
          labels: \(labels(stage.name))
        spec:
          selector: \(labels(stage.name))
          ports: [{name: web, port: 80, targetPort: web}]

        """
    }

    /// A path as it is in a pod.
    private func place(_ path: String) -> String {
        config.inFolder(path).map { $0.isEmpty ? Place.folder : "\(Place.folder)/\($0)" } ?? path
    }

    func json(_ text: String) -> String { String(decoding: JSON.string(text).bytes, as: UTF8.self) }
    func json(_ words: [String]) -> String {
        String(decoding: JSON.array(words.map(JSON.string)).bytes, as: UTF8.self)
    }

    private func indented(_ text: String, by count: Int) -> String {
        let margin = String(repeating: " ", count: count)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : margin + $0 }
            .joined(separator: "\n")
    }
}

extension PipelineConfig {
    /// What of a path lies in the pipeline's folder; nil where it lies elsewhere.
    func inFolder(_ path: String) -> String? {
        path == folder ? "" : path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    }
}

extension String {
    fileprivate var trimmingDashes: String {
        var rest = self[...]
        while rest.first == "-" { rest.removeFirst() }
        while rest.last == "-" { rest.removeLast() }
        return String(rest)
    }
}
