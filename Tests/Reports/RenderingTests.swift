import Casework
import Foundation
import StageProtocol
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct RenderingTests {
    private var report: Report {
        var report = Report(id: "made", title: "Made & up", lead: "A report <that> a test wrote.")
        var table = Table(
            id: "made", title: "Rows",
            columns: [
                .init("name"), .init("kept_share", "kept"), .init("interval_95", "95 % interval"), .init("worst"),
            ])
        table.add([.text("=a, \"b\""), .share(0.5), .shares(low: 0.2, high: 0.805), .cases(["CW-1", "CW-2"])])
        table.add([.text("plain"), .none, .none, .cases([])])
        let series = Series(
            id: "mood", title: "Mood", unit: .share, labels: ["2026-01", "2026-02", "2026-03"],
            lines: [.init(name: "upset", points: [0.25, nil, 0.5]), .init(name: "happy", points: [0, 0.1, 0.2])])
        let intervals = Intervals(
            id: "gaps", title: "Gaps", unit: .points, reference: 0,
            rows: [
                .init(name: "de: remedy", value: 0.1, low: 0.05, high: 0.15, isAlarm: true),
                .init(name: "en: remedy", value: -0.01, low: -0.05, high: 0.03),
            ])
        let quotes = Quotes(
            id: "quotes", title: "Words",
            quotes: [
                .init(
                    ref: "CW-1", at: "2026-03-01T00:00:00Z", score: "csat 5 of 5", topic: "return",
                    words: "<b>\u{1}Fine</b> & good")
            ], none: "None.")
        report.parts = [.table(table), .series(series), .intervals(intervals), .quotes(quotes)]
        report.alarms = ["language de: remedy"]
        return report
    }

    /// What an XML parser finds: it reads the page to its end, or says where it is broken.
    private final class Found: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var text = ""
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            elements[name, default: 0] += 1
        }
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private func parsed(_ html: String) throws -> Found {
        let found = Found()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = found
        #expect(parser.parse(), "\(parser.lineNumber): \(String(describing: parser.parserError))")
        return found
    }

    @Test func thePageIsWellFormedAndStandsAlone() throws {
        let html = ReportPage([report, report], subtitle: "2 cases").html
        let found = try parsed(html)
        #expect(found.elements["svg"] == 4)
        #expect(found.elements["table"] == 2)
        #expect(found.elements["script"] == nil && found.elements["img"] == nil && found.elements["link"] == nil)
        #expect(found.text.contains("<b>Fine</b> & good"))
        #expect(html.contains("@media print"))
        #expect(
            !html.contains("http://")
                || html.components(separatedBy: "http://").count
                    == html.components(separatedBy: "http://www.w3.org/").count
        )
    }

    /// Who does not see a plot or finds their way by tables hears what is in them.
    @Test func plotsAreDescribedAndTablesNamed() throws {
        let html = ReportPage([report], subtitle: "").html
        let found = try parsed(html)
        #expect(found.elements["desc"] == 2 && found.elements["caption"] == 1)
        #expect(html.contains("<caption><h3>Rows</h3></caption>"))
        #expect(found.text.contains("en: remedy: -1 % (-5 to 3 %)."), "\(found.text)")
        #expect(found.text.contains("upset: 25 % in 2026-01, 50 % in 2026-03, at the least 25 %, at the most 50 %."))
    }

    @Test func oneIsToldAsOne() {
        #expect(counted(1, "case was", "cases were") == "1 case was" && counted(0, "case") == "0 cases")
    }

    @Test func aPlotOfIntervalsShowsEachRowAndWhereNothingIsDifferent() throws {
        let found = try parsed(ReportPage([report], subtitle: "").html)
        // An alarm is a square and the rest are circles, so that it is seen without colour.
        #expect(found.elements["rect"] == 1)
        #expect(found.elements["text"].map { $0 >= 10 } == true)
        for words in ["de: remedy", "en: remedy", "percentage points", "-5", "15"] {
            #expect(found.text.contains(words), "\(words)")
        }
    }

    @Test func aLineHasAGapWhereNothingIsKnown() {
        let series = Series(
            id: "x", title: "x", unit: .count, labels: ["a", "b", "c"],
            lines: [.init(name: "n", points: [1, nil, 2]), .init(name: "m", points: [1, 2, 2])])
        let svg = SeriesPlot(series: series).svg.text
        // The middle of the first line is moved over, and not drawn through.
        #expect(svg.contains("d=\"M60.0 106.0M560.0 12.0\""), "\(svg)")
        #expect(svg.contains("stroke-dasharray=\"7 4\" d=\"M60.0 106.0L310.0 12.0L560.0 12.0\""))
    }

    /// Five lines that all end at nothing: each name still stands within the drawing, and none on another.
    @Test func theNamesOfLinesStayWithinTheDrawing() throws {
        let series = Series(
            id: "x", title: "x", unit: .count, labels: ["a", "b"],
            lines: (0..<5).map { .init(name: "line \($0)", points: [3, 0]) })
        let heights = SeriesPlot(series: series).svg.text.components(separatedBy: "x=\"594\" y=\"").dropFirst()
            .compactMap { Double($0.prefix { $0 != "\"" }) }
        #expect(heights == [144, 159, 174, 189, 204])
    }

    @Test func aReferenceIsNotBrokenOffAtItsHyphen() {
        #expect(
            ReportPage([report], subtitle: "").html.contains("<span class=\"ref\">CW-1</span> <span class=\"ref\">CW-2")
        )
    }

    @Test func aRemarkStandsWhereTheFiguresWouldBe() {
        var table = Table(id: "t", title: "T", columns: [.init("name"), .init("kept"), .init("of"), .init("remark")])
        table.add([.text("a"), .count(1), .count(2), .text("")])
        table.add([.text("b"), .none, .none, .text("nothing is written down")])
        var report = Report(id: "t", title: "T", lead: "")
        report.parts = [.table(table)]
        let html = ReportPage([report], subtitle: "").html
        #expect(html.contains("<tr><td>a</td><td class=\"figure\">1</td><td class=\"figure\">2</td></tr>"))
        #expect(html.contains("<tr><td>b</td><td colspan=\"2\" class=\"remark\">nothing is written down</td></tr>"))
        #expect(!html.contains("<th>remark</th>"))
    }

    @Test func theFirstPageSaysWhatEachReportComesTo() throws {
        let html = ReportPage([report, report], subtitle: "").html
        let contents = try #require(html.components(separatedBy: "</nav>").first)
        #expect(contents.contains("A report &lt;that&gt; a test wrote."))
        #expect(contents.contains("<strong>Alarm</strong> language de: remedy"))
    }

    @Test func marksAreRoundNumbersAroundTheValues() {
        let scale = Scale([0.13, 0.87], from: 0, to: 100)
        #expect(scale.marks.map { ($0 * 10).rounded() } == [0, 2, 4, 6, 8, 10])
        #expect(scale.place(0.5) == 50)
        #expect(Scale([3, 3], from: 0, to: 1).marks.count > 1)
    }

    @Test func aTableAsCSVIsQuotedAndStartsNoFormula() throws {
        let lines = try #require(report.table("made")).csv.components(separatedBy: "\r\n")
        #expect(lines[0] == "name,kept_share,interval_95_low,interval_95_high,worst")
        #expect(lines[1] == "\"'=a, \"\"b\"\"\",0.5000,0.2000,0.8050,CW-1 CW-2")
        #expect(lines[2] == "plain,,,,")
        #expect(Table.field("-12.5") == "-12.5")
        #expect(Table.field("@me\nyou") == "\"'@me\nyou\"")
    }

    @Test func jsonHasRowsByTheNamesOfTheirColumns() {
        let json = report.json
        #expect(json["report"] == "made")
        #expect(
            json["tables"]?["made"]?.array?.first
                == ["name": "=a, \"b\"", "kept_share": 0.5, "interval_95": [0.2, 0.805], "worst": ["CW-1", "CW-2"]])
        #expect(json["series"]?["mood"]?["lines"]?.array?[0]["points"] == [0.25, nil, 0.5])
        #expect(json["alarms"] == ["language de: remedy"])
    }

    @Test func aSparklineReachesFromNothingToTheMost() {
        let line = Series.Line(name: "n", points: [0, 0.5, nil, 1])
        #expect(line.sparkline(most: 1) == "▁▅·█")
        #expect(Series.Line(name: "n", points: [0, 0]).sparkline(most: 0) == "▁▁")
    }

    @Test func aLongSeriesIsTakenTogether() {
        let series = Series(
            id: "x", title: "x", unit: .count, labels: (0..<10).map { "\($0)" },
            lines: [.init(name: "n", points: (0..<10).map(Double.init))])
        #expect(series.condensed(to: 5).labels == ["0", "2", "4", "6", "8"])
        #expect(series.condensed(to: 5).lines[0].points == [1, 5, 9, 13, 17])
    }

    @Test func figuresAreToldAsAPersonReadsThem() {
        #expect(Value.share(0.9966).words == "99.7 %")
        #expect(Value.share(1).words == "100 %")
        #expect(Value.share(0.99996).words == "100 %")
        #expect(Value.share(0.02).words == "2 %")
        #expect(Value.share(0.421).words == "42 %")
        #expect(Value.share(-0.004).words == "-0.4 %")
        #expect(Value.minutes(125.4).words == "2 h 5 min")
        #expect(Value.minutes(0.5).words == "30 s")
        #expect(Value.decimal(-0.04, places: 1) == "0.0")
    }
}
