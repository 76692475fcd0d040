import Foundation
import StageProtocol
import Testing

/// Something of every shape that a Codable type can have.
private struct Everything: Codable, Equatable {
    enum Mood: String, Codable { case calm, angry }
    enum Step: Codable, Equatable {
        case wait(seconds: Int)
        case leave
    }
    struct Inner: Codable, Equatable {
        var z: Int8?
        var a: [UInt64]
    }
    var name = "Zoë \"Z\" \\ / \u{1}\n\u{1F600}"
    var truth = true
    var small = -0.25
    var whole = 3.0
    var large = Int64.min
    var top = UInt64.max
    var mood = Mood.angry
    var steps = [Step.wait(seconds: 4), .leave]
    var inner: Inner? = Inner(z: nil, a: [1, .max])
    var none: Inner?
    var table = ["b": [1.5], "a": [], "é": [-2]]
    var bytes = Data([0, 1, 255])
    var link = URL(string: "https://hearth.example/a?b=c")
    var when = Timestamp(milliseconds: 1_795_000_000_123)
    var any: JSON = ["list": [1, nil, true, 1.5], "text": "x"]
    var matrix: [[Int?]] = [[1, nil], []]
}

/// Writes its members out of order, one of them beside the others while they are written.
private struct Interleaved: Encodable {
    enum Key: String, CodingKey { case z, list, a, deep }
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(1, forKey: .z)
        var list = members.nestedUnkeyedContainer(forKey: .list)
        try list.encode("first")
        var deep = members.nestedContainer(keyedBy: Key.self, forKey: .deep)
        try members.encode(2, forKey: .a)
        try deep.encode("y", forKey: .z)
        var inner = list.nestedUnkeyedContainer()
        try list.encode("last")
        try inner.encode(true)
        try deep.encodeNil(forKey: .a)
    }
}

private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONCoding.encode(value), as: UTF8.self)
}

private func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    try JSONCoding.decode(type, from: Array(text.utf8))
}

@Suite struct JSONCodingTests {
    @Test func aValueOfEveryShapeIsReadBackAsItWas() throws {
        let value = Everything()
        #expect(try JSONCoding.decode(Everything.self, from: JSONCoding.encode(value)) == value)
    }

    @Test func foundationReadsWhatWeWriteAndWeReadWhatItWrites() throws {
        let value = Everything()
        #expect(try JSONDecoder().decode(Everything.self, from: Data(JSONCoding.encode(value))) == value)
        #expect(try JSONCoding.decode(Everything.self, from: Array(JSONEncoder().encode(value))) == value)
    }

    @Test func theTextIsCompactAndSorted() throws {
        #expect(
            try text(Interleaved()) == #"{"a":2,"deep":{"a":null,"z":"y"},"list":["first",[true],"last"],"z":1}"#)
        #expect(try text(["b/": 1.0, "a": -0.5]) == #"{"a":-0.5,"b/":1}"#)
    }

    @Test func escapesAreReadInEveryForm() throws {
        let value = try decode([String].self, #" [ "\u0041\/\b\f\n\r\t\"\\", "\uD83D\uDE00é" , "" ] "#)
        #expect(value == ["A/\u{8}\u{c}\n\r\t\"\\", "\u{1F600}é", ""])
        #expect(try decode([String: Int].self, #"{"\u0061b": 1}"#) == ["ab": 1])
    }

    @Test func wholeNumbersMayBeWrittenWithAnExponentOrAPoint() throws {
        #expect(try decode([Int].self, "[1e3, 2.0, -0, 9223372036854775807]") == [1000, 2, 0, .max])
        #expect(try decode([Double].self, "[1, 1e-2]") == [1, 0.01])
        #expect(throws: DecodingError.self) { try decode([Int].self, "[1.5]") }
        #expect(throws: DecodingError.self) { try decode([Int8].self, "[128]") }
    }

    @Test func ofSeveralMembersOfOneNameTheLastCounts() throws {
        #expect(try decode([String: Int].self, #"{"a":1,"b":2,"a":3}"#) == ["a": 3, "b": 2])
        #expect(try JSON(bytes: Array(#"{"a":1,"a":3}"#.utf8)) == ["a": 3])
    }

    @Test(arguments: [
        "", " ", "{", "[1", "[1,]", #"{"a"}"#, #"{"a":1,}"#, "{1:2}", "nul", "truex", "01", "1.", "-", "+1", "1e",
        "1e999",
        #""\x""#, #""\u12g4""#, #""\uD800""#, #""\uDC00""#, "\"\u{1}\"", "\"", "1 2", "[]]",
    ])
    func whatIsNoJSONIsRefused(text: String) {
        #expect(!JSONSyntax.isValid(Array(text.utf8)))
        #expect(throws: DecodingError.self) { try JSON(bytes: Array(text.utf8)) }
    }

    @Test func invalidUTF8IsRefused() {
        #expect(!JSONSyntax.isValid([0x22, 0xC3, 0x28, 0x22]))
    }

    @Test func nestingIsBounded() {
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        #expect(JSONSyntax.isValid(nested(64)))
        #expect(!JSONSyntax.isValid(nested(65)))
        #expect(throws: DecodingError.self) { try JSON(bytes: nested(100_000)) }
    }

    @Test func anErrorNamesTheWayToThePlace() throws {
        let wrong = Array(#"{"other":[1],"list":[{"n":1},{"n":"two"}]}"#.utf8)
        let error = #expect(throws: DecodingError.self) {
            try JSONCoding.decode([String: [Row]].self, from: wrong)
        }
        let mended = #expect(throws: DecodingError.self) {
            try decode([String: [Row]].self, #"{"list":[{"n":1},{"n":"two"}]}"#)
        }
        guard case .typeMismatch(_, let first) = error, case .typeMismatch(let type, let context) = mended else {
            Issue.record("another error: \(String(describing: error)), \(String(describing: mended))")
            return
        }
        #expect(first.codingPath.map(\.stringValue) == ["other", "Index 0"])
        #expect("\(type)" == "Int")
        #expect(context.codingPath.map(\.stringValue) == ["list", "Index 1", "n"])
        #expect(context.codingPath[1].intValue == 1)
    }

    private struct Row: Codable { var n: Int }
}
