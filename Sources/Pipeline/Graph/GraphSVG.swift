import FoundationEssentials

extension PipelineGraph {
    /// The graph as a picture that stands by itself: it fetches nothing, and follows a reader's light or dark ground.
    package var svg: String {
        let layout = GraphLayout(nodeCount: nodes.count, edges: edges.map { ($0.from, $0.to) })
        let label = "\(name): " + edges.map(sentence).joined(separator: "; ")
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(layout.width)) \(Self.number(layout.height))" \
            width="\(Self.number(layout.width))" height="\(Self.number(layout.height))" role="img">
            <title>\(Self.escaped(name))</title>
            <desc>\(Self.escaped(label))</desc>
            <style>\(Self.style)</style>
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
            <path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
            """
        ]
        parts += edges.indices.map { drawn($0, layout) }
        parts += nodes.indices.map { drawn(node: $0, layout) }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    private func sentence(_ edge: Edge) -> String {
        let what = edge.outputs.isEmpty ? "" : " (\(edge.outputs.joined(separator: ", ")))"
        return "\(nodes[edge.from].name) to \(nodes[edge.to].name)\(what)"
    }

    private func height(_ node: Node) -> Double { 44 + 16 * Double(node.lines.count) }

    private func drawn(node place: Int, _ layout: GraphLayout) -> String {
        let node = nodes[place], middle = layout.nodes[place]
        let height = height(node), width = GraphLayout.nodeWidth
        let isBehind = node.load.map { $0.connected == 0 || $0.waiting > 0 } ?? false
        let round = node.kind == .outside ? height / 2 : 8
        var text = """
            <g class="\(node.kind == .outside ? "outside" : "stage")\(isBehind ? " behind" : "")">\
            <rect x="\(Self.number(middle.x - width / 2))" y="\(Self.number(middle.y - height / 2))" \
            width="\(Self.number(width))" height="\(Self.number(height))" rx="\(Self.number(round))"/>
            """
        var line = middle.y - height / 2 + 27
        text +=
            "<text class=\"name\" x=\"\(Self.number(middle.x))\" y=\"\(Self.number(line))\">\(Self.escaped(node.name))</text>"
        for note in node.lines {
            line += 16
            text +=
                "<text class=\"note\" x=\"\(Self.number(middle.x))\" y=\"\(Self.number(line))\">\(Self.escaped(note))</text>"
        }
        return text + "</g>"
    }

    /// A curve from side to side; one that leads back leaves and enters on the other sides.
    private func drawn(_ number: Int, _ layout: GraphLayout) -> String {
        let edge = edges[number]
        let points = [port(number, of: edge.from, layout)] + layout.bends[number] + [port(number, of: edge.to, layout)]
        var path = "M\(Self.number(points[0].x)) \(Self.number(points[0].y))"
        for (left, right) in zip(points, points.dropFirst()) {
            let reach = (right.x - left.x) / 2
            path += " C\(Self.number(left.x + reach)) \(Self.number(left.y)) \(Self.number(right.x - reach)) "
            path += "\(Self.number(right.y)) \(Self.number(right.x)) \(Self.number(right.y))"
        }
        let curve = "<path class=\"edge\" d=\"\(path)\" marker-end=\"url(#tip)\"/>"
        guard !edge.outputs.isEmpty else { return curve }
        let left = points[(points.count - 1) / 2], right = points[(points.count - 1) / 2 + 1]
        // The words of two that go to and fro between the same nodes stand apart, each nearer to where it comes from.
        let isReturned = edges.contains { $0.from == edge.to && $0.to == edge.from }
        let share = isReturned ? 0.34 : 0.5
        let x = left.x + (right.x - left.x) * share
        let eased = share * share * (3 - 2 * share)
        let aside = isReturned ? (right.x > left.x ? -9.0 : 9.0) : 0
        let y = left.y + (right.y - left.y) * eased + 4 + aside
        let words = Self.escaped(edge.outputs.joined(separator: ", "))
        return curve + "<text class=\"label\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\">\(words)</text>"
    }

    /// Where an edge meets a node: on the side that faces the other end, in the order in which those ends stand.
    private func port(_ number: Int, of node: Int, _ layout: GraphLayout) -> GraphLayout.Point {
        let middle = layout.nodes[node]
        func other(_ edge: Int) -> GraphLayout.Point {
            let isStart = edges[edge].from == node
            let way = [layout.nodes[edges[edge].from]] + layout.bends[edge] + [layout.nodes[edges[edge].to]]
            return isStart ? way[1] : way[way.count - 2]
        }
        let isRight = other(number).x > middle.x
        let beside = edges.indices.filter { edge in
            (edges[edge].from == node || edges[edge].to == node) && (other(edge).x > middle.x) == isRight
        }.sorted { (other($0).y, $0) < (other($1).y, $1) }
        let rank = Double(beside.firstIndex(of: number) ?? 0) - Double(beside.count - 1) / 2
        let room = height(nodes[node]) - 16
        let step = min(14, room / Double(max(beside.count - 1, 1)))
        return .init(
            x: middle.x + (isRight ? 1 : -1) * GraphLayout.nodeWidth / 2, y: middle.y + rank * step)
    }

    private static let style = """
        :root{--ground:#fff;--line:#5b6470;--text:#1d2329;--faint:#5b6470;--stage:#eef4fb;--rim:#3a6ea5;--outside:#f5f2ea;--warm:#fdf0e1;\
        --warmrim:#b3590a}@media(prefers-color-scheme:dark){:root{--ground:#14181d;--line:#9aa5b1;--text:#e8ecf0;--faint:#a9b3bd;\
        --stage:#1d2a38;--rim:#7fb0e0;--outside:#26241f;--warm:#3a2a17;--warmrim:#e8a45c}}svg{background:var(--ground)}\
        text{font:13px system-ui,sans-serif;text-anchor:middle;fill:var(--text)}.name{font-weight:600}.note{font-size:11.5px;\
        fill:var(--faint)}.label{font-size:11.5px;fill:var(--faint);paint-order:stroke;stroke:var(--ground);stroke-width:5px}\
        .edge{fill:none;stroke:var(--line);stroke-width:1.4}.tip{fill:var(--line)}rect{fill:var(--stage);stroke:var(--rim);\
        stroke-width:1.2}.outside rect{fill:var(--outside);stroke:var(--line)}.behind rect{fill:var(--warm);stroke:var(--warmrim)}
        """

    private static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
