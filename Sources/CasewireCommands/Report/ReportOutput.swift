import Foundation
import Reports
import StageProtocol

/// Writes reports the way they are asked for, to standard output or to a file.
struct ReportOutput {
    private let told: ToldReports
    private let options: ReportOptions

    init(_ told: ToldReports, options: ReportOptions) {
        self.told = told
        self.options = options
    }

    func write() throws {
        switch options.chosen {
        case .text:
            let console = Console.standardOutput
            let isShown = options.output == nil
            let text = ReportText(
                width: isShown ? console.width : nil, paint: isShown ? console.paint : .none)
            try put((told.reports.flatMap(text.lines) + [subtitle]).joined(separator: "\n") + "\n")
        case .json: try put(String(decoding: json.bytes, as: UTF8.self) + "\n")
        case .html: try put(ReportPage(told.reports, subtitle: subtitle).html)
        case .csv: try told.reports.count == 1 ? put(table(of: told.reports[0]).csv) : putFolder()
        }
    }

    private var subtitle: String {
        let counts = [told.cases.map { count($0, "case") }, told.submissions.map { count($0, "submission") }]
        return "\(counts.compactMap(\.self).joined(separator: " and "))\(told.setting.scope.words(told.setting))"
    }

    private var json: JSON {
        let scope = told.setting.scope
        var members: [String: JSON] = [
            "from": scope.from.map { .string($0.description) } ?? .null,
            "until": scope.until.map { .string($0.description) } ?? .null, "at": .string(scope.now.description),
        ]
        members["cases"] = told.cases.map { .int(Int64($0)) }
        members["submissions"] = told.submissions.map { .int(Int64($0)) }
        guard told.reports.count == 1 else {
            return .object(members.merging(["reports": .array(told.reports.map(\.json))]) { $1 })
        }
        return .object(members.merging(told.reports[0].json.object ?? [:]) { $1 })
    }

    private func table(of report: Report) throws -> Table {
        let names = report.tables.map(\.id).joined(separator: ", ")
        guard let wanted = options.table else {
            guard let first = report.tables.first else {
                throw CommandFailure(.usage, "report \(report.id) has no table; ask for json.")
            }
            return first
        }
        guard let table = report.tables.first(where: { $0.id == wanted }) else {
            throw CommandFailure(.usage, "report \(report.id) has no table \"\(wanted)\"; there are \(names).")
        }
        return table
    }

    /// A file for each table, named by report and table.
    private func putFolder() throws {
        guard let folder = options.output else {
            throw CommandFailure(.usage, "all tables as CSV need a folder; name one with -o.")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for report in told.reports {
                for table in report.tables {
                    let name = table.id == report.id ? report.id : "\(report.id)-\(table.id)"
                    try Self.put(table.csv, "\(folder)/\(name).csv")
                }
            }
        } catch let error as CocoaError { throw Self.failure(error, folder) }
    }

    private func put(_ text: String) throws {
        guard let path = options.output else { return Console.standardOutput.write(text) }
        do { try Self.put(text, path) } catch let error as CocoaError { throw Self.failure(error, path) }
    }

    private static func put(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    private static func failure(_ error: CocoaError, _ path: String) -> CommandFailure {
        let folder = (path as NSString).deletingLastPathComponent
        guard error.code != .fileNoSuchFile else {
            return CommandFailure(.failed, "\(path) cannot be written: there is no folder \(folder); make it first.")
        }
        return CommandFailure(.failed, "\(path) cannot be written: \(error.localizedDescription)")
    }
}
