import StageKit
import StageProtocol
import Synchronization
import ZeroMQ

/// Opens cases that each go through a chain of hops, as fast as they are taken or at a rate, and reports how fast they went and
/// how long each took. At a rate a case's time runs from when it was to be submitted, not from when it could be.
struct Load: Sendable {
    let socket: String
    let control: String
    let tap: String
    /// The stage whose outcome ends the chain.
    let last: String
    let cases: Int
    /// Cases a second; 0 for as fast as they are taken.
    let rate: Int
    private static let window = 512
    private static let words = String(repeating: "x", count: 1500)

    func run() async throws {
        let arrivals = Arrivals()
        let watcher = try SocketThread(name: "tap") { [tap, last] in watch(tap, last, arrivals) }
        let client = try await BrokerClient(endpoint: socket, stage: "source")
        let control = try await BrokerClient(endpoint: self.control)
        try await Task.sleep(for: .milliseconds(300))
        let run = UInt64.random(in: .min ... .max)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<cases {
                var due = ContinuousClock.now
                if rate > 0 {
                    due = start + .microseconds(number * 1_000_000 / rate)
                    // Timers are coarser than this; what is due is submitted together.
                    if due > .now { try await Task.sleep(until: due, tolerance: .zero) }
                }
                if number >= Self.window { try await group.next() }
                group.addTask { [due] in try await submit("\(run)-\(number)", due, client, arrivals) }
            }
            try await group.waitForAll()
        }
        let accepted = ContinuousClock.now - start
        // The tap tells of every case that is through. Should it have lost one, the broker is asked, seldom, since asking costs it something.
        var asked = ContinuousClock.now
        while arrivals.count < cases {
            try await Task.sleep(for: .milliseconds(5))
            guard asked + .seconds(2) < .now else { continue }
            asked = .now
            if try await isIdle(control) { break }
        }
        let done = ContinuousClock.now - start
        try await Task.sleep(for: .milliseconds(200))
        arrivals.stop()
        await watcher.wait()
        await client.close()
        await control.close()
        let (acceptance, chain) = arrivals.histograms
        report([
            "cases": .int(Int64(cases)), "accepted_per_second": .double(Double(cases) / accepted.seconds),
            "cases_per_second": .double(Double(cases) / done.seconds), "seconds": .double(done.seconds),
            "acceptance_ms": acceptance.report, "chain_ms": chain.report,
        ])
    }

    private func submit(
        _ id: String, _ due: ContinuousClock.Instant, _ client: BrokerClient, _ arrivals: Arrivals
    ) async throws {
        // The news of a contact carries its entry: that is what the hops hand on.
        var admission = try Admission(.customer, entry: Self.words, output: "out")
        admission.customer = id
        while true {
            switch try await client.submit(SubmissionDraft(id: id, via: "bench", admission: admission)) {
            case .accepted(let accepted): return arrivals.accepted(accepted.ref ?? "", due)
            case .later(let pause): try await Task.sleep(for: pause / 20)
            }
        }
    }

    private func isIdle(_ control: BrokerClient) async throws -> Bool {
        let status = try await control.ask("status")
        return status["waiting"]?.int == 0 && status["holding"]?.int == 0
    }
}

/// Notes each outcome of the last stage as the tap tells it.
private func watch(_ tap: String, _ last: String, _ arrivals: Arrivals) {
    do {
        let context = try Context(maximumSockets: 8)
        var options = SocketOptions.default
        options.receiveHighWater = 1_000_000
        let socket = try Socket(.sub, context: context, options: options)
        try socket.subscribe([])
        try socket.connect(tap)
        var poller = Poller([socket.pollItem])
        while !arrivals.isOver {
            _ = try poller.wait(timeout: .milliseconds(50))
            while let frames = try socket.receive() {
                guard let event = try? JSON(bytes: frames[0]), event["what"] == "done",
                    event["stage"]?.string == last, let ref = event["ref"]?.string
                else { continue }
                arrivals.done(ref)
            }
        }
    } catch {
        print("the tap broke: \(error)")
    }
}

/// When each case was to begin and when it had gone through.
private final class Arrivals: Sendable {
    private struct State {
        var begun: [String: ContinuousClock.Instant] = [:]
        var done: [String: ContinuousClock.Instant] = [:]
        var acceptance = Histogram()
        var chain = Histogram()
        var isOver = false
    }

    private let state = Mutex(State())

    /// Cases that have gone through.
    var count: Int { state.withLock { $0.chain.count } }
    var isOver: Bool { state.withLock(\.isOver) }
    var histograms: (acceptance: Histogram, chain: Histogram) { state.withLock { ($0.acceptance, $0.chain) } }

    func stop() { state.withLock { $0.isOver = true } }

    func accepted(_ ref: String, _ due: ContinuousClock.Instant) {
        state.withLock { state in
            state.acceptance.record(ContinuousClock.now - due)
            // The tap may have been faster.
            if let done = state.done.removeValue(forKey: ref) {
                state.chain.record(done - due)
            } else {
                state.begun[ref] = due
            }
        }
    }

    func done(_ ref: String) {
        state.withLock { state in
            if let due = state.begun.removeValue(forKey: ref) {
                state.chain.record(ContinuousClock.now - due)
            } else {
                state.done[ref] = .now
            }
        }
    }
}
