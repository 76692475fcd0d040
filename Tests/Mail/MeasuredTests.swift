import Foundation
import Testing

@testable import Mail

/// How well mail is read, measured on sets that are too large to ship. Skipped where CASEWIRE_MAIL_DATA names no folder
/// with them; docs/mail.md says what was seen.
@Suite(.enabled(if: MailData.root != nil)) struct MeasuredTests {
    @Test func bouncesAreRecognisedWithTheirKind() throws {
        var all = 0
        var recognised = 0
        var wrong: [String] = []
        var kinds: [String: (right: Int, all: Int)] = [:]
        for line in try Fixtures.text("bounce-kinds.tsv").split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let bounce = try MailParser.parse(MailData.bytes("bounces/\(fields[0]).eml")).bounce
            let kind = bounce?.kind.rawValue ?? "none"
            if fields[1] != "none" { all += 1 }
            if fields[1] != "none", bounce != nil { recognised += 1 }
            kinds[fields[1], default: (0, 0)].all += 1
            if kind == fields[1], bounce?.recipient ?? "" == fields[2] {
                kinds[fields[1], default: (0, 0)].right += 1
            } else {
                wrong.append("\(fields[0]): \(kind)")
            }
        }
        print("bounces recognised: \(recognised) of \(all); kind or recipient wrong: \(wrong.count)", wrong)
        for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
            print("  \(kind): \(count.right) of \(count.all)")
        }
        #expect(recognised == all)
        #expect(wrong.count * 50 <= all)
    }

    @Test func mailsOfPeopleAreNoBounces() throws {
        for folder in ["ruby-mail", "stalwart"] {
            for file in try MailData.files(folder) where !file.contains("multipart_report_") {
                guard let mail = try? MailParser.parse(MailData.bytes(file)) else { continue }
                #expect(mail.bounce == nil, "\(file)")
            }
        }
    }
}

/// The folder with the sets, laid out as their origins are: bounces, reply-trimmer, ruby-mail, stalwart.
enum MailData {
    static let root = ProcessInfo.processInfo.environment["CASEWIRE_MAIL_DATA"]

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: (root ?? "") + "/" + path)))
    }

    /// The files below a folder that are mails.
    static func files(_ folder: String) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: (root ?? "") + "/" + folder)
        return paths.filter { !$0.hasSuffix(".json") && !$0.hasSuffix("COPYING") }.map { "\(folder)/\($0)" }.sorted()
    }
}
