import Testing

@testable import Mail

@Suite struct HTMLTextTests {
    private func text(_ html: String) -> String { HTMLText.lines(Array(html.utf8)).map(\.text).joined(separator: "\n") }

    @Test func paragraphsListsAndTablesAreReadable() {
        #expect(text("<h1>Order</h1><p>One<br>two</p><ul><li>a</li><li>b</li></ul>") == "Order\n\nOne\ntwo\n\n- a\n- b")
        #expect(text("<ol><li>a<li>b</ol>") == "1. a\n2. b")
        #expect(text("<table><tr><td>Kettle</td><td>2</td></tr><tr><td>Lid</td></tr></table>") == "Kettle 2\nLid")
    }

    @Test func linksKeepTheirTargetAndNothingActs() {
        #expect(text("<a href=\"https://x.example/a?b=1&amp;c=2\">here</a>.") == "here <https://x.example/a?b=1&c=2>.")
        #expect(text("<a href='https://x.example/'>x.example</a>") == "x.example")
        #expect(text("<a href='javascript:alert(1)'>press</a>") == "press")
        #expect(text("a<script>alert('<p>')</script><style>p{}</style>b") == "ab")
    }

    @Test func whatIsInvisibleIsLeftOutUnlessItWouldSwallowTheRest() {
        #expect(text("<div style=\"display: none\">preview</div><p>Hello</p>") == "Hello")
        #expect(text("<div style=\"display:none\">preview<p>Hello</p>").contains("Hello"))
    }

    @Test func brokenMarkupLosesNoWords() {
        #expect(text("1 < 2 and <b>bold") == "1 < 2 and bold")
        #expect(text("before <!-- never closed > after") == "before after")
        #expect(text("<a href=\"x>y</a> tail").contains("tail"))
        #expect(text("Fish &amp chips &copy; &#8364; &#x20AC; &#128; &unknown;") == "Fish & chips © € € € &unknown;")
    }

    @Test func quotesAreMarked() throws {
        let lines = HTMLText.lines(Array("<p>Yes</p><blockquote>one<br>two</blockquote>".utf8))
        #expect(lines.map(\.text) == ["Yes", "", "> one", "> two"])
        let gmail =
            "<div>Yes, please.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">Pada Sel, X menulis:</div><blockquote>old</blockquote></div>"
        let folded = QuoteFolding.fold(HTMLText.lines(Array(gmail.utf8)))
        #expect(folded.words == "Yes, please.")
        #expect(folded.folded.contains("old"))
    }

    @Test func outlooksMarkFoldsTheRest() {
        let html = "<p>Thanks, it works.</p><div id=\"divRplyFwdMsg\"><b>Von:</b> Desk<br></div><div>old text</div>"
        #expect(QuoteFolding.fold(HTMLText.lines(Array(html.utf8))).words == "Thanks, it works.")
    }
}
