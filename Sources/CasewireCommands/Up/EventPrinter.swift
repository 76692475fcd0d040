import FoundationEssentials
import Glibc
import Pipeline
import StageProtocol
import Synchronization

/// Prints what happens while a pipeline runs: a line with colour on a terminal, a JSON object a line elsewhere.
final class EventPrinter: Sendable {
    /// Something worth a line.
    enum Event: Sendable {
        case warning(String)
        case started(String, pid: Int32)
        /// A line that a process wrote.
        case said(String, String)
        case ended(String, String, restartIn: Duration)
        case forced(String)
        /// A process has ended and is not started again.
        case left(String)
        case scaled(String, from: Int, to: Int)
        /// The broker's answer to a reload.
        case reloaded(JSON)
        case ready(PipelineConfig)
        case stopping
        case stopped
    }

    private let descriptor: Int32
    private let terminal: Bool
    private let colour: Bool
    private let output = Mutex(())

    private let isOwn: Bool

    /// - Parameters:
    ///   - descriptor: where the lines go.
    ///   - closing: whether it is closed in the end.
    init(descriptor: Int32 = 1, closing: Bool = false) {
        self.descriptor = descriptor
        isOwn = closing
        terminal = isatty(descriptor) == 1
        colour = terminal && getenv("NO_COLOR") == nil
    }

    deinit { if isOwn { close(descriptor) } }

    func print(_ event: Event) {
        let line = terminal ? text(event) : json(event)
        output.withLock { _ in
            var rest = Array((line + "\n").utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno != EINTR { return }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }
}

// MARK: On a terminal

extension EventPrinter {
    private func text(_ event: Event) -> String {
        switch event {
        case .warning(let message): paint(33, message)
        case .started(let name, let pid): line(name, paint(2, "started, pid \(pid)"))
        case .said(let name, let text): line(name, said(text))
        case .ended(let name, let how, let pause): line(name, paint(31, "ended (\(how)); again in \(seconds(pause))"))
        case .forced(let name): line(name, paint(31, "did not leave within 15 seconds; ended by force"))
        case .left(let name): line(name, paint(2, "left"))
        case .scaled(let stage, let before, let after): line(stage, paint(33, "\(before) → \(after) processes"))
        case .reloaded(let answer): reloaded(answer)
        case .ready(let config): paint(32, "ready") + welcome(config)
        case .stopping: paint(2, "stopping: every stage finishes what it has begun")
        case .stopped: paint(2, "stopped")
        }
    }

    private func line(_ name: String, _ text: String) -> String {
        let time = "\(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))".dropFirst(11).prefix(8)
        let padded = name + String(repeating: " ", count: max(0, 13 - name.count))
        return "\(paint(2, String(time)))  \(paint(36, padded)) \(text)"
    }

    /// What a person sees anyhow, or has no use for on a line.
    private static let known: Set<String> = ["at", "level", "message", "stage", "instance", "trace"]

    /// A stage's JSON log line as a sentence; any other line as it is.
    private func said(_ text: String) -> String {
        guard let json = try? JSON(bytes: Array(text.utf8)), let message = json["message"]?.string else { return text }
        let rest = (json.object ?? [:]).filter { !Self.known.contains($0.key) }
        let details = rest.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.string ?? "")" }
        let all = message + (details.isEmpty ? "" : "  " + paint(2, details.joined(separator: " ")))
        return switch json["level"]?.string {
        case "error", "critical": paint(31, all)
        case "warning": paint(33, all)
        default: all
        }
    }

    private func reloaded(_ answer: JSON) -> String {
        let isInForce = answer["reloaded"]?.bool == true
        let head = isInForce ? paint(32, "reloaded") : paint(31, "not reloaded; nothing was changed")
        return ([head] + ReloadText(answer).lines).joined(separator: "\n")
    }

    private func welcome(_ config: PipelineConfig) -> String {
        var lines = [""]
        if let web = config.desk.web { lines.append("  contact form   \(web)/") }
        lines.append("  mail a case    casewire send FILE.eml")
        lines.append("  the stories    casewire cases, casewire case REF")
        lines.append("  what was sent  \(config.runtimeFolder)/outbox/new")
        lines.append("  Ctrl-C ends it; nothing that was accepted is lost.")
        return lines.joined(separator: "\n")
    }

    private func paint(_ code: Int, _ text: String) -> String { colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

// MARK: Elsewhere

extension EventPrinter {
    private func json(_ event: Event) -> String {
        var members: [String: JSON]
        switch event {
        case .warning(let message): members = ["event": "warning", "message": .string(message)]
        case .started(let name, let pid):
            members = ["event": "started", "process": .string(name), "pid": .int(Int64(pid))]
        case .said(let name, let text):
            members = (try? JSON(bytes: Array(text.utf8)))?.object ?? ["message": .string(text)]
            members["event"] = "log"
            members["process"] = .string(name)
        case .ended(let name, let how, let pause):
            members = [
                "event": "ended", "process": .string(name), "how": .string(how),
                "restart_ms": .int(pause.wholeMilliseconds),
            ]
        case .forced(let name): members = ["event": "forced", "process": .string(name)]
        case .left(let name): members = ["event": "left", "process": .string(name)]
        case .scaled(let stage, let before, let after):
            members = [
                "event": "scaled", "stage": .string(stage), "from": .int(Int64(before)), "to": .int(Int64(after)),
            ]
        case .reloaded(let answer):
            members = answer.object ?? [:]
            members["event"] = "reloaded"
        case .ready(let config):
            members = ["event": "ready", "pipeline": .string(config.name), "control": .string(config.control)]
        case .stopping: members = ["event": "stopping"]
        case .stopped: members = ["event": "stopped"]
        }
        if members["at"] == nil {
            members["at"] = .string("\(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))")
        }
        return String(decoding: JSON.object(members).bytes, as: UTF8.self)
    }
}

private func seconds(_ span: Duration) -> String { "\(Double(span.wholeMilliseconds) / 1000) s" }
