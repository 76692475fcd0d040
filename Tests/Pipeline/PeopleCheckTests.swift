import Testing

@testable import Pipeline

/// Mail to a colleague must not come back in as a customer's.
struct PeopleCheckTests {
    private func found(_ address: String) throws -> [String] {
        let bench = try Workbench()
        try bench.change(
            "door/stage.yaml", "    web: {type",
            """
                desk: {type: object, properties: {address: {type: string, format: email}}}
                login: {type: string}
                mailboxes:
                  type: array
                  outside: true
                  items: {type: object, properties: {user: {type: string}}}
                web: {type
            """)
        try bench.change(
            "pipeline.yaml", "      web: 127",
            """
                  desk: {address: hello@hearth.example}
                  login: ada@hearth.example
                  mailboxes: [{user: desk}, {user: orders@hearth.example}]
                  web: 127
            """)
        try bench.change("people.yaml", "ada@hearth.example", address)
        return bench.found()
    }

    @Test(arguments: [
        ("desk@hearth.example", "desk@hearth.example", "the desk's own"),
        ("Desk+Ada@HEARTH.example", "desk@hearth.example", "with a tag, in other letters"),
        ("hello@hearth.example", "hello@hearth.example", "a stage's desk"),
        ("orders@hearth.example", "orders@hearth.example", "a mailbox that is read"),
    ])
    func aPersonAtAnAddressOfTheDeskIsAnError(address: String, own: String, _: String) throws {
        #expect(
            try found(address) == [
                "people.yaml:4:14 mail-loop \(address) is an address of the desk itself: mail to this person would come in "
                    + "as a customer's, for ever"
            ])
    }

    @Test(arguments: ["ada@hearth.example", "desk@other.example", "desk.ada@hearth.example"])
    func anyOtherAddressIsFine(address: String) throws {
        #expect(try found(address) == [])
    }

    @Test func theTopicsOfPeopleAndLaddersAreKnownByTheirPlaces() throws {
        let bench = try Workbench()
        try bench.change("people.yaml", "role: care", "role: care\n    topics: [stock, return]")
        try bench.change("people.yaml", "ladder:\n", "ladders:\n  invoice: [[ada]]\nladder:\n")
        let topics = PipelineCheck.check(path: bench.folder + "/pipeline.yaml", environment: [:]).draft?.topics ?? []
        #expect(
            topics.map { "\($0.text) \($0.place.line):\($0.place.column)" } == [
                "stock 6:14", "return 6:21", "invoice 9:3",
            ])
    }
}
