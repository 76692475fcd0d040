import BrokerService
import StageKit
import StageProtocol

/// A pipeline whose clock stands still while there is anything to do, and leaps to what is due next when there is not.
struct HeldPipeline: Sendable {
    let client: BrokerClient
    let clock: HeldClock
    /// How long the work of one moment may take.
    let patience: Duration

    /// Waits until every stage takes work, so that the first message meets all of them.
    func awaitStages(_ names: [String]) async throws {
        try await until("not every stage has come to work") { status in
            let stages = status["stages"]?.array ?? []
            return names.allSatisfy { name in
                let sessions = stages.first { $0["name"]?.string == name }?["sessions"]?.array ?? []
                return sessions.contains { ($0["credit"]?.int ?? 0) > 0 }
            }
        }
    }

    /// Lets time pass up to a moment, from one thing that is due to the next.
    func advance(to moment: Timestamp) async throws {
        while let next = try await rest(), next <= moment { try await move(to: next) }
        try await move(to: moment)
        _ = try await rest()
    }

    /// Waits until nothing waits that is due and nothing is held.
    /// - Returns: when the next thing is due.
    private func rest() async throws -> Timestamp? {
        try await until("the pipeline does not come to rest") { $0["waiting"] == 0 && $0["holding"] == 0 }["next"]?
            .moment
    }

    /// The question makes the broker look at its clock: what is due then is in its queue before it answers.
    private func move(to moment: Timestamp) async throws {
        clock.move(to: moment)
        _ = try await client.ask("status")
    }

    @discardableResult
    private func until(_ problem: String, _ isSo: (JSON) -> Bool) async throws -> JSON {
        let end = ContinuousClock.now + patience
        var pause = Duration.microseconds(500)
        while true {
            let status = try await client.ask("status")
            if isSo(status) { return status }
            guard ContinuousClock.now < end else { throw Stuck(problem: problem, after: patience, status: status) }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(8))
        }
    }

    // MARK: Looking

    /// Every case with its whole story, in the order in which they were opened.
    func stories() async throws -> [JSON] {
        let cases = try await client.ask("cases", ["limit": 10_000]).array ?? []
        let refs = cases.sorted { ($0["opened"]?.string ?? "") < ($1["opened"]?.string ?? "") }
            .compactMap { $0["ref"]?.string }
        var stories: [JSON] = []
        for ref in refs { stories.append(try await client.ask("case", ["ref": .string(ref)])) }
        return stories
    }

    /// The messages that were set aside.
    func dead() async throws -> [JSON] { try await client.ask("dead", ["limit": 1000]).array ?? [] }

    /// How many deliveries of each stage failed and were, or are to be, tried again.
    func retries() async throws -> [String: Int] {
        let stages = try await client.ask("figures")["stages"]?.array ?? []
        return Dictionary(
            stages.map { ($0["name"]?.string ?? "", Int($0["results"]?["retry"]?.int ?? 0)) }, uniquingKeysWith: { $1 })
    }

    /// What came in and waits for a person to look at it.
    func parked() async throws -> [JSON] { try await client.ask("parked", ["limit": 1000]).array ?? [] }
}

/// The pipeline goes on and on with what is to be done at one moment.
struct Stuck: Error, CustomStringConvertible {
    let problem: String
    let after: Duration
    let status: JSON

    var description: String {
        let busy = (status["stages"]?.array ?? []).map { stage in
            let state = (stage["sessions"]?.array ?? []).isEmpty ? "not there" : "there"
            return "\(stage["name"]?.string ?? "") \(state), \(stage["waiting"]?.int ?? 0) waiting, "
                + "\(stage["holding"]?.int ?? 0) in work"
        }
        let at = status["now"]?.string ?? ""
        return "\(problem) within \(Times.span(after)), at \(at) of the test. \(busy.joined(separator: "; "))."
    }
}
