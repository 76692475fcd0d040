import ArgumentParser
import FoundationEssentials
import Knowledge
import Language
import Pipeline
import StageProtocol

/// `casewire ask-knowledge`: which articles answer messages.
struct AskKnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask-knowledge", abstract: "Tell which articles of the knowledge folder answer messages.",
        discussion: """
            Reads {"id": …, "text": …} line by line, with a "language" and a "topic" if they are known, and writes the \
            articles for each, best first. Needs no running pipeline. A line that is not of this form is answered with an \
            "error", and the command ends with 65.
            """)

    @Option(
        help: ArgumentHelp("A folder of articles in place of the pipeline's.", valueName: "folder"),
        completion: .directory)
    var knowledge: String?

    @Option(
        help: ArgumentHelp(
            "A topic model that tells the topics; by default only those the lines name.", valueName: "model"),
        completion: .file())
    var model: String?

    @Option(help: ArgumentHelp("How many articles to name.", valueName: "count"))
    var limit = 5

    @Flag(help: "Search the articles for staff as well.")
    var staff = false

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var lines: MessageLines

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000.") }
    }

    func run() async throws {
        // With a folder of its own the command needs no pipeline, but tells languages as one that is there does.
        let config =
            knowledge == nil || FileManager.default.fileExists(atPath: pipeline.path) ? try pipeline.load().config : nil
        guard let folder = knowledge ?? config?.knowledgePath else {
            throw CommandFailure(.usage, "name a folder of articles with --knowledge.")
        }
        let base: KnowledgeBase
        do {
            base = try KnowledgeBase(folder: folder)
        } catch {
            throw CommandFailure(.data, "the knowledge folder \(folder) cannot be read: \(error)")
        }
        for problem in base.problems { Console.standardError.line("casewire: left out: \(problem)") }
        let asking = KnowledgeQuestions(
            knowledge: base, topics: try model.map(TopicModel.load), languages: try DeskModels.languages(config),
            limit: limit, audience: staff ? .staff : .customer,
            day: ReviewDate(millisecondsSince1970: Timestamp.current.milliseconds))
        try lines.answer(asking.answer)
    }
}

/// Asks a knowledge base what a message's words, language and topic say.
struct KnowledgeQuestions {
    let knowledge: KnowledgeBase
    let topics: TopicModel?
    let limit: Int
    let audience: Article.Audience
    let day: ReviewDate
    private let languages: LanguageReader

    init(
        knowledge: KnowledgeBase, topics: TopicModel? = nil, languages: LanguageReader = LanguageReader(),
        limit: Int = 5,
        audience: Article.Audience = .customer, day: ReviewDate
    ) {
        self.knowledge = knowledge
        self.topics = topics
        self.languages = languages
        self.limit = limit
        self.audience = audience
        self.day = day
    }

    func answer(_ message: MessageLine) throws -> [String: JSON] {
        let topic = message.fields["topic"]?.string ?? topics?.predict(message.text).best.category
        let language = language(of: message)
        let hits = try knowledge.search(
            message.text, topic: topic, language: language, limit: limit, audience: audience, on: day)
        return [
            "language": .string(language),
            "articles": .array(
                hits.map { hit in
                    [
                        "article": .string(hit.article.id), "score": .share(hit.score),
                        "title": .string(hit.article.title), "section": .string(hit.heading),
                        "citation": .string(hit.citation), "passage": .string(hit.passage),
                        "file": .string(hit.article.file),
                    ]
                }),
        ]
    }

    /// The language the line names or its words are in, as long as there are articles in it; else English.
    private func language(of message: MessageLine) -> String {
        let named = message.fields["language"]?.string.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
        let told = named ?? languages.identify(message.text)?.language
        guard let told, knowledge.articles.contains(where: { $0.language == told }) else { return "en" }
        return told
    }
}
