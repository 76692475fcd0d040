import Casework
import Clocks
import Foundation
import StageProtocol
import TestSupport
import Testing

@testable import CasewireCommands
@testable import Pipeline

/// What is wrong with a test is told before it is played, all of it at once: what is not to come about is not missed where its
/// name is misspelt.
@Suite struct TestReadingTests {
    private let pipeline: LoadedPipeline

    init() throws {
        pipeline = try PipelineLoader.load(path: Places.project + "/pipeline.yaml", environment: [:])
    }

    private func read(_ text: String, _ pipeline: LoadedPipeline? = nil) throws -> [Diagnostic] {
        let path = "/tmp/cw-reading-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return PipelineTestReader(pipeline: pipeline ?? self.pipeline, environment: [:]).read(path).diagnostics
    }

    private func expecting(_ expectation: String, event: String = "mail: {from: ann@example.net, text: Hi}") -> String {
        """
        name: A test
        start: 2026-03-06 16:00
        when: [{\(event)}]
        expect: [\(expectation)]
        """
    }

    @Test(arguments: [
        (
            "{no_text: customer, kind: remindr}",
            "4:36 no text is of the kind \"remindr\"; did you mean \"reminder\"?"
        ),
        (
            "{no_text: an@example.net}",
            "4:20 nobody in the test has the address \"an@example.net\"; did you mean \"ann@example.net\"?"
        ),
        (
            "{case: anne@example.net, status: open}",
            "4:17 nobody in the test has the address \"anne@example.net\"; did you mean \"ann@example.net\"?"
        ),
        (
            "{case: customer, sections: {understnding.topic: ~}}",
            "4:38 no stage writes a section \"understnding\"; did you mean \"understanding\"?"
        ),
        (
            "{case: customer, sections: {understanding.safty: ~}}",
            "4:38 understanding has no \"safty\"; did you mean \"safety\"?"
        ),
        (
            "{case: customer, sections: {care.clocks.acknowlege.missed: ~}}",
            "4:38 there is no clock \"acknowlege\"; did you mean \"acknowledge\"?"
        ),
        (
            "{case: customer, timers: {due-replly: ~}}",
            "4:36 no timer is called \"due-replly\"; did you mean \"due-reply\"?"
        ),
    ])
    func whatIsMisspeltIsToldWithTheNearestWord(_ expectation: String, _ told: String) throws {
        let found = try read(expecting(expectation))
        #expect(found.map { "\($0.place.line):\($0.place.column) \($0.message)" } == [told])
        #expect(found.containsErrors)
    }

    @Test(arguments: [
        "{no_text: customer, kind: reminder}", "{no_text: nora, kind: staff-warning}", "{no_text: staff}",
        "{case: customer, sections: {understanding.safety.0: ~, care.clocks.promise-say-1-1.missed: ~, feedback: ~}}",
        "{case: customer, timers: {due-reply: ~, warn-promise-say-1-1: ~, quiet-nora: ~, survey: ~, draft: ~}}",
    ])
    func whatIsSpeltRightIsTaken(_ expectation: String) throws {
        #expect(try read(expecting(expectation)).isEmpty)
    }

    @Test func whoseNameStandsInAFileIsAskedAboutAsWell() throws {
        let path = "/tmp/cw-letter-\(UUID().uuidString).eml"
        try "From: ben@example.net\n\nHi".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try read(expecting("{no_text: ben@example.net}", event: "file: \(path)")).isEmpty)
    }

    @Test func aWordThatNothingIsLikeIsAskedAboutAndTheTestIsPlayed() throws {
        let found = try read(expecting("{no_text: customer, kind: invoice}"))
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message == "no text is of the kind \"invoice\"")
    }

    @Test func aStageThatNobodyKnowsMayHaveWordsOfItsOwn() throws {
        var pipeline = pipeline
        pipeline.manifests["survey"]?.name = "own-survey"
        #expect(try read(expecting("{no_text: customer, kind: invoice}"), pipeline).isEmpty)
        let found = try read(expecting("{no_text: customer, kind: remindr}"), pipeline)
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.hasSuffix("did you mean \"reminder\"?") == true)
    }

    @Test func everythingThatIsWrongIsToldAtOnce() throws {
        let found = try read(
            """
            standard: never_silnt
            start: friday
            when:
              - at: monday 09:00
                after: 2 hours
                mail: {from: nobody, text: ""}
              - file: letters/none.eml
              - reply: {text: 5, from: nobody}
              - staff: {who: nroa}
            expect:
              - {text: nroa, kind: anser}
              - {case: customer, owner: nroa, promises: [{kept: yes}]}
            stand_ins: {triag: {}}
            """)
        let lines = found.filter { $0.severity == .error }.map { "\($0.place.line) \($0.code.rawValue)" }
        #expect(
            lines == [
                "1 missing-key", "1 unknown-name", "2 bad-value", "5 bad-value", "6 bad-value", "6 bad-value",
                "7 unreadable-file", "8 bad-value", "9 missing-key", "9 unknown-name", "11 unknown-name",
                "11 unknown-name", "12 unknown-name", "12 unknown-name", "12 missing-key", "12 wrong-type",
                "13 unknown-key",
            ])
        #expect(found.contains { $0.message.contains("/tmp/letters/none.eml that can be read") })
        #expect(found.contains { $0.message == "a step has \"at\" or \"after\", not both" })
    }

    @Test func theProblemsAreInTheFormatThatIsAskedFor() throws {
        let report = UnreadReport(diagnostics: try read(expecting("{no_text: customer, kind: remindr}")))
        let json = try report.json
        #expect(json["passes"] == false && json["errors"] == 1 && json["tests"] == [])
        #expect(json["diagnostics"]?.array?.first?["place"]?["line"] == 4)
        let document = JUnit.document(report.suite)
        #expect(document.contains(#"<testsuite name="casewire.test" tests="1" failures="1""#))
        #expect(document.contains(".yaml:4:36: no text is of the kind &quot;remindr&quot;"))
    }

    // MARK: The words

    @Test func theKindsAreThoseThatTheStagesUse() throws {
        let file = Places.project + "/Sources/Casework/Shapes/Purpose.swift"
        let purposes = try String(contentsOfFile: file, encoding: .utf8).matches(of: #/"([a-z-]+)"/#).map {
            String($0.output.1)
        }
        #expect(purposes.count > 10)
        #expect(Set(purposes).union(["staff-review"]) == Set(TestVocabulary.kinds))
        #expect(TestVocabulary.clocks == ClockName.allCases.map(\.rawValue))
    }

    @Test func theMembersAreThoseOfTheSections() {
        let understanding = Understanding(
            heard: 1, topic: "", confidence: 0, mood: "", strength: 0, language: nil)
        let sections: [String: Any] = [
            "contact": ContactSection(customer: Party(address: ""), channel: ""), "understanding": understanding,
            "answering": Answering(), "care": Care(advocate: Care.Colleague(id: "", name: "")),
            "review": Review(of: understanding, by: "", at: start), "page": PageSection(endingLinksAt: start),
            "feedback": Feedback(), "appreciation": Appreciation(),
            "spike": Spike(topic: "", since: start, count: 0, expected: 0, probability: 0, samples: []),
        ]
        let members = sections.mapValues { Set(Mirror(reflecting: $0).children.compactMap(\.label)) }
        // A cause's section is escalation's own.
        #expect(members == TestVocabulary.members.filter { $0.key != "cause" }.mapValues { Set($0) })
    }

    private let start = Timestamp(milliseconds: 0)
}
