import Foundation
import Testing

@testable import BrokerService

@Suite struct FolderTests {
    @Test func aFolderIsMadeWithThoseAboveItForItsUserAlone() throws {
        let top = NSTemporaryDirectory() + "/cw-folders-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: top) }
        try Folders.make(top + "/a/b")
        try Folders.make(top + "/a/b")
        let mode = try FileManager.default.attributesOfItem(atPath: top + "/a/b")[.posixPermissions] as? Int
        #expect(mode == 0o700)
    }

    @Test func aFolderThatCannotBeMadeIsNamedWithTheReason() throws {
        let file = NSTemporaryDirectory() + "/cw-file-\(UUID().uuidString.prefix(8))"
        try Data().write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let below = #expect(throws: FolderError.self) { try Folders.make(file + "/var") }
        #expect(below?.description == "\(file)/var cannot be made: Not a directory")
        let itself = #expect(throws: FolderError.self) { try Folders.make(file) }
        #expect(itself?.description == "\(file) cannot be written into: Not a directory")
    }
}
