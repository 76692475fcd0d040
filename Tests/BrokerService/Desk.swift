import Foundation
import Glibc
import Logging
import Pipeline
import StageProtocol
import Synchronization
import TestSupport
import ZeroMQ

@testable import BrokerService

/// A broker with real sockets, in this process: `door` is a source, `speaker` the voice. Both of their sockets and those
/// of the operator are locked tcp sockets.
final class Desk: Sendable {
    let folder: String
    let config: PipelineConfig
    let log = Log()
    private let service = Mutex<BrokerService?>(nil)

    init(_ edit: (String) -> String = { $0 }) throws {
        folder = try Self.makeFolder()
        try Self.write(folder, edit)
        config = try PipelineLoader.load(path: folder + "/pipeline.yaml", environment: [:]).config
        for name in ["broker", "operator", "door", "speaker"] { try KeyFile.make(name, in: folder + "/keys") }
        // A second key opens the door, too.
        let second = try KeyFile.make("second", in: folder + "/keys")
        let first = try KeyFile.publicKeys(at: folder + "/keys/door.public")[0]
        try "\(first)\n\(second)\n".write(toFile: folder + "/keys/door.public", atomically: true, encoding: .utf8)
        try start()
    }

    /// Starts a broker on the files as they are now.
    func start() throws {
        let pipeline = try PipelineLoader.load(path: folder + "/pipeline.yaml", environment: [:])
        let broker = try BrokerService(pipeline, logger: Logger(label: "broker") { [log] _ in Recorder(log: log) })
        service.withLock { $0 = broker }
    }

    func stop() {
        let broker = service.withLock { service in
            defer { service = nil }
            return service
        }
        broker?.stop()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static let lastPort = Atomic<UInt16>(20_000 + UInt16(getpid() % 1200) * 10)

    /// A port that neither another desk of this process gets nor the system gives to whoever connects.
    private static func freePort() -> UInt16 {
        while true {
            let port = lastPort.wrappingAdd(1, ordering: .relaxed).newValue
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            if result == 0 { return port }
        }
    }

    static func makeFolder() throws -> String {
        let folder = "/tmp/cw-desk-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(
            atPath: folder + "/keys", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return folder
    }

    static func write(_ folder: String, _ edit: (String) -> String = { $0 }) throws {
        let ports = (0..<4).map { _ in Self.freePort() }
        for name in ["standards.yaml", "people.yaml", "knowledge"] {
            symlink(Places.project + "/" + name, folder + "/" + name)
        }
        let pipeline = """
            name: small
            desk: {name: Small, address: desk@hearth.example}
            var: var
            keys: keys
            store: sqlite:var/casewire.db
            standards: standards.yaml
            people: people.yaml
            knowledge: knowledge
            control: tcp://127.0.0.1:\(ports[0])
            tap: tcp://127.0.0.1:\(ports[1])
            stages:
              door:
                manifest: door.yaml
                run: /bin/true
                socket: tcp://127.0.0.1:\(ports[2])
                outputs: {contact: speaker}
              speaker:
                manifest: speaker.yaml
                run: /bin/true
                socket: tcp://127.0.0.1:\(ports[3])
            """
        let files = [
            "pipeline.yaml": edit(pipeline),
            "door.yaml": """
            name: door
            version: 1.0.0
            protocol: 1
            summary: Lets contacts in.
            accepts: [submission.received, message.dead]
            outputs: {contact: case.contact}
            rights: {source: true}
            """,
            "speaker.yaml": """
            name: speaker
            version: 1.0.0
            protocol: 1
            summary: Speaks.
            accepts: [case.contact, say.proposed, say.ready]
            rights: {voice: true}
            """,
        ]
        for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
    }
}

/// What the broker has logged.
final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// Waits for a line with some words.
    func line(with words: String) async throws -> String {
        try await eventually("a log line with \"\(words)\" in: \(text)", within: .seconds(10)) {
            lines.withLock { $0.first { $0.contains(words) } }
        }
    }
}

struct Recorder: LogHandler {
    let log: Log
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(log: Log) { self.log = log }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        self.log.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
    }
}
