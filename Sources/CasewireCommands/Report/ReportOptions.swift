import ArgumentParser
import Foundation
import Pipeline
import Reports
import SQLiteStore
import StageProtocol

/// Which cases a report is about, and how it is shown.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, html
    }

    @Option(
        help: ArgumentHelp(
            "Only what was opened or received since: 2026-11-01, 2026-11-01T10:00 on the desk's own clock, or 2026-11-01T10:00:00Z.",
            valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Only what was opened or received before.", valueName: "time"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            """
            A CSV of addresses and the size of their accounts, such as "ann@example.net,large": parity is looked at across \
            them. It is read here and kept nowhere.
            """, valueName: "file"), completion: .file(extensions: ["csv"]))
    var accounts: String?

    @Option(
        help: ArgumentHelp(
            "Another store, such as a backup; by default the one that the pipeline names.", valueName: "file"),
        completion: .file())
    var store: String?

    @Option(
        help: ArgumentHelp(
            "When the store stood as it does, such as when a backup was made: clocks are judged by that time. By default now.",
            valueName: "time"))
    var at: String?

    @Option(
        help: """
            text for people, json for programs, csv for a spreadsheet, html for a page that prints well; by default what \
            the name after -o ends with, else text.
            """)
    var format: Format?

    @Option(
        name: .customLong("table"),
        help: ArgumentHelp("With csv: which table; by default the report's first.", valueName: "name"))
    var table: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Where to write it; by default to standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var pipeline: PipelineOptions

    /// The format that is asked for, in words or by the name of the file.
    var chosen: Format {
        format ?? output.flatMap { Format(rawValue: ($0 as NSString).pathExtension.lowercased()) } ?? .text
    }
}

/// Reports with what they are about.
struct ToldReports {
    var reports: [Report]
    var setting: Setting
    /// How many cases were looked at; nil where no report asked for them.
    var cases: Int?
    /// How many things that came in were looked at.
    var submissions: Int?
}

extension ReportOptions {
    /// Reads the store once, for all the reports.
    func told(_ names: [String]) async throws -> ToldReports {
        let loaded = try pipeline.load()
        let standards = loaded.standards
        let sizes = try accounts.map { try AccountSizes(path: $0).sizes } ?? [:]
        do {
            // One more than processors, so that all have something to do while what was read is counted.
            let snapshot = try StoreSnapshot(
                path: store ?? path(of: loaded.config), readers: ProcessInfo.processInfo.activeProcessorCount + 1)
            let at = try at.map { try moment($0, standards) }
            if let at, let latest = snapshot.latest, at < latest {
                throw CommandFailure(
                    .usage,
                    "The store knows of things after --at \(at): the latest is of \(latest). Give that time or a later one."
                )
            }
            let scope = Scope(
                from: try from.map { try moment($0, standards) }, until: try until.map { try moment($0, standards) },
                // The broker's clock may be ahead of ours: then it is later than we think.
                now: at ?? max(.current, snapshot.latest ?? .current))
            try Self.check(scope)
            let setting = Setting(standards: standards, scope: scope, sizes: sizes)
            var reader = FactReader(snapshot, setting, names)
            try await reader.read()
            return ToldReports(
                reports: reader.tallies.map { $0.report() }, setting: setting, cases: reader.cases,
                submissions: reader.submissions)
        } catch let error as StoreError {
            throw CommandFailure(.data, "\(error).")
        }
    }

    /// - Throws: wrong usage where the end comes before the beginning, so that nothing could ever be told.
    static func check(_ scope: Scope) throws {
        guard let from = scope.from, let until = scope.until, from >= until else { return }
        throw CommandFailure(
            .usage, "Nothing is both from \(from) on and before \(until): --from must be earlier than --until.")
    }

    private func path(of config: PipelineConfig) -> String {
        switch config.store {
        case .sqlite(let path): path
        }
    }

    private func moment(_ text: String, _ standards: Standards) throws -> Timestamp {
        let moment =
            Timestamp(text) ?? Timestamp(onClockOf: standards.calendar, text)
            ?? Timestamp(onClockOf: standards.calendar, text + "T00:00")
        guard let moment else {
            throw CommandFailure(
                .usage,
                "\"\(text)\" is no time; write 2026-11-24, 2026-11-24T10:00 on the desk's clock, or 2026-11-24T10:00:00Z."
            )
        }
        return moment
    }
}
