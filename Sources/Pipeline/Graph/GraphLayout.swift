/// Where the nodes of a graph stand: in layers from left to right, each edge but those that lead back going right.
///
/// The usual way to lay out a graph with a direction: turn the edges that close a cycle around, give each node the layer after those
/// that lead to it, let edges that span layers pass through places of their own, sort each layer by where its neighbours stand until
/// nothing crosses less, and draw together what belongs together.
struct GraphLayout {
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    /// The middle of each node.
    private(set) var nodes: [Point]
    /// For each edge, the points between its two nodes, from the first to the second.
    private(set) var bends: [[Point]]
    private(set) var width: Double
    private(set) var height: Double

    static let nodeWidth = 148.0
    static let columnWidth = 276.0
    static let rowHeight = 120.0
    static let margin = 24.0

    init(nodeCount: Int, edges: [(from: Int, to: Int)]) {
        var net = LayeredNet(nodeCount: nodeCount, edges: edges)
        net.sort()
        let rows = net.rows()
        let deepest = rows.max() ?? 0
        func point(_ place: Int) -> Point {
            Point(
                x: Self.margin + Self.nodeWidth / 2 + Double(net.layer[place]) * Self.columnWidth,
                y: Self.margin + Self.rowHeight * (rows[place] + 0.5))
        }
        nodes = (0..<nodeCount).map(point)
        bends = net.chains.map { $0.dropFirst().dropLast().map(point) }
        width = 2 * Self.margin + Self.nodeWidth + Double((net.layer.max() ?? 0)) * Self.columnWidth
        height = 2 * Self.margin + Self.rowHeight * (deepest + 1)
    }
}

/// Nodes in layers, and between them the places through which long edges pass.
private struct LayeredNet {
    /// Layer by node and place.
    private(set) var layer: [Int]
    /// For each edge, the nodes and places it passes from its first node to its second.
    private(set) var chains: [[Int]]
    /// What stands in each layer, from the top.
    private var order: [[Int]]
    private var before: [[Int]]
    private var after: [[Int]]

    init(nodeCount: Int, edges: [(from: Int, to: Int)]) {
        let forward = Self.turned(nodeCount, edges)
        layer = Self.layers(nodeCount, forward)
        chains = []
        before = Array(repeating: [], count: nodeCount)
        after = before
        for (edge, (from, to)) in zip(edges, forward) {
            var chain = [from]
            for level in stride(from: layer[from] + 1, to: layer[to], by: 1) {
                chain.append(layer.count)
                layer.append(level)
                before.append([])
                after.append([])
            }
            if to != from { chain.append(to) }
            for (left, right) in zip(chain, chain.dropFirst()) {
                after[left].append(right)
                before[right].append(left)
            }
            chains.append(edge.from == from ? chain : chain.reversed())
        }
        order = Array(repeating: [], count: (layer.max() ?? 0) + 1)
        for place in layer.indices { order[layer[place]].append(place) }
    }

    /// The edges with those turned around that would close a cycle.
    private static func turned(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [(Int, Int)] {
        enum Visit { case not, open, done }
        var visits = Array(repeating: Visit.not, count: count)
        var closing: Set<Int> = []
        func visit(_ node: Int) {
            visits[node] = .open
            for (number, edge) in edges.enumerated() where edge.from == node {
                if visits[edge.to] == .open {
                    closing.insert(number)
                } else if visits[edge.to] == .not {
                    visit(edge.to)
                }
            }
            visits[node] = .done
        }
        // From where nothing leads, so that what runs through the whole pipeline sets its direction.
        let starts = (0..<count).filter { node in !edges.contains { $0.to == node } }
        for node in starts + Array(0..<count) where visits[node] == .not { visit(node) }
        return edges.enumerated().map { closing.contains($0) ? ($1.to, $1.from) : ($1.from, $1.to) }
    }

    private static func layers(_ count: Int, _ edges: [(Int, Int)]) -> [Int] {
        var layers = Array(repeating: 0, count: count)
        // Without cycles the longest way has fewer edges than there are nodes.
        for _ in 0..<count {
            for (from, to) in edges where from != to { layers[to] = max(layers[to], layers[from] + 1) }
        }
        return layers
    }

    /// Sorts each layer so that few edges cross.
    mutating func sort() {
        var best = order
        var fewest = crossings
        for round in 0..<12 {
            let layers = round.isMultiple(of: 2) ? Array(order.indices) : order.indices.reversed()
            for level in layers {
                let rank = ranks
                let neighbours = round.isMultiple(of: 2) ? before : after
                let middle = order[level].map { place -> (Int, Double) in
                    let ranks = neighbours[place].map { Double(rank[$0]) }
                    return (place, ranks.isEmpty ? Double(rank[place]) : ranks.reduce(0, +) / Double(ranks.count))
                }
                order[level] = middle.enumerated().sorted { ($0.1.1, $0.0) < ($1.1.1, $1.0) }.map(\.1.0)
            }
            if crossings < fewest { (best, fewest) = (order, crossings) }
        }
        order = best
    }

    private var ranks: [Int] {
        var ranks = Array(repeating: 0, count: layer.count)
        for layer in order { for (rank, place) in layer.enumerated() { ranks[place] = rank } }
        return ranks
    }

    private var crossings: Int {
        let rank = ranks
        var count = 0
        for layer in order {
            let edges = layer.flatMap { place in after[place].map { (rank[place], rank[$0]) } }
            for (number, one) in edges.enumerated() {
                count += edges[(number + 1)...].count { ($0.0 - one.0) * ($0.1 - one.1) < 0 }
            }
        }
        return count
    }

    /// The row of each node and place, from 0, in parts of a row: near the middle of its neighbours, and one apart in each layer.
    func rows() -> [Double] {
        var rows = ranks.map(Double.init)
        for round in 0..<24 {
            for layer in round.isMultiple(of: 2) ? order : order.reversed() {
                let wished = layer.map { place -> Double in
                    let near = (before[place] + after[place]).map { rows[$0] }
                    return near.isEmpty ? rows[place] : near.reduce(0, +) / Double(near.count)
                }
                for (place, row) in zip(layer, Self.apart(wished)) { rows[place] = row }
            }
        }
        let top = rows.min() ?? 0
        return rows.map { $0 - top }
    }

    /// Values as near to the wished ones as a distance of one lets them be, in their order.
    private static func apart(_ wished: [Double]) -> [Double] {
        // Each is moved by its place, so that "apart" becomes "not falling"; neighbours that fall are joined at their mean.
        var blocks: [(sum: Double, count: Int)] = []
        for (place, value) in wished.enumerated() {
            blocks.append((value - Double(place), 1))
            while blocks.count > 1, let last = blocks.last {
                let previous = blocks[blocks.count - 2]
                guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast(2)
                blocks.append((previous.sum + last.sum, previous.count + last.count))
            }
        }
        let means = blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
        return means.enumerated().map { $1 + Double($0) }
    }
}
