import Casework
import FoundationEssentials
import Language
import Pipeline
import StageProtocol

/// Training examples from what people corrected.
enum CorrectedTexts {
    /// The words of a customer's contacts, each in one line, with the first one's subject.
    static func contacts(in story: JSON) -> [String] {
        (story["log"]?.array ?? []).filter { $0["kind"] == "heard" }.enumerated().map { index, entry in
            let body = entry["body"]
            let subject = index == 0 ? body?["subject"]?.string : nil
            return [subject, body?["words"]?.string].compactMap { $0 }.joined(separator: "\n").oneLine
        }
    }

    /// What a case teaches: the contact that says most with the topic that was meant, the newest with the mood.
    static func example(_ what: Review.Subject, of review: Review, story: JSON) -> LabelledText? {
        guard let correction = review.latest(what), let meant = correction.after.string else { return nil }
        let contacts = contacts(in: story).prefix(correction.heard)
        let text = what == .mood ? contacts.last : contacts.max { $0.count < $1.count }
        return text.flatMap { $0.isEmpty ? nil : LabelledText(text: $0, category: meant) }
    }

    /// Columns `text` and `category`, as `casewire train` reads them.
    static func csv(_ texts: [LabelledText]) -> String {
        func field(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        return texts.reduce("text,category\n") { $0 + "\(field($1.text)),\(field($1.category))\n" }
    }

    /// The stage that learns from examples, and where it looks for those of people.
    static func path(in config: PipelineConfig) -> String? { setting("corrections", in: config) }

    /// The topics that the pipeline's examples have.
    static func topics(of config: PipelineConfig) throws -> Set<String> {
        guard let path = setting("examples", in: config), let bytes = FileManager.default.contents(atPath: path) else {
            return []
        }
        return Set(try CSVReader.labelledTexts(Array(bytes), name: path).map(\.category))
    }

    private static func setting(_ name: String, in config: PipelineConfig) -> String? {
        let stage = config.stages.first { $0.settings["examples"]?.string != nil }
        return stage?.settings[name]?.string.map { $0.hasPrefix("/") ? $0 : config.folder + "/" + $0 }
    }
}
