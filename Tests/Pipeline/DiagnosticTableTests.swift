import Testing

@testable import Pipeline

/// One wrong thing at a time in words, values, schemas and places.
struct DiagnosticTableTests {
    @Test func theSmallPipelineChecksClean() throws {
        let bench = try Workbench()
        #expect(bench.found() == [])
    }

    static let keys = [
        Slip(
            "pipeline.yaml", "store:", "stroe:",
            "pipeline.yaml:1:1 missing-key missing key \"store\" in a pipeline",
            "pipeline.yaml:4:1 unknown-key unknown key \"stroe\" in a pipeline; did you mean \"store\"?"),
        Slip(
            "pipeline.yaml", "    run: /bin/true", "    replcas: 2\n    run: /bin/true",
            "pipeline.yaml:11:5 unknown-key unknown key \"replcas\" in the stage door; did you mean \"replicas\"?"),
        Slip(
            "pipeline.yaml", "web: 127", "wbe: 127",
            "pipeline.yaml:17:7 unknown-key unknown key \"wbe\" in the settings of door; did you mean \"web\"?",
            "pipeline.yaml:17:7 missing-key missing key \"web\" in the settings of door"),
        Slip(
            "pipeline.yaml", "var: var\n", "var: var\nmetrics: 9464\n",
            "pipeline.yaml:4:10 bad-value metrics must be HOST:PORT, not \"9464\""),
        Slip("pipeline.yaml", "name: small", "name:", "pipeline.yaml:1:1 missing-key \"name\" has no value"),
        Slip(
            "pipeline.yaml", "var: var\n", "var: var\nname: again\n",
            "pipeline.yaml:4:1 duplicate-key the key \"name\" stands here a second time"),
        Slip(
            "door/stage.yaml", "summary:", "sumary:",
            "door/stage.yaml:1:1 missing-key missing key \"summary\" in a manifest",
            "door/stage.yaml:4:1 unknown-key unknown key \"sumary\" in a manifest; did you mean \"summary\"?"),
        Slip(
            "people.yaml", "role: care", "rle: care",
            "people.yaml:3:5 missing-key missing key \"role\" in ada",
            "people.yaml:5:5 unknown-key unknown key \"rle\" in ada; did you mean \"role\"?"),
        Slip(
            "standards.yaml", "equal:", "eqaul:",
            "standards.yaml:1:1 missing-key missing key \"equal\" in the standards",
            "standards.yaml:11:1 unknown-key unknown key \"eqaul\" in the standards; did you mean \"equal\"?"),
    ]

    @Test(arguments: keys) func aKeyThatIsWrongIsToldWithTheNearestRightOne(slip: Slip) throws { try slip.check() }

    static let values = [
        Slip(
            "pipeline.yaml", "name: small", "name: [small]",
            "pipeline.yaml:1:7 wrong-type the name must be a text, not a list"),
        Slip(
            "pipeline.yaml", "{name: Small, address: desk@hearth.example}", "Small",
            "pipeline.yaml:2:7 wrong-type the desk must be a mapping of keys to values, not \"Small\""),
        Slip(
            "pipeline.yaml", "desk@hearth.example", "desk",
            "pipeline.yaml:2:30 bad-value the desk's address must be a mail address, not \"desk\""),
        Slip(
            "pipeline.yaml", "sqlite:var/casewire.db", "postgres:x",
            "pipeline.yaml:4:8 bad-value the store must be sqlite: and a file, not \"postgres:x\""),
        Slip(
            "pipeline.yaml", "    run: /bin/true", "    replicas: 257\n    run: /bin/true",
            "pipeline.yaml:11:15 bad-value replicas must be 0 to 256, not \"257\""),
        Slip(
            "pipeline.yaml", "    run: /bin/true", "    replicas: \"2\"\n    run: /bin/true",
            "pipeline.yaml:11:15 wrong-type replicas must be a whole number, not the text \"2\""),
        Slip(
            "pipeline.yaml", "    run: /bin/true", "    replicas: {min: 3, max: 2}\n    run: /bin/true",
            "pipeline.yaml:11:15 bad-value min must be at most max"),
        Slip(
            "pipeline.yaml", "    run: /bin/true", "    replicas: {min: 1}\n    run: /bin/true",
            "pipeline.yaml:11:15 missing-key missing key \"max\" in replicas"),
        Slip(
            "pipeline.yaml", "--listen", "'--listen", "pipeline.yaml:11:10 bad-value run has a quote that is not closed"
        ),
        Slip(
            "pipeline.yaml", "127.0.0.1:8080", "127.0.0.1",
            "pipeline.yaml:17:12 bad-value \"web\" must be a host and a port such as 127.0.0.1:8080, not \"127.0.0.1\""),
        Slip(
            "pipeline.yaml", "web: 127.0.0.1:8080", "web: ''\n      depth: 10",
            "pipeline.yaml:18:14 bad-value \"depth\" must be 1 to 9, not \"10\""),
        Slip(
            "pipeline.yaml", "web: 127.0.0.1:8080", "web: ''\n      mode: fancey",
            "pipeline.yaml:18:13 bad-value \"mode\" cannot be \"fancey\"; did you mean \"fancy\"?"),
        Slip(
            "pipeline.yaml", "web: 127.0.0.1:8080", "web: ''\n      pause: 3 business hours",
            "pipeline.yaml:18:14 bad-value \"pause\" runs on the clock, not in business time"),
        Slip(
            "pipeline.yaml", "stages:",
            "retry: {attempts: 3, first_backoff: 2 hours, max_backoff: 20 fortnights}\nstages:",
            "pipeline.yaml:8:59 bad-value max_backoff must be a length of time, not \"20 fortnights\""),
        Slip(
            "pipeline.yaml", "stages:", "limits: {blob: much}\nstages:",
            "pipeline.yaml:8:16 bad-value blob must be a size, not \"much\""),
        Slip(
            "door/stage.yaml", "protocol: 1", "protocol: 2",
            "door/stage.yaml:3:11 bad-value this Casewire speaks version 1 of the stage protocol, the stage version 2"),
        Slip(
            "door/stage.yaml", "{contact: case.contact}", "{contact: contact}",
            "door/stage.yaml:6:20 bad-value the type of the output \"contact\" must be written as two words with a dot, such as case.contact, not \"contact\""
        ),
        Slip(
            "door/stage.yaml", "rights: {source: true}", "rights: {source: yes}",
            "pipeline.yaml:8:1 source no stage is a source, so that nothing could come in",
            "door/stage.yaml:5:11 source door accepts submission.received, which goes to sources alone",
            "door/stage.yaml:8:18 wrong-type source must be true or false, not \"yes\""),
        Slip(
            "people.yaml", "[en, no]", "[en, gb]",
            "people.yaml:6:21 unknown-name an entry of languages cannot be \"gb\", which is the code of no language; did you mean \"en\"?"
        ),
        Slip(
            "people.yaml", "[en, no]", "[en, zz-CH]",
            "people.yaml:6:21 unknown-name an entry of languages cannot be \"zz-CH\", which is the code of no language"
        ),
        Slip("people.yaml", "[en, no]", "[en, de-AT]"),
        Slip(
            "standards.yaml", "languages: [en]", "languages: [en, germn]",
            "standards.yaml:4:50 unknown-name an entry of languages cannot be \"germn\", which is the code of no language; did you mean \"de\"?"
        ),
        Slip("people.yaml", "[en, no]", "[en, en]", "people.yaml:6:21 bad-value \"en\" stands twice in languages"),
        Slip(
            "people.yaml", "  - [ada]", "  - [adda]",
            "people.yaml:8:6 unknown-name nobody is called \"adda\"; did you mean \"ada\"?"),
        Slip(
            "people.yaml", "role: care", "role: care\n    away: {from: 2026-02-30, until: 2026-03-01}",
            "people.yaml:6:18 bad-value \"2026-02-30\" is no date"),
        Slip(
            "standards.yaml", "acknowledge: {promise: We keep it.", "acknowledge: {promise: \"Within {witin}.\"",
            "standards.yaml:1:24 unknown-name the promise of acknowledge names \"{witin}\", which is none of its figures; did you mean \"within\"?"
        ),
        Slip(
            "standards.yaml", "zone: UTC", "zone: Europe/Dubln",
            "standards.yaml:26:9 bad-calendar there is no time zone \"Europe/Dubln\"; write a name such as Europe/Dublin"
        ),
        Slip(
            "standards.yaml", "09:00-17:00", "9 to 5",
            "standards.yaml:28:5 bad-calendar the desk is never open; give at least one day of the week its hours",
            "standards.yaml:28:23 bad-value \"9 to 5\" are no opening hours"),
        Slip(
            "standards.yaml", "monday to friday", "mondy",
            "standards.yaml:28:5 unknown-key \"mondy\" is no day of the week; did you mean \"monday\"?",
            "standards.yaml:28:5 bad-calendar the desk is never open; give at least one day of the week its hours"),
    ]

    @Test(arguments: values) func aValueThatDoesNotFitIsToldWhereItStands(slip: Slip) throws { try slip.check() }

    static let schemas = [
        Slip(
            "door/stage.yaml", "default: 3", "default: 12",
            "door/stage.yaml:12:61 bad-value the default must be 1 to 9, not \"12\""),
        Slip(
            "door/stage.yaml", "type: integer", "type: intger",
            "door/stage.yaml:12:19 unknown-name the type of the setting \"depth\" cannot be \"intger\"; did you mean \"integer\"?"
        ),
        Slip(
            "door/stage.yaml", "format: path", "pattern: x",
            "door/stage.yaml:14:28 unknown-key unknown key \"pattern\" in the setting \"folder\""),
        Slip(
            "door/stage.yaml", "required: [web]", "required: [wbe]",
            "door/stage.yaml:16:14 unknown-name settings requires \"wbe\", which is none of its properties; did you mean \"web\"?"
        ),
        Slip(
            "door/stage.yaml", "mode: {", "vip_mode: {",
            "door/stage.yaml:15:5 account-worth the setting \"vip_mode\" goes by what an account is worth"),
    ]

    @Test(arguments: schemas) func aSchemaThatCannotBeMeantIsToldInTheManifest(slip: Slip) throws { try slip.check() }

    static let places = [
        Slip(
            "pipeline.yaml", "run/speaker.sock", "run/door.sock",
            "pipeline.yaml:21:13 duplicate-socket the socket of speaker has the same address as the socket of door"),
        Slip(
            "pipeline.yaml", "run/speaker.sock", "./run/../run/control.sock",
            "pipeline.yaml:21:13 duplicate-socket the socket of speaker has the same address as the control socket"),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "var/run/door.sock",
            "pipeline.yaml:12:13 bad-socket the socket of door must be an address, not \"var/run/door.sock\""),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "tcp://0.0.0.0:7000\n    secure: none",
            "pipeline.yaml:13:13 open-socket the socket of door would be open to everybody on the network of tcp://0.0.0.0:7000"
        ),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "tcp://127.evil.example:7000\n    secure: none",
            "pipeline.yaml:13:13 open-socket the socket of door would be open to everybody on the network of tcp://127.evil.example:7000"
        ),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "tcp://127.0.0.1:7000\n    secure: none",
            "pipeline.yaml:13:13 !open-socket every user of this host can speak as door"),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "tcp://127.0.0.1:7000\n    secure: off",
            "pipeline.yaml:13:13 bad-value secure can only be none, not \"off\""),
        Slip(
            "pipeline.yaml", "ipc://var/run/door.sock", "ipc://var/run/door.sock\n    secure: none",
            "pipeline.yaml:13:5 bad-socket \"secure\" is for tcp sockets, and the socket of door is an ipc socket"),
        Slip(
            "pipeline.yaml", "  door:\n", "  control:\n",
            "pipeline.yaml:9:3 bad-value a stage cannot be named \"control\", which names a part of the broker"),
        Slip(
            "pipeline.yaml", "/bin/true --listen", "door/missing --listen",
            "pipeline.yaml:11:10 executable-missing door has no program: door/missing is not there"),
        Slip(
            "pipeline.yaml", "/bin/true --listen", "door/stage.yaml --listen",
            "pipeline.yaml:11:10 executable-missing door has no program: door/stage.yaml may not be run"),
        Slip(
            "pipeline.yaml", "standards: standards.yaml", "standards: standard.yaml",
            "pipeline.yaml:5:12 unreadable-file the standards file standard.yaml cannot be read: there is no such file"),
        Slip(
            "pipeline.yaml", "people: people.yaml", "people: knowledge",
            "pipeline.yaml:6:9 unreadable-file the people file knowledge cannot be read: it is a folder"),
        Slip(
            "pipeline.yaml", "knowledge: knowledge", "knowledge: knowlege",
            "pipeline.yaml:7:12 unreadable-file the knowledge folder cannot be read: there is no such folder"),
        Slip(
            "pipeline.yaml", "speaker/stage.yaml", "speaker/stage.yml",
            "pipeline.yaml:19:15 unreadable-file the manifest speaker/stage.yml cannot be read: there is no such file"),
    ]

    @Test(arguments: places) func aSocketOrFileThatWouldFailLaterIsToldNow(slip: Slip) throws { try slip.check() }

    @Test func aSocketPathThatIsTooLongIsTold() throws {
        let bench = try Workbench()
        let name = String(repeating: "x", count: 100)
        try bench.change("pipeline.yaml", "ipc://var/run/door.sock", "ipc://\(name).sock")
        let length = bench.folder.utf8.count + 1 + 105
        #expect(
            bench.found() == [
                "pipeline.yaml:12:13 bad-socket the path of the socket of door has \(length) bytes, "
                    + "and a socket's path holds at most 107"
            ])
    }

    @Test func everyProblemOfEveryFileIsToldAtOnce() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "var: var", "var: ${ONE}/${TWO}")
        try bench.change("pipeline.yaml", "knowledge: knowledge", "knowledge: knowlege")
        try bench.change("people.yaml", "role: care", "role: ${THREE}")
        try bench.change("standards.yaml", "zone: UTC", "zone: ${FOUR:-UTC}")
        try bench.change("speaker/stage.yaml", "- say.ready", "- say.redy")
        let places = bench.check().map { $0.place.description.replacing(bench.folder + "/", with: "") }
        #expect(
            places == [
                "pipeline.yaml:3:6", "pipeline.yaml:3:6", "pipeline.yaml:7:12", "speaker/stage.yaml:1:7",
                "people.yaml:5:11",
            ])
    }
}
