import Testing

@testable import Pipeline

/// One wrong thing at a time in what leads where, and who may do what.
struct WiringTableTests {
    static let routes = [
        Slip(
            "pipeline.yaml", "      contact: speaker\n", "      contct: speaker\n",
            "pipeline.yaml:13:5 unrouted-output the output \"contact\" of door leads nowhere",
            "pipeline.yaml:14:7 unknown-output door has no output \"contct\"; did you mean \"contact\"?"),
        Slip(
            "pipeline.yaml", "contact: speaker", "contact: speakre",
            "pipeline.yaml:14:16 unknown-name there is no stage \"speakre\"; did you mean \"speaker\"?"),
        Slip(
            "pipeline.yaml", "contact: speaker", "contact: [speaker, door]",
            "pipeline.yaml:14:26 not-accepted door does not accept case.contact, which door sends to \"contact\""),
        Slip(
            "pipeline.yaml", "said: [speaker]", "said: []",
            "pipeline.yaml:23:7 !unrouted-output what speaker sends to \"said\" is dropped, since the route is empty"),
        Slip(
            "speaker/stage.yaml", "said: speaker.later", "said: case.contact",
            "pipeline.yaml:23:14 !self-route speaker sends case.contact to itself at once, without end"),
        Slip(
            "speaker/stage.yaml", "said: speaker.later", "said: say.ready",
            "speaker/stage.yaml:11:9 bad-value \"say.ready\" is sent by the broker alone; choose another type"),
        Slip(
            "pipeline.yaml", "contact: speaker", "contact_value: speaker",
            "pipeline.yaml:13:5 unrouted-output the output \"contact\" of door leads nowhere",
            "pipeline.yaml:14:7 account-worth the route \"contact_value\" goes by what an account is worth",
            "pipeline.yaml:14:7 unknown-output door has no output \"contact_value\""),
    ]

    @Test func aTypeThatNothingSendsIsTold() throws {
        let bench = try Workbench()
        try bench.change("speaker/stage.yaml", "  - case.contact", "  - case.contact\n  - case.contcat")
        #expect(
            bench.found() == ["speaker/stage.yaml:7:5 !nothing-sent nothing sends case.contcat to speaker"])
    }

    @Test func aTypeThatAPipelineMayLeaveOutIsNotMissed() throws {
        let bench = try Workbench()
        try bench.change(
            "speaker/stage.yaml", "  - case.contact", "  - case.contact\n  - {type: case.other, optional: true}")
        #expect(bench.found().isEmpty)
    }

    @Test(arguments: routes) func aRouteThatLeadsWrongIsTold(slip: Slip) throws { try slip.check() }

    static let grants = [
        Slip(
            "pipeline.yaml", "read: [log, contact]", "read: [log]",
            "pipeline.yaml:24:5 grant-missing speaker needs to read the section contact, and is not granted it"),
        Slip(
            "pipeline.yaml", "grants: {write: [contact]}", "environment: HOME",
            "pipeline.yaml:9:3 grant-missing door needs to write the section contact, and is not granted it"),
        Slip(
            "pipeline.yaml", "read: [log, contact]", "read: [log, contact, care]",
            "pipeline.yaml:25:28 !grant-unused speaker never asks to read the section care"),
        Slip(
            "speaker/stage.yaml", "reads: [log, contact]", "reads: [log, contact, carre]",
            "pipeline.yaml:24:5 grant-missing speaker needs to read the section carre, and is not granted it",
            "speaker/stage.yaml:12:23 unknown-name no stage writes the section \"carre\""),
        Slip(
            "pipeline.yaml", "read: [log, contact]", "read: [log, contact, account]",
            "pipeline.yaml:25:28 account-worth speaker may not see the section account: what an account is worth decides nothing here",
            "pipeline.yaml:25:28 !grant-unused speaker never asks to read the section account"),
        Slip(
            "door/stage.yaml", "writes: [contact]", "writes: [contact, log]",
            "pipeline.yaml:15:5 grant-missing door needs to write the section log, and is not granted it",
            "door/stage.yaml:7:19 bad-value the section log is kept by the broker and written by no stage"),
    ]

    @Test(arguments: grants) func aGrantThatDoesNotFitIsTold(slip: Slip) throws { try slip.check() }

    static let rights = [
        Slip(
            "door/stage.yaml", "{source: true}", "{source: true, voice: true}",
            "pipeline.yaml:18:3 voice speaker is a second voice; one stage holds every text against the standards",
            "door/stage.yaml:1:7 voice the voice must accept say.proposed, or a text would wait for ever",
            "door/stage.yaml:1:7 voice the voice must accept say.ready, or a text would wait for ever"),
        Slip(
            "speaker/stage.yaml", "rights: {voice: true}", "",
            "pipeline.yaml:8:1 voice no stage may speak, so that customers would hear nothing",
            "speaker/stage.yaml:8:5 voice speaker accepts say.proposed, which goes to the voice alone",
            "speaker/stage.yaml:9:5 voice speaker accepts say.ready, which goes to the voice alone"),
        Slip(
            "door/stage.yaml", "rights: {source: true}", "",
            "pipeline.yaml:8:1 source no stage is a source, so that nothing could come in",
            "door/stage.yaml:5:11 source door accepts submission.received, which goes to sources alone"),
        Slip(
            "door/stage.yaml", ", message.dead", "",
            "pipeline.yaml:8:1 !dead-letters no stage accepts message.dead, so that nobody is told of dead letters"),
    ]

    @Test(arguments: rights) func oneVoiceAndOneSourceAreNeeded(slip: Slip) throws { try slip.check() }
}
