import StageKit
import StageProtocol

/// Submits mails, several in flight, until each is on the broker's disk; then asks until each is settled.
struct Sending: Sendable {
    let connection: Connection
    let report: SendReport
    let stage: String
    /// How long to go on without progress.
    let patience: Duration
    let waits: Bool
    /// Mails that are on their way at once.
    static let window = 32
    private let run = String(UInt64.random(in: .min ... .max), radix: 36)

    init(connection: Connection, report: SendReport, stage: String, patience: Duration, waits: Bool) {
        self.connection = connection
        self.report = report
        self.stage = stage
        self.patience = patience
        self.waits = waits
    }

    func run(_ paths: [String]) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await submitAll(paths)
                await report.allSubmitted()
            }
            if waits { group.addTask { await settle() } }
        }
    }

    // MARK: Submitting

    private func submitAll(_ paths: [String]) async {
        guard let reading = try? MailReading(paths, ahead: Self.window) else {
            return await report.passed("", reason: "the system has no room for another thread", isMail: true)
        }
        await withTaskGroup(of: Void.self) { group in
            var number = 0
            for await item in reading.items {
                switch item {
                case .passed(let path, let reason, let isMail):
                    await report.passed(path, reason: reason, isMail: isMail)
                case .mail(let path, let bytes, _):
                    number += 1
                    if number > Self.window { await group.next() }
                    let id = "send:\(run):\(number):\(String(path.suffix(160)))"
                    await report.read(id, path: path)
                    group.addTask {
                        await submit(bytes, id: id, path: path)
                        reading.done()
                    }
                }
            }
        }
    }

    /// The same id again and again until the broker has it: however often it is said, it counts once.
    private func submit(_ bytes: [UInt8], id: String, path: String) async {
        let draft = SubmissionDraft(
            id: id, via: "send", name: path, to: stage, raw: bytes, media: "message/rfc822")
        var pause = Pause(first: .milliseconds(100), most: .seconds(2))
        while await !report.isOverdue(patience) {
            do {
                switch try await connection.use({ try await $0.submit(draft, within: min(patience, .seconds(10))) }) {
                case .accepted(let accepted): return await report.accepted(id, state: accepted.state, ref: accepted.ref)
                case .later(let after): try await Task.sleep(for: min(after, .seconds(5)))
                }
            } catch let refusal as BrokerRefusal where refusal.code != "unexpected" {
                return await report.refused(id, refusal.message)
            } catch is CancellationError {
                return
            } catch {
                try? await Task.sleep(for: pause.next())
            }
        }
    }

    // MARK: Settling

    private func settle() async {
        var pause = Pause(first: .milliseconds(50), most: .seconds(1))
        while await !report.isOverdue(patience), let ids = await report.unsettled(most: 500) {
            var isProgress = false
            if !ids.isEmpty {
                let question: JSON = ["ids": .array(ids.map { .string($0) })]
                if let states = try? await connection.use({ try await $0.ask("submissions", question) }) {
                    isProgress = await report.settle(states.array ?? [])
                }
            }
            if isProgress { pause.reset() }
            do { try await Task.sleep(for: pause.next()) } catch { return }
        }
    }
}

/// Pauses that grow by half until they are long enough.
struct Pause: Sendable {
    let first: Duration
    let most: Duration
    private var current: Duration

    init(first: Duration, most: Duration) {
        self.first = first
        self.most = most
        current = first
    }

    mutating func next() -> Duration {
        defer { current = min(most, current * 3 / 2) }
        return current
    }

    mutating func reset() { current = first }
}
