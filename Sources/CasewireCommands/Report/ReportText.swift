import Reports
import StageProtocol

/// A report for a terminal: tables, and a line of blocks where the page has a plot.
struct ReportText {
    /// Characters in a line; nil where nobody looks.
    var width: Int?
    var paint = Paint.none

    func lines(_ report: Report) -> [String] {
        let lead = report.lead.wrapped(to: min(width ?? 100, 100))
        let alarms = report.alarms.map { paint.red("alarm: \($0)") }
        return [paint.bold(report.title)] + lead + (alarms.isEmpty ? [] : [""] + alarms)
            + report.parts.flatMap { part -> [String] in
                let lines = self.lines(part)
                return lines.isEmpty ? [] : [""] + lines
            } + [""]
    }

    private func lines(_ part: Report.Part) -> [String] {
        switch part {
        case .table(let table): lines(table)
        case .series(let series): lines(series)
        // What is plotted stands in a table as well.
        case .intervals: []
        case .quotes(let quotes): lines(quotes)
        }
    }

    private func lines(_ table: Table) -> [String] {
        let title = paint.bold(table.title)
        guard !table.rows.isEmpty else { return [title, table.none] }
        let isFigure = table.columns.indices.map { column in table.rows.allSatisfy { $0[column].isFigure } }
        var text = TextTable(
            table.columns.enumerated().map { .init(title: $1.title, alignment: isFigure[$0] ? .right : .left) })
        for row in table.shown { text.add(row.map(\.words)) }
        let note = [table.more, table.note].compactMap(\.self)
            .flatMap { $0.wrapped(to: min(width ?? 100, 100)).map(paint.faint) }
        return [title] + text.lines(width: width, paint: paint) + note
    }

    private func lines(_ series: Series) -> [String] {
        guard let first = series.labels.first, let last = series.labels.last else { return [] }
        let condensed = series.condensed(to: 40)
        var text = TextTable([
            .init(title: "\(first) to \(last)"), .init(title: ""), .init(title: "least", alignment: .right),
            .init(title: "most", alignment: .right), .init(title: "last", alignment: .right),
        ])
        for (line, shown) in zip(series.lines, condensed.lines) {
            let points = line.points.compactMap(\.self)
            let told = [points.min(), points.max(), points.last].map { $0.map(series.words) ?? "" }
            text.add([line.name, shown.sparkline(most: condensed.most)] + told)
        }
        return [paint.bold(series.title)] + text.lines(width: width, paint: paint)
    }

    private func lines(_ quotes: Quotes) -> [String] {
        guard !quotes.quotes.isEmpty else { return [paint.bold(quotes.title), quotes.none] }
        return [paint.bold(quotes.title)]
            + quotes.quotes.prefix(10).flatMap { quote in
                "“\(quote.words.oneLine)”".wrapped(to: min(width ?? 100, 100)).map { "  \($0)" }
                    + [
                        paint.faint(
                            "  \(quote.at.description.prefix(10)), \(quote.topic), \(quote.score), \(quote.ref)")
                    ]
            }
    }
}
