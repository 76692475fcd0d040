import Testing

@testable import StageProtocol

/// Of an object some members are read, and the others passed over, whatever they hold.
@Suite struct MembersTests {
    /// What looks like an end of something else stands in texts; names are escaped, and come twice.
    private static let objects = [
        #"{}"#, #" { "a" : 1 , "b" : 2 } "#, #"{"a":{"b":[1,{"c":"}]"}]},"b":"x"}"#,
        #"{"c":"a \"quoted\" , \\","b":[true,null,-1.5e3],"a":"\\"}"#, #"{"\u0061":"escaped","b":{}}"#,
        #"{"a":1,"a":2,"c":[[[]],{}],"b":[]}"#, #"{"c":"é € 😀, {","a":"😀"}"#, #"{"c":false,"aa":1,"":0,"a":null}"#,
        #"{"text":"\#(String(repeating: "long, and \\\"more\\\" ", count: 40))","a":"behind it"}"#,
    ]

    @Test(arguments: objects, [[], ["a"], ["b"], ["a", "b"], ["missing", "c"]] as [[MemberName]])
    func theNamedMembersAreWhatTheyAreInTheWhole(_ text: String, names: [MemberName]) throws {
        let bytes = Array(text.utf8)
        let whole = try #require(try JSON(bytes: bytes).object)
        let members = try bytes.withUnsafeBytes { try JSONMembers(names, of: $0) }
        for name in ["a", "b", "c", "missing"] {
            #expect(members[name] == (names.contains { $0.text == name } ? whole[name] : nil))
        }
    }

    /// Of a list of objects, as it stands in bytes and as it stands in a value, the same members are read.
    @Test(arguments: [
        #"{"l":[]}"#, #"{"l":[{"a":1,"b":"x"},{"b":{"a":[2]}},{}]}"#,
        #"{"l":[ {"a":[{"a":3}]} , 1, "a", null,[{"a":4}] ]}"#,
        #"{"l":[{"a":1}],"l":[{"a":2},{"a":"]}"}]}"#, #"{"l":{"a":1}}"#, #"{"l":"no list"}"#, #"{"a":1}"#,
    ])
    func ofAListTheObjectsHaveTheNamedMembers(_ text: String) throws {
        let bytes = Array(text.utf8)
        let whole = JSONMembers(try JSON(bytes: bytes)).list("l")
        let read = try bytes.withUnsafeBytes { try JSONMembers([MemberName("l", of: ["a"])], of: $0) }.list("l")
        #expect(read?.map { $0["a"] } == whole?.map { $0["a"] })
        #expect(read?.allSatisfy { $0["b"] == nil } ?? true)
    }

    @Test(arguments: [
        #"{"l":["#, #"{"l":[{"a":1]}"#, #"{"l":[{"a":1}}"#, #"{"l":[{"a":1} {}]}"#, #"{"l":[{"a":tru}]}"#,
    ])
    func whatIsNoListIsAnError(_ text: String) {
        #expect(throws: DecodingError.self) {
            try Array(text.utf8).withUnsafeBytes { try JSONMembers([MemberName("l", of: ["a"])], of: $0) }
        }
    }

    @Test(arguments: [
        "", "[]", "1", #""a""#, "{", #"{"a""#, #"{"a":"#, #"{"b":1"#, #"{"b":"open"#, #"{"b":"x\"#, #"{"b":[1,2}"#,
        #"{"b" 1}"#, #"{"a":tru}"#, #"{"b":1,}"#, #"{1:2}"#,
    ])
    func whatIsNoObjectIsAnError(_ text: String) {
        #expect(throws: DecodingError.self) {
            try Array(text.utf8).withUnsafeBytes { try JSONMembers(["a"], of: $0) }
        }
    }
}
