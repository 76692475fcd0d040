import Casework

/// Figures with their intervals as SVG: a row each, its name on the left, a mark with whiskers over a common axis. An alarm
/// is a filled square in a row set in bold, so that no colour is needed to see it.
struct IntervalPlot {
    let plot: Intervals

    private static let width = 720.0
    private static let left = 250.0
    private static let right = 700.0
    private static let rowHeight = 22.0

    private var scale: Scale {
        let values = plot.rows.flatMap { [$0.low, $0.high, $0.value] } + [plot.reference].compactMap(\.self)
        return Scale(values, from: Self.left, to: Self.right)
    }

    private var bottom: Double { 10 + Double(plot.rows.count) * Self.rowHeight }

    var svg: HTML {
        let scale = scale
        let height = bottom + 40
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(Self.width)) \(number(height))" role="img">
            <title>\(plot.title)</title>
            <desc>\(description)</desc>
            \(scale.marks.map { grid($0, scale) })\(reference(scale))\
            \(plot.rows.enumerated().map { row($0.element, 10 + (Double($0.offset) + 0.5) * Self.rowHeight, scale) })\
            <text class="axis" x="\(number((Self.left + Self.right) / 2))" y="\(number(bottom + 34))" text-anchor="middle">\
            \(axis)</text>
            </svg>

            """
    }

    /// What the rows show, for who does not see them.
    private var description: String {
        plot.rows.map { "\($0.name): \(told($0))\($0.isAlarm ? ", an alarm" : "")." }.joined(separator: " ")
    }

    private var axis: String {
        switch plot.unit {
        case .share: "share, per cent"
        case .points: "difference, percentage points: left of 0 less, right of 0 more"
        case .minutes: "difference, minutes of opening hours: left of 0 shorter, right of 0 longer"
        }
    }

    private func label(_ value: Double) -> String {
        let value = plot.unit == .minutes ? value : value * 100
        return Value.decimal(value, places: abs(value - value.rounded()) < 1e-6 ? 0 : 1)
    }

    private func grid(_ value: Double, _ scale: Scale) -> HTML {
        let x = number(scale.place(value))
        return """
            <line class="grid" x1="\(x)" y1="10" x2="\(x)" y2="\(number(bottom))"/>
            <text class="mark" x="\(x)" y="\(number(bottom + 16))" text-anchor="middle">\(label(value))</text>

            """
    }

    private func reference(_ scale: Scale) -> HTML {
        guard let reference = plot.reference else { return .empty }
        let x = number(scale.place(reference))
        return """
            <line class="equal" x1="\(x)" y1="4" x2="\(x)" y2="\(number(bottom))"/>

            """
    }

    private func row(_ row: Intervals.Row, _ y: Double, _ scale: Scale) -> HTML {
        let (x, low, high) = (scale.place(row.value), scale.place(row.low), scale.place(row.high))
        let shape: HTML =
            row.isAlarm
            ? """
            <rect class="alarm" x="\(number(x - 5))" y="\(number(y - 5))" width="10" height="10"/>
            """
            : """
            <circle class="point" cx="\(number(x))" cy="\(number(y))" r="4"/>
            """
        return """
            <g><title>\(row.name): \(told(row))</title>
            <text class="name\(row.isAlarm ? " alarm" : "")" x="\(number(Self.left - 10))" y="\(number(y + 4))" \
            text-anchor="end">\(row.name)</text>
            <line class="whisker" x1="\(number(low))" y1="\(number(y))" x2="\(number(high))" y2="\(number(y))"/>
            \(end(low, y))\(end(high, y))\(shape)</g>

            """
    }

    private func end(_ x: Double, _ y: Double) -> HTML {
        """
        <line class="whisker" x1="\(number(x))" y1="\(number(y - 4))" x2="\(number(x))" y2="\(number(y + 4))"/>
        """
    }

    private func told(_ row: Intervals.Row) -> String {
        plot.unit == .minutes
            ? "\(Value.minutes(row.value).words) (\(Value.minutesBetween(low: row.low, high: row.high).words))"
            : "\(Value.share(row.value).words) (\(Value.shares(low: row.low, high: row.high).words))"
    }
}

/// A length in a drawing, to a tenth.
func number(_ value: Double) -> String { Value.decimal(value, places: 1) }
