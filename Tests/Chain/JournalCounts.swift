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
    /// What became of what came in, by its number: the last word stands.
    private(set) var submissions: [Int64: String] = [:]
    /// Cases with a vote of their customer.
    private(set) var voted: Set<Int64> = []
    /// Cases with each section.
    private var sections: [String: Set<Int64>] = [:]

    private static let ends: Set = ["opened", "followed_up", "duplicate", "parked", "discarded"]

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
            let what = row["what"] as String
            if let number = detail["submission"]?.int, Self.ends.contains(what) { submissions[number] = what }
            if what == "opened" || what == "followed_up", detail["role"] == "feedback", detail["via"] == "survey" {
                voted.insert(caseID)
            }
            for section in detail["set"]?.array ?? [] { sections[section.string ?? "", default: []].insert(caseID) }
            last = max(last, Timestamp(milliseconds: row["at"]))
            switch what {
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

    private static func reports(_ names: [String], of path: String, _ setting: Setting) async throws -> [String: JSON] {
        var reader = FactReader(try StoreSnapshot(path: path, readers: 3), setting, names)
        try await reader.read()
        let told = reader.tallies.map { $0.report() }
        return Dictionary(uniqueKeysWithValues: told.map { ($0.id, $0.json) })
    }

    /// Holds the reports over the same store, at the moment of the journal's last line, against it.
    func hold(reportsOn path: String, by standards: Standards, _ name: String) async throws {
        let setting = Setting(standards: standards, scope: Scope(now: last))
        let names = ReportCatalog.all.map(\.name)
        let reports = try await Self.reports(names, of: path, setting)
        // Each reads only those parts of cases that it says it needs: alone it must say the same.
        for report in names {
            let alone = try await Self.reports([report], of: path, setting)
            #expect(alone[report] == reports[report], "\(name): \(report) alone")
        }
        let standing = reports["standards"]?["tables"]?["standards"]?.array ?? []
        for (title, id) in [
            ("acknowledge", "acknowledge"), ("first answer", "first_answer"), ("next answer", "next_answer"),
            ("promises", "promises"), ("repair first", "repair_first"),
        ] {
            let row = standing.first { $0["standard"]?.string == title }
            let told = self.standards[id] ?? (0, 0)
            #expect(row?["kept"]?.int ?? 0 == Int64(told.met), "\(name): \(title) kept")
            #expect(row?["of"]?.int ?? 0 == Int64(told.of), "\(name): \(title) counted")
        }
        for (member, words) in [
            ("opened", "opened"), ("followed_up", "followed_up"), ("duplicates", "duplicate"), ("parked", "parked"),
            ("discarded", "discarded"),
        ] {
            let count = submissions.values.count { $0 == words || (words == "parked" && $0 == "discarded") }
            #expect(reports["intake"]?[member]?.int == Int64(count), "\(name): \(member) of what came in")
        }
        #expect(reports["intake"]?["reconciles"] == true, "\(name): what came in adds up")
        #expect(reports["survey"]?["answered"]?.int == Int64(voted.count), "\(name): votes")
        let reviewed = sections["review"] ?? []
        let unseen = (sections["understanding"] ?? []).subtracting(reviewed)
        #expect(reports["understanding"]?["reviewed"]?.int == Int64(reviewed.count), "\(name): looked at by people")
        #expect(reports["understanding"]?["unreviewed"]?.int == Int64(unseen.count), "\(name): looked at by nobody")
        #expect(reports["promises"]?["made"]?.int == Int64(promised), "\(name): promises")
        let summary = reports["workload"]?["summary"]?.string ?? ""
        let said = "\(cases) \(cases == 1 ? "case" : "cases"), of which \(open) \(open == 1 ? "is" : "are") open."
        #expect(summary.hasPrefix(said), "\(name): \(summary)")
        let work = reports["workload"]?["series"]?["work"]?["lines"]?.array ?? []
        for (line, count) in [("contacts", contacts), ("texts", textsToCustomers), ("cases opened", cases)] {
            let points = work.first { $0["name"]?.string == line }?["points"]?.array?.compactMap(\.number) ?? []
            #expect(Int(points.reduce(0, +)) == count, "\(name): \(line)")
        }
    }
}
