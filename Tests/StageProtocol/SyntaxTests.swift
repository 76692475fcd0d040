import StageProtocol
import Testing

/// Where JSON and times end.
@Suite struct SyntaxTests {
    @Test(
        arguments: [
            (#""\ud83d\ude00""#, true), (#""\uD83D\uDE00 and more""#, true), (#""\u0041\u00e9""#, true),
            (#""\ud83d""#, false), (#""\ude00""#, false), (#""\ud83d and""#, false), (#""\ud83d\u0041""#, false),
            (#""\ud83d\ud83d""#, false), (#""\ud83d\n""#, false), (#""\ude00\ud83d""#, false), (#""\u12g4""#, false),
            (#""\u12"#, false), (#""\x41""#, false),
        ] as [(String, Bool)]) func halvesOfACharacterComeInPairs(text: String, isValid: Bool)
    {
        check(text, isValid)
    }

    @Test(
        arguments: [
            ("1e308", true), ("-1.7976931348623157e308", true), ("9223372036854775808", true), ("0.1e-5", true),
            ("1e309", false), ("-1e999", false), (#"{"a":[1E+400]}"#, false), ("NaN", false), ("Infinity", false),
            ("-", false), ("01", false), ("+1", false), ("1.", false), (".5", false), ("1e", false),
        ] as [(String, Bool)]) func aNumberIsOneThatEveryReaderCanHold(text: String, isValid: Bool)
    {
        check(text, isValid)
    }

    @Test func textIsUTF8() {
        #expect(!JSONSyntax.isValid([UInt8(ascii: "\""), 0xC3, UInt8(ascii: "\"")]))
        #expect(!JSONSyntax.isValid([UInt8(ascii: "\""), 0xED, 0xA0, 0xBD, UInt8(ascii: "\"")]))
        #expect(JSONSyntax.isValid(Array("\"é\u{1F600}\"".utf8)))
    }

    /// Strings are read eight bytes at a time: wherever among them one stands that does not stand for itself, it is seen.
    @Test(arguments: 0..<20) func whereverAByteStandsThatMeansSomethingItIsSeen(place: Int) {
        let before = [UInt8](repeating: UInt8(ascii: "a"), count: place)
        for length in 0..<20 {
            let after = [UInt8](repeating: UInt8(ascii: "~"), count: length)
            func read(_ odd: [UInt8]) -> String? {
                let text = [UInt8(ascii: "\"")] + before + odd + after + [UInt8(ascii: "\"")]
                return (try? JSON(bytes: text))?.string
            }
            let (first, last) = (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
            for plain: Unicode.Scalar in [" ", "!", "#", "[", "]", "\u{7F}", "\u{80}", "é", "\u{1F600}"] {
                #expect(read(Array(String(plain).utf8)) == first + String(plain) + last)
            }
            #expect(read(Array("\\n".utf8)) == first + "\n" + last)
            #expect(read(Array("\\\"".utf8)) == first + "\"" + last)
            for wrong: [UInt8] in [[0x00], [0x0A], [0x1F], [0x80], [0xFF], Array("\"".utf8)] {
                #expect(read(wrong) == nil)
            }
        }
    }

    @Test func nestingEndsAtItsDepth() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(JSONSyntax.isValid(nested(64)))
        #expect(!JSONSyntax.isValid(nested(65)))
        #expect(!JSONSyntax.isValid(nested(1_000_000)))
    }

    /// What passes for valid can be decoded by those who read it later.
    private func check(_ text: String, _ isValid: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        let bytes = Array(text.utf8)
        #expect(JSONSyntax.isValid(bytes) == isValid, sourceLocation: sourceLocation)
        if isValid { #expect(throws: Never.self, sourceLocation: sourceLocation) { try JSON(bytes: bytes) } }
    }

    @Test(arguments: [
        ("0000-01-01T00:00:00Z", -62_167_219_200_000), ("0000-01-01T01:00:00+01:00", -62_167_219_200_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999), ("9999-12-31T22:59:59.999-01:00", 253_402_300_799_999),
    ]) func theYearsOfFourDigitsAreReadAndWritten(text: String, milliseconds: Int64) throws {
        let moment = try #require(Timestamp(text))
        #expect(moment.milliseconds == milliseconds)
        #expect(Timestamp(moment.description) == moment)
    }

    @Test(arguments: [
        "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z", "10000-01-01T00:00:00Z",
        "-001-01-01T00:00:00Z",
    ]) func aMomentThatCouldNotBeWrittenIsNotRead(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
