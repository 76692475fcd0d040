import ArgumentParser
import Pipeline
import StageKit
import StageProtocol

/// `casewire status`: who is connected, what waits and since when.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the stages, who works in them, and what waits.",
        discussion: """
            With --format json it prints the broker's whole reply. With --ready it only says whether all stages, or the one \
            that is named, have somebody to work in them, for a probe: it ends with 0 where they have, with 1 where not.
            """)

    @Flag(help: "Only say whether there is somebody to work: 0, or 1.")
    var ready = false
    @Option(help: ArgumentHelp("Of this stage alone.", valueName: "name"))
    var stage: String?
    @Option(help: ArgumentHelp("With --ready: of this instance of the stage alone.", valueName: "name"))
    var instance: String?
    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard instance == nil || (ready && stage != nil) else {
            throw ValidationError("--instance goes with --ready and --stage")
        }
    }

    func run() async throws {
        let config = try options.load().config
        if let stage, config.stage(stage) == nil {
            let known = config.stages.map(\.name).joined(separator: ", ")
            throw CommandFailure(.usage, "there is no stage \"\(stage)\" in the pipeline; there are \(known).")
        }
        var status = try await options.withBroker { try await $0.ask("status") }
        if let stage, case .object(var members) = status {
            members["stages"] = .array((status["stages"]?.array ?? []).filter { $0["name"]?.string == stage })
            status = .object(members)
        }
        let console = Console.standardOutput
        if ready { return try tell(Attendance.missing(status, config, instance: instance), console) }
        if output.isJSON { return console.json(status) }
        console.lines(StatusText(status).lines(width: console.width, paint: console.paint))
    }

    private func tell(_ missing: [String], _ console: Console) throws {
        if output.isJSON {
            console.json(["ready": .bool(missing.isEmpty), "missing": .array(missing.map { .string($0) })])
        } else if missing.isEmpty {
            console.line("ready")
        }
        if missing.isEmpty { return }
        throw CommandFailure(.failed, output.isJSON ? "" : "not ready: \(missing.joined(separator: ", ")).")
    }
}

/// Who is there to work.
enum Attendance {
    /// The stages of a status in which nobody works, of those that have anybody to work in them.
    static func missing(_ status: JSON, _ config: PipelineConfig, instance: String? = nil) -> [String] {
        (status["stages"]?.array ?? []).compactMap { stage in
            guard let name = stage["name"]?.string, config.stage(name) != nil else { return nil }
            let instances = (stage["sessions"]?.array ?? []).compactMap { $0["instance"]?.string }
            if let instance { return instances.contains(instance) ? nil : "\(instance) of \(name)" }
            return instances.isEmpty ? name : nil
        }
    }
}

/// The broker's status in lines.
struct StatusText {
    private let status: JSON

    init(_ status: JSON) { self.status = status }

    func lines(width: Int? = nil, paint: Paint = .none) -> [String] {
        [paint.bold(status["pipeline"]?.string ?? "") + "  " + summary(paint), ""]
            + table.lines(width: width, paint: paint)
    }

    private func summary(_ paint: Paint) -> String {
        let dead = number(status, "dead")
        let parts = [
            "\(status["cases"]?["open"]?.int ?? 0) open, \(status["cases"]?["resolved"]?.int ?? 0) resolved",
            "\(number(status, "waiting")) waiting", "\(number(status, "holding")) in work",
            "\(number(status, "scheduled")) scheduled",
            dead == 0 ? "no dead letters" : paint.red("\(count(Int(dead), "dead letter")), see \"casewire dead\""),
        ]
        return parts.joined(separator: ", ")
    }

    private var table: TextTable {
        var table = TextTable([
            .init(title: "stage"), .init(title: "waiting", alignment: .right),
            .init(title: "oldest", alignment: .right),
            .init(title: "in work", alignment: .right), .init(title: "credit", alignment: .right),
            .init(title: "instance"), .init(title: "pid", alignment: .right), .init(title: "software"),
        ])
        for stage in status["stages"]?.array ?? [] {
            let oldest = stage["oldest_ms"]?.int.map { Times.span(.milliseconds($0)) } ?? "-"
            let head = [stage["name"]?.string ?? "", "\(number(stage, "waiting"))", oldest]
            let sessions = stage["sessions"]?.array ?? []
            if sessions.isEmpty {
                let why = stage["drained"]?.bool == true ? "drained" : "nobody is connected"
                table.add(head + ["\(number(stage, "holding"))", "-", why, "", ""])
            }
            for (index, session) in sessions.enumerated() {
                table.add(
                    (index == 0 ? head : ["", "", ""]) + [
                        "\(number(session, "holding"))", "\(number(session, "credit"))",
                        session["instance"]?.string ?? "", session["pid"]?.int.map { "\($0)" } ?? "",
                        session["software"]?.string ?? "",
                    ])
            }
        }
        return table
    }

    private func number(_ value: JSON, _ name: String) -> Int64 { value[name]?.int ?? 0 }
}
