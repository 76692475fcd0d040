import ArgumentParser
import StageKit
import StageProtocol

/// `casewire status`: who is connected, what waits and since when.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the stages, who works in them, and what waits.",
        discussion: "With --format json it prints the broker's whole reply.")

    @OptionGroup var options: PipelineOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
        let status = try await options.withBroker { try await $0.ask("status") }
        let console = Console.standardOutput
        if output.isJSON { return console.json(status) }
        console.lines(StatusText(status).lines(width: console.width, paint: console.paint))
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
