import Testing

@testable import Mail

@Suite struct CharsetGuessTests {
    /// Each line of the file is a charset, a text in it as hexadecimal bytes, and the same text readable.
    @Test func scriptsAreKnownByTheirBytes() throws {
        for line in try Fixtures.text("charsets.tsv").split(separator: "\n") {
            let fields = line.split(separator: "\t").map(String.init)
            let bytes = hexadecimal(fields[1])
            #expect(CharsetGuess.name(for: bytes) == fields[0])
            let head = Array("From: a@b.example\nSubject: ".utf8) + bytes
            let body = Array("\nContent-Type: text/plain; charset=iso-8859-1\n\n".utf8) + bytes
            let mail = try MailParser.parse(head + body)
            #expect(mail.text == fields[2])
            #expect(mail.subject == fields[2])
            #expect(mail.problems.contains { $0.contains("iso-8859-1") })
        }
    }

    @Test(arguments: [
        "4772fcdf6520617573204dfc6e6368656e",
        "4ff920657374206d6f6e20636f6c69733f20c761206120e974e9206c697672e920e020636f74e9",
    ])
    func westernTextIsLeftAlone(_ text: String) {
        #expect(CharsetGuess.name(for: hexadecimal(text.filter { $0.isHexDigit })) == nil)
    }

    private func hexadecimal(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
