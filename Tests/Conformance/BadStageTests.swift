import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Conformance

/// `stage.py` does all that it should, or all but one thing.
@Suite(.timeLimit(.minutes(2))) struct BadStageTests {
    private static let home = Places.project + "/Tests/Conformance"

    private func trial(
        fault: String? = nil, samples: [Trial.Sample] = [], program: [String] = ["/usr/bin/python3", "stage.py"]
    ) async throws -> Report {
        var (trial, diagnostics) = TrialReader(environment: [:]).read(manifest: Self.home + "/stage.yaml")
        #expect(diagnostics.isEmpty)
        trial?.samples += samples
        let program = program + (fault.map { [$0] } ?? [])
        var patience = Patience()
        patience.start = .seconds(5)
        patience.answer = .seconds(3)
        patience.leave = .seconds(10)
        let folder = "/tmp/cwc-\(UInt64.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return await Conformance.run(
            Subject(program: program, folder: Self.home, trial: try #require(trial)), patience: patience, in: folder)
    }

    @Test func aStageThatDoesAllItShouldPassesEveryPoint() async throws {
        let report = try await trial()
        #expect(report.findings.filter { $0.status != .passed }.isEmpty)
        #expect(report.findings.map(\.point) == Point.allCases)
    }

    @Test func aProgramThatMayNotBeRunIsToldWithWhatHelps() async throws {
        let program = Self.home + "/stage.yaml"
        let found = try await trial(program: [program]).findings.filter { $0.status > .passed }
        #expect(found.first?.point == .handshake)
        #expect(found.first?.reason.hasSuffix("\(program) may not be run; let it be run (chmod +x)") == true)
    }

    @Test func whatItsAuthorGaveItToWorkIsWorked() async throws {
        let report = try await trial(samples: [.init(type: "sample.wake")])
        let found = report.findings.filter { $0.status > .passed }
        #expect(found.map(\.point) == [.answers])
        #expect(
            found.first?.reason == "the sample.wake of conform.yaml was answered with FAIL, unknown-type: not mine")
        #expect(!report.passes)
    }

    @Test(arguments: [
        ("logs-asks", "question", "Where is my refund"), ("logs-subject", "subject", "kettle that came broken"),
    ])
    func wordsOfTheCustomerThatStandElsewhereThanInTheMessageAreFoundInTheLogToo(
        fault: String, what: String, words: String
    ) async throws {
        let found = try await trial(fault: fault).findings.filter { $0.status > .passed }
        #expect(found.map(\.point) == [.quietLog])
        #expect(found.first?.reason == "words of the customer's \(what) stand in its log: \"\(words)\"")
    }

    /// All faults at once would starve each other; one after another would take minutes.
    @Test func eachFaultIsFoundAtItsOwnPointAndNowhereElse() async throws {
        var faults = Point.allCases.filter { $0 != .manifest }[...]
        let reports = try await withThrowingTaskGroup(of: (Point, Report).self) { group in
            func next() {
                guard let fault = faults.popFirst() else { return }
                group.addTask { (fault, try await trial(fault: fault.rawValue)) }
            }
            for _ in 0..<7 { next() }
            var reports: [(Point, Report)] = []
            for try await report in group {
                reports.append(report)
                next()
            }
            return reports
        }
        for (fault, report) in reports {
            let found = report.findings.filter { $0.status > .passed }
            #expect(found.map(\.point) == [fault], "\(found)")
            #expect(found.allSatisfy { !$0.reason.isEmpty && !$0.point.advice.isEmpty })
            #expect(report.passes == (fault.requirement == .should))
        }
        #expect(reports.count == Point.allCases.count - 1)
    }
}
