extension PipelineGraph {
    /// The graph as a Mermaid flowchart, which many documents and repositories draw.
    package var mermaid: String {
        var lines = ["flowchart LR"]
        for (place, node) in nodes.enumerated() {
            let text = ([node.name] + node.lines).map(Self.quoted).joined(separator: "<br>")
            lines.append("    n\(place)" + (node.kind == .outside ? "([\"\(text)\"])" : "[\"\(text)\"]"))
        }
        for edge in edges {
            let label = edge.outputs.isEmpty ? "" : "|\"\(Self.quoted(edge.outputs.joined(separator: ", ")))\"|"
            lines.append("    n\(edge.from) -->\(label) n\(edge.to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}

extension PipelineGraph.Node {
    /// What stands below its name.
    var lines: [String] {
        var lines = note.isEmpty ? [] : [note]
        if let load {
            if load.isDrained {
                lines.append("drained")
            } else if load.connected == 0 {
                lines.append("nobody is connected")
            }
            lines.append("\(load.waiting) waiting, \(load.inWork) in work")
            if let oldest = load.oldest { lines.append("oldest \(oldest)") }
        }
        return lines
    }
}
