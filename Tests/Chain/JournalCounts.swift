import Foundation
import GRDB
import Pipeline
import Reports
import SQLiteStore
import StageProtocol
import Testing

@testable import CasewireCommands

/// What a store's journal says by itself, line by line, for reports to be held against. Nothing else of the store is
/// looked at, and no code of the reports.
struct JournalCounts {
    /// When the last line was written.
    private(set) var last = Timestamp(milliseconds: 0)
    private(set) var cases = 0
    private(set) var contacts = 0
    private(set) var textsToCustomers = 0
    private(set) var promised = 0
    private(set) var open = 0
    /// By the standard's name: met, and decided.
    private(set) var standards: [String: (met: Int, of: Int)] = [:]

    init(store path: String) throws {
        let rows = try DatabaseQueue(path: path).read { db in
            try Row.fetchAll(db, sql: "SELECT at, case_id, what, detail FROM journal ORDER BY id")
        }
        var letGo: Set<Int64> = []
        var names: Set<String> = []
        var isOpen: [Int64: Bool] = [:]
        for row in rows {
            let detail = try JSON(bytes: Array(row["detail"] as Data))
            let caseID = row["case_id"] as Int64? ?? 0
            last = max(last, Timestamp(milliseconds: row["at"]))
            switch row["what"] as String {
            case "opened", "followed_up":
                guard detail["role"] == "customer" else { continue }
                isOpen[caseID] = true
                contacts += 1
            case "let-go":
                if detail["audience"] == "customer", let say = detail["say"]?.int { letGo.insert(say) }
            case "done":
                // A case of the house is resolved too, and is no customer's.
                if isOpen[caseID] != nil, detail["resolved"] == true { isOpen[caseID] = false }
                if isOpen[caseID] != nil, detail["reopened"] == true { isOpen[caseID] = true }
                for name in detail["promised"]?.array ?? [] { names.insert("\(caseID) \(name.string ?? "")") }
            case "met", "missed":
                let standard = detail["standard"]?.string ?? ""
                let known = standards[standard] ?? (0, 0)
                standards[standard] = (known.met + (row["what"] == "met" ? 1 : 0), known.of + 1)
            default: continue
            }
        }
        cases = isOpen.count
        open = isOpen.values.count(where: \.self)
        textsToCustomers = letGo.count
        promised = names.count
    }

    /// Holds the reports over the same store, at the moment of the journal's last line, against it.
    func hold(reportsOn path: String, by standards: Standards, _ name: String) async throws {
        let setting = Setting(standards: standards, scope: Scope(now: last))
        var tallies = ["standards", "workload", "promises"].compactMap { ReportCatalog.tally($0, setting) }
        var facts: [CaseFacts] = []
        try await CaseReader(setting).read(try StoreSnapshot(path: path)) { facts += $0 }
        for one in facts {
            for index in tallies.indices { tallies[index].take(one) }
        }
        let reports = Dictionary(uniqueKeysWithValues: tallies.map { $0.report() }.map { ($0.id, $0.json) })
        let standing = reports["standards"]?["tables"]?["standards"]?.array ?? []
        for (title, id) in [
            ("acknowledge", "acknowledge"), ("first answer", "first_answer"), ("next answer", "next_answer"),
            ("promises", "promises"),
        ] {
            let row = standing.first { $0["standard"]?.string == title }
            let told = self.standards[id] ?? (0, 0)
            #expect(row?["kept"]?.int ?? 0 == Int64(told.met), "\(name): \(title) kept")
            #expect(row?["of"]?.int ?? 0 == Int64(told.of), "\(name): \(title) counted")
        }
        #expect(reports["promises"]?["made"]?.int == Int64(promised), "\(name): promises")
        let summary = reports["workload"]?["summary"]?.string ?? ""
        #expect(summary.hasPrefix("\(cases) cases, of which \(open) are open."), "\(name): \(summary)")
        let work = reports["workload"]?["series"]?["work"]?["lines"]?.array ?? []
        for (line, count) in [("contacts", contacts), ("texts", textsToCustomers), ("cases opened", cases)] {
            let points = work.first { $0["name"]?.string == line }?["points"]?.array?.compactMap(\.number) ?? []
            #expect(Int(points.reduce(0, +)) == count, "\(name): \(line)")
        }
    }
}
