import Testing

@testable import Pipeline

/// What a stage needs on the host where it is started, told before it is.
struct StartCheckTests {
    /// A bench whose door has settings by a schema; with them it checks clean.
    private func bench(_ properties: String, _ settings: String) throws -> Workbench {
        let bench = try Workbench()
        try bench.change("door/stage.yaml", "    web: {type", "\(properties)\n    web: {type")
        try bench.change("pipeline.yaml", "      web: 127", "\(settings)\n      web: 127")
        return bench
    }

    @Test func whatASettingNamesMustBeThere() throws {
        let bench = try bench(
            """
                texts: {type: string, format: path, exists: folder}
                server:
                  type: object
                  properties:
                    secret: {type: string, format: path, exists: file}
                accounts:
                  type: array
                  minItems: 1
                  items: {type: object, properties: {secret: {type: string, format: path, exists: secret}}}
            """,
            """
                  texts: texts
                  server: {secret: knowledge}
                  accounts:
                    - {secret: people.yaml}
                    - {secret: secrets/two}
            """)
        #expect(
            bench.found() == [
                "pipeline.yaml:17:14 unreadable-file door needs texts, and there is no such folder",
                "pipeline.yaml:18:24 unreadable-file door needs knowledge, and it is a folder, not a file",
                "pipeline.yaml:21:20 unreadable-file door needs secrets/two, and there is no such file",
            ])
        try bench.write("texts/en/answer.txt", "")
        try bench.change("pipeline.yaml", "secret: knowledge", "secret: people.yaml")
        try bench.write("secrets/two", "")
        #expect(
            bench.found() == ["pipeline.yaml:21:20 unreadable-file door needs secrets/two, and it is empty"])
        try bench.write("secrets/two", " \r\nopen sesame\n")
        #expect(
            bench.found() == [
                "pipeline.yaml:21:20 unreadable-file door needs secrets/two, and its first line is blank"
            ])
        try bench.write("secrets/two", "open sesame\n")
        #expect(bench.found() == [])
        try bench.change("pipeline.yaml", "    - {secret: people.yaml}\n        - {secret: secrets/two}", "    []")
        #expect(
            bench.found() == [
                #"pipeline.yaml:20:9 bad-value "accounts" must have at least 1 entry"#
            ])
    }

    @Test func whatADefaultNamesIsToldWhereTheSettingsStand() throws {
        let bench = try bench("    words: {type: string, format: path, exists: file, default: words.csv}", "")
        #expect(
            bench.found() == ["pipeline.yaml:16:5 unreadable-file door needs door/words.csv, and there is no such file"]
        )
    }

    @Test func whatRunsElsewhereNeedsNothingHere() throws {
        let bench = try bench("    texts: {type: string, format: path, exists: folder}", "      texts: nowhere")
        try bench.change("pipeline.yaml", "    run: /bin/true --listen", "    run: /nowhere/door\n    replicas: 0")
        #expect(bench.found() == [])
    }

    @Test func whoStartsNoStagesReadsThePipelineAllTheSame() throws {
        let bench = try Workbench()
        try bench.change("pipeline.yaml", "/bin/true --listen", "/nowhere/door")
        let path = bench.folder + "/pipeline.yaml"
        #expect(try PipelineLoader.load(path: path, environment: [:]).warnings.map(\.code) == [.executableMissing])
        #expect(throws: PipelineError.self) {
            try PipelineLoader.load(path: path, environment: [:], isStarting: true)
        }
    }

    @Test(arguments: [
        ("smpt://mail.example", "\"url\" cannot begin with smpt:; did you mean \"smtp\"?"),
        ("https://mail.example", "\"url\" cannot begin with https:"),
        ("mail.example", "\"url\" must be an address such as smtp://hearth.example, not \"mail.example\""),
        ("smtp:mail.example", "\"url\" names no host, or no port from 1 to 65535: \"smtp:mail.example\""),
        ("smtp://", "\"url\" names no host, or no port from 1 to 65535: \"smtp://\""),
        ("smtp://:587", "\"url\" names no host, or no port from 1 to 65535: \"smtp://:587\""),
        ("smtp://mail.example:0", "\"url\" names no host, or no port from 1 to 65535: \"smtp://mail.example:0\""),
        ("smtp://mail.example:x", "\"url\" names no host, or no port from 1 to 65535: \"smtp://mail.example:x\""),
    ])
    func anAddressThatLeadsNowhereIsTold(url: String, said: String) throws {
        let bench = try bench("    url: {type: string, format: uri, schemes: [smtp, smtps]}", "      url: '\(url)'")
        let told = said.replacing(": \"\(url)\"", with: ": the text \"\(url)\"")
            .replacing("not \"\(url)\"", with: "not the text \"\(url)\"")
        #expect(bench.found() == ["pipeline.yaml:17:12 bad-value \(told)"])
    }

    @Test(arguments: ["smtp://mail.example:587", "smtps://[::1]", "smtps://[::1]:465", "SMTP://mail.example/"])
    func anAddressWithAHostIsFine(url: String) throws {
        let bench = try bench("    url: {type: string, format: uri, schemes: [smtp, smtps]}", "      url: '\(url)'")
        #expect(bench.found() == [])
    }

    @Test func whoLogsInNeedsAPassword() throws {
        let bench = try bench(
            """
                server:
                  type: object
                  properties: {user: {type: string}, password: {type: string}}
                  dependentRequired: {user: [password]}
            """, "      server: {user: desk}")
        #expect(
            bench.found() == ["pipeline.yaml:17:16 missing-key \"user\" needs \"password\" beside it in \"server\""])
        try bench.change("pipeline.yaml", "{user: desk}", "{user: desk, password: x}")
        #expect(bench.found() == [])
    }

    @Test func aValueMayNeedAnotherSettingBesideIt() throws {
        let bench = try bench(
            """
                box:
                  type: object
                  properties: {taken: {type: string, enum: [seen, move], default: seen}, to: {type: string}}
                  if: {properties: {taken: {const: move}}, required: [taken]}
                  then: {required: [to]}
            """, "      box: {taken: move}")
        #expect(
            bench.found() == ["pipeline.yaml:17:13 missing-key \"taken: move\" needs \"to\" beside it in \"box\""])
        for fine in ["{taken: move, to: done}", "{taken: seen}", "{}"] {
            try bench.change("pipeline.yaml", "box: {taken: move}", "box: \(fine)")
            #expect(bench.found() == [], "\(fine)")
            try bench.change("pipeline.yaml", "box: \(fine)", "box: {taken: move}")
        }
    }

    @Test func entriesThatHaveToBeToldApartAre() throws {
        let bench = try bench(
            """
                boxes: {type: array, unique: name, items: {type: object, properties: {name: {type: string}}}}
            """, "      boxes: [{name: desk}, {name: claims}, {name: desk}]")
        #expect(
            bench.found() == [
                "pipeline.yaml:17:52 bad-value another entry of \"boxes\" has the name \"desk\" already"
            ])
        try bench.change("door/stage.yaml", "unique: name", "unique: nam")
        #expect(
            bench.found().first
                == "door/stage.yaml:11:34 unknown-name the items of the setting \"boxes\" have no \"nam\"; did you mean \"name\"?"
        )
    }

    @Test func entriesOfSeveralListsThatHaveToBeToldApartAre() throws {
        let entries = "{type: array, items: {type: object, properties: {name: {type: string}}}}"
        let bench = try bench(
            """
                boxes: \(entries)
                folders: \(entries)
            """, "      boxes: [{name: desk}, {name: claims}]\n      folders: [{name: desk}]")
        try bench.change(
            "door/stage.yaml", "  required: [web]", "  unique: {name: [boxes, folders]}\n  required: [web]")
        #expect(
            bench.found() == [
                "pipeline.yaml:18:24 bad-value another entry of \"boxes\" or \"folders\" has the name \"desk\" already"
            ])
        try bench.change("pipeline.yaml", "folders: [{name: desk}]", "folders: [{name: post}]")
        #expect(bench.found() == [])
        try bench.change("door/stage.yaml", "{name: [boxes, folders]}", "{nam: [boxes, foldres]}")
        #expect(
            bench.found().map { $0.prefix { $0 != ";" } } == [
                "door/stage.yaml:18:12 unknown-name the items of \"boxes\" have no \"nam\"",
                "door/stage.yaml:18:25 unknown-name settings requires \"foldres\", which is none of its properties",
            ])
    }

    @Test func aConditionThatCanBeMisreadIsRefused() throws {
        let bench = try bench(
            """
                box:
                  type: object
                  properties: {taken: {type: string}, to: {type: string}}
                  if: {properties: {taken: {const: move}}, required: [to]}
                  then: {required: [too]}
            """, "")
        let refused = "bad-schema \"if\" requires the property that it tests: [taken]"
        #expect(bench.found() == ["door/stage.yaml:14:58 \(refused)"])
        try bench.change("door/stage.yaml", "required: [to]}", "required: [taken]}")
        #expect(bench.found().map { $0.split(separator: " ")[1] } == ["unknown-name"])
        try bench.change("door/stage.yaml", "      then: {required: [too]}\n", "")
        #expect(bench.found().map { $0.split(separator: " ")[1] } == ["missing-key"])
    }

    @Test func aWordOfASchemaStandsWithItsFormat() throws {
        let bench = try bench(
            """
                texts: {type: string, exists: folder}
                url: {type: string, format: uri, exists: file, schemes: [smtp]}
                port: {type: string, format: path, exists: folders}
            """, "")
        #expect(
            bench.found() == [
                "door/stage.yaml:11:27 bad-schema \"exists\" belongs to the format path",
                "door/stage.yaml:12:38 bad-schema \"exists\" belongs to the format path",
                "door/stage.yaml:13:48 unknown-name what exists at the setting \"port\" cannot be \"folders\"; did you mean \"folder\"?",
            ])
    }

    @Test func aChoiceOfNothingIsNone() throws {
        let bench = try Workbench()
        try bench.change("door/stage.yaml", "    web: {type", "    mood: {type: string, enum: []}\n    web: {type")
        #expect(bench.found().map { $0.drop { $0 != " " } } == [" bad-schema an enum has at least one entry"])
    }
}
