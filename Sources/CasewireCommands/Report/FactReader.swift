import Reports
import SQLiteStore

/// Reads from a snapshot what reports ask for, and nothing else.
struct FactReader {
    private(set) var tallies: [any Tally]
    /// How many customers' cases were read; nil where no report asked for them.
    private(set) var cases: Int?
    private(set) var submissions: Int?
    private let snapshot: StoreSnapshot
    private let setting: Setting

    init(_ snapshot: StoreSnapshot, _ setting: Setting, _ names: [String]) {
        self.snapshot = snapshot
        self.setting = setting
        tallies = names.compactMap { ReportCatalog.tally($0, setting) }
    }

    mutating func read() async throws {
        if asks(.cases) { try await readCases() }
        if asks(.submissions) { try readSubmissions() }
    }

    private func asks(_ source: Source) -> Bool { tallies.contains { type(of: $0).source == source } }

    private mutating func readCases() async throws {
        var (tallies, count) = (self.tallies, 0)
        self.tallies = []
        let asking = tallies.indices.filter { type(of: tallies[$0]).source == .cases }
        try await CaseReader(setting).read(snapshot) { part in
            count += part.cases.count
            for facts in part.cases { for index in asking { tallies[index].take(facts) } }
            for cause in part.causes { for index in asking { tallies[index].take(cause) } }
        }
        (self.tallies, cases) = (tallies, count)
    }

    private mutating func readSubmissions() throws {
        var count = 0
        while case let stored = try snapshot.nextSubmissions(at: setting.scope.period), !stored.isEmpty {
            count += stored.count
            for index in tallies.indices where type(of: tallies[index]).source == .submissions {
                for one in stored { tallies[index].take(SubmissionFacts(one)) }
            }
        }
        submissions = count
    }
}
