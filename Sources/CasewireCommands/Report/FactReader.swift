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
        var (ofCases, ofSubmissions, parts) = ([Int](), [Int](), Set<CasePart>())
        for index in tallies.indices {
            switch type(of: tallies[index]).source {
            case .cases(let asked):
                ofCases.append(index)
                parts.formUnion(asked)
            case .submissions: ofSubmissions.append(index)
            }
        }
        if !ofCases.isEmpty { try await readCases(for: ofCases, parts) }
        if !ofSubmissions.isEmpty { try readSubmissions(for: ofSubmissions) }
    }

    private mutating func readCases(for asking: [Int], _ parts: Set<CasePart>) async throws {
        var (tallies, count) = (self.tallies, 0)
        self.tallies = []
        try await CaseReader(setting, parts).read(snapshot) { part in
            count += part.cases.count
            for facts in part.cases { for index in asking { tallies[index].take(facts) } }
            for cause in part.causes { for index in asking { tallies[index].take(cause) } }
        }
        (self.tallies, cases) = (tallies, count)
    }

    private mutating func readSubmissions(for asking: [Int]) throws {
        var (count, last) = (0, Int64(0))
        while case let stored = try snapshot.readers[0].submissions(after: last, at: setting.scope.period),
            !stored.isEmpty
        {
            count += stored.count
            for facts in stored.lazy.map(SubmissionFacts.init) {
                for index in asking { tallies[index].take(facts) }
                last = facts.number
            }
        }
        submissions = count
    }
}
