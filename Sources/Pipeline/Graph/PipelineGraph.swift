/// A pipeline as a picture shows it: who hands what to whom.
package struct PipelineGraph: Sendable, Hashable {
    /// A stage, or the world outside.
    package struct Node: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// Those who write to the desk, and those it writes to.
            case outside
            case stage
        }

        package var name: String
        package var kind: Kind
        /// What it is, in a few words; empty where the name says it.
        package var note: String
        /// How it fares at the moment, where somebody has looked.
        package var load: Load?
    }

    /// What a stage has to do.
    package struct Load: Sendable, Hashable {
        package var waiting: Int
        package var inWork: Int
        /// How long the oldest waits, in words; nil where nothing waits.
        package var oldest: String?
        /// Processes that are connected.
        package var connected: Int
        /// Whether the operator lets it rest.
        package var isDrained: Bool

        package init(waiting: Int, inWork: Int, oldest: String?, connected: Int, isDrained: Bool = false) {
            self.waiting = waiting
            self.inWork = inWork
            self.oldest = oldest
            self.connected = connected
            self.isDrained = isDrained
        }
    }

    /// Everything that goes one way between two nodes, by their places in `nodes`.
    package struct Edge: Sendable, Hashable {
        package var from: Int
        package var to: Int
        /// The outputs it takes; none for the world outside.
        package var outputs: [String]
    }

    package var name: String
    package var nodes: [Node]
    package var edges: [Edge]
}

extension PipelineGraph {
    /// The graph of a pipeline; what is sent to nobody is not in it, since "casewire check" tells of that.
    package init(_ pipeline: LoadedPipeline) {
        let config = pipeline.config
        let stages = config.stages
        nodes = stages.map { stage in
            Node(name: stage.name, kind: .stage, note: Self.note(stage.replicas))
        }
        edges = []
        name = config.name
        for (from, stage) in stages.enumerated() {
            for (to, target) in stages.enumerated() {
                let outputs = stage.outputs.filter { $0.value.contains(target.name) }.map(\.key).sorted()
                if !outputs.isEmpty { edges.append(Edge(from: from, to: to, outputs: outputs)) }
            }
        }
        func outside(_ name: String, _ join: (Int) -> Edge?) {
            let joined = stages.indices.compactMap(join)
            guard !joined.isEmpty else { return }
            nodes.append(Node(name: name, kind: .outside, note: ""))
            edges += joined
        }
        func rights(_ stage: Int) -> Manifest.Rights? { pipeline.manifests[stages[stage].name]?.rights }
        outside("people write") { [place = nodes.count] stage in
            rights(stage)?.source == true ? Edge(from: place, to: stage, outputs: []) : nil
        }
        outside("people hear") { [place = nodes.count] stage in
            rights(stage)?.voice == true ? Edge(from: stage, to: place, outputs: []) : nil
        }
    }

    /// How many run side by side, where it is not one.
    private static func note(_ replicas: ClosedRange<Int>) -> String {
        if replicas.count > 1 { return "\(replicas.lowerBound) to \(replicas.upperBound) replicas" }
        return replicas == 0...0 ? "runs elsewhere" : replicas == 1...1 ? "" : "\(replicas.lowerBound) replicas"
    }
}
