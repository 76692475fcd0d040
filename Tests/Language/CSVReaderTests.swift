import Testing

@testable import Language

struct CSVReaderTests {
    func read(_ text: String) throws -> [LabelledText] {
        try CSVReader.labelledTexts(Array(text.utf8), name: "data.csv")
    }

    @Test func columnsMayStandInAnyOrderAfterAByteOrderMark() throws {
        #expect(
            try read("\u{FEFF}id,category,text\r\n1,stock,Is it here?\r\n") == [
                .init(text: "Is it here?", category: "stock")
            ])
    }

    @Test func quotedFieldsKeepCommasQuotesAndLineEnds() throws {
        #expect(try read("text,category\n\"a, \"\"b\"\"\nc\",x") == [.init(text: "a, \"b\"\nc", category: "x")])
    }

    @Test(arguments: [
        ("", "empty"), ("a,b\n", "data.csv:1:"), ("text,category\nx,y\none\n", "data.csv:3:"),
        ("text,category\n\"a\nb\",c\n\"open,x", "data.csv:4:"),
        ("text,category\nab\"c,x", "data.csv:2:"), ("text,category\n\"a\"b,x", "data.csv:2:"),
        ("text,category\n,x", "data.csv:2:"), ("text,category\na,", "data.csv:2:"),
    ])
    func errorsNameTheLine(_ text: String, _ expected: String) {
        let error = #expect(throws: LanguageError.self) { try read(text) }
        #expect(error?.message.contains(expected) == true)
    }
}
