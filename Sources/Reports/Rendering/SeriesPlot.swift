import Casework

/// Lines over time as SVG. Each line has its own dashes and its own mark, and its name stands at its end: colour only helps.
struct SeriesPlot {
    let series: Series

    private static let left = 60.0
    private static let right = 560.0
    private static let top = 12.0
    private static let bottom = 200.0
    private static let dashes = ["none", "7 4", "2 3", "9 3 2 3", "4 2"]

    private var scale: Scale {
        let values = series.lines.flatMap(\.points).compactMap(\.self)
        return Scale(values + [0], from: Self.bottom, to: Self.top, marks: 4)
    }

    private func x(_ index: Int) -> Double {
        let count = series.labels.count
        guard count > 1 else { return (Self.left + Self.right) / 2 }
        return Self.left + Double(index) / Double(count - 1) * (Self.right - Self.left)
    }

    var svg: HTML {
        let scale = scale
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 240" role="img">
            <title>\(series.title)</title>
            <desc>\(told)</desc>
            \(scale.marks.map { grid($0, scale) })\(labels)\
            \(series.lines.indices.map { line($0, scale) })\(legend(scale))</svg>

            """
    }

    /// What the lines show, for who does not see them.
    private var told: String {
        let lines = series.lines.map { line -> String in
            let known = line.points.enumerated().compactMap { place, point in point.map { (place, $0) } }
            guard let first = known.first, let last = known.last else { return "\(line.name): nothing is known." }
            let all = known.map(\.1)
            return "\(line.name): \(series.words(first.1)) in \(series.labels[first.0]), \(series.words(last.1)) in "
                + "\(series.labels[last.0]), at the least \(series.words(all.min() ?? 0)), at the most "
                + "\(series.words(all.max() ?? 0))."
        }
        return lines.joined(separator: " ")
    }

    private func grid(_ value: Double, _ scale: Scale) -> HTML {
        let y = number(scale.place(value))
        let isWhole = abs(value - value.rounded()) < 1e-9
        let told = series.unit == .share ? Value.share(value).words : Value.decimal(value, places: isWhole ? 0 : 1)
        return """
            <line class="grid" x1="\(number(Self.left))" y1="\(y)" x2="\(number(Self.right))" y2="\(y)"/>
            <text class="mark" x="\(number(Self.left - 8))" y="\(number(scale.place(value) + 4))" text-anchor="end">\
            \(told)</text>

            """
    }

    /// At most eight, so that none stands on another.
    private var labels: [HTML] {
        let step = max(1, (series.labels.count + 7) / 8)
        return stride(from: 0, to: series.labels.count, by: step).map { index in
            """
            <text class="mark" x="\(number(x(index)))" y="\(number(Self.bottom + 18))" text-anchor="middle">\
            \(series.labels[index])</text>

            """
        }
    }

    private func line(_ index: Int, _ scale: Scale) -> HTML {
        let line = series.lines[index]
        let style = index % Self.dashes.count
        // A gap in what is known is a gap in the line.
        var (path, isDrawing) = ("", false)
        for (place, point) in line.points.enumerated() {
            guard let point else {
                isDrawing = false
                continue
            }
            path += "\(isDrawing ? "L" : "M")\(number(x(place))) \(number(scale.place(point)))"
            isDrawing = true
        }
        let marks = line.points.enumerated().compactMap { place, point in
            point.map { mark(style, x(place), scale.place($0), "\(series.labels[place]): \(series.words($0))") }
        }
        return """
            <path class="line c\(style)" stroke-dasharray="\(Self.dashes[style])" d="\(path)"/>
            \(line.points.count <= 40 ? marks : [])
            """
    }

    private func mark(_ style: Int, _ x: Double, _ y: Double, _ told: String) -> HTML {
        let shape: HTML =
            switch style {
            case 0:
                """
                <circle class="point c0" cx="\(number(x))" cy="\(number(y))" r="3">
                """
            case 1:
                """
                <path class="point c1" d="M\(number(x - 3)) \(number(y - 3))h6v6h-6z">
                """
            case 2:
                """
                <path class="point c2" d="M\(number(x)) \(number(y - 4))l4 7h-8z">
                """
            case 3:
                """
                <path class="point c3" d="M\(number(x)) \(number(y - 4))l4 4l-4 4l-4 -4z">
                """
            default:
                """
                <path class="point c4" d="M\(number(x)) \(number(y + 4))l4 -7h-8z">
                """
            }
        let end: HTML = style == 0 ? "</circle>" : "</path>"
        return "\(shape)<title>\(told)</title>\(end)\n"
    }

    /// The names, each as near the end of its line as the others leave room for, and none below the axis.
    private func legend(_ scale: Scale) -> [HTML] {
        let ends = series.lines.indices.map { index in
            (
                index,
                series.lines[index].points.last(where: { $0 != nil }).flatMap(\.self).map(scale.place) ?? Self.bottom
            )
        }.sorted { $0.1 < $1.1 }
        var last = -Double.infinity
        return ends.enumerated().map { place, end in
            let (index, y) = end
            let room = Double(ends.count - 1 - place) * 15
            last = max(min(y, Self.bottom - room), last + 15)
            let style = index % Self.dashes.count
            return """
                <path class="line c\(style)" stroke-dasharray="\(Self.dashes[style])" d="M566 \(number(last))h22"/>
                \(mark(style, 577, last, series.lines[index].name))\
                <text class="name" x="594" y="\(number(last + 4))">\(series.lines[index].name)</text>

                """
        }
    }
}
