import Casework
import StageProtocol

/// Reports as one page of HTML that needs nothing beside it: no script, no font, no picture from elsewhere.
///
/// It is well-formed XML as well, so that other programs can take it apart.
package struct ReportPage {
    private let reports: [Report]
    private let subtitle: String

    /// - Parameter subtitle: which cases these are, and when they were looked at.
    package init(_ reports: [Report], subtitle: String) {
        self.reports = reports
        self.subtitle = subtitle
    }

    private var title: String { reports.count == 1 ? reports[0].title : "Reports" }

    package var html: String {
        let page: HTML = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(title)</title>
            <style>
            \(HTML(stringLiteral: ReportStyle.css))
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p class="scope">\(subtitle)</p>
            \(contents)\(reports.map(section))</body>
            </html>

            """
        return page.text
    }

    /// Each report by what it comes to, so that the first page says it all in short; alarms stand there as well.
    private var contents: HTML {
        guard reports.count > 1 else { return .empty }
        let entries: [HTML] = reports.map { report in
            """
            <dt><a href="#\(report.id)">\(report.title)</a></dt>
            <dd>\(text(report.lead))\(report.alarms.map(alarm))</dd>

            """
        }
        return """
            <nav><dl>
            \(entries)</dl></nav>

            """
    }

    private func alarm(_ words: String) -> HTML { "<p class=\"alarm\"><strong>Alarm</strong> \(text(words))</p>\n" }

    private func section(_ report: Report) -> HTML {
        let heading: HTML = reports.count > 1 ? "<h2>\(report.title)</h2>\n" : .empty
        return """
            <section id="\(report.id)">
            \(heading)<p>\(text(report.lead))</p>
            \(report.alarms.map(alarm))\(report.parts.map(part))</section>

            """
    }

    private func part(_ part: Report.Part) -> HTML {
        switch part {
        case .table(let table): self.table(table)
        case .series(let series):
            series.labels.isEmpty ? .empty : figure(series.title, SeriesPlot(series: series.condensed(to: 60)).svg)
        case .intervals(let plot): plot.rows.isEmpty ? .empty : figure(plot.title, IntervalPlot(plot: plot).svg)
        case .quotes(let quotes): self.quotes(quotes)
        }
    }

    private func figure(_ title: String, _ svg: HTML) -> HTML {
        """
        <figure>
        <figcaption>\(text(title))</figcaption>
        \(svg)</figure>

        """
    }

    private func table(_ table: Table) -> HTML {
        guard !table.rows.isEmpty else { return "<h3>\(text(table.title))</h3>\n<p>\(text(table.none))</p>\n" }
        let isFigure = table.columns.indices.map { column in table.rows.allSatisfy { $0[column].isFigure } }
        let shown = table.columns.last?.id == Self.remark ? table.columns.dropLast() : table.columns[...]
        let head: [HTML] = shown.enumerated().map { index, column in
            "<th scope=\"col\"\(isFigure[index] ? " class=\"figure\"" : .empty)>\(text(column.title))</th>"
        }
        let rows: [HTML] = table.shown.map { row in
            """
            <tr\(row.contains(.yes(true)) ? " class=\"alarm\"" : .empty)>\(cells(row, shown.count, isFigure))</tr>

            """
        }
        let notes: [HTML] = [table.more, table.note].compactMap(\.self).map { "<p class=\"note\">\(text($0))</p>\n" }
        return """
            <table>
            <caption><h3>\(text(table.title))</h3></caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            \(notes)
            """
    }

    /// What is said of a row in which there is nothing to count stands where its figures would: it needs no room of its own.
    private static let remark = "remark"

    private func cells(_ row: [Value], _ count: Int, _ isFigure: [Bool]) -> [HTML] {
        var filled = count
        let remark = row.count > count ? row[count].words : ""
        if !remark.isEmpty { while filled > 1, row[filled - 1].words.isEmpty { filled -= 1 } }
        let cells: [HTML] = (0..<filled).map { index in
            "<td\(isFigure[index] ? " class=\"figure\"" : .empty)>\(words(row[index]))</td>"
        }
        guard filled < count else { return cells }
        return cells + ["<td colspan=\"\(count - filled)\" class=\"remark\">\(text(remark))</td>"]
    }

    private func words(_ value: Value) -> HTML {
        guard case .cases(let refs) = value else { return "\(text(value.words))" }
        // A reference has hyphens at which no line may end.
        let spans: [HTML] = refs.map { "<span class=\"ref\">\(text($0))</span> " }
        return "\(spans)"
    }

    private func quotes(_ quotes: Quotes) -> HTML {
        guard !quotes.quotes.isEmpty else { return "<h3>\(text(quotes.title))</h3>\n<p>\(text(quotes.none))</p>\n" }
        let items: [HTML] = quotes.quotes.map { quote in
            """
            <blockquote><p>\(text(quote.words))</p>
            <footer>\(text("\(quote.at.description.prefix(10)), \(quote.topic), \(quote.score), \(quote.ref)"))</footer></blockquote>

            """
        }
        return "<h3>\(text(quotes.title))</h3>\n\(items)"
    }

    /// Without what XML does not have: words come from strangers.
    private func text(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.filter { scalar in
                    (scalar.value >= 0x20 || scalar == "\n" || scalar == "\t") && !(0x7F...0x9F).contains(scalar.value)
                        && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                }))
    }
}
