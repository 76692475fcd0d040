import FoundationEssentials
import Language
import Pipeline
import StageProtocol

/// The models that a pipeline's triage understands with.
struct DeskModels {
    let topics: TopicModel
    let moods: MoodReader
    let languages: LanguageReader

    init(topics: TopicModel, moods: MoodReader, languages: LanguageReader = LanguageReader()) {
        self.topics = topics
        self.moods = moods
        self.languages = languages
    }

    /// - Parameters:
    ///   - model: a topic model; nil for that of the pipeline.
    ///   - mood: a mood model; nil for that of the pipeline.
    init(model: String?, mood: String?, pipeline: PipelineOptions) throws {
        // With a model of its own the command needs no pipeline, but takes the other models from one that is there.
        let config =
            model == nil || FileManager.default.fileExists(atPath: pipeline.path) ? try pipeline.load().config : nil
        if let model {
            topics = try TopicModel.load(model)
        } else if let config {
            topics = try Self.topics(of: config)
        } else {
            throw CommandFailure(.usage, "name a topic model with --model.")
        }
        moods = try Self.moods(mood ?? config.flatMap { Self.setting("mood", in: $0) })
        languages = try Self.languages(config)
    }

    /// The topic model of a pipeline: from its file as long as the examples are the same, else learned from them.
    static func topics(of config: PipelineConfig) throws -> TopicModel {
        guard let examples = setting("examples", in: config) else {
            throw CommandFailure(
                .config, "no stage of \(config.path) has examples of topics; name a model with --model.")
        }
        guard let bytes = FileManager.default.contents(atPath: examples) else {
            throw CommandFailure(.config, "\(examples) cannot be read; name a model with --model.")
        }
        var texts = try CSVReader.labelledTexts(Array(bytes), name: examples)
        if let path = setting("corrections", in: config), let bytes = FileManager.default.contents(atPath: path) {
            texts += try CSVReader.labelledTexts(Array(bytes), name: path)
        }
        if let path = setting("model", in: config), let model = try? TopicModel.load(path),
            model.dataDigest == LabelledText.digest(of: texts)
        {
            return model
        }
        let bar = ProgressLine(Console.standardError)
        defer { bar.clear() }
        return try TopicModel.train(texts) { bar.draw(Int($0.fraction * 100), of: 100, "% learning the topics") }
    }

    /// What a stage learns topics from, file by file, as far as the files are there.
    static func examples(
        of stage: PipelineConfig.Stage
    ) -> [(path: String, texts: Result<[LabelledText], any Error>)] {
        ["examples", "corrections"].compactMap { stage.settings[$0]?.string }.compactMap { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return FileManager.default.contents(atPath: path).map { bytes in
                (path, Result { try CSVReader.labelledTexts(Array(bytes), name: name) })
            }
        }
    }

    /// The topics that a pipeline's stages learn from their examples; where these cannot be read, those of their models.
    static func knownTopics(_ config: PipelineConfig) -> Set<String> {
        config.stages.reduce(into: []) { topics, stage in
            let texts = examples(of: stage).flatMap { (try? $0.texts.get()) ?? [] }
            topics.formUnion(texts.map(\.category))
            guard texts.isEmpty, stage.settings["examples"] != nil, let model = stage.settings["model"]?.string else {
                return
            }
            topics.formUnion((try? TopicModel.load(model))?.categories ?? [])
        }
    }

    /// The languages that the pipeline tells apart; without one those that are known without a model.
    static func languages(_ config: PipelineConfig?) throws -> LanguageReader {
        guard let config, let path = setting("languages", in: config) else { return LanguageReader() }
        return try LanguageReader.load(path)
    }

    /// The moods as the pipeline's triage tells them, where there is a pipeline; else by cues alone.
    static func moods(besides pipeline: PipelineOptions) throws -> MoodReader {
        guard FileManager.default.fileExists(atPath: pipeline.path) else { return MoodReader() }
        return try setting("mood", in: pipeline.load().config).map(MoodReader.load) ?? MoodReader()
    }

    private static func moods(_ path: String?) throws -> MoodReader {
        if let path { return try MoodReader.load(path) }
        Console.standardError.line("casewire: moods are told by cues alone; name a mood model with --mood.")
        return MoodReader()
    }

    /// A path that a stage's settings name, as an absolute one.
    private static func setting(_ name: String, in config: PipelineConfig) -> String? {
        guard let stage = config.stages.first(where: { $0.settings["examples"]?.string != nil }),
            let path = stage.settings[name]?.string
        else { return nil }
        return path.hasPrefix("/") ? path : config.folder + "/" + path
    }
}
