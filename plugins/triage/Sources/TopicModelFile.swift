import FoundationEssentials
import Language
import StageKit

/// The topic model of a shop: learned from its examples, kept in a file, learned anew when the examples change.
struct TopicModelFile: Sendable {
    /// The CSV of labelled examples.
    let examples: String
    /// Further examples, from what people corrected; nil or missing for none.
    var corrections: String?
    /// Where the model is kept.
    let model: String

    /// The model, mapped from its file.
    ///
    /// Several replicas may do this at once: each writes a file of its own and renames it into place, all from the same
    /// examples, so that whichever comes last changes nothing.
    /// - Throws: a configuration failure where there are neither examples nor a model.
    func open(logger: Logger) throws -> TopicModel {
        let texts: [LabelledText]
        do {
            texts = try labelledTexts()
        } catch {
            guard let known = try? TopicModel.load(model) else {
                throw StageFailure.config("examples", "no topic model can be learned: \(error)")
            }
            logger.warning(
                "the topic model is used as it stands, since its examples cannot be read",
                metadata: ["model": "\(model)", "reason": "\(error)"])
            return known
        }
        if let known = try? TopicModel.load(model), known.dataDigest == LabelledText.digest(of: texts) {
            logger.info("topic model mapped", metadata: describe(known))
            return known
        }
        return try learn(from: texts, logger: logger)
    }

    private func labelledTexts() throws -> [LabelledText] {
        guard let bytes = FileManager.default.contents(atPath: examples) else {
            throw StageFailure.config(
                "examples", "\(examples) cannot be read; \"examples\" names the CSV of labelled messages")
        }
        var texts = try CSVReader.labelledTexts(Array(bytes), name: examples)
        if let corrections, let bytes = FileManager.default.contents(atPath: corrections) {
            texts += try CSVReader.labelledTexts(Array(bytes), name: corrections)
        }
        return texts
    }

    private func learn(from texts: [LabelledText], logger: Logger) throws -> TopicModel {
        let start = ContinuousClock.now
        let learned: TopicModel
        do {
            learned = try TopicModel.train(texts)
        } catch {
            throw StageFailure.config("examples", "\(examples): \(error)")
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try learned.save(model)
            let mapped = try TopicModel.load(model)
            logger.info(
                "topic model learned",
                metadata: describe(mapped).merging(["seconds": "\((seconds * 100).rounded() / 100)"]) { $1 })
            return mapped
        } catch {
            logger.warning(
                "the topic model was learned but cannot be kept, so every start learns it again",
                metadata: ["model": "\(model)", "reason": "\(error)"])
            return learned
        }
    }

    private var folder: String {
        guard let slash = model.lastIndex(of: "/") else { return "." }
        return slash == model.startIndex ? "/" : String(model[..<slash])
    }

    private func describe(_ topics: TopicModel) -> Logger.Metadata {
        [
            "model": "\(model)", "topics": "\(topics.categories.count)", "examples": "\(topics.validation.examples)",
            "accuracy": "\((topics.validation.accuracy * 1000).rounded() / 1000)",
        ]
    }
}
