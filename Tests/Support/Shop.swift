package import Foundation
import Glibc
package import StageProtocol
import Synchronization

/// The project's own front desk as real processes, in a folder and on a port of its own.
package final class Shop: Sendable {
    package let folder: String
    package let port: UInt16
    private let extra: [String: String]
    private let running = Mutex<Process?>(nil)

    /// Makes the folder; nothing runs yet.
    /// - Parameters:
    ///   - standards: figures to change, such as `["floor.quiet": "200 milliseconds"]`.
    ///   - edit: changes `pipeline.yaml` further.
    package init(
        standards: [String: String] = [:], environment: [String: String] = [:], edit: (String) -> String = { $0 }
    ) throws {
        var template = Array("/tmp/cw-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NeverSo(what: "a folder in /tmp", limit: .zero) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        port = Places.freePort()
        extra = environment
        for name in ["plugins", "knowledge", "templates", "training", "people.yaml"] {
            symlink(Places.project + "/" + name, folder + "/" + name)
        }
        let pipeline = try String(contentsOfFile: Places.project + "/pipeline.yaml", encoding: .utf8)
        try edit(pipeline).write(toFile: folder + "/pipeline.yaml", atomically: true, encoding: .utf8)
        var figures = ["floor.quiet": "200 milliseconds", "floor.at_most": "20 seconds"]
        figures.merge(standards) { $1 }
        try changed(Places.project + "/standards.yaml", figures)
            .write(toFile: folder + "/standards.yaml", atomically: true, encoding: .utf8)
    }

    deinit {
        running.withLock { if let process = $0, process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        try? FileManager.default.removeItem(atPath: folder)
    }

    package var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter {
            ["PATH", "HOME", "LANG", "TZ"].contains($0.key)
        }
        environment["CASEWIRE_BIN"] = Places.executables
        environment["CASEWIRE_VAR"] = folder + "/var"
        environment["CASEWIRE_WEB"] = "127.0.0.1:\(port)"
        environment["CASEWIRE_PIPELINE"] = folder + "/pipeline.yaml"
        environment["CASEWIRE_CLOCK_OFFSET"] = folder + "/clock"
        return environment.merging(extra) { $1 }
    }

    // MARK: Opening and closing

    /// Starts `casewire up` and waits until it says ready.
    /// - Parameter prefix: what to put before the command.
    package func open(behind prefix: [String] = []) async throws {
        let process = Process()
        let command = prefix + [Places.executables + "/casewire", "up"]
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        try Data().write(to: URL(fileURLWithPath: folder + "/up.log"))
        let log = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/up.log"))
        process.standardOutput = log
        process.standardError = log
        process.standardInput = FileHandle.nullDevice
        try process.run()
        running.withLock { $0 = process }
        let ready = try? await eventually("ready", within: .seconds(60)) {
            self.log.contains("\"event\":\"ready\"") ? true : process.isRunning ? nil : false
        }
        if ready != true { throw NeverSo(what: "ready; the log ends: \(tail())", limit: .seconds(60)) }
    }

    /// Sends HUP to `casewire up`.
    package func hangUp() throws {
        guard let process = running.withLock({ $0 }) else { throw NeverSo(what: "a pipeline that runs", limit: .zero) }
        kill(process.processIdentifier, SIGHUP)
    }

    /// Changes `pipeline.yaml`, whole at once as an editor does.
    /// - Returns: what stood there before.
    @discardableResult
    package func edit(_ change: (String) -> String) throws -> String {
        let path = folder + "/pipeline.yaml"
        let before = try String(contentsOfFile: path, encoding: .utf8)
        try change(before).write(toFile: path, atomically: true, encoding: .utf8)
        return before
    }

    /// Ends `casewire up` by TERM.
    /// - Returns: its exit status.
    @discardableResult
    package func close() async throws -> Int32 {
        guard let process = running.withLock({ $0 }) else { return 0 }
        process.terminate()
        _ = try await eventually("casewire up ends after TERM", within: .seconds(40)) { process.isRunning ? nil : true }
        running.withLock { $0 = nil }
        return process.terminationStatus
    }

    /// Ends `casewire up` by KILL, and waits until all of its processes have left.
    package func crash() async throws {
        guard let process = running.withLock({ $0 }) else { return }
        let left = processes()
        kill(process.processIdentifier, SIGKILL)
        for (name, pid) in left {
            _ = try await eventually("\(name) leaves after its supervisor", within: .seconds(40)) {
                Processes.isAlive(pid) ? nil : true
            }
        }
        running.withLock { $0 = nil }
    }

    /// What `casewire up` has printed.
    package var log: String { (try? String(contentsOfFile: folder + "/up.log", encoding: .utf8)) ?? "" }

    private func tail() -> String { log.split(separator: "\n").suffix(15).joined(separator: "\n") }

    // MARK: Commands

    /// Runs a `casewire` command.
    package func casewire(_ arguments: String..., input: Data? = nil) async throws -> Finished {
        try await Command.run(Places.executables + "/casewire", arguments, input: input, environment: environment)
    }

    /// Runs a `casewire` command and reads the JSON it prints.
    package func json(_ arguments: String...) async throws -> JSON {
        let finished = try await Command.run(
            Places.executables + "/casewire", arguments + ["--format", "json"], environment: environment)
        guard let value = try? JSON(bytes: Array(finished.output.utf8)) else {
            throw NeverSo(
                what: "JSON from casewire \(arguments.joined(separator: " ")): \(finished.output)\(finished.errors)",
                limit: .zero)
        }
        return value
    }

    /// Hands a mail in at the door for mail servers.
    package func deliver(_ mail: String) async throws -> Finished {
        try await Command.run(
            Places.executables + "/intake", ["deliver"],
            input: Data(mail.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8), environment: environment
        )
    }

    // MARK: What is to be seen

    package func cases() async throws -> [JSON] { try await json("cases", "--all", "--limit", "10000").array ?? [] }

    package func story(_ ref: String) async throws -> JSON { try await json("case", ref) }

    package func intakeReport() async throws -> JSON { try await json("report", "intake") }

    /// The mails that have been sent, oldest first.
    package func outbox() -> [SentMail] {
        let path = folder + "/var/outbox/new"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { name in
            FileManager.default.contents(atPath: path + "/" + name).map { SentMail(name: name, bytes: $0) }
        }.sorted { $0.name < $1.name }
    }

    /// How many mails have been sent.
    package var outboxCount: Int {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/var/outbox/new")) ?? []).count
    }

    /// The mails that have been sent to an address.
    package func outbox(to address: String) -> [SentMail] { outbox().filter { $0.to.contains(address) } }

    /// The process ids of the pipeline by instance; `broker` is one of them.
    package func processes() -> [String: Int32] {
        var pids: [String: Int32] = [:]
        for line in log.split(separator: "\n") {
            guard let event = try? JSON(bytes: Array(line.utf8)), let name = event["process"]?.string else { continue }
            if event["event"] == "started", let pid = event["pid"]?.int { pids[name] = Int32(pid) }
            if event["event"] == "ended" || event["event"] == "left" { pids[name] = nil }
        }
        return pids
    }

    /// Waits until nothing is waiting or being worked that is due, and nothing is to be tried again.
    /// - Parameter still: how long it must stay so; longer than the timers that are to run out before.
    package func rest(within limit: Duration = .seconds(120), still: Duration = .zero) async throws {
        var quiet = 0
        var since = ContinuousClock.now
        _ = try await eventually("the pipeline is at rest", within: limit, every: .milliseconds(60)) {
            let finished = try await casewire("status", "--format", "json")
            guard finished.status == 0, let status = try? JSON(bytes: Array(finished.output.utf8)) else {
                return nil as Bool?
            }
            if quiet == 0 { since = .now }
            let isWorked = status["waiting"] == 0 && status["holding"] == 0 && status["retrying"] == 0
            let pending = isWorked ? try await intakeReport()["pending"]?.int : nil
            quiet = pending == 0 ? quiet + 1 : 0
            return quiet >= 3 && ContinuousClock.now - since >= still ? true : nil
        }
    }
}

/// A mail in the outbox, as far as tests look at it.
package struct SentMail: Sendable {
    package let name: String
    package let headers: [String: String]
    package let body: String
    /// As it was sent.
    package let bytes: Data

    /// Reads a mail from its bytes.
    package init(name: String, bytes: Data) {
        self.name = name
        self.bytes = bytes
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        let unfolded = String(parts.first ?? "").replacing("\n ", with: " ").replacing("\n\t", with: " ")
        headers = Dictionary(
            unfolded.split(separator: "\n").compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                return (
                    line[..<colon].lowercased(),
                    line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                )
            }, uniquingKeysWith: { first, _ in first })
        body = plain(String(parts.count > 1 ? parts[1] : ""), headers["content-transfer-encoding"])
    }

    package var to: String { headers["to"] ?? "" }
    package var subject: String { headers["subject"] ?? "" }
    package var messageID: String { headers["message-id"] ?? "" }
    package var replyTo: String { headers["reply-to"] ?? "" }
}

/// A body without its transfer encoding.
private func plain(_ body: String, _ encoding: String?) -> String {
    switch encoding?.lowercased() {
    case "base64":
        return Data(base64Encoded: body, options: .ignoreUnknownCharacters).map { String(decoding: $0, as: UTF8.self) }
            ?? body
    case "quoted-printable":
        var bytes: [UInt8] = []
        let source = Array(body.replacing("=\n", with: "").utf8)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "="), index + 2 < source.count,
                let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    default: return body
    }
}

/// A standards file with some figures changed.
private func changed(_ path: String, _ figures: [String: String]) throws -> String {
    var section = ""
    var left = figures
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
    let result = lines.map { line -> String in
        if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
            section = String(line[..<colon])
        }
        let trimmed = line.trimmingCharacters(in: .whitespaces)
        guard line.hasPrefix("  "), let colon = trimmed.firstIndex(of: ":") else { return String(line) }
        guard let value = left.removeValue(forKey: section + "." + trimmed[..<colon]) else { return String(line) }
        return "  \(trimmed[..<colon]): \(value)"
    }
    guard left.isEmpty else { throw NeverSo(what: "standards.yaml has \(left.keys.sorted())", limit: .zero) }
    return result.joined(separator: "\n")
}
