import ArgumentParser
import StageKit
import StageProtocol

/// How long a command waits until what it asked for has come about.
struct FleetOptions: ParsableArguments {
    @Flag(name: .customLong("no-wait"), help: "End as soon as the broker knows it.")
    var noWait = false
    @Option(help: ArgumentHelp("Wait for so many seconds at most.", valueName: "seconds"))
    var timeout = 60

    /// Waits until it is so, and returns how things stand then.
    /// - Throws: exit code 75 when the time is up.
    func wait(_ client: BrokerClient, _ what: String, until isSo: (FleetView) -> Bool) async throws -> JSON {
        let end = ContinuousClock.now + .seconds(timeout)
        while true {
            let answer = try await client.ask("fleet")
            if noWait || isSo(FleetView(answer)) { return answer }
            guard ContinuousClock.now < end else {
                throw CommandFailure(
                    .later,
                    "\(what), but not within \(timeout) s; it goes on. \"casewire status\" and the log of \"casewire up\" show how far it is."
                )
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Asks something of one stage, waits, and says how it stands.
    func carryOut(
        _ what: String, _ arguments: JSON, stage: String, _ options: PipelineOptions, _ output: FormatOptions
    ) async throws {
        try await options.withBroker { client in
            _ = try await client.ask(what, arguments)
            let answer = try await wait(client, "\(stage): it was asked for") { view in
                view.stages[stage]?.isDone(supervised: view.isSupervised) ?? true
            }
            let standing = (answer["stages"]?.array ?? []).first { $0["name"]?.string == stage } ?? .null
            let console = Console.standardOutput
            if output.isJSON { return console.json(standing) }
            let view = FleetView(answer)
            guard let seen = view.stages[stage] else { return }
            console.line("\(stage): \(seen.sentence)")
            if !view.isSupervised {
                Console.standardError.line(
                    "casewire: no \"casewire up\" runs here: whoever keeps the processes of \(stage) is to start or stop them."
                )
            }
        }
    }
}

extension FleetView.Stage {
    /// How it stands, for a person.
    var sentence: String {
        var parts = ["\(count(instances.count, "process", "processes"))"]
        if isDrained { parts = ["drained", count(instances.count, "process", "processes")] }
        if let wish { parts.append("\(wish) by command") }
        parts.append("\(waiting) waiting")
        if holding > 0 { parts.append("\(holding) in work") }
        return parts.joined(separator: ", ")
    }
}
