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
            that is named, have somebody to work in them, for a probe; with --at-rest, whether nothing waits that is due and \
            nothing is in work, for a test or a script: it ends with 0 where it is so, with 1 where not. --timeout looks \
            again until it is so, also while no broker answers yet, and ends with 75 when the time is up.

              casewire send mails/ && casewire status --at-rest --timeout 30 && casewire cases
            """)

    @Flag(help: "Only say whether there is somebody who takes work: 0, or 1.")
    var ready = false
    @Flag(name: .customLong("at-rest"), help: "Only say whether nothing waits and nothing is in work: 0, or 1.")
    var atRest = false
    @Option(
        help: ArgumentHelp("With --ready or --at-rest: until it is so, for so many seconds.", valueName: "seconds"))
    var timeout: Int?
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
        guard !(ready && atRest) else { throw ValidationError("ask for --ready first, then for --at-rest") }
        guard timeout.map({ (ready || atRest) && (0...86_400).contains($0) }) ?? true else {
            throw ValidationError("--timeout goes with --ready or --at-rest, and is a number of seconds up to a day")
        }
    }

    func run() async throws {
        let config = try options.load().config
        if let stage { try config.requireStage(stage) }
        if ready || atRest { return try await awaitCondition(config) }
        let status = try await look()
        let console = Console.standardOutput
        if output.isJSON { return console.json(status) }
        console.lines(StatusText(status).lines(width: console.width, paint: console.paint))
    }

    /// The broker's reply, of the stage that is named alone.
    private func look() async throws -> JSON {
        let status = try await options.withBroker { try await $0.ask("status") }
        guard let stage, case .object(var members) = status else { return status }
        members["stages"] = .array((status["stages"]?.array ?? []).filter { $0["name"]?.string == stage })
        return .object(members)
    }

    /// Looks until it is as was asked for, or the time is up.
    private func awaitCondition(_ config: PipelineConfig) async throws {
        let end = ContinuousClock.now + .seconds(timeout ?? 0)
        while true {
            do {
                let status = try await look()
                let answer = ready ? Attendance(status, config, instance: instance).answer : Rest(status, stage).answer
                if answer.isSo || ContinuousClock.now >= end { return try tell(answer) }
            } catch let error as BrokerUnreachable {
                guard ContinuousClock.now < end else { throw error }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func tell(_ answer: StatusAnswer) throws {
        let console = Console.standardOutput
        if output.isJSON { console.json(answer.json) } else if answer.isSo { console.line(answer.sentence) }
        if answer.isSo { return }
        throw CommandFailure(timeout == nil ? .failed : .later, output.isJSON ? "" : "\(answer.sentence).")
    }
}

extension PipelineConfig {
    /// - Throws: `CommandFailure` with the stages there are, where there is none of that name.
    func requireStage(_ name: String) throws {
        guard stage(name) == nil else { return }
        let known = stages.map(\.name).joined(separator: ", ")
        throw CommandFailure(.usage, "there is no stage \"\(name)\" in the pipeline; there are \(known).")
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
            "\(number(status, "scheduled")) scheduled" + retrying(paint),
            dead == 0 ? "no dead letters" : paint.red("\(count(Int(dead), "dead letter")), see \"casewire dead\""),
        ]
        return parts.joined(separator: ", ")
    }

    /// How many of what is scheduled were tried in vain before; nothing where none were.
    private func retrying(_ paint: Paint) -> String {
        let again = number(status, "retrying")
        return again == 0 ? "" : paint.yellow(" (\(again) to be tried again)")
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
                table.add(head + ["\(number(stage, "holding"))", "-", absence(of: stage), "", ""])
            }
            for (index, session) in sessions.enumerated() {
                table.add(
                    (index == 0 ? head : ["", "", ""]) + [
                        "\(number(session, "holding"))",
                        session["working"]?.bool == false ? "not yet" : "\(number(session, "credit"))",
                        session["instance"]?.string ?? "", session["pid"]?.int.map { "\($0)" } ?? "",
                        session["software"]?.string ?? "",
                    ])
            }
        }
        return table
    }

    /// Why nobody works as a stage, as far as the broker knows. Why one does not start, its log says.
    private func absence(of stage: JSON) -> String {
        if stage["drained"]?.bool == true { return "drained" }
        return stage["wish"]?.int == 0 ? "scaled to 0" : "nobody is connected"
    }

    private func number(_ value: JSON, _ name: String) -> Int64 { value[name]?.int ?? 0 }
}
