import FoundationEssentials
import Pipeline
import StageProtocol

extension LoadedPipeline {
    /// The same pipeline in a folder of its own, from which nothing leads outside: its own store, sockets and outbox, one
    /// process of each stage, and settings that lead to a server left out.
    /// - Parameters:
    ///   - models: the folder that stands in the place of `var/models`.
    ///   - standIns: scripts by the stage whose place they take.
    func isolated(in folder: String, models: String, standIns: [String: JSON]) throws -> LoadedPipeline {
        var pipeline = self
        let old = config.runtimeFolder
        let own = folder + "/var"
        pipeline.config.runtimeFolder = own
        pipeline.config.keysFolder = own + "/keys"
        pipeline.config.store = .sqlite(path: own + "/casewire.db")
        pipeline.config.control = "ipc://\(folder)/control.sock"
        pipeline.config.tap = "ipc://\(folder)/tap.sock"
        for index in pipeline.config.stages.indices {
            var stage = pipeline.config.stages[index]
            stage.socket = "ipc://\(folder)/\(stage.name).sock"
            stage.isPlain = false
            stage.replicas = 1...1
            if let script = standIns[stage.name] {
                stage.run = [Supervisor.ownPath, StandInCommand.name]
                stage.settings = script
                stage.environment = []
            } else {
                guard let program = stage.run.first, Self.isThere(program) else {
                    throw CommandFailure(
                        .config,
                        "the program of \(stage.name) is not there: \(stage.run.first ?? ""). Build it first, or give "
                            + "\(stage.name) a stand-in in the test.")
                }
                stage.settings = try inward(stage).moved(from: old + "/models/", to: models + "/")
                    .moved(from: old + "/", to: own + "/")
            }
            pipeline.config.stages[index] = stage
        }
        return pipeline
    }

    /// Whether a program can be started; what is looked for in PATH is taken for granted.
    private static func isThere(_ program: String) -> Bool {
        !program.contains("/") || FileManager.default.isExecutableFile(atPath: program)
    }

    /// The settings of a stage without those that lead outside.
    private func inward(_ stage: PipelineConfig.Stage) throws -> JSON {
        guard let schema = manifests[stage.name]?.settings, var settings = stage.settings.object else {
            return stage.settings
        }
        for property in schema.properties where property.schema.leadsOutside {
            guard !schema.required.contains(property.name) else {
                throw CommandFailure(
                    .config,
                    "the setting \"\(property.name)\" of \(stage.name) leads outside, and it cannot do without: "
                        + "give \(stage.name) a stand-in in the test (stand_ins).")
            }
            settings[property.name] = property.schema.standard
        }
        return .object(settings)
    }
}

extension JSON {
    /// The value with paths of one folder in another.
    fileprivate func moved(from old: String, to new: String) -> JSON {
        switch self {
        case .string(let text) where text.hasPrefix(old): .string(new + text.dropFirst(old.count))
        case .array(let elements): .array(elements.map { $0.moved(from: old, to: new) })
        case .object(let members): .object(members.mapValues { $0.moved(from: old, to: new) })
        default: self
        }
    }
}
