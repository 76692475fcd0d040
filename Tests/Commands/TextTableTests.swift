import Testing

@testable import CasewireCommands

@Suite struct TextTableTests {
    private func table() -> TextTable {
        var table = TextTable([.init(title: "case"), .init(title: "heard", alignment: .right), .init(title: "subject")])
        table.add(["CW-1", "2", "Where is it?"])
        table.add(["CW-22222", "11", "Thanks"])
        return table
    }

    @Test func columnsAreAsWideAsTheirWidestCell() {
        #expect(
            table().lines() == [
                "case      heard  subject",
                "CW-1          2  Where is it?",
                "CW-22222     11  Thanks",
            ])
    }

    @Test func aLineIsCutToTheTerminal() {
        #expect(table().lines(width: 20).allSatisfy { $0.count <= 20 })
        #expect(table().lines(width: 20)[1] == "CW-1          2  Wh…")
    }

    @Test func wideCharactersTakeTwoPlaces() {
        var table = TextTable([.init(title: "a"), .init(title: "b")])
        table.add(["日本", "x"])
        table.add(["abcd", "y"])
        #expect(table.lines() == ["a     b", "日本  x", "abcd  y"])
    }

    @Test func aCellCannotBreakTheTableOrMoveTheCursor() {
        var table = TextTable([.init(title: "subject")])
        table.add(["one\r\ntwo\u{1B}[2Jthree"])
        #expect(table.lines() == ["subject", "one two\u{FFFD}[2Jthree"])
    }

    @Test func wordsAreWrappedAndLineBreaksStay() {
        #expect("one two three\n\nfour".wrapped(to: 8) == ["one two", "three", "", "four"])
    }

    @Test func noColourIsPaintedWhereNoneIsWanted() {
        #expect(Paint.none.red("bad") == "bad")
        #expect(Paint(isOn: true).red("bad") == "\u{1B}[31mbad\u{1B}[0m")
    }
}
