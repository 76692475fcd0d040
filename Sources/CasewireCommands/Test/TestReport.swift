import Pipeline
import StageProtocol

/// What came of all tests.
struct TestReport: Sendable {
    let results: [TestResult]
    let duration: Duration

    var passes: Bool { results.allSatisfy(\.passes) }
    var failed: Int { results.count { !$0.passes } }

    var json: JSON {
        [
            "passes": .bool(passes), "passed": .int(Int64(results.count - failed)), "failed": .int(Int64(failed)),
            "ms": .int(duration.wholeMilliseconds), "tests": .array(results.map(\.json)),
        ]
    }

    /// As build servers read it.
    var suite: JUnit.Suite {
        JUnit.Suite(
            name: "casewire.test", duration: duration,
            cases: results.map { result in
                let place = result.failures.first?.place?.description ?? result.test.file
                return JUnit.Case(
                    group: result.test.standard ?? "pipeline", name: result.test.name, duration: result.duration,
                    outcome: result.passes
                        ? .passed
                        : .failed(
                            "\(place): \(result.failures.first?.expected ?? "")",
                            result.failures.flatMap(TestText.lines).joined(separator: "\n")))
            })
    }
}

/// Why no test was run: what is wrong with the files.
struct UnreadReport: Sendable {
    let diagnostics: [Diagnostic]

    var errors: Int { diagnostics.count { $0.severity == .error } }

    var json: JSON {
        get throws {
            [
                "passes": false, "passed": 0, "failed": 0, "tests": [], "errors": .int(Int64(errors)),
                "warnings": .int(Int64(diagnostics.count - errors)), "diagnostics": try JSON(encoding: diagnostics),
            ]
        }
    }

    /// As build servers read it: a case for each file with an error.
    var suite: JUnit.Suite {
        let wrong = Dictionary(grouping: diagnostics.filter { $0.severity == .error }, by: \.place.file)
        return JUnit.Suite(
            name: "casewire.test", duration: .zero,
            cases: wrong.sorted { $0.key < $1.key }.map { file, found in
                JUnit.Case(
                    group: "files", name: file, duration: .zero,
                    outcome: .failed(
                        found.first.map { "\($0.place): \($0.message)" } ?? "",
                        found.map { "\($0)" }.joined(separator: "\n\n")))
            })
    }
}

extension TestResult {
    /// How much time passed in the test.
    var told: Duration { test.end - test.start }

    var json: JSON {
        [
            "file": .string(test.file), "name": .string(test.name),
            "standard": test.standard.map { .string($0) } ?? nil, "passes": .bool(passes),
            "ms": .int(duration.wholeMilliseconds), "told_ms": .int(told.wholeMilliseconds),
            "failures": .array(
                failures.map { failure in
                    [
                        "line": failure.place.map { .int(Int64($0.line)) } ?? nil,
                        "column": failure.place.map { .int(Int64($0.column)) } ?? nil,
                        "expected": .string(failure.expected), "found": .array(failure.found.map { .string($0) }),
                        "around": .array(failure.around.map { .string($0) }),
                    ]
                }),
        ]
    }
}

/// Results for people.
enum TestText {
    static func lines(_ result: TestResult, paint: Paint) -> [String] {
        let mark = result.passes ? paint.green("kept  ") : paint.red("broken")
        let took = paint.faint("(\(Times.span(result.told)) in \(Times.span(result.duration)))")
        let head = "\(mark)  \(result.test.standard.map { "\($0): " } ?? "")\(result.test.name)  \(took)"
        if result.passes { return [head] }
        return [head] + result.failures.flatMap { lines($0).map { "        " + $0 } } + [""]
    }

    static func lines(_ failure: TestFailure) -> [String] {
        let place = failure.place.map { "\($0): " } ?? ""
        var lines =
            ["\(place)expected \(failure.expected)"]
            + failure.found.flatMap { $0.split(separator: "\n").map { "  \($0)" } }
        if !failure.around.isEmpty { lines += ["  what happened:"] + failure.around.map { "    " + $0.printable } }
        return lines
    }

    static func summary(_ report: TestReport, paint: Paint) -> String {
        let all = "\(count(report.results.count, "test")) in \(Times.span(report.duration))"
        return report.passes ? paint.green("\(all), all kept") : paint.red("\(all), \(report.failed) broken")
    }
}
