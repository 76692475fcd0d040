import Foundation
import Testing

@testable import Pipeline

@Suite struct GraphTests {
    /// A graph of stages named by letters.
    private func graph(_ edges: [(String, String, [String])]) -> PipelineGraph {
        var names: [String] = []
        for name in edges.flatMap({ [$0.0, $0.1] }) where !names.contains(name) { names.append(name) }
        return PipelineGraph(
            name: "letters & more", nodes: names.map { .init(name: $0, kind: .stage, note: "") },
            edges: edges.compactMap { edge in
                guard let from = names.firstIndex(of: edge.0), let to = names.firstIndex(of: edge.1) else { return nil }
                return .init(from: from, to: to, outputs: edge.2)
            })
    }

    private func layout(_ edges: [(Int, Int)], nodes: Int) -> GraphLayout {
        GraphLayout(nodeCount: nodes, edges: edges.map { (from: $0.0, to: $0.1) })
    }

    @Test func theShippedPipelineIsDrawnWithTheWorldOutside() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        let graph = PipelineGraph(
            try PipelineLoader.load(
                path: project + "/pipeline.yaml", environment: ["CASEWIRE_BIN": "/bin", "CASEWIRE_WEB": ""]))
        let lines = graph.mermaid.split(separator: "\n")
        #expect(lines.first == "flowchart LR")
        #expect(lines.contains { $0.contains("-->|\"contact, notice, settled, staff\"|") })
        #expect(graph.nodes.map(\.name).suffix(2) == ["people write", "people hear"])
        let voice = try #require(graph.nodes.firstIndex { $0.name == "responder" })
        #expect(graph.edges.contains { $0.from == voice && $0.to == graph.nodes.count - 1 && $0.outputs.isEmpty })
    }

    @Test func edgesGoRightButThoseThatCloseACycle() {
        let places = layout([(0, 1), (1, 2), (2, 1), (0, 2)], nodes: 3).nodes
        #expect(places[0].x < places[1].x && places[1].x < places[2].x)
    }

    @Test func aLongEdgePassesThroughAPlaceInEachLayerAndMeetsNoNode() {
        let edges = [(0, 1), (1, 2), (2, 3), (0, 3)]
        let layout = layout(edges, nodes: 4)
        #expect(layout.bends.map(\.count) == [0, 0, 0, 2])
        for bend in layout.bends[3] {
            #expect(layout.nodes.allSatisfy { $0.x != bend.x || abs($0.y - bend.y) >= GraphLayout.rowHeight - 0.001 })
        }
    }

    @Test func nodesOfALayerDoNotTouchAndNothingLiesOutside() {
        let edges = (1...9).map { (0, $0) } + (1...9).map { ($0, 10) }
        let layout = layout(edges, nodes: 11)
        let column = layout.nodes[1...9].map(\.y).sorted()
        #expect(zip(column, column.dropFirst()).allSatisfy { $1 - $0 >= GraphLayout.rowHeight - 0.001 })
        #expect(layout.nodes.allSatisfy { $0.x > 0 && $0.x < layout.width && $0.y > 0 && $0.y < layout.height })
        // The single nodes at both ends stand in the middle of what they lead to.
        #expect(abs(layout.nodes[0].y - column[4]) < 1 && abs(layout.nodes[10].y - column[4]) < 1)
    }

    @Test func theBestOrderOfALayerIsFound() {
        // Drawn in the order of their numbers, these would cross.
        let layout = layout([(0, 3), (1, 2), (4, 0), (4, 1)], nodes: 5)
        #expect((layout.nodes[0].y < layout.nodes[1].y) == (layout.nodes[3].y < layout.nodes[2].y))
    }

    @Test func namesCannotBreakOutOfThePicture() {
        var graph = graph([("a\"]<script>", "b&b", ["x|y"])])
        graph.nodes[0].load = .init(waiting: 3, inWork: 1, oldest: "2 min", connected: 1)
        #expect(!graph.svg.contains("<script>") && graph.svg.contains("a\"]&lt;script&gt;"))
        #expect(graph.mermaid.contains("a&quot;]&lt;script&gt;<br>3 waiting, 1 in work<br>oldest 2 min"))
        #expect(graph.svg.matches(of: #/<text /#).count == 5, "two names, two lines of load, and the output")
    }

    @Test func whatWaitsIsShownWhereNobodyWorksToo() {
        var graph = graph([("a", "b", ["x"])])
        graph.nodes[0].load = .init(waiting: 7, inWork: 0, oldest: "2 h", connected: 0)
        graph.nodes[1].load = .init(waiting: 4, inWork: 1, oldest: "2 min", connected: 1, isDrained: true)
        let mermaid = graph.mermaid
        #expect(mermaid.contains("a<br>nobody is connected<br>7 waiting, 0 in work<br>oldest 2 h"))
        #expect(mermaid.contains("b<br>drained<br>4 waiting, 1 in work<br>oldest 2 min"))
        for line in ["nobody is connected", "7 waiting, 0 in work", "drained", "4 waiting, 1 in work"] {
            #expect(graph.svg.contains(">\(line)</text>"))
        }
    }
}
