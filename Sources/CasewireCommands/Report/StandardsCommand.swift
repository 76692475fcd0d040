import ArgumentParser
import Pipeline
import StageProtocol

/// `casewire standards`: what customers may expect, to be read aloud.
struct StandardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "Read aloud what customers may expect.",
        discussion: "Needs no running pipeline. With --format json: {standards: [{id, promise, figures}], calendar}.")

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let standards = try options.load().standards
        let console = Console.standardOutput
        if output.isJSON { return console.json(Self.json(standards)) }
        let lines = standards.standards.flatMap { Self.lines($0, width: min(console.width ?? 100, 100), console.paint) }
        console.lines(Array(lines.dropLast()))
    }

    static func lines(_ standard: Standards.Standard, width: Int, _ paint: Paint = .none) -> [String] {
        let figures = standard.figures.sorted { $0.key < $1.key }.map { "\($0.key) \(figure($0.value))" }
        return [paint.bold(standard.id)] + standard.promise.wrapped(to: width - 2).map { "  \($0)" }
            + (figures.isEmpty ? [] : ["  " + paint.faint(figures.joined(separator: ", "))]) + [""]
    }

    static func json(_ standards: Standards) -> JSON {
        [
            "standards": .array(
                standards.standards.map {
                    ["id": .string($0.id), "promise": .string($0.promise), "figures": .object($0.figures)]
                }),
            "calendar": standards.json["calendar"] ?? nil,
        ]
    }

    private static func figure(_ value: JSON) -> String {
        switch value {
        case .string(let text): text
        case .array(let elements): elements.map(figure).joined(separator: " ")
        default: String(decoding: value.bytes, as: UTF8.self)
        }
    }
}
