import StageProtocol
import Testing

@testable import Pipeline

struct ReadingTests {
    @Test func aDiagnosticShowsTheLineAndPointsAtThePlace() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "socket: ipc://var/run/door.sock", "sokcet: ipc://var/run/door.sock")
        let said = bench.check().map { $0.description.replacing(bench.folder + "/", with: "") }
        #expect(
            said == [
                """
                pipeline.yaml:10:5: error: missing key "socket" in the stage door
                      manifest: door/stage.yaml
                      ^
                """,
                """
                pipeline.yaml:12:5: error: unknown key "sokcet" in the stage door; did you mean "socket"?
                      sokcet: ipc://var/run/door.sock
                      ^
                """,
            ])
    }

    @Test func aRouteThatDoesNotFitPointsAtBothSides() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "contact: speaker", "contact: door")
        let found = try #require(bench.check().first { $0.code == .notAccepted })
        #expect(found.place.line == 14)
        #expect(
            found.notes.map { $0.place.description.replacing(bench.folder + "/", with: "") } == [
                "door/stage.yaml:6:20", "door/stage.yaml:5:11",
            ])
        #expect(found.description.contains("note: door accepts submission.received, message.dead"))
    }

    @Test func aCaretStandsUnderItsCharacterBehindTabsAndAccents() {
        let place = Place(file: "f", line: 1, column: 4, source: "\té: x")
        let diagnostic = Diagnostic(severity: .error, place: place, code: .syntax, message: "m")
        #expect(diagnostic.description == "f:1:4: error: m\n  \té: x\n  \t  ^")
    }

    @Test func aKeyThatStandsThreeTimesIsToldTwiceAndTheRestIsStillRead() throws {
        let bench = try Workbench()
        try bench.change(
            "people.yaml", "    role: care", "    role: care\n    \"role\": other\n    role: third\n    rolle: x")
        #expect(
            bench.found() == [
                "people.yaml:6:5 duplicate-key the key \"role\" stands here a second time",
                "people.yaml:7:5 duplicate-key the key \"role\" stands here a second time",
                "people.yaml:8:5 unknown-key unknown key \"rolle\" in ada; did you mean \"role\"?",
            ])
    }

    @Test func whatIsNotYAMLIsToldWithItsPlace() throws {
        let bench = try Workbench()
        try bench.write("people.yaml", "people:\n\tada: x\n")
        let found = bench.check()
        #expect(found.map(\.code) == [.syntax])
        #expect(found.first?.place.line == 2)
        #expect(found.first?.place.column == 1)
    }

    @Test(arguments: ["", "# nothing but a comment\n", "--- {}\n--- {}\n", "\u{0}", "[[[[[["])
    func aFileThatHoldsNothingToReadIsToldOnce(text: String) throws {
        let bench = try Workbench()
        try bench.write("people.yaml", text)
        #expect(bench.check().count == 1)
    }

    @Test func aliasesThatGrowWithoutBoundAreRefused() throws {
        let bench = try Workbench()
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        try bench.write("people.yaml", text)
        #expect(bench.check().map(\.code) == [.tooLarge])
    }

    @Test(arguments: [
        ("{name: Small, address: desk}", "2:36 bad-value the desk's address must be a mail address, not \"desk\""),
        ("{name: Small, address: [a]}", "2:36 wrong-type the desk's address must be a text, not a list"),
        ("{name: Small}", "2:7 missing-key missing key \"address\" in the desk"),
        (
            "{name: Small, address: a@hearth.example, wbe: x}",
            "2:54 unknown-key unknown key \"wbe\" in the desk; did you mean \"web\"?"
        ),
    ])
    func whatAnAliasBringsToSeveralPlacesIsToldOnceWhereItStands(desk: String, said: String) throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "{name: Small, address: desk@hearth.example}", "&desk \(desk)")
        try bench.change(
            "pipeline.yaml", "web: 127.0.0.1:8080", "web: 127.0.0.1:8080\n      desk: *desk\n      own: *desk")
        let members = "{name: {}, address: {type: string, format: email}, web: {}}"
        let schema = "{type: object, properties: \(members), required: [address]}"
        try bench.change(
            "door/stage.yaml", "  required: [web]", "    desk: \(schema)\n    own: \(schema)\n  required: [web]")
        #expect(bench.found() == ["pipeline.yaml:\(said)"])
    }

    @Test func aManifestThatTwoStagesShareIsReadOnce() throws {
        let bench = try Workbench()
        try bench.change(
            "pipeline.yaml", "  speaker:\n",
            "  second:\n    manifest: door/stage.yaml\n    run: /bin/true\n    socket: ipc://var/run/second.sock\n    outputs: {contact: speaker}\n    grants: {write: contact}\n    settings: {web: ''}\n  speaker:\n"
        )
        try bench.change("door/stage.yaml", "summary:", "sumary:")
        #expect(bench.check().filter { $0.code == .unknownKey }.count == 1)
    }

    @Test func aSecretIsNeverSaid() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "127.0.0.1:8080", "${SECRET}")
        let said = bench.check(["SECRET": "hunter2"]).map(\.description).joined()
        #expect(said.contains("${SECRET}"))
        #expect(!said.contains("hunter2"))
    }

    @Test func filesAreToldFromWhereThePipelineWasNamed() throws {
        let bench = try Workbench()
        try bench.remove("door/stage.yaml")
        let found = bench.check()
        #expect(found.first?.message.contains(bench.folder + "/door/stage.yaml") == true)
    }
}

struct VariableTests {
    @Test(arguments: [
        ("plain", "plain"), ("${A}", "one"), ("x${A}y${A}z", "xoneyonez"), ("${B:-two}", "two"), ("${EMPTY:-x}", "x"),
        ("${EMPTY}", ""), ("${B:-}", ""), ("$$A", "$A"), ("$${A}", "${A}"), ("${B:-http://x:1}", "http://x:1"),
    ])
    func variablesAreFilledIn(raw: String, text: String) {
        let expansion = VariableExpansion(raw, environment: ["A": "one", "EMPTY": ""])
        #expect(expansion.text == text)
        #expect(expansion.missing.isEmpty && expansion.problem == nil)
    }

    @Test func everyMissingVariableIsNamed() {
        #expect(VariableExpansion("${A}${B:-x}${C}", environment: [:]).missing == ["A", "C"])
    }

    @Test(arguments: ["$A", "${A", "${}", "${1A}", "${A:x}", "${A-b}", "costs 5$"])
    func whatIsNoVariableIsAProblem(raw: String) {
        #expect(VariableExpansion(raw, environment: ["A": "one"]).problem != nil)
    }

    @Test func whatAVariableHoldsIsNeverReadAsYAML() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "name: small", "name: ${NAME}")
        let config = PipelineCheck.check(
            path: bench.folder + "/pipeline.yaml", environment: ["NAME": "a: {b} # c\nstore: x"]
        ).config
        #expect(config?.name == "a: {b} # c\nstore: x")
    }

    @Test(arguments: [
        ("a b", ["a", "b"]), ("  a\t b  ", ["a", "b"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
        (#"a\ b c"#, ["a b", "c"]),
        (#""a\"b" '' x"y"z"#, ["a\"b", "", "xyz"]), ("", []), (#"'a\b'"#, [#"a\b"#]), (#""a\n""#, [#"a\n"#]),
    ])
    func aCommandIsSplitAsAShellSplitsWords(command: String, words: [String]) {
        #expect(shellWords(command) == words)
    }

    @Test(arguments: ["'a", "\"a", "a\\", "\"a\\"]) func aQuoteThatIsNotClosedIsNoCommand(command: String) {
        #expect(shellWords(command) == nil)
    }

    @Test(arguments: [
        ("replcas", "replicas"), ("socket", "socket"), ("sokcet", "socket"), ("RUN", "run"), ("grant", "grants"),
    ])
    func theNearestWordIsFound(word: String, near: String) {
        #expect(nearestWord(to: word, among: ["replicas", "socket", "run", "grants"]) == near)
    }

    @Test func aWordThatIsNothingLikeTheOthersHasNoNearest() {
        #expect(nearestWord(to: "colour", among: ["replicas", "socket", "run"]) == nil)
    }
}

struct LoadedPipelineTests {
    private func load(_ bench: Workbench) throws -> LoadedPipeline {
        try PipelineLoader.load(path: bench.folder + "/pipeline.yaml", environment: [:])
    }

    @Test func settingsArriveCompleteWithAbsolutePathsAndMilliseconds() throws {
        let bench = try Workbench()
        #expect(
            try load(bench).config.stage("door")?.settings == [
                "web": "127.0.0.1:8080", "depth": 3, "pause": 120_000, "mode": "plain",
                "folder": .string(bench.folder + "/door/texts"),
            ])
        try bench.change("pipeline.yaml", "web: 127.0.0.1:8080", "web: ''\n      folder: mine\n      pause: 1.5 s")
        let settings = try load(bench).config.stage("door")?.settings
        #expect(settings?["folder"] == .string(bench.folder + "/mine"))
        #expect(settings?["pause"] == 1500)
    }

    @Test func aCommandMayBeALineOrAList() throws {
        let config = try load(Workbench()).config
        #expect(config.stage("door")?.run == ["/bin/true", "--listen"])
        #expect(config.stage("speaker")?.run == ["/bin/true", "two words"])
    }

    @Test func aStageIsReplacedByChangingItsCommandAlone() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "/bin/true --listen", "env sh /tmp/door.sh")
        let found = PipelineCheck.check(path: bench.folder + "/pipeline.yaml", environment: ["PATH": "/usr/bin:/bin"])
        #expect(found.diagnostics.isEmpty)
        #expect(found.config?.stage("door")?.run == ["env", "sh", "/tmp/door.sh"])
    }

    @Test(arguments: [("127.0.0.1:9464", 9464), ("'[::1]:0'", 0), ("''", nil)])
    func theBrokerServesFiguresWhereItIsTold(text: String, port: Int?) throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "var: var\n", "var: var\nmetrics: \(text)\n")
        #expect(try load(bench).config.metrics?.port == port)
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let bench = try Workbench()
        let config = try load(bench).config
        #expect(config.control == "ipc://\(bench.folder)/var/run/control.sock")
        #expect(config.tap == "ipc://\(bench.folder)/var/run/tap.sock")
        #expect(config.metrics == nil)
        #expect(config.limits == PipelineConfig.Limits())
        #expect(config.retry == PipelineConfig.Retry())
        #expect(config.stage("door")?.replicas == 1...1)
    }

    @Test func aTextWithoutQuotesStaysWhatWasWritten() throws {
        let pipeline = try load(Workbench())
        #expect(pipeline.people["ada"]?.languages == ["en", "no"])
        #expect(pipeline.manifests["door"]?.version == "1.0")
    }

    @Test func aPipelineWithErrorsIsNotLoaded() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "name: small", "nme: small")
        let error = #expect(throws: PipelineError.self) { try load(bench) }
        #expect(error?.message == "the pipeline has 2 errors")
    }

    @Test func warningsComeAlong() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "/bin/true --listen", "/nowhere/door")
        #expect(try load(bench).warnings.map(\.code) == [.executableMissing])
    }
}
