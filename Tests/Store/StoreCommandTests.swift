import Foundation
import GRDB
import StageProtocol
import TestSupport
import Testing

@testable import SQLiteStore

/// `casewire store check` as an operator runs it.
@Suite struct StoreCommandTests {
    private let version = "version \(Schema.migrator.migrations.count)"

    private func check(_ arguments: [String], environment: [String: String] = [:]) async throws -> Finished {
        try await Command.run(
            Places.executables + "/casewire", ["store", "check"] + arguments, environment: environment)
    }

    @Test func aStoreInOrderEndsWith0() async throws {
        let store = try Damaged()
        let finished = try await check([store.path])
        #expect(finished.status == 0)
        #expect(
            finished.output == "in order: \(store.path), \(version), 2 cases, 4 messages, 2 submissions\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder) == ["store.db"])
    }

    @Test func anErrorIsNamedAndEndsWith1() async throws {
        let store = try Damaged()
        try store.change("DELETE FROM entries WHERE case_id = 1 AND seq = 2; DELETE FROM journal WHERE id = 2")
        let finished = try await check([store.path])
        #expect(finished.status == 1)
        #expect(finished.output.contains("error: the log of case CW-1 has 2 entries, numbered 1 to 3"))
        #expect(finished.output.hasSuffix("\(store.path) (3 errors)\n"), "\(finished.output)")

        let report = try JSON(bytes: Array(try await check([store.path, "--format", "json"]).output.utf8))
        #expect(report["errors"] == 3)
        #expect(report["warnings"] == 0)
        #expect(report["findings"]?.array?.map { $0["code"]?.string } == ["log-gap", "log-count", "journal-gap"])
    }

    @Test func aWarningAloneEndsWith0() async throws {
        let store = try Damaged()
        try store.change("UPDATE messages SET state = 2 WHERE say = 1")
        let finished = try await check([store.path])
        #expect(finished.status == 0)
        #expect(finished.output.contains("warning: text 1 of case CW-1 is ready, and its message is a dead letter"))
    }

    @Test func aStoreThatCannotBeReadEndsWith65() async throws {
        let store = try Damaged()
        try store.change("INSERT INTO grdb_migrations VALUES ('99 what nobody knows yet')")
        let finished = try await check([store.path])
        #expect(finished.status == 65)
        #expect(finished.errors.contains("casewire: store \(store.path) was written by a newer Casewire"))
    }

    @Test func withoutAPathItIsThePipelinesStore() async throws {
        let shop = try Shop()
        let store = try Damaged()
        try FileManager.default.createDirectory(atPath: shop.folder + "/var", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: store.path, toPath: shop.folder + "/var/casewire.db")
        let finished = try await check([], environment: shop.environment)
        #expect(finished.status == 0)
        #expect(finished.output.contains("/var/casewire.db, \(version), 2 cases"), "\(finished)")
    }
}
