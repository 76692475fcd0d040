import Foundation
import Glibc
import Logging
import Pipeline
import Testing
import ZeroMQ

@testable import BrokerService

/// A broker whose locks or folders are not in order does not start.
@Suite struct KeyringTests {
    private let folder: String

    init() throws {
        folder = try Desk.makeFolder()
        try Desk.write(folder)
    }

    private func start() throws {
        let pipeline = try PipelineLoader.load(path: folder + "/pipeline.yaml", environment: [:])
        try BrokerService(pipeline, logger: Logger(label: "broker") { _ in SwiftLogNoOpLogHandler() }).stop()
    }

    private func problems() -> [String] {
        do {
            try start()
            return []
        } catch {
            return "\(error)".replacing(folder + "/", with: "").split(separator: "; ").map(String.init)
        }
    }

    @Test func everyKeyThatIsMissingIsToldWithTheWayToMakeIt() {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(
            problems()
                == ["broker.secret", "door.public", "operator.public", "speaker.public"].flatMap { file in
                    [
                        "keys/\(file) cannot be read: No such file or directory",
                        "\"casewire keys \(file.split(separator: ".")[0])\" makes it",
                    ]
                })
    }

    @Test func aKeyThatStandsForTwoNamesIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["broker", "operator", "door", "speaker"] { try KeyFile.make(name, in: folder + "/keys") }
        try start()
        let own = try String(contentsOfFile: folder + "/keys/door.public", encoding: .utf8)
        let both = try String(contentsOfFile: folder + "/keys/speaker.public", encoding: .utf8) + own
        try both.write(toFile: folder + "/keys/speaker.public", atomically: true, encoding: .utf8)
        #expect(problems().first?.hasPrefix("keys/speaker.public lists the key") == true)
    }

    @Test func aBrokersSecretThatOthersMayReadIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["broker", "operator", "door", "speaker"] { try KeyFile.make(name, in: folder + "/keys") }
        chmod(folder + "/keys/broker.secret", 0o640)
        #expect(problems().first == "keys/broker.secret may be read by others (mode 0640)")
    }

    @Test func aFolderOfSocketsThatOthersMayEnterIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Desk.write(folder) { $0.replacing("tcp://127.0.0.1:", with: "ipc://open/") }
        mkdir(folder + "/open", 0o755)
        chmod(folder + "/open", 0o755)
        let problem = problems().joined(separator: "; ")
        #expect(problem.hasPrefix("open holds sockets and is open to other users (mode 0755)"), "\(problem)")
        chmod(folder + "/open", 0o700)
        #expect(problems() == [])
    }
}
