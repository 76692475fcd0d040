import Testing

@testable import Pipeline

/// What a pipeline promises without anybody who could keep it.
@Suite struct StandardsCheckTests {
    @Test func aStandardThatNobodyKeepsIsNamed() throws {
        let bench = try Workbench()
        try bench.change("speaker/stage.yaml", "survey, acted_on", "acted_on")
        #expect(
            bench.found() == [
                "standards.yaml:20:1 !unserved-standard no stage of this pipeline keeps the standard \"survey\""
            ])
        // What people keep needs no stage.
        try bench.change("standards.yaml", "survey: {promise: We keep it.", "survey: {by: people, promise: We keep it.")
        #expect(bench.found() == [])
    }

    @Test func aStageServesNoStandardThatThereIsNot() throws {
        let bench = try Workbench()
        try bench.change("speaker/stage.yaml", "survey, acted_on", "survy, survey, acted_on")
        #expect(bench.found().count == 1)
        #expect(bench.found()[0].hasSuffix("unknown-name there is no standard \"survy\"; did you mean \"survey\"?"))
    }

    @Test func timeOnTheClockIsNotKeptWhileNobodyIsThere() throws {
        let bench = try Workbench()
        try bench.change(
            "standards.yaml", "first_answer: {promise: We keep it., within: 4 business hours",
            "first_answer: {promise: We keep it., within: 2 hours")
        let found = bench.found()
        #expect(found.count == 1)
        // From Friday 17:00 to Monday 09:00.
        #expect(
            found[0].contains("!untenable 2 hours run on the clock, and the desk is closed for 3 days from "),
            "\(found)")
        try bench.change("standards.yaml", "within: 2 hours", "within: 65 hours")
        #expect(bench.found() == [])
    }

    @Test func nobodyIsLetFinishForLongerThanTheyWait() throws {
        let bench = try Workbench()
        try bench.change("standards.yaml", "quiet: 2 minutes", "quiet: 20 minutes")
        #expect(bench.found().count == 1)
        #expect(
            bench.found()[0].hasSuffix("bad-value nobody can be quiet for 20 minutes and answered within 2 minutes"))
    }

    @Test func noCaseIsErasedWhileItsCustomerMayGoOnWithIt() throws {
        let bench = try Workbench()
        try bench.change(
            "standards.yaml", "reopen: {promise: We keep it., within: 4 business hours",
            "reopen: {promise: We keep it., within: 14 days")
        #expect(bench.found().count == 1, "\(bench.found())")
        #expect(
            bench.found().first?.contains(
                "!untenable a case is erased after 2 minutes, and its customer may go on with it for ") == true)
        try bench.change("standards.yaml", "cases: 2 minutes", "cases: 400 days")
        #expect(bench.found() == [])
    }

    @Test func aWeekWithoutAWordIsToldBeforeItComes() throws {
        let bench = try Workbench()
        // Nobody is there from Christmas to the middle of January, in any year.
        let days = (25...31).map { "12-\($0)" } + (1...12).map { "01-\($0 < 10 ? "0" : "")\($0)" }
        let closed = days.map { "    \($0): away" }.joined(separator: "\n")
        try bench.change("standards.yaml", "  zone: UTC", "  zone: UTC\n  closed:\n\(closed)")
        let found = bench.found().filter { $0.contains("!untenable") }
        #expect(found.count == 3, "\(found)")
        #expect(found.allSatisfy { $0.contains("days for 4 business hours: the desk is closed that long") }, "\(found)")
    }

    @Test func whatIsHandedOnAsItCameMustComeToAnEnd() throws {
        let bench = try Workbench()
        try bench.change("door/stage.yaml", "accepts: [submission", "accepts: [case.contact, submission")
        try bench.change("speaker/stage.yaml", "  said: speaker.later", "  said: speaker.later\n  again: case.contact")
        try bench.change("pipeline.yaml", "      said: [speaker]", "      said: [speaker]\n      again: door")
        #expect(
            bench.found().contains {
                $0.hasSuffix("endless-route case.contact goes round for ever: door → speaker → door")
            }, "\(bench.found())")
        // Another type on the way back makes it a conversation.
        try bench.change("speaker/stage.yaml", "again: case.contact", "again: case.answered")
        try bench.change("door/stage.yaml", "accepts: [case.contact, ", "accepts: [case.answered, ")
        #expect(bench.found() == [])
    }

    @Test func stagesThatOnlyAnswerEachOtherAreToldOf() throws {
        let bench = try Workbench()
        for (name, takes, sends) in [
            ("ping", "case.pong, case.contact", "case.ping"), ("pong", "case.ping", "case.pong"),
        ] {
            try bench.write(
                "\(name)/stage.yaml",
                """
                name: \(name)
                version: 1.0
                protocol: 1
                summary: Answers at once.
                accepts: [\(takes)]
                outputs: {answer: \(sends)}
                """)
        }
        try bench.change("pipeline.yaml", "      contact: speaker", "      contact: [speaker, ping]")
        try bench.change(
            "pipeline.yaml", "  speaker:\n",
            """
              ping: {manifest: ping/stage.yaml, run: /bin/true, socket: "ipc://var/run/ping.sock", outputs: {answer: pong}}
              pong: {manifest: pong/stage.yaml, run: /bin/true, socket: "ipc://var/run/pong.sock", outputs: {answer: ping}}
              speaker:

            """)
        let message = "!endless-route case.ping, case.pong go round among ping, pong without end"
        #expect(bench.found().count == 1)
        #expect(bench.found().contains { $0.hasSuffix(message) }, "\(bench.found())")

        // Nobody asks them.
        try bench.change("pipeline.yaml", "[speaker, ping]", "speaker")
        try bench.change("ping/stage.yaml", "case.pong, case.contact", "case.pong")
        #expect(
            bench.found().contains { $0.hasSuffix(message + ", and nothing from outside ever comes to them") },
            "\(bench.found())")

        // A timer may be what the next answer waits for, and what is written what it ends by.
        try bench.change("ping/stage.yaml", "case.pong]", "case.pong, {type: ping.later, timer: true}]")
        #expect(bench.found() == [])
        try bench.change(
            "ping/stage.yaml", "case.pong, {type: ping.later, timer: true}]", "case.pong]\nwrites: [asked]")
        #expect(!bench.found().contains { $0.contains("endless-route") }, "\(bench.found())")
    }
}
