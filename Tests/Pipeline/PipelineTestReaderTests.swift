import StageProtocol
import Testing

@testable import Pipeline

@Suite struct PipelineTestReaderTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private func read(_ text: String) throws -> (test: PipelineTest?, found: [String]) {
        try bench.write("test.yaml", text)
        let pipeline = try PipelineLoader.load(path: bench.folder + "/pipeline.yaml", environment: [:])
        let (test, diagnostics) = PipelineTestReader(pipeline: pipeline, environment: [:])
            .read(bench.folder + "/test.yaml")
        let found = diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code.rawValue) \($0.message)" }
        return (test, found)
    }

    private let whole = """
        name: A whole test
        start: 2026-03-06 16:00
        when:
          - mail: {from: Ann Lee <Ann@example.net>, text: Hello}
          - after: 2 business hours
            name: later
            reply: {text: Hello again}
          - at: monday 11:30
            staff: {who: ada, text: Hello}
        expect:
          - {text: customer, within: 1 business hour, of: later}
          - {no_text: ada, from: "17:00", by: monday 12:00}
          - {case: customer, at: tuesday 10:00, owner: ada, timers: {a: ~, b: "18:00"}}
        """

    @Test func momentsAreInTheTimeOfTheDeskAndGoOnFromEachOther() throws {
        let (test, found) = try read(whole)
        #expect(found == [])
        let steps = try #require(test?.steps)
        // One business hour is left of Friday, the other one is Monday's first.
        #expect(
            steps.map(\.at.description) == [
                "2026-03-06T16:00:00.000Z", "2026-03-09T10:00:00.000Z", "2026-03-09T11:30:00.000Z",
            ])
        #expect(test?.end.description == "2026-03-10T10:00:00.000Z")
    }

    @Test func aSlipInANameIsNoNewColleague() throws {
        let away = "{away: {from: 2026-03-03, until: 2026-03-13}}"
        let slip = whole.replacing("expect:", with: "people: {adda: \(away)}\nexpect:")
        #expect(
            try read(slip).found == [
                "10:10 unknown-name nobody is called \"adda\", and a new colleague has a name and an address; did you mean \"ada\"?"
            ])
        let new = "{name: Zoe, address: zoe@hearth.example, role: help, languages: [en]}"
        let more = whole.replacing("expect:", with: "people: {zoe: \(new)}\nexpect:")
        #expect(try read(more).test?.pipeline.people["zoe"]?.name == "Zoe")
    }

    @Test func whatIsLeftOutIsTheFirstCustomerAndTheStart() throws {
        let expectations = try #require(try read(whole).test?.expectations)
        guard case .text(let text) = expectations[0].what, case .matter(let matter) = expectations[2].what else {
            Issue.record("other kinds were read")
            return
        }
        #expect(text.from?.description == "2026-03-09T10:00:00.000Z")
        #expect(text.by?.description == "2026-03-09T11:00:00.000Z")
        #expect(matter.of == "ann@example.net")
        #expect(matter.timers["a"] == .some(nil))
        #expect(matter.timers["b"]??.description == "2026-03-06T18:00:00.000Z")
    }

    @Test func aSkippedHourIsNoMomentAndADoubledOneIsItsFirst() throws {
        try bench.change("standards.yaml", "zone: UTC", "zone: Europe/Dublin")
        let pipeline = try PipelineLoader.load(path: bench.folder + "/pipeline.yaml", environment: [:])
        let moments = MomentReader(pipeline.standards.calendar)
        #expect(moments.moment("2026-03-29 01:30", notBefore: nil) == nil)
        #expect(moments.moment("2026-03-29 02:30", notBefore: nil)?.description == "2026-03-29T01:30:00.000Z")
        #expect(moments.moment("2026-07-01 09:00", notBefore: nil)?.description == "2026-07-01T08:00:00.000Z")
        #expect(moments.moment("25:00", notBefore: Timestamp(milliseconds: 0)) == nil)
    }

    @Test func figuresAndAbsencesOfTheTestStandInPlaceOfThoseOfTheFiles() throws {
        let (test, found) = try read(
            whole + """

                standards: {first_answer: {within: 7 business hours}}
                people: {ada: {away: {from: 2026-03-09, until: 2026-03-10}}}
                """)
        #expect(found == [])
        #expect(test?.pipeline.standards["first_answer"]?.figures["within"] == "7 business hours")
        #expect(test?.pipeline.people["ada"]?.away.count == 1)
        #expect(test?.pipeline.people["ada"]?.name.isEmpty == false)
    }

    @Test func aStandInAnswersWhatTheStageAcceptsAndNothingElse() throws {
        let (test, found) = try read(
            whole + """

                stand_ins:
                  speaker:
                    case.contact: {emit: {said: {a: 1}}}
                    say.proposed:
                """)
        #expect(found == [])
        #expect(test?.standIns["speaker"] == ["case.contact": ["emit": ["said": ["a": 1]]], "say.proposed": [:]])
        let slips = try read(whole + "\nstand_ins: {speaker: {case.contcat: {emit: {sad: {}}}}, spaeker: {}}\n").found
        #expect(slips.contains { $0.contains("\"case.contcat\"") && $0.contains("\"case.contact\"") })
        #expect(slips.contains { $0.contains("\"sad\"") && $0.contains("\"said\"") })
        #expect(slips.contains { $0.contains("\"spaeker\"") && $0.contains("\"speaker\"") })
    }

    @Test func aCaseOfNobodyIsAsked() throws {
        let found = try read("name: A\nstart: 2026-03-06 16:00\nwhen: []\nexpect: [{case: customer}]\n").found
        #expect(found == ["4:17 unknown-name no step says who the customer is"])
    }

    /// What is changed in the test, and where and how that is told.
    static let slips: [(String, String, String)] = [
        ("when:", "wehn:", "3:1 unknown-key unknown key \"wehn\" in a test; did you mean \"when\"?"),
        ("start: 2026-03-06 16:00", "start: friday", "2:8 bad-value start must be a moment, not \"friday\""),
        ("at: monday 11:30", "at: 2026-03-02 11:30", "8:9 bad-value this step is before the one above it"),
        ("who: ada", "who: aad", "9:18 unknown-name nobody is called \"aad\"; did you mean \"ada\"?"),
        ("of: later", "of: latr", "11:51 unknown-name no step has the name \"latr\"; did you mean \"later\"?"),
        (
            "from: Ann Lee <Ann@example.net>", "from: Ann Lee",
            "4:18 bad-value from must be a mail address, not \"Ann Lee\""
        ),
        (
            "- {no_text: ada", "- {no_text: ada, count: 2",
            "12:20 bad-value \"count\" says how many texts there are, and \"no_text\" that there is none"
        ),
        ("- {no_text: ada", "- {no_txt: ada", "12:5 missing-key an expectation is one of: text, no_text, case"),
        (
            "name: A whole test", "name: A\nstandard: never_silnt",
            "2:11 unknown-name there is no standard \"never_silnt\"; did you mean \"never_silent\"?"
        ),
    ]

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ old: String, _ new: String, _ told: String) throws {
        let (test, found) = try read(whole.replacing(old, with: new))
        #expect(found.contains(told), "\(found)")
        #expect(test == nil)
    }
}
