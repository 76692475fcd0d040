import Foundation
import Glibc
import Testing

@testable import ZeroMQ

@Suite struct KeyFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    private func write(_ text: String, to name: String, mode: mode_t = 0o600) throws {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
        #expect(chmod(path(name), mode) == 0)
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
        return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
    }

    @Test func aPairThatWasMadeIsReadBackAndBelongsTogether() throws {
        let shown = try KeyFile.make("triage", in: folder.path)
        let secret = try KeyFile.secret(at: path("triage.secret"))
        #expect(try Curve.publicKey(ofSecret: secret) == shown)
        #expect(try KeyFile.publicKeys(at: path("triage.public")) == [shown])
        #expect(try mode("triage.secret") == 0o600)
        #expect(try mode("triage.public") == 0o644)
    }

    @Test func aKeyThatIsThereIsNeverWrittenOver() throws {
        let shown = try KeyFile.make("triage", in: folder.path)
        let error = #expect(throws: KeyFileError.self) { try KeyFile.make("triage", in: folder.path) }
        #expect(error?.message == "is there already; move it away to make another")
        #expect(try KeyFile.publicKeys(at: path("triage.public")) == [shown])
    }

    @Test func namesAndRemarksStandBesideKeys() throws {
        let keys = try (0..<2).map { _ in try Curve.keyPair().public }
        try write("# hosts of triage\n\n\(keys[0]) host-a\n  \(keys[1])\r\n", to: "triage.public", mode: 0o644)
        #expect(try KeyFile.publicKeys(at: path("triage.public")) == keys)
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o644] as [mode_t])
    func aSecretThatOthersMayReadIsRefused(mode: mode_t) throws {
        try write("\(Curve.keyPair().secret)\n", to: "open.secret", mode: mode)
        let error = #expect(throws: KeyFileError.self) { try KeyFile.secret(at: path("open.secret")) }
        #expect(error?.message.hasSuffix("chmod 600 it") == true)
    }

    @Test func publicKeysThatOthersMayChangeAreRefused() throws {
        try write("\(Curve.keyPair().public)\n", to: "a.public", mode: 0o666)
        #expect(throws: KeyFileError.self) { try KeyFile.publicKeys(at: path("a.public")) }
    }

    @Test func whatIsNoKeyIsNotShown() throws {
        try write("# ours\nhunter2-is-no-key\n", to: "a.public")
        let error = #expect(throws: KeyFileError.self) { try KeyFile.publicKeys(at: path("a.public")) }
        #expect(error?.line == 2)
        #expect(error?.description.contains("hunter2") == false)
        #expect(error?.description.contains("40 characters") == true)
    }

    @Test func aFileThatIsNotThereOrIsNoFileIsTold() throws {
        let missing = #expect(throws: KeyFileError.self) { try KeyFile.secret(at: path("none.secret")) }
        #expect(missing?.isMissing == true)
        #expect(throws: KeyFileError.self) { try KeyFile.publicKeys(at: folder.path) }
        try write("# nothing yet\n", to: "empty.public")
        #expect(throws: KeyFileError.self) { try KeyFile.publicKeys(at: path("empty.public")) }
    }

    @Test func aSecretOfRootsMayBeReadByItsGroupAlone() {
        // As a container platform mounts it for a program that is not root.
        #expect(KeyFile.isClosed(mode: 0o440, owner: 0, user: 10001))
        #expect(!KeyFile.isClosed(mode: 0o444, owner: 0, user: 10001))
        #expect(!KeyFile.isClosed(mode: 0o460, owner: 0, user: 10001))
        #expect(!KeyFile.isClosed(mode: 0o440, owner: 10001, user: 10001))
        #expect(!KeyFile.isClosed(mode: 0o440, owner: 0, user: 0))
        #expect(KeyFile.isClosed(mode: 0o600, owner: 0, user: 0))
    }
}
