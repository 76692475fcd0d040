import Testing

@testable import Language

struct TextTests {
    @Test(arguments: [
        ("Don’t SHOUT", ["don't", "shout"]), ("cafe\u{301} CAFÉ", ["café", "café"]), ("ＨＥＬＬＯ", ["hello"]),
        ("order 48213!", ["order", "00000", "!"]), ("wait!!!!!!", ["wait", "!!"]), ("soft\u{AD}hyphen", ["softhyphen"]),
        ("a@b.org www.x.org @shop http://y.z/q?r", ["\u{E001}", "\u{E000}", "\u{E002}", "\u{E000}"]), ("", []),
    ])
    func wordsAreFolded(_ text: String, _ words: [String]) {
        #expect(FoldedText(text).strings == words)
    }

    @Test func aWordKnowsWhereItStood() {
        let text = "Größe? Ja, GROSS genug"
        let folded = FoldedText(text)
        let spans = folded.words.indices.compactMap { folded.span($0..<$0 + 1, in: text)?.text }
        #expect(spans == ["Größe", "?", "Ja", "GROSS", "genug"])
    }

    @Test(arguments: [
        ("One. Two! Three?", 3), ("It cost 3.50 euros. Really.", 2), ("Mr. Smith called, e.g. today.", 1),
        ("Am 4. März bestellt. Nichts da.", 2),
        ("Hello\nI need help", 2),
        ("this line is wrapped by a mail program at some column\nand goes on here", 1), ("- one\n- two", 2), ("", 0),
        (" \n ", 0), ("Wait... what?", 2),
    ])
    func sentencesAreSplit(_ text: String, _ count: Int) {
        #expect(Sentences.split(text).count == count)
    }

    @Test func hashesStayTheSameForEver() {
        var hash = StableHash(seed: 1)
        hash.add("casewire")
        #expect(hexadecimal(hash.value) == "7f1436801bc5172e")
    }

    @Test func aPhraseMayHaveAGapAndAnEnding() {
        let list = PhraseList(listing: "has _ arriv*, cut my hand*")
        #expect(list.isFound(in: FoldedText("It has still not arrived").strings))
        #expect(list.isFound(in: FoldedText("I cut my hands").strings))
        #expect(!list.isFound(in: FoldedText("It has after all these many days arrived").strings))
    }
}
